package io.nettycurl.http.h2;

import static io.nettycurl.CurlSymbols.CURLINFO_DATA_OUT;
import static io.nettycurl.CurlSymbols.CURLINFO_HEADER_OUT;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.util.ReferenceCountUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.http.Upload;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. One exchange on one stream: sends the request as far as the windows allow, and
 * knows how much of the response may be on the way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-5">RFC 9113, section 5</a>
 */
final class ExchangeStream implements Upload {
  private static final int FRAME_HEADER = 9;
  private static final int MAX_PIECE = 16 * 1024;
  private static final int MAX_TRAILERS = 100 * 1024;
  private static final int DEFAULT_WEIGHT = 16;

  private enum State {
    AWAIT_CONTINUE,
    BODY,
    TRAILERS,
    FINISHED
  }

  /** How it goes on after one frame was tried. */
  enum Progress {
    /** Another frame may be tried. */
    MORE,
    /** The connection's window is used up. */
    CONNECTION_FULL,
    /** Somebody will tell when there is more to do. */
    WAITS
  }

  private final ClientSession session;
  private final HttpExchange exchange;
  private final TransferContext transfer;
  private final StreamResponse response;
  private final ReceiveWindow window = new ReceiveWindow(ClientSession.INITIAL_WINDOW);
  private int id;
  private int sendWindow;
  private State state = State.FINISHED;
  private BodySource source;
  private ByteBuf trailers;
  private TransferTimer timer;
  private CharSequence method;
  private long sent;
  private boolean localEnded;
  private boolean remoteEnded;
  private boolean queued;
  private boolean over;
  private boolean aloneAtStart;

  ExchangeStream(
      ClientSession session, HttpExchange exchange, StreamResponse.LineBuffer lineBuffer) {
    this.session = session;
    this.exchange = exchange;
    this.transfer = exchange.transfer();
    this.response = new StreamResponse(exchange, lineBuffer);
  }

  int id() {
    return id;
  }

  HttpExchange exchange() {
    return exchange;
  }

  StreamResponse response() {
    return response;
  }

  ReceiveWindow window() {
    return window;
  }

  CharSequence method() {
    return method;
  }

  /** Whether both sides have ended it in order. */
  boolean isClosed() {
    return localEnded && remoteEnded;
  }

  void remoteEnded() {
    remoteEnded = true;
  }

  /** Whether the exchange is over; the stream does nothing any more. */
  boolean isOver() {
    return over;
  }

  /** Whether nothing else was going on when it was started on a connection used before. */
  boolean aloneAtStart() {
    return aloneAtStart;
  }

  void aloneAtStart(boolean alone) {
    aloneAtStart = alone;
  }

  // The request

  /** Sends the head, and of the body what may go; the exchange has begun. */
  void open(int streamId, int initialWindow, RequestFields fields) throws Http2Exception {
    id = streamId;
    sendWindow = initialWindow;
    source = exchange.body();
    fields.begin(transfer.scheme().name(), transfer.verbose());
    exchange.writeHead(fields);
    fields.end();
    method = session.requestList().value(0);
    boolean bodyless = source == null && exchange.bodyLength() >= 0;
    session
        .encoder()
        .headers(session.out().buffer(), id, session.requestList(), weight(), bodyless);
    localEnded = bodyless;
    transfer.requestSent(fields.textLength());
    if (transfer.verbose()) {
      byte[] text = fields.text().getBytes(StandardCharsets.UTF_8);
      transfer.debug(CURLINFO_HEADER_OUT, Unpooled.wrappedBuffer(text));
    }
    if (over) {
      return;
    }
    long delay = exchange.continueDelay();
    if (bodyless) {
      transfer.uploadDone();
    } else if (delay >= 0) {
      state = State.AWAIT_CONTINUE;
      timer = transfer.schedule(this::waitedLongEnough, delay);
    } else {
      state = State.BODY;
      session.wantsToSend(this);
    }
  }

  /** The request went out before. */
  void adopted(int streamId) {
    id = streamId;
    localEnded = true;
    method = exchange.noBody() ? "HEAD" : "";
  }

  /** The weight to tell; 0 if it is the one that holds anyway. */
  private int weight() {
    long weight = transfer.options().number(CurlOpt.STREAM_WEIGHT);
    return weight == DEFAULT_WEIGHT ? 0 : (int) weight;
  }

  private void waitedLongEnough() {
    timer = null;
    if (transfer.verbose()) {
      transfer.info("Done waiting for 100-continue");
    }
    goOn();
  }

  /** Whether it stands in the line of those that have something to send. */
  boolean isQueued() {
    return queued;
  }

  void queued(boolean inLine) {
    queued = inLine;
  }

  /** Makes the window for what we send larger, or smaller where the settings changed. */
  boolean widen(int delta) {
    long wide = (long) sendWindow + delta;
    if (wide > Integer.MAX_VALUE) {
      return false;
    }
    sendWindow = (int) wide;
    if (sendWindow > 0 && pumpable()) {
      session.wantsToSend(this);
    }
    return true;
  }

  private boolean pumpable() {
    return state == State.BODY || state == State.TRAILERS;
  }

  /** Sends one frame, if there is something to send and it may be sent. */
  Progress sendFrame() {
    switch (state) {
      case BODY:
        return source == null ? endBody() : sendData();
      case TRAILERS:
        return sendTrailers();
      default:
        return Progress.WAITS;
    }
  }

  private Progress sendData() {
    int room = Math.min(sendWindow, Math.min(MAX_PIECE, session.encoder().maxFrameSize()));
    if (room <= 0) {
      return Progress.WAITS;
    }
    if (session.sendWindow() <= 0) {
      return Progress.CONNECTION_FULL;
    }
    room = Math.min(room, session.sendWindow());
    // Reading may call the user, and what that leads to may be other frames: hence one of its own.
    exchange.readingBody();
    ByteBuf given = source.take(room);
    ByteBuf frame = session.out().newFrame(given == null ? FRAME_HEADER + room : FRAME_HEADER);
    session.encoder().beginData(frame);
    int count = given == null ? source.read(frame, room) : given.readableBytes();
    if (over || count <= 0) {
      drop(frame, given);
      return over ? Progress.WAITS : nothingRead(count);
    }
    sent += count;
    // The source knows only when asked again that there is nothing left.
    boolean last = sent == exchange.bodyLength();
    if (transfer.verbose()) {
      transfer.debug(
          CURLINFO_DATA_OUT, given == null ? frame.slice(FRAME_HEADER, count) : given.slice());
    }
    transfer.uploaded(count);
    if (over) {
      drop(frame, given);
      return Progress.WAITS;
    }
    sendWindow -= count;
    session.sentData(count);
    session.encoder().endData(frame, count, id, last);
    if (given == null) {
      session.out().add(frame);
    } else {
      session.out().add(frame, given);
    }
    if (last) {
      endedLocally();
    }
    return last ? Progress.WAITS : Progress.MORE;
  }

  private static void drop(ByteBuf frame, ByteBuf given) {
    frame.release();
    ReferenceCountUtil.release(given);
  }

  private Progress nothingRead(int answer) {
    if (answer == BodySource.END) {
      return endBody();
    }
    if (answer == BodySource.FAILED) {
      session.finish(this, source.failure(), Http2Error.CANCEL);
    }
    return Progress.WAITS;
  }

  private Progress endBody() {
    source = exchange.bodyLength() < 0 ? exchange.trailers() : null;
    if (source != null) {
      state = State.TRAILERS;
      trailers = session.out().newFrame(MAX_PIECE);
      return Progress.MORE;
    }
    ByteBuf frame = session.out().newFrame(FRAME_HEADER);
    session.encoder().beginData(frame);
    session.encoder().endData(frame, 0, id, true);
    session.out().add(frame);
    endedLocally();
    return Progress.WAITS;
  }

  private Progress sendTrailers() {
    int answer = source.read(trailers, MAX_PIECE);
    while (answer > 0 && !over && trailers.readableBytes() < MAX_TRAILERS) {
      answer = source.read(trailers, MAX_PIECE);
    }
    if (over || answer == BodySource.AGAIN) {
      return Progress.WAITS;
    }
    if (answer != BodySource.END) {
      CurlCode code = answer == BodySource.FAILED ? source.failure() : CurlCode.TOO_LARGE;
      session.finish(this, code, Http2Error.CANCEL);
      return Progress.WAITS;
    }
    String lines = trailers.toString(StandardCharsets.UTF_8);
    session.sendTrailers(this, lines);
    return Progress.WAITS;
  }

  /** The last byte of the request is on its way. */
  void endedLocally() {
    localEnded = true;
    state = State.FINISHED;
    releaseTrailers();
    transfer.uploadDone();
  }

  private void releaseTrailers() {
    if (trailers != null) {
      trailers.release();
      trailers = null;
    }
  }

  /** The exchange is over, or handed on: stops everything. */
  void leave() {
    over = true;
    response.abandon();
    state = State.FINISHED;
    source = null;
    clearTimer();
    releaseTrailers();
  }

  private void clearTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  // What the response and the engine ask of the request

  @Override
  public boolean finished() {
    return state == State.FINISHED;
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
      session.wantsToSend(this);
    }
  }

  @Override
  public void abort() {
    if (state != State.FINISHED) {
      clearTimer();
      releaseTrailers();
      state = State.FINISHED;
      transfer.uploadDone();
    }
  }

  @Override
  public void resume() {
    if (pumpable()) {
      session.wantsToSend(this);
    }
  }

  @Override
  public void pauseReceive(boolean paused) {
    if (over || remoteEnded) {
      return;
    }
    if (paused) {
      window.hold();
    } else {
      session.allow(this, window.release());
    }
  }

  // The response

  /** A head came: from now on as much may be on the way as the transfer wants. */
  void allowBody() {
    long rate = transfer.options().number(CurlOpt.MAX_RECV_SPEED_LARGE);
    int size = ClientSession.STREAM_WINDOW;
    if (rate > 0) {
      size = (int) Math.max(ClientSession.INITIAL_WINDOW, Math.min(rate, size));
    }
    if (expectsMoreThanAllowed()) {
      session.allow(this, window.resize(size));
    }
  }

  /** A piece of the body was passed on. */
  void passedOn(int bytes) {
    if (!remoteEnded && !over) {
      int increment = window.use(bytes);
      session.allow(this, increment);
    }
  }

  private boolean expectsMoreThanAllowed() {
    long missing = response.missing();
    return missing < 0 || missing > window.available();
  }
}
