package io.nettycurl.http.h1;

import static io.nettycurl.CurlSymbols.CURLINFO_DATA_OUT;
import static io.nettycurl.CurlSymbols.CURLINFO_HEADER_OUT;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.FileRegion;
import io.netty.handler.ssl.SslHandler;
import io.nettycurl.CurlCode;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.http.Upload;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.CurlOpt;

/**
 * Owned by the loop. Sends one request after the other: head and first piece of the body in one
 * write, the rest as the channel takes it.
 */
final class RequestSender implements Upload {
  private static final int HEAD_SIZE = 512;

  /** How long a request head may be. */
  private static final int MAX_HEAD = 1024 * 1024 - 1;

  private static final int MIN_PIECE = 1024;

  /** The room that a chunk's size, its line end and the end of its data take at most. */
  private static final int CHUNK_FRAME = 12;

  private static final int LINE_END = '\r' << 8 | '\n';
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n'};

  private enum State {
    IDLE,
    AWAIT_CONTINUE,
    BODY,
    TRAILERS,
    FINISHED
  }

  private final Http1Handler handler;
  private final Http1RequestEncoder encoder = new Http1RequestEncoder();
  private ChannelHandlerContext ctx;
  private State state = State.IDLE;
  private HttpExchange exchange;
  private TransferContext transfer;
  private BodySource source;
  private ByteBuf spare;
  private TransferTimer timer;
  private boolean chunked;
  private boolean pumping;
  private boolean flushing;
  private ChannelFutureListener written;
  private boolean sendsRegions;

  /** The channel does not count a region among what waits to be written: one at a time. */
  private boolean regionUnderWay;

  private int pieceSize;
  private long sent;

  /** Changes when an exchange ends, as the objects themselves are used again. */
  private int number;

  RequestSender(Http1Handler handler) {
    this.handler = handler;
  }

  void channel(ChannelHandlerContext context) {
    ctx = context;
  }

  /** Sends a request; the exchange has begun. */
  void start(HttpExchange newExchange) {
    exchange = newExchange;
    transfer = newExchange.transfer();
    source = newExchange.body();
    chunked = newExchange.chunkedUpload();
    sent = 0;
    flushing = false;
    boolean bodyless = source == null && !chunked;
    ByteBuf out = bodyless ? handler.connection().requestBuffer() : transfer.pieceBuffer(HEAD_SIZE);
    writeHead(out);
    if (out.readableBytes() > MAX_HEAD) {
      out.release();
      transfer.failed("HTTP request too large");
      handler.fail(CurlCode.TOO_LARGE);
      return;
    }
    transfer.requestSent(out.readableBytes());
    if (bodyless) {
      state = State.FINISHED;
      flush(out);
      if (state == State.FINISHED) {
        if (transfer.verbose()) {
          transfer.info("Request completely sent off");
        }
        transfer.uploadDone();
      }
      return;
    }
    int mine = number;
    written = future -> written(future, mine);
    pieceSize = (int) Math.max(MIN_PIECE, transfer.options().number(CurlOpt.UPLOAD_BUFFERSIZE));
    sendsRegions = !chunked && !transfer.verbose() && ctx.pipeline().get(SslHandler.class) == null;
    regionUnderWay = false;
    long delay = newExchange.continueDelay();
    if (delay >= 0) {
      state = State.AWAIT_CONTINUE;
      timer = transfer.schedule(this::waitedLongEnough, delay);
      flush(out);
    } else {
      state = State.BODY;
      pump(out);
    }
  }

  private void writeHead(ByteBuf out) {
    encoder.begin(out, exchange.requestVersion());
    exchange.writeHead(encoder);
    encoder.end();
    if (transfer.verbose()) {
      transfer.debug(CURLINFO_HEADER_OUT, out);
    }
  }

  /** The exchange is over; gives up the rest. */
  void stop() {
    clearTimer();
    if (spare != null) {
      spare.release();
      spare = null;
    }
    state = State.IDLE;
    exchange = null;
    number++;
    transfer = null;
    source = null;
  }

  private void clearTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void waitedLongEnough() {
    timer = null;
    if (transfer.verbose()) {
      transfer.info("Done waiting for 100-continue");
    }
    goOn();
  }

  // What the response asks for

  @Override
  public boolean finished() {
    return state == State.FINISHED || state == State.IDLE;
  }

  @Override
  public boolean awaitsContinue() {
    return state == State.AWAIT_CONTINUE;
  }

  @Override
  public long sent() {
    return sent;
  }

  @Override
  public void goOn() {
    if (state == State.AWAIT_CONTINUE) {
      clearTimer();
      state = State.BODY;
      pump(null);
    }
  }

  @Override
  public void abort() {
    if (!finished()) {
      clearTimer();
      state = State.FINISHED;
      transfer.uploadDone();
    }
  }

  @Override
  public void resume() {
    if (state == State.BODY || state == State.TRAILERS) {
      pump(null);
    }
  }

  @Override
  public void pauseReceive(boolean paused) {
    handler.pauseReceive(paused);
  }

  // Sending

  /** Sends as much as there is and the channel takes. */
  void pump(ByteBuf begun) {
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      ByteBuf out = begun;
      while (pumpable() && (out != null || ctx.channel().isWritable())) {
        ByteBuf head = out;
        out = null;
        if (sendRegion(head)) {
          continue;
        }
        ByteBuf given = takeBody(head);
        boolean more =
            given != null ? sendGiven(head, given) : sendPiece(head != null ? head : nextPiece());
        if (!more) {
          break;
        }
      }
    } finally {
      pumping = false;
    }
    if (state == State.FINISHED) {
      handler.requestSent();
    }
  }

  private boolean pumpable() {
    return (state == State.BODY || state == State.TRAILERS) && !regionUnderWay;
  }

  /** Has the system send a part of a file, if that is what the body is. */
  private boolean sendRegion(ByteBuf head) {
    if (!sendsRegions || state != State.BODY || source == null) {
      return false;
    }
    exchange.readingBody();
    FileRegion region = source.takeRegion(BodySource.REGION);
    if (region == null) {
      return false;
    }
    if (head != null) {
      ctx.write(head);
    }
    regionUnderWay = true;
    int mine = number;
    int count = (int) region.count();
    ctx.writeAndFlush(region)
        .addListener((ChannelFutureListener) future -> regionWritten(future, count, mine));
    return true;
  }

  private void regionWritten(ChannelFuture future, int count, int whose) {
    if (number != whose) {
      return;
    }
    regionUnderWay = false;
    if (!future.isSuccess()) {
      handler.sendFailed(future.cause());
      return;
    }
    sent += count;
    uploaded(count);
    if (sent == exchange.bodyLength() && state == State.BODY) {
      state = State.FINISHED;
      endIfFinished();
    }
    pump(null);
  }

  /** A piece of the body in a buffer of its own; null if it has to be read into one. */
  private ByteBuf takeBody(ByteBuf head) {
    if (state != State.BODY || source == null) {
      return null;
    }
    exchange.readingBody();
    return source.take(room(head));
  }

  private int room(ByteBuf head) {
    return Math.max(MIN_PIECE, pieceSize - (head == null ? 0 : head.readableBytes()));
  }

  /** Sends a piece as it is, what has to stand around it in buffers beside it. */
  private boolean sendGiven(ByteBuf head, ByteBuf given) {
    int mine = number;
    int count = given.readableBytes();
    ByteBuf before = head;
    ByteBuf behind = null;
    int from = 0;
    if (chunked) {
      before = head == null ? ctx.alloc().directBuffer(CHUNK_FRAME) : head;
      from = before.readableBytes();
      int digits = hexDigits(count);
      before.writeZero(digits);
      setHex(before, before.writerIndex() - digits, digits, count);
      before.writeShort(LINE_END);
      behind = ctx.alloc().directBuffer(2).writeShort(LINE_END);
    }
    sent += count;
    if (!chunked && sent == exchange.bodyLength()) {
      state = State.FINISHED;
    }
    int frame = chunked ? before.readableBytes() - from + 2 : 0;
    uploaded(frame + count);
    if (transfer.verbose()) {
      transfer.debug(
          CURLINFO_DATA_OUT,
          chunked
              ? Unpooled.wrappedUnmodifiableBuffer(
                  before.slice(before.readerIndex() + from, frame - 2),
                  given.slice(),
                  behind.slice())
              : given.slice());
    }
    if (before != null) {
      ctx.write(before);
    }
    if (behind == null) {
      flushBody(given);
    } else {
      ctx.write(given);
      flushBody(behind);
    }
    if (mine == number) {
      endIfFinished();
    }
    return mine == number;
  }

  /** Sizes are told as on the wire, the framing of chunks included. */
  private void uploaded(int size) {
    transfer.uploaded(size);
    transfer.requestSent(size);
  }

  private void endIfFinished() {
    if (state == State.FINISHED) {
      if (transfer.verbose()) {
        transfer.info("upload completely sent off: " + sent + " bytes");
      }
      transfer.uploadDone();
    }
  }

  /** A source that has nothing to give may be asked often; its buffer is kept. */
  private ByteBuf nextPiece() {
    ByteBuf piece = spare != null ? spare : transfer.pieceBuffer(pieceSize);
    spare = null;
    return piece;
  }

  /** Fills and sends one piece; gives whether it makes sense to go on at once. */
  private boolean sendPiece(ByteBuf piece) {
    int head = piece.readableBytes();
    int answer = state == State.BODY ? fillBody(piece) : fillTrailers(piece);
    int size = piece.readableBytes() - head;
    if (answer == BodySource.FAILED) {
      CurlCode failure = source.failure();
      piece.release();
      handler.fail(failure);
      return false;
    }
    if (size > 0) {
      uploaded(size);
      if (transfer.verbose()) {
        transfer.debug(CURLINFO_DATA_OUT, piece.slice(piece.readerIndex() + head, size));
      }
    }
    int mine = number;
    if (piece.isReadable()) {
      flushBody(piece);
    } else if (spare == null) {
      spare = piece;
    } else {
      piece.release();
    }
    if (mine == number) {
      endIfFinished();
    }
    return answer != BodySource.AGAIN && mine == number;
  }

  private int fillBody(ByteBuf out) {
    if (source == null) {
      return endBody(out);
    }
    int room = room(out);
    int answer = chunked ? fillChunk(out, room - CHUNK_FRAME) : source.read(out, room);
    if (answer > 0) {
      sent += answer;
      // The source knows only when asked again that there is nothing left.
      if (!chunked && sent == exchange.bodyLength()) {
        state = State.FINISHED;
      }
    } else if (answer == BodySource.END) {
      return endBody(out);
    }
    return answer;
  }

  private int endBody(ByteBuf out) {
    if (!chunked) {
      state = State.FINISHED;
      return BodySource.END;
    }
    out.writeBytes(LAST_CHUNK);
    source = exchange.trailers();
    if (source == null) {
      out.writeShort(LINE_END);
      state = State.FINISHED;
    } else {
      state = State.TRAILERS;
      return fillTrailers(out);
    }
    return BodySource.END;
  }

  /** The size stands before the data, and is known after it. */
  private int fillChunk(ByteBuf out, int max) {
    int start = out.writerIndex();
    int room = hexDigits(max) + 2;
    out.writeZero(room);
    int count = source.read(out, max);
    if (count <= 0) {
      out.writerIndex(start);
      return count;
    }
    int digits = hexDigits(count);
    int surplus = room - digits - 2;
    if (surplus > 0) {
      out.setBytes(start + digits + 2, out, start + room, count);
      out.writerIndex(out.writerIndex() - surplus);
    }
    setHex(out, start, digits, count);
    out.setShort(start + digits, LINE_END);
    out.writeShort(LINE_END);
    return count;
  }

  private static void setHex(ByteBuf out, int at, int digits, int value) {
    for (int i = 0; i < digits; i++) {
      int digit = value >> 4 * (digits - 1 - i) & 15;
      out.setByte(at + i, Character.forDigit(digit, 16));
    }
  }

  private static int hexDigits(int value) {
    return (35 - Integer.numberOfLeadingZeros(value | 1)) / 4;
  }

  private int fillTrailers(ByteBuf out) {
    int answer = source.read(out, pieceSize);
    while (answer > 0) {
      answer = source.read(out, pieceSize);
    }
    if (answer == BodySource.END) {
      out.writeShort(LINE_END);
      state = State.FINISHED;
    }
    return answer;
  }

  private void flush(ByteBuf out) {
    handler.connection().sendAtOnce(out);
    if (!out.isReadable()) {
      out.release();
      return;
    }
    flushing = true;
    ctx.writeAndFlush(out, ctx.voidPromise());
    flushing = false;
  }

  /** Whether an error that comes up right now is one of writing. */
  boolean flushing() {
    return flushing;
  }

  /** A piece of a body may be written long after, so that its failure has to be listened for. */
  private void flushBody(ByteBuf out) {
    ctx.writeAndFlush(out).addListener(written);
  }

  private void written(ChannelFuture future, int whose) {
    if (!future.isSuccess() && number == whose) {
      handler.sendFailed(future.cause());
    }
  }
}
