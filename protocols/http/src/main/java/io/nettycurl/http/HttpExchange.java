package io.nettycurl.http;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import io.nettycurl.CurlCode;
import io.nettycurl.http.altsvc.AltService;
import io.nettycurl.http.altsvc.AltSvcEngine;
import io.nettycurl.http.policy.Origin;
import io.nettycurl.http.request.RequestSink;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Owned by the loop. One HTTP request and its response, whatever version carries them: what the
 * options make of the request, what the response means for the transfer. The connection's handler
 * writes and reads it.
 */
public final class HttpExchange implements Exchange, Supplier<HttpSession> {
  /** How often a request is sent again because a server did not take it. */
  private static final int MAX_REFUSALS = 5;

  private static final int MAX_FREE = 256;

  /** Those of the thread that are out of use, as one is needed for every hop of every transfer. */
  private static final FastThreadLocal<ArrayDeque<HttpExchange>> FREE =
      new FastThreadLocal<>() {
        @Override
        protected ArrayDeque<HttpExchange> initialValue() {
          return new ArrayDeque<>();
        }
      };

  private final RequestPlan request = new RequestPlan();
  private final ResponsePlan response = new ResponsePlan(this);
  private TransferContext transfer;
  private HttpSession session;
  private HttpSession spare = new HttpSession();
  private Upload upload;
  private Origin origin;
  private NextStep next;
  private boolean retried;

  private HttpExchange() {}

  /** An exchange of a transfer, made anew or out of use. */
  static HttpExchange of(TransferContext transfer) {
    HttpExchange free = FREE.get().pollLast();
    HttpExchange exchange = free == null ? new HttpExchange() : free;
    exchange.open(transfer);
    return exchange;
  }

  private void open(TransferContext newTransfer) {
    transfer = newTransfer;
    session = newTransfer.attachment(HttpSession.class, this);
    request.begin(transfer, session);
    response.begin(transfer, session);
  }

  /** The session for a transfer that has none yet. */
  @Override
  public HttpSession get() {
    HttpSession first = spare;
    spare = null;
    return first;
  }

  // What the engine asks

  @Override
  public CurlCode prepare(ConnectionPlan plan) {
    session.begin(transfer);
    if (origin == null || !origin.is(plan.scheme().name(), plan.host(), plan.port())) {
      origin = Origin.of(plan.scheme().name(), plan.host(), plan.port());
    }
    if (session.firstOrigin == null) {
      session.firstOrigin = origin;
    } else if (!origin.equals(session.origin)) {
      session.changeOrigin();
    }
    session.origin = origin;
    request.authentication().prepare(origin, plan);
    VersionDemand.demand(transfer.options().number(CurlOpt.HTTP_VERSION), session.oneOneOnly, plan);
    if (plan.tls()) {
      alternative(plan);
    }
    if (transfer.options().get(CurlOpt.POSTFIELDS) != null
        && transfer.options().number(CurlOpt.RESUME_FROM_LARGE) != 0) {
      transfer.failed("cannot mix POSTFIELDS with RESUME_FROM");
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    return CurlCode.OK;
  }

  /** Goes where the origin said it can be had as well. */
  private void alternative(ConnectionPlan plan) {
    AltSvcEngine engine = AltSvcEngine.active(transfer.state());
    if (engine == null) {
      return;
    }
    long version = transfer.options().number(CurlOpt.HTTP_VERSION);
    AltService service =
        engine.find(
            plan.host(),
            plan.port(),
            VersionDemand.allows(version, session.oneOneOnly, false),
            VersionDemand.allows(version, session.oneOneOnly, true));
    if (service != null) {
      VersionDemand.alternative(service, plan);
      if (plan.alternativeHost() != null) {
        info("Alt-svc connecting to " + service.toHost() + ':' + service.toPort());
      }
    }
  }

  @Override
  public Runnable beforeStart() {
    return request.beforeMake();
  }

  @Override
  public NextStep next(CurlCode result) {
    return result == CurlCode.OK ? next : null;
  }

  @Override
  public CurlCode rewind() {
    retried = true;
    return request.rewind();
  }

  @Override
  public void pauseReceive(boolean paused) {
    if (upload != null) {
      upload.pauseReceive(paused);
    }
  }

  @Override
  public void resumeSend() {
    if (upload != null) {
      upload.resume();
    }
  }

  @Override
  public void close() {
    boolean last = next == null && !retried;
    response.clear();
    request.clear();
    if (last && spare == null) {
      // No other hop can come and look for it.
      spare = session;
      spare.clear();
    } else if (spare == null) {
      spare = new HttpSession();
    }
    transfer = null;
    session = null;
    upload = null;
    next = null;
    retried = false;
    ArrayDeque<HttpExchange> free = FREE.get();
    if (free.size() < MAX_FREE) {
      free.addLast(this);
    }
  }

  // What the connection's handler asks for the request

  /** The transfer. */
  public TransferContext transfer() {
    return transfer;
  }

  /**
   * Makes the request ready to be sent.
   *
   * @param connectionVersion the lowest version the connection had; 0 if not known; 20 for HTTP/2
   * @param sender told how the response bears on sending
   * @return OK, or the result of the exchange
   */
  public CurlCode begin(int connectionVersion, Upload sender) {
    upload = sender;
    return request.make(connectionVersion, origin);
  }

  /**
   * The server goes on in HTTP/2; the request is out.
   *
   * @param stream what the response comes on
   */
  public void upgraded(Upload stream) {
    upload = stream;
    request.upgraded();
  }

  /** The version to send, 10, 11 or 20. */
  public int requestVersion() {
    return request.version();
  }

  /**
   * Writes the request head.
   *
   * @param out takes it
   */
  public void writeHead(RequestSink out) {
    request.writeHead(out);
  }

  /** The body is about to be read from. */
  public void readingBody() {
    request.readingBody();
  }

  /** The request's body; null if there is none. */
  public BodySource body() {
    return request.source();
  }

  /** How many bytes of body there are to send; -1 if not known. */
  public long bodyLength() {
    return request.bodyLength();
  }

  /** Whether the body is to be sent in chunks. */
  public boolean chunkedUpload() {
    return request.chunked();
  }

  /** How long to wait for 100 Continue, in milliseconds; -1 to send the body at once. */
  public long continueDelay() {
    return request.expecting() ? transfer.options().number(CurlOpt.EXPECT_100_TIMEOUT_MS) : -1;
  }

  /** The trailer lines behind a body in chunks; null if there are none. */
  public BodySource trailers() {
    return request.trailers();
  }

  // What the connection's handler tells of the response

  /** Beginnings of status lines that count as 200; null if there are none. */
  public List<String> statusAliases() {
    return transfer.options().get(CurlOpt.HTTP200ALIASES);
  }

  /** A status line came. */
  public CurlCode statusLine(int version, int status, byte[] line, int offset, int length) {
    return response.statusLine(version, status, line, offset, length);
  }

  /** A field line came. */
  public CurlCode fieldLine(byte[] line, int offset, int length) {
    return response.fieldLine(line, offset, length);
  }

  /** The line that ends a head came; {@link #framing} tells what follows. */
  public CurlCode headEnd(byte[] line, int offset, int length) {
    return response.headEnd(line, offset, length);
  }

  /**
   * A field line that was held back when the connection ended is passed on unread.
   *
   * @return OK, or the result of the exchange
   */
  public CurlCode lastLine(byte[] line, int offset, int length) {
    return response.deliver(line, offset, length, HeaderKind.HEADER);
  }

  /** What follows the head. */
  public Framing framing() {
    return response.framing();
  }

  /** How long a body of {@link Framing#LENGTH} is. */
  public long contentLength() {
    return response.contentLength();
  }

  /** Whether the bytes of the chunked coding are wanted as they are. */
  public boolean keepsChunks() {
    return !transfer.options().on(CurlOpt.HTTP_TRANSFER_DECODING);
  }

  /**
   * Bytes of the body came, chunks and all; they are only traced.
   *
   * @param data the bytes; not changed
   */
  public void bodyBytes(ByteBuf data) {
    response.trace(data);
  }

  /**
   * A piece of the body came, without chunks.
   *
   * @param data the bytes; owned by the exchange from now on
   * @return OK, or the result of the exchange
   */
  public CurlCode body(ByteBuf data) {
    return response.body(data);
  }

  /** Whether the body is not delivered. */
  public boolean ignoresBody() {
    return response.ignoresBody();
  }

  /** A trailer line came. */
  public CurlCode trailer(byte[] line, int offset, int length) {
    return response.trailer(line, offset, length);
  }

  /**
   * What came is no HTTP response.
   *
   * @param first what was read of it
   * @param reused whether the connection was used before
   * @return OK if it is taken for a body up to the end of the connection
   */
  public CurlCode notHttp(byte[] first, boolean reused) {
    return response.notHttp(first, reused);
  }

  /** The connection ended while a head was to come; gives the result. */
  public CurlCode endedInHead() {
    return response.endedInHead();
  }

  /** Whether no body is wanted. */
  public boolean noBody() {
    return request.noBody();
  }

  /** Whether the connection is not to be used again. */
  public boolean closing() {
    return response.closing();
  }

  /** Makes the connection one that is not used again. */
  public void closeAfter() {
    response.closes(true);
  }

  /**
   * The end.
   *
   * @param result how it ended
   * @param intact whether the connection can be used again as far as its handler knows
   */
  public void complete(CurlCode result, boolean intact) {
    CurlCode code = result == CurlCode.OK ? response.finish() : result;
    Upload sender = upload;
    upload = null;
    if (sender != null && requestVersion() >= 20) {
      // Whatever became of one stream, the others go on.
      transfer.done(code, intact);
      return;
    }
    transfer.done(code, intact && code == CurlCode.OK && sender != null && !response.closing());
  }

  /**
   * The server did not take the request, or only takes it by HTTP/1.1: it is sent again, on another
   * connection.
   *
   * @param withOneOne whether HTTP/2 is not to be used again
   */
  public void repeat(boolean withOneOne) {
    CurlCode code = CurlCode.OK;
    if (withOneOne) {
      info("Downgrades to HTTP/1.1");
      session.oneOneOnly = true;
    } else if (transfer.responseSeen()) {
      code = CurlCode.RECV_ERROR;
    } else if (++session.refusals > MAX_REFUSALS) {
      transfer.failed("Connection died, tried " + MAX_REFUSALS + " times before giving up");
      code = CurlCode.RECV_ERROR;
    }
    code = code == CurlCode.OK ? request.rewind() : code;
    next = code == CurlCode.OK ? NextStep.again() : null;
    upload = null;
    transfer.done(code, false);
  }

  // What the parts ask of each other

  Upload upload() {
    return upload;
  }

  RequestPlan request() {
    return request;
  }

  void next(NextStep step) {
    next = step;
  }

  int status() {
    return response.status();
  }

  int responseVersion() {
    return response.version();
  }

  boolean forwarded() {
    return transfer.connection().forwarded();
  }

  void closes(boolean close) {
    response.closes(close);
  }

  void follow(String location) {
    response.repetition().follow(location);
  }

  void challenged(boolean proxy, String value) {
    request.authentication().challenged(proxy, value);
  }

  CurlCode contentCodings(String value) {
    return response.codings().content(value);
  }

  CurlCode transferCodings(String value) {
    return response.codings().transfer(value);
  }

  void info(String text) {
    if (transfer.verbose()) {
      transfer.info(text);
    }
  }
}
