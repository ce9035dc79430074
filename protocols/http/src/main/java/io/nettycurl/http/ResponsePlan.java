package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURLINFO_DATA_IN;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_1_0;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_1_1;
import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_2_0;
import static io.nettycurl.CurlSymbols.CURL_TIMECOND_IFUNMODSINCE;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.http.auth.Credentials;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;

/**
 * Owned by the loop. What one response means: whether it is delivered, how its end is found,
 * whether another request follows.
 */
final class ResponsePlan {
  /** How many header lines a transfer may receive. */
  static final int MAX_LINES = 5000;

  /** How many bytes of header lines one request may be answered with. */
  static final int MAX_HEAD = 300 * 1024;

  /** How many bytes of header lines a transfer may receive. */
  static final long MAX_HEADS = 20L * MAX_HEAD;

  /** So little of an upload is sent on even if nobody wants it, to keep the connection. */
  private static final int LITTLE = 2000;

  private final HttpExchange exchange;
  private final ResponseFields fields;
  private final ResponseCodings codings;
  private TransferContext transfer;
  private HttpSession session;
  private OptionValues options;
  private int status;
  private int version;
  private int headBytes;
  private int finalBytes;
  private boolean closing;
  private boolean ignoreBody;
  private boolean bodyDelivered;
  private String followTo;
  private boolean again;
  private boolean rewinds;
  private Framing framing = Framing.HEAD;

  ResponsePlan(HttpExchange exchange) {
    this.exchange = exchange;
    this.fields = new ResponseFields(exchange);
    this.codings = new ResponseCodings(fields);
  }

  /** Starts on the response to a request of a transfer. */
  void begin(TransferContext newTransfer, HttpSession newSession) {
    transfer = newTransfer;
    session = newSession;
    options = newTransfer.options();
    status = 0;
    version = 0;
    headBytes = 0;
    finalBytes = 0;
    closing = false;
    ignoreBody = false;
    bodyDelivered = false;
    followTo = null;
    again = false;
    rewinds = false;
    framing = Framing.HEAD;
    fields.begin(newTransfer);
    codings.begin(newTransfer);
  }

  /** Lets go of the transfer. */
  void clear() {
    codings.close();
    fields.clear();
    transfer = null;
    session = null;
    options = null;
    followTo = null;
  }

  int status() {
    return status;
  }

  int version() {
    return version;
  }

  Framing framing() {
    return framing;
  }

  long contentLength() {
    return fields.contentLength;
  }

  boolean closing() {
    return closing;
  }

  void closes(boolean close) {
    closing = close;
  }

  boolean ignoresBody() {
    return ignoreBody;
  }

  ResponseCodings codings() {
    return codings;
  }

  // The head

  CurlCode statusLine(int newVersion, int newStatus, byte[] line, int offset, int length) {
    version = newVersion;
    status = newStatus;
    if (version / 10 != exchange.requestVersion() / 10) {
      transfer.failed(
          "Version mismatch (from HTTP/"
              + exchange.requestVersion() / 10
              + " to HTTP/"
              + version / 10
              + ")");
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    transfer.infos().set(CurlInfo.RESPONSE_CODE, (long) status);
    transfer.infos().set(CurlInfo.HTTP_VERSION, versionInfo());
    if (session.lowestVersion == 0 || session.lowestVersion > version) {
      session.lowestVersion = version;
    }
    if (resumesDownload() && status == 416) {
      // What is there already is good; an error text behind it would spoil it.
      ignoreBody = true;
    }
    if (version == 10) {
      exchange.info("HTTP 1.0, assume close after body");
      closing = true;
    }
    bodylessStatus();
    return deliver(line, offset, length, kind(), false);
  }

  private long versionInfo() {
    if (version >= 20) {
      return CURL_HTTP_VERSION_2_0;
    }
    return version == 10 ? CURL_HTTP_VERSION_1_0 : CURL_HTTP_VERSION_1_1;
  }

  private void bodylessStatus() {
    fields.bodyless = status >= 100 && status < 200;
    if (status == 304 || status == 204) {
      if (status == 304 && options.on(CurlOpt.TIMECONDITION)) {
        transfer.infos().set(CurlInfo.CONDITION_UNMET, 1L);
      }
      fields.bodyless = true;
      fields.contentLength = 0;
    }
  }

  private boolean resumesDownload() {
    return fields.resumeFrom != 0 && session.kind == RequestKind.GET;
  }

  private HeaderKind kind() {
    return status / 100 == 1 ? HeaderKind.INTERIM : HeaderKind.HEADER;
  }

  CurlCode fieldLine(byte[] line, int offset, int length) {
    CurlCode code = fields.read(line, offset, length);
    return code == CurlCode.OK ? deliver(line, offset, length, kind(), true) : code;
  }

  CurlCode deliver(byte[] line, int offset, int length, HeaderKind kind) {
    return deliver(line, offset, length, kind, true);
  }

  private CurlCode deliver(byte[] line, int offset, int length, HeaderKind kind, boolean field) {
    if (field && ++session.headerLines > MAX_LINES) {
      transfer.failed("Too many response headers, " + MAX_LINES + " is max");
      return CurlCode.TOO_LARGE;
    }
    CurlCode code = transfer.header(line, offset, length, kind);
    if (code != CurlCode.OK || kind == HeaderKind.TRAILER) {
      return code;
    }
    headBytes += length;
    finalBytes = kind == HeaderKind.INTERIM ? 0 : finalBytes + length;
    session.headerBytes += length;
    if (headBytes > MAX_HEAD || session.headerBytes > MAX_HEADS) {
      transfer.failed("Too large response headers");
      return CurlCode.RECV_ERROR;
    }
    return CurlCode.OK;
  }

  CurlCode trailer(byte[] line, int offset, int length) {
    return deliver(line, offset, length, HeaderKind.TRAILER, true);
  }

  CurlCode headEnd(byte[] line, int offset, int length) {
    if (status < 200) {
      CurlCode code = deliver(line, offset, length, kind(), false);
      return code == CurlCode.OK ? interim() : code;
    }
    CurlCode code = settle();
    CurlCode delivered = deliver(line, offset, length, kind(), false);
    return code == CurlCode.OK ? delivered : code;
  }

  private CurlCode interim() {
    if (status < 100) {
      transfer.failed("Unsupported response code in HTTP response");
      return CurlCode.UNSUPPORTED_PROTOCOL;
    }
    if (status == 100) {
      exchange.upload().goOn();
    } else if (status == 101) {
      return switched();
    }
    framing = Framing.HEAD;
    return CurlCode.OK;
  }

  /** If we did not ask for another protocol, perhaps the user did: then the rest is the body. */
  private CurlCode switched() {
    if (exchange.request().upgrades()) {
      exchange.info("Received 101, Switching to HTTP/2");
      framing = Framing.SWITCHED;
      return CurlCode.OK;
    }
    if (exchange.requestVersion() != 11) {
      transfer.failed("server sent 101 response while not talking HTTP/1.1");
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    closing = true;
    fields.contentLength = -1;
    framing = Framing.CLOSE;
    return CurlCode.OK;
  }

  /** The head of a final response is there: decides about all that comes after it. */
  private CurlCode settle() {
    if (fields.contentLength < 0
        && !fields.chunked
        && !closing
        && version == 11
        && session.kind != RequestKind.HEAD) {
      exchange.info("no chunk, no close, no size. Assume close to signal end");
      closing = true;
    }
    CurlCode code = authenticate();
    if (code == CurlCode.OK && status >= 300) {
      errorWhileSending();
    }
    framing = Framing.CLOSE;
    if (code == CurlCode.OK) {
      code = firstWrite();
    }
    return code == CurlCode.OK ? frame() : code;
  }

  private CurlCode frame() {
    if (framing == Framing.NONE) {
      return CurlCode.OK;
    }
    if (fields.ignoreLength || fields.chunked) {
      fields.contentLength = -1;
    } else if (fields.contentLength >= 0 && !ignoreBody) {
      CurlCode code = transfer.downloadSize(fields.contentLength);
      if (code != CurlCode.OK) {
        return code;
      }
    }
    if (exchange.noBody() || fields.contentLength == 0) {
      framing = Framing.NONE;
    } else if (fields.chunked) {
      framing = Framing.CHUNKED;
    } else {
      framing = fields.contentLength > 0 ? Framing.LENGTH : Framing.CLOSE;
    }
    return CurlCode.OK;
  }

  /** Decides whether the body is wanted. */
  private CurlCode firstWrite() {
    if (repeats()) {
      if (closing) {
        framing = Framing.NONE;
        return CurlCode.OK;
      }
      ignoreBody = true;
      exchange.info("Ignoring the response-body");
    }
    if (resumesDownload() && !fields.rangeMatches && !ignoreBody) {
      if (fields.contentLength == fields.resumeFrom) {
        exchange.info("The entire document is already downloaded");
        end();
        return CurlCode.OK;
      }
      transfer.failed("HTTP server does not seem to support byte ranges. Cannot resume.");
      return CurlCode.RANGE_ERROR;
    }
    boolean ranged =
        options.get(CurlOpt.RANGE) != null || options.number(CurlOpt.RESUME_FROM_LARGE) != 0;
    if (options.on(CurlOpt.TIMECONDITION) && !ranged && !meetsCondition()) {
      transfer.infos().set(CurlInfo.CONDITION_UNMET, 1L);
      transfer.infos().set(CurlInfo.RESPONSE_CODE, 304L);
      exchange.info("Simulate an HTTP 304 response");
      end();
    }
    return CurlCode.OK;
  }

  private void end() {
    closing = true;
    framing = Framing.NONE;
  }

  private boolean meetsCondition() {
    long wanted = options.number(CurlOpt.TIMEVALUE_LARGE);
    if (fields.lastModified == 0 || wanted == 0) {
      return true;
    }
    return options.number(CurlOpt.TIMECONDITION) == CURL_TIMECOND_IFUNMODSINCE
        ? fields.lastModified < wanted
        : fields.lastModified > wanted;
  }

  // Authentication

  private CurlCode authenticate() {
    if (session.authenticates()) {
      session.tellAuth(transfer);
    }
    if (fails()) {
      return failed();
    }
    if (session.authProblem()) {
      return options.on(CurlOpt.FAILONERROR) ? failed() : CurlCode.OK;
    }
    boolean probed = exchange.request().probing() && status < 300;
    boolean picked = false;
    Credentials own = exchange.request().credentials();
    if (own != null && (status == 401 || probed)) {
      picked = session.hostAuth(transfer).pick(own);
    }
    Credentials proxys = exchange.request().proxyCredentials();
    if (proxys != null && (status == 407 || probed)) {
      picked |= session.proxyAuth(transfer).pick(proxys);
    }
    if (session.authenticates()) {
      session.tellAuth(transfer);
    }
    if (picked) {
      again = true;
      leaveForAnother();
    } else if (probed && !session.hostAuth(transfer).done()) {
      // Nobody asked for credentials: the body that was held back is sent now.
      session.hostAuth(transfer).skip();
      again = true;
    }
    return fails() ? failed() : CurlCode.OK;
  }

  private boolean fails() {
    if (!options.on(CurlOpt.FAILONERROR) || status < 400 || (resumesDownload() && status == 416)) {
      return false;
    }
    if (status == 401) {
      return exchange.request().credentials() == null || session.authProblem();
    }
    if (status == 407) {
      return exchange.request().proxyCredentials() == null || session.authProblem();
    }
    return true;
  }

  private CurlCode failed() {
    transfer.failed("The requested URL returned error: " + status);
    return CurlCode.HTTP_RETURNED_ERROR;
  }

  // What follows

  void follow(String location) {
    followTo = location;
    leaveForAnother();
  }

  private boolean repeats() {
    return followTo != null || again;
  }

  /** Another request follows, so that the rest of the body is sent in vain. */
  private void leaveForAnother() {
    rewinds |= exchange.request().wasRead();
    if (closing || exchange.upload().finished()) {
      return;
    }
    long length = exchange.request().bodyLength();
    long left = length - exchange.upload().sent();
    if (length < 0 || left >= LITTLE) {
      exchange.info("close instead of sending more bytes");
      closing = true;
      fields.contentLength = 0;
      fields.bodyless = true;
    }
  }

  /** An error came before the whole request was sent. */
  private void errorWhileSending() {
    RequestKind kind = session.kind;
    Upload upload = exchange.upload();
    if (exchange.request().probing()
        || closing
        || rewinds
        || kind == RequestKind.GET
        || kind == RequestKind.HEAD
        || upload.finished()) {
      return;
    }
    if (status == 417 && exchange.request().expecting()) {
      exchange.info("Got HTTP failure 417 while waiting for a 100");
      if (upload.sent() > 0 || !upload.awaitsContinue()) {
        closing = true;
        leaveForAnother();
      }
      session.noExpect = true;
      upload.abort();
      again = true;
    } else if (options.on(CurlOpt.KEEP_SENDING_ON_ERROR)) {
      exchange.info("HTTP error before end of send, keep sending");
      upload.goOn();
    } else {
      exchange.info("HTTP error before end of send, stop sending");
      closing = true;
      upload.abort();
    }
  }

  // The body

  CurlCode body(ByteBuf data) {
    if (ignoreBody) {
      data.release();
      return CurlCode.OK;
    }
    if (transfer.verbose()) {
      transfer.debug(CURLINFO_DATA_IN, data);
    }
    bodyDelivered = true;
    return codings.write(data);
  }

  CurlCode notHttp(byte[] first, boolean reused) {
    closing = true;
    if (version >= 10 || reused) {
      transfer.failed("Invalid status line");
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    if (!options.on(CurlOpt.HTTP09_ALLOWED)) {
      transfer.failed("Received HTTP/0.9 when not allowed");
      return CurlCode.UNSUPPORTED_PROTOCOL;
    }
    framing = Framing.CLOSE;
    if (exchange.noBody()) {
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    return body(Unpooled.wrappedBuffer(first));
  }

  CurlCode endedInHead() {
    closing = true;
    if (finalBytes <= 0) {
      transfer.failed("Empty reply from server");
      return CurlCode.GOT_NOTHING;
    }
    if (fields.contentLength > 0 && !exchange.noBody() && !repeats()) {
      transfer.failed("transfer closed with " + fields.contentLength + " bytes remaining to read");
      return CurlCode.PARTIAL_FILE;
    }
    return CurlCode.OK;
  }

  // The end

  /** The exchange is over without an error; gives the result all the same. */
  CurlCode finish() {
    CurlCode code = bodyDelivered ? transfer.bodyDone() : CurlCode.OK;
    if (code != CurlCode.OK) {
      return code;
    }
    if (!repeats() && fields.location == null) {
      return CurlCode.OK;
    }
    RedirectPolicy policy = new RedirectPolicy(transfer, session, status);
    if (!repeats()) {
      policy.tell(fields.location);
      return CurlCode.OK;
    }
    code = followTo != null && !again ? policy.follow(followTo) : policy.repeat();
    if (code == CurlCode.OK && rewinds && session.kind != RequestKind.GET) {
      code = exchange.request().rewind();
      if (code != CurlCode.OK) {
        transfer.failed("necessary data rewind was not possible");
      }
    }
    if (code == CurlCode.OK) {
      NextStep step = policy.step();
      exchange.next(step);
    }
    return code;
  }
}
