package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURL_HTTP_VERSION_1_0;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.callback.TrailerCallback;
import io.nettycurl.http.auth.AwsSigV4;
import io.nettycurl.http.cookie.Cookie;
import io.nettycurl.http.cookie.CookieEngine;
import io.nettycurl.http.cookie.CookieStore;
import io.nettycurl.http.policy.ForwardUrl;
import io.nettycurl.http.policy.Origin;
import io.nettycurl.http.request.CustomHeaders;
import io.nettycurl.http.request.RequestBody;
import io.nettycurl.http.request.RequestSink;
import io.nettycurl.http.request.TrailerBody;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.mime.MimeBody;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.CrlfBodySource;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.netty.spi.auth.Credentials;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.Ascii;
import io.nettycurl.spi.RequestKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Owned by the loop. One request as the options, the URL and the transfer's past make it. */
final class RequestPlan {
  private static final int DISCARD = 4096;

  private final RequestHead head = new RequestHead();
  private final Authentication authentication = new Authentication();
  private TransferContext transfer;
  private HttpSession session;
  private OptionValues options;
  private BodySource source;
  private Origin origin;
  private boolean userRead;
  private boolean read;

  /** Starts on a request of a transfer. */
  void begin(TransferContext newTransfer, HttpSession newSession) {
    transfer = newTransfer;
    session = newSession;
    options = newTransfer.options();
    source = null;
    origin = null;
    userRead = false;
    read = false;
    head.begin(newTransfer);
    authentication.begin(newTransfer, newSession);
  }

  /** Lets go of the transfer. */
  void clear() {
    head.clear();
    authentication.clear();
    transfer = null;
    session = null;
    options = null;
    source = null;
    origin = null;
  }

  boolean oneZeroWanted() {
    return options.number(CurlOpt.HTTP_VERSION) == CURL_HTTP_VERSION_1_0;
  }

  int version() {
    return head.version;
  }

  boolean noBody() {
    return session.noBody;
  }

  BodySource source() {
    return source;
  }

  boolean chunked() {
    return head.chunked();
  }

  boolean expecting() {
    return head.expecting();
  }

  /** Whether only a probe was sent, since a challenge is to come first. */
  boolean probing() {
    return head.probing;
  }

  /** How many bytes of body there are; -1 if not known. */
  long bodyLength() {
    return head.bodyLength();
  }

  void writeHead(RequestSink out) {
    head.write(out);
  }

  /** Makes the request, now that its connection is known. */
  CurlCode make(int connectionVersion, Origin target) {
    origin = target;
    head.kind = session.kind;
    head.method = method();
    head.version = version(connectionVersion);
    head.trusted = authentication.trusted();
    head.referer = session.referer;
    head.noExpect = session.noExpect;
    ConnectionPlan plan = transfer.connection().plan();
    if (plan.alternativeHost() != null) {
      head.alternative = plan.alternativeHost() + ':' + plan.alternativePort();
    }
    host();
    cookies();
    head.forwarded = transfer.connection().forwarded();
    CurlCode code = authentication.request(head);
    setUsed();
    if (code == CurlCode.OK && authentication.signs()) {
      code = sign(authentication.own());
    }
    code = code == CurlCode.OK ? chooseBody() : code;
    if (code != CurlCode.OK) {
      return code;
    }
    if (!head.frame()) {
      transfer.failed("Chunky upload is not supported by HTTP 1.0");
      return CurlCode.UPLOAD_FAILED;
    }
    // A body would have to be out before the connection can change.
    head.upgrades =
        head.version == 11
            && head.body.reader() == null
            && VersionDemand.mayUpgrade(transfer.connection());
    range();
    describe();
    return CurlCode.OK;
  }

  Authentication authentication() {
    return authentication;
  }

  /** What has to be worked out, off the loop, before {@link #make}; null if nothing. */
  Runnable beforeMake() {
    return authentication.work(head);
  }

  /** Whether the server is asked to go on in HTTP/2. */
  boolean upgrades() {
    return head.upgrades;
  }

  /** The server goes on in HTTP/2. */
  void upgraded() {
    head.version = 20;
    head.upgrades = false;
  }

  private int version(int connectionVersion) {
    if (connectionVersion >= 20) {
      return connectionVersion;
    }
    return oneZeroWanted() || session.lowestVersion == 10 || connectionVersion == 10 ? 10 : 11;
  }

  private String method() {
    String custom = options.get(CurlOpt.CUSTOMREQUEST);
    if (custom != null && !session.ignoreCustomRequest) {
      return custom;
    }
    if (session.noBody) {
      return "HEAD";
    }
    switch (session.kind) {
      case POST:
      case POST_MIME:
        return "POST";
      case PUT:
        return "PUT";
      default:
        return "GET";
    }
  }

  private void host() {
    String custom =
        origin.equals(session.firstOrigin)
            ? CustomHeaders.find(options.get(CurlOpt.HTTPHEADER), "Host")
            : null;
    if (custom != null) {
      if (!custom.equalsIgnoreCase("Host:")) {
        head.hostLine = "Host:" + custom.substring("Host:".length());
      }
      return;
    }
    String ascii = transfer.url().asciiHost();
    String name = ascii == null ? transfer.url().host() : ascii;
    boolean usual =
        origin.port() == transfer.scheme().defaultPort()
            && !transfer.scheme().family().equals("ftp");
    head.host = name;
    head.port = usual ? 0 : origin.port();
  }

  private void cookies() {
    CookieEngine engine = session.cookies(transfer);
    boolean literal =
        head.trusted
            && options.get(CurlOpt.COOKIE) != null
            && CustomHeaders.find(options.get(CurlOpt.HTTPHEADER), "Cookie") == null;
    if (engine == null && !literal) {
      return;
    }
    List<Cookie> cookies =
        engine == null
            ? List.of()
            : engine.matching(cookieHost(), cookiePath(), secureOrigin(), this::note);
    head.cookies =
        CookieEngine.line(cookies, literal ? options.get(CurlOpt.COOKIE) : null, this::note);
  }

  /** A Set-Cookie field came. */
  void setCookie(String value) {
    CookieEngine engine = session.cookies(transfer);
    if (engine != null && session.setCookies < CookieEngine.MAX_SET) {
      Consumer<String> notes = transfer.verbose() ? this::note : CookieStore.NOBODY;
      if (engine.set(value, cookieHost(), cookiePath(), secureOrigin(), notes)) {
        session.setCookies++;
      }
    }
  }

  private void note(String text) {
    if (transfer.verbose()) {
      transfer.info(text);
    }
  }

  /** Whose cookies count: a Host field of the user's says so at the first origin. */
  private String cookieHost() {
    String custom =
        origin.equals(session.firstOrigin)
            ? CustomHeaders.find(options.get(CurlOpt.HTTPHEADER), "Host")
            : null;
    String host = custom == null ? "" : CustomHeaders.value(custom);
    if (host.isEmpty()) {
      String ascii = transfer.url().asciiHost();
      host = ascii == null ? transfer.url().host() : ascii;
    }
    if (host.startsWith("[")) {
      int end = host.indexOf(']');
      return host.substring(1, end < 0 ? host.length() : end);
    }
    int colon = custom == null ? -1 : host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private String cookiePath() {
    return RequestHead.path(transfer.url());
  }

  /** Whether secure cookies may be set and sent: what stays on this machine needs no TLS. */
  private boolean secureOrigin() {
    if (transfer.scheme().tls()) {
      return true;
    }
    String host = cookieHost();
    return Ascii.equalsIgnoreCase(host, "localhost")
        || host.equals("127.0.0.1")
        || host.equals("::1");
  }

  private CurlCode sign(Credentials own) {
    if (options.on(CurlOpt.PATH_AS_IS)) {
      transfer.failed("Cannot use sigv4 authentication with path-as-is flag");
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    String parameters = options.get(CurlOpt.AWS_SIGV4);
    String ascii = transfer.url().asciiHost();
    boolean bodyless =
        session.kind == RequestKind.GET
            || session.kind == RequestKind.HEAD
            || options.number(CurlOpt.INFILESIZE_LARGE) == 0;
    byte[] payload = options.get(CurlOpt.POSTFIELDS);
    long size = options.number(CurlOpt.POSTFIELDSIZE_LARGE);
    if (payload != null && size >= 0 && size < payload.length) {
      payload = Arrays.copyOf(payload, (int) size);
    }
    List<String> custom = options.get(CurlOpt.HTTPHEADER);
    boolean ownHost = CustomHeaders.find(custom, "Host") != null;
    AwsSigV4.Request request =
        new AwsSigV4.Request(
            head.method,
            ascii == null ? transfer.url().host() : ascii,
            ownHost ? null : head.port == 0 ? head.host : head.host + ':' + head.port,
            RequestHead.path(transfer.url()),
            transfer.url().query(),
            custom,
            payload,
            bodyless,
            session.kind == RequestKind.POST && payload != null);
    AwsSigV4.Signed signed =
        AwsSigV4.sign(parameters == null ? "" : parameters, request, own, Instant.now());
    if (signed.code() != CurlCode.OK) {
      transfer.failed(signed.trouble());
      return signed.code();
    }
    head.authorization = signed.authorization();
    head.signedLines = signed.lines();
    return CurlCode.OK;
  }

  private void setUsed() {
    if (session.authenticates()) {
      session.tellAuth(transfer);
    }
  }

  private CurlCode chooseBody() {
    if (head.probing) {
      return CurlCode.OK;
    }
    head.body = RequestBody.of(session.kind, transfer);
    if (head.body.reader() == null) {
      return CurlCode.OK;
    }
    if (head.body.reader() instanceof MimeBody mime && mime.code() != CurlCode.OK) {
      return mime.code();
    }
    source = transfer.openBody(head.body.reader());
    userRead = head.body.reader().callsUser();
    CurlCode code = resume();
    if (code == CurlCode.OK && options.on(CurlOpt.CRLF)) {
      source = new CrlfBodySource(source);
    }
    return code;
  }

  /** Goes on with an upload at an offset. */
  private CurlCode resume() {
    long offset = options.number(CurlOpt.RESUME_FROM_LARGE);
    if (offset <= 0 || session.kind == RequestKind.POST_MIME) {
      return CurlCode.OK;
    }
    long length = head.body.length();
    if (length >= 0 && length <= offset) {
      transfer.failed("File already completely uploaded");
      return CurlCode.PARTIAL_FILE;
    }
    CurlCode moved = source.skipTo(offset);
    if (moved != CurlCode.OK && (moved != CurlCode.AGAIN || !discard(offset))) {
      transfer.failed("Unable to resume from offset " + offset);
      return CurlCode.READ_ERROR;
    }
    head.body =
        new RequestBody(head.body.reader(), length < 0 ? -1 : length - offset, head.body.fields());
    return CurlCode.OK;
  }

  /** Reads and drops what the peer has already, where the source cannot be moved. */
  private boolean discard(long offset) {
    read = true;
    ByteBuf scratch = transfer.alloc().heapBuffer(DISCARD, DISCARD);
    try {
      long left = offset;
      while (left > 0) {
        scratch.clear();
        int count = source.read(scratch, (int) Math.min(DISCARD, left));
        if (count <= 0) {
          return false;
        }
        left -= count;
      }
      return true;
    } finally {
      scratch.release();
    }
  }

  private void range() {
    long from = options.number(CurlOpt.RESUME_FROM_LARGE);
    String range = from != 0 ? from + "-" : options.get(CurlOpt.RANGE);
    if (range == null) {
      return;
    }
    List<String> custom = options.get(CurlOpt.HTTPHEADER);
    if (session.kind == RequestKind.GET || session.kind == RequestKind.HEAD) {
      if (CustomHeaders.find(custom, "Range") == null) {
        head.rangeName = "Range";
        head.rangeValue = "bytes=" + range;
      }
    } else if (session.kind != RequestKind.POST_MIME
        && CustomHeaders.find(custom, "Content-Range") == null) {
      head.rangeName = "Content-Range";
      head.rangeValue = contentRange(from, range);
    }
  }

  private String contentRange(long from, String range) {
    long length = head.body.length();
    if (from < 0) {
      return "bytes 0-" + (length - 1) + '/' + length;
    }
    if (from > 0) {
      long total = head.probing ? options.number(CurlOpt.INFILESIZE_LARGE) : from + length;
      return "bytes " + range + (total - 1) + '/' + total;
    }
    return "bytes " + range + '/' + length;
  }

  private void describe() {
    transfer.infos().set(CurlInfo.EFFECTIVE_METHOD, head.method);
    if (session.referer != null) {
      transfer.infos().set(CurlInfo.REFERER, session.referer);
    }
    if (head.forwarded) {
      // Whatever the URL says, this is what is spoken.
      transfer.infos().set(CurlInfo.SCHEME, "http");
      head.absoluteUrl = ForwardUrl.of(transfer, origin.port(), authentication.own());
    }
    transfer.uploadSize(head.chunked() ? -1 : head.bodyLength());
  }

  /** The trailer lines behind a body in chunks; null if there are none. */
  BodySource trailers() {
    TrailerCallback callback = options.get(CurlOpt.TRAILERFUNCTION);
    return callback == null
        ? null
        : transfer.openBody(new TrailerBody(callback, options.get(CurlOpt.TRAILERDATA)));
  }

  /** The body is about to be read from. */
  void readingBody() {
    read = true;
  }

  /** Whether the body has to be read again from its start if the request is repeated. */
  boolean wasRead() {
    return source != null && userRead && read;
  }

  /** Goes back to the start of the body, for a repetition. */
  CurlCode rewind() {
    if (!wasRead()) {
      return CurlCode.OK;
    }
    return source.seek(0) == CurlCode.OK ? CurlCode.OK : CurlCode.SEND_FAIL_REWIND;
  }
}
