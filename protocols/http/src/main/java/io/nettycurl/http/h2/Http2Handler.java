package io.nettycurl.http.h2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.nettycurl.CurlCode;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.ProtocolHandler;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Owned by the loop. HTTP/2 on one connection, several exchanges at once. Frames and streams are
 * our own, since a stream is nothing but an exchange; Netty has the numbers and the errors.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113">RFC 9113</a>
 */
public final class Http2Handler extends ByteToMessageDecoder implements ProtocolHandler {
  /** What HTTP/1.1 says of our settings: those that {@link ClientSession#open} sends. */
  public static final String UPGRADE_SETTINGS = "AAMAAABkAAQAAQAAAAIAAAAA";

  /** How large a decoded header list may be: 300 KiB of lines, and 32 bytes for each of 5000. */
  static final int MAX_HEADER_LIST = 300 * 1024 + 5000 * 32;

  private final ConnectionContext connection;
  private final LongSupplier clock;
  private Outbound out;
  private ClientSession session;
  private FrameReceiver receiver;
  private FrameReader reader;
  private Throwable sendFailure;

  /**
   * A handler; adds itself to the channel's pipeline.
   *
   * @param connection the connection
   */
  public Http2Handler(ConnectionContext connection) {
    this(connection, System::nanoTime);
  }

  Http2Handler(ConnectionContext connection, LongSupplier clock) {
    this.connection = connection;
    this.clock = clock;
    Channel channel = connection.channel();
    // A write that fails must not take what the peer said before with it.
    channel.config().setAutoClose(false);
    channel.pipeline().addLast(this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    out = new Outbound(ctx);
    session = new ClientSession(connection, out);
    receiver = new FrameReceiver(session, clock);
    reader = new FrameReader(receiver, MAX_HEADER_LIST);
    session.open();
  }

  /** Goes on with an exchange that was begun in HTTP/1.1. */
  void adopt(HttpExchange exchange) {
    session.adopt(exchange);
  }

  // What the engine asks

  @Override
  public void start(Exchange exchange) {
    receiver.requestStarts();
    session.start((HttpExchange) exchange);
  }

  @Override
  public boolean cancel(Exchange exchange, CurlCode why) {
    return session.cancel((HttpExchange) exchange);
  }

  @Override
  public int capacity() {
    return session.capacity();
  }

  @Override
  public void upkeep() {
    session.ping();
  }

  @Override
  public boolean alive() {
    return session.isUsable() && session.capacity() > 0;
  }

  @Override
  public void close() {
    session.close();
  }

  // Reading

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    out.readBegins();
    super.channelRead(ctx, message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    session.readEnds();
    out.readEnds();
    super.channelReadComplete(ctx);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> messages) {
    try {
      while (!session.isDead() && reader.read(in)) {
        // one frame after the other
      }
    } catch (Http2Exception.StreamException e) {
      streamError(e);
    } catch (Http2Exception e) {
      String what = receiver.settingsSeen() ? e.getMessage() : "the server does not speak HTTP/2";
      session.connectionError(e.error(), what);
    }
    if (session.isDead()) {
      in.skipBytes(in.readableBytes());
    }
  }

  private void streamError(Http2Exception.StreamException e) {
    ExchangeStream stream = session.stream(e.streamId());
    if (stream == null) {
      return;
    }
    if (e instanceof Http2Exception.HeaderListSizeException) {
      stream.exchange().transfer().responseStarted();
      stream.exchange().transfer().failed("Too large response headers");
      session.finish(stream, CurlCode.RECV_ERROR, e.error());
    } else {
      receiver.fail(stream, e.getMessage(), e.error());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    session.ended(sendFailure);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      session.pump();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    boolean ofSending =
        out.isSending()
            || cause instanceof ChannelOutputShutdownException
            || cause instanceof ClosedChannelException;
    if (ofSending) {
      sendFailed(cause);
    } else {
      session.broken(CurlCode.RECV_ERROR, "Recv failure: " + cause.getMessage());
    }
  }

  /** The peer does not listen any more; it may have said why before. */
  private void sendFailed(Throwable cause) {
    if (sendFailure == null) {
      sendFailure = cause;
    }
    session.refuse();
    if (!connection.channel().isActive()) {
      session.broken(CurlCode.SEND_ERROR, "Send failure: " + cause.getMessage());
    } else if (session.isIdle()) {
      connection.channel().close();
    }
  }
}
