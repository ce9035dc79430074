package io.nettycurl.http.h1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.nettycurl.CurlCode;
import io.nettycurl.http.Framing;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.ProtocolHandler;

/**
 * Owned by the loop. HTTP/1.x on one connection, one exchange after the other. All its parts are
 * made once and used for every exchange.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
public final class Http1Handler extends ChannelInboundHandlerAdapter
    implements ProtocolHandler, ResponseHeadParser.Sink, ChunkedDecoder.Sink {

  private enum Phase {
    IDLE,
    HEAD,
    LENGTH,
    CHUNKED,
    CLOSE,
    /** The response is complete, the request is still being sent. */
    SENDING
  }

  private final ConnectionContext connection;
  private final Successor successor;
  private final ResponseHeadParser parser = new ResponseHeadParser(this);
  private final ChunkedDecoder chunks = new ChunkedDecoder(this);
  private final RequestSender sender = new RequestSender(this);
  private ChannelHandlerContext ctx;
  private HttpExchange exchange;
  private Phase phase = Phase.IDLE;
  private long remaining;

  /** Changes when an exchange ends, as the objects themselves are used again. */
  private int number;

  private int lowestVersion;
  private boolean reused;
  private boolean unusable;
  private boolean paused;
  private boolean headEnded;
  private boolean givenAway;
  private boolean closeNotified;
  private Throwable sendFailure;

  /** Takes over once the server goes on in another protocol. */
  public interface Successor {
    /**
     * Adds itself to the pipeline, where it gets what was read already.
     *
     * @param exchange whose response comes in the other protocol
     */
    void switched(HttpExchange exchange);
  }

  /**
   * A handler; adds itself to the channel's pipeline.
   *
   * @param connection the connection
   */
  public Http1Handler(ConnectionContext connection) {
    this(connection, null);
  }

  /**
   * A handler for a connection that may change its protocol.
   *
   * @param connection the connection
   * @param successor takes over then
   */
  public Http1Handler(ConnectionContext connection, Successor successor) {
    this.connection = connection;
    this.successor = successor;
    Channel channel = connection.channel();
    // A write that fails must not take what the peer said before with it.
    channel.config().setAutoClose(false);
    channel.pipeline().addLast(this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    sender.channel(context);
  }

  // What the engine asks

  @Override
  public void start(Exchange newExchange) {
    exchange = (HttpExchange) newExchange;
    phase = Phase.HEAD;
    headEnded = false;
    sendFailure = null;
    reused = connection.useCount() > 0;
    if (!reused && exchange.transfer().verbose()) {
      exchange.transfer().info("using HTTP/1.x");
    }
    parser.begin(exchange.statusAliases());
    if (!connection.channel().isActive()) {
      fail(CurlCode.SEND_ERROR);
      return;
    }
    CurlCode code = exchange.begin(lowestVersion, sender);
    if (code == CurlCode.OK) {
      sender.start(exchange);
    } else {
      // Nothing was sent: the connection is as good as before.
      complete(code, true);
    }
  }

  @Override
  public boolean cancel(Exchange which, CurlCode why) {
    if (which == exchange) {
      forget();
      unusable = true;
    }
    return false;
  }

  @Override
  public boolean alive() {
    return !unusable && exchange == null && connection.channel().isActive();
  }

  @Override
  public void close() {
    ctx.close();
  }

  ConnectionContext connection() {
    return connection;
  }

  void pauseReceive(boolean pause) {
    if (paused != pause) {
      paused = pause;
      connection.channel().config().setAutoRead(!pause);
    }
  }

  // Reading

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    givenAway = false;
    try {
      if (exchange == null) {
        surplus();
      } else {
        read(in);
      }
    } finally {
      if (!givenAway) {
        in.release();
      }
    }
  }

  /** Bytes that belong to no response: what the peer means by them nobody can tell. */
  private void surplus() {
    unusable = true;
    close();
  }

  private void read(ByteBuf in) {
    int mine = number;
    while (phase != Phase.SENDING && !givenAway && in.isReadable()) {
      CurlCode code = step(in);
      if (number != mine) {
        return;
      }
      if (code != CurlCode.OK) {
        fail(code);
        return;
      }
    }
    if (phase == Phase.SENDING) {
      responseComplete(in);
    }
  }

  private CurlCode step(ByteBuf in) {
    if (phase == Phase.HEAD) {
      return head(in);
    }
    exchange.bodyBytes(in);
    switch (phase) {
      case LENGTH:
        return counted(in);
      case CHUNKED:
        return chunked(in);
      default:
        return exchange.body(piece(in, in.readableBytes()));
    }
  }

  /** What was read itself if it holds nothing else: a slice would be one more object. */
  private ByteBuf piece(ByteBuf in, int length) {
    if (length < in.readableBytes()) {
      return in.readRetainedSlice(length);
    }
    givenAway = true;
    return in;
  }

  private CurlCode head(ByteBuf in) {
    CurlCode code = parser.parse(in);
    if (code != CurlCode.OK) {
      tell(parser.problem());
      return code;
    }
    if (exchange == null) {
      return CurlCode.OK;
    }
    if (parser.notHttp()) {
      phase = Phase.CLOSE;
      return exchange.notHttp(parser.leftover(), reused);
    }
    if (headEnded) {
      headEnded = false;
      if (exchange.framing() == Framing.SWITCHED) {
        handOver(in);
      } else {
        enter(exchange.framing());
      }
    } else if (parser.midLine()) {
      exchange.transfer().responseStarted();
    }
    return CurlCode.OK;
  }

  private void handOver(ByteBuf in) {
    HttpExchange mine = exchange;
    forget();
    unusable = true;
    successor.switched(mine);
    if (in.isReadable()) {
      ctx.fireChannelRead(in.readRetainedSlice(in.readableBytes()));
    }
    ctx.pipeline().remove(this);
  }

  private void enter(Framing framing) {
    switch (framing) {
      case HEAD:
        parser.expectHead();
        break;
      case NONE:
        phase = Phase.SENDING;
        break;
      case LENGTH:
        phase = Phase.LENGTH;
        remaining = exchange.contentLength();
        break;
      case CHUNKED:
        phase = Phase.CHUNKED;
        chunks.begin(exchange.keepsChunks());
        break;
      default:
        phase = Phase.CLOSE;
    }
  }

  private CurlCode counted(ByteBuf in) {
    int available = in.readableBytes();
    if (available < remaining) {
      remaining -= available;
      return exchange.body(piece(in, available));
    }
    phase = Phase.SENDING;
    int last = (int) remaining;
    remaining = 0;
    return exchange.body(piece(in, last));
  }

  private CurlCode chunked(ByteBuf in) {
    CurlCode code = chunks.decode(in);
    if (code != CurlCode.OK) {
      tell(chunks.problem());
    } else if (chunks.complete()) {
      phase = Phase.SENDING;
    }
    return code;
  }

  private void tell(String problem) {
    if (problem != null && exchange != null) {
      exchange.transfer().failed(problem);
    }
  }

  // What the parsers tell

  @Override
  public CurlCode statusLine(int version, int status, byte[] line, int offset, int length) {
    if (lowestVersion == 0 || version < lowestVersion) {
      lowestVersion = version;
    }
    return exchange.statusLine(version, status, line, offset, length);
  }

  @Override
  public CurlCode fieldLine(byte[] line, int offset, int length) {
    return exchange.fieldLine(line, offset, length);
  }

  @Override
  public CurlCode headEnd(byte[] line, int offset, int length) {
    headEnded = true;
    return exchange.headEnd(line, offset, length);
  }

  @Override
  public CurlCode lastLine(byte[] line, int offset, int length) {
    return exchange.lastLine(line, offset, length);
  }

  @Override
  public CurlCode chunkData(ByteBuf piece) {
    return exchange.body(piece);
  }

  @Override
  public CurlCode trailerLine(byte[] line, int offset, int length) {
    return exchange.trailer(line, offset, length);
  }

  // The end

  private void responseComplete(ByteBuf in) {
    if (!givenAway && in.isReadable()) {
      exchange.closeAfter();
    }
    if (!sender.finished() && exchange.closing()) {
      sender.abort();
    }
    if (sender.finished()) {
      complete(CurlCode.OK, true);
    }
  }

  /** The request is out. */
  void requestSent() {
    if (phase == Phase.SENDING) {
      complete(CurlCode.OK, true);
    }
  }

  /** The exchange ends with an error. */
  void fail(CurlCode code) {
    unusable = true;
    complete(code, false);
  }

  private void complete(CurlCode code, boolean intact) {
    HttpExchange over = exchange;
    if (over != null) {
      boolean usable = intact && !unusable && connection.channel().isActive();
      forget();
      over.complete(code, usable);
    }
  }

  private void forget() {
    sender.stop();
    exchange = null;
    number++;
    phase = Phase.IDLE;
    if (connection.channel().isActive()) {
      pauseReceive(false);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    unusable = true;
    if (exchange != null) {
      complete(ended(), false);
    }
    context.fireChannelInactive();
  }

  /** The connection ended; gives what that makes of the exchange. */
  private CurlCode ended() {
    if (sendFailure != null && phase == Phase.HEAD && !exchange.transfer().responseSeen()) {
      tell("Send failure: " + sendFailure.getMessage());
      return CurlCode.SEND_ERROR;
    }
    if (connection.tls() && !closeNotified && phase != Phase.SENDING) {
      tell("TLS connection ended without close_notify");
      return CurlCode.RECV_ERROR;
    }
    switch (phase) {
      case HEAD:
        CurlCode code = parser.finish();
        return code == CurlCode.OK ? exchange.endedInHead() : code;
      case LENGTH:
        tell("end of response with " + remaining + " bytes missing");
        return CurlCode.PARTIAL_FILE;
      case CHUNKED:
        tell("transfer closed with outstanding read data remaining");
        return CurlCode.PARTIAL_FILE;
      default:
        sender.abort();
        exchange.closeAfter();
        return CurlCode.OK;
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (exchange != null && context.channel().isWritable()) {
      sender.resume();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    unusable = true;
    if (exchange == null) {
      close();
    } else if (sender.flushing()) {
      sendFailed(cause);
    } else {
      tell("Recv failure: " + cause.getMessage());
      fail(CurlCode.RECV_ERROR);
    }
  }

  /** The peer does not listen any more; it may have said why before. */
  void sendFailed(Throwable cause) {
    unusable = true;
    sendFailure = cause;
    sender.abort();
    if (!connection.channel().isActive()) {
      tell("Send failure: " + cause.getMessage());
      fail(CurlCode.SEND_ERROR);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslCloseCompletionEvent close) {
      closeNotified = close.isSuccess();
    }
    context.fireUserEventTriggered(event);
  }
}
