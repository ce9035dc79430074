package io.nettycurl.http;

import static io.nettycurl.CurlSymbols.CURLHEADER_SEPARATE;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;
import static io.nettycurl.CurlSymbols.CURL_TIMECOND_IFUNMODSINCE;
import static io.nettycurl.CurlSymbols.CURL_TIMECOND_LASTMOD;
import static io.nettycurl.CurlSymbols.CURL_TIMECOND_NONE;

import io.nettycurl.http.encoding.ContentCodings;
import io.nettycurl.http.h2.Http2Handler;
import io.nettycurl.http.request.CustomHeaders;
import io.nettycurl.http.request.RequestBody;
import io.nettycurl.http.request.RequestSink;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Owned by the loop. The head of one request: what the options and the state of the transfer come
 * to, in libcurl's order.
 */
final class RequestHead {
  /** Bodies above this size are announced with Expect: 100-continue. */
  static final long EXPECT_ABOVE = 1024 * 1024;

  private static final String CONTINUE = "100-continue";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TransferContext transfer;
  private OptionValues options;
  private List<String> custom;

  /** The method as sent. */
  String method;

  /** What the body is sent as. */
  RequestKind kind;

  /** 10 or 11, or more. */
  int version;

  /** The name in Host; null if the user wants none. */
  String host;

  /** The port in Host; 0 for none. */
  int port;

  /** Whether the user gave the whole of Host. */
  String hostLine;

  /** The value of Authorization, or null. */
  String authorization;

  /** Fields that were signed together with the request. */
  List<String> signedLines = List.of();

  /** The value of Proxy-Authorization, or null. */
  String proxyAuthorization;

  /** Whether a body would be sent in vain, since a challenge is to come first. */
  boolean probing;

  /** Whether custom credentials and cookies may go to this origin. */
  boolean trusted;

  /** Whether the request goes to a forwarding proxy. */
  boolean forwarded;

  /** The URL for a forwarding proxy, or null. */
  String absoluteUrl;

  /** The value of Referer, or null. */
  String referer;

  /** The value of Cookie, a character per byte; null for none. */
  String cookies;

  /** The value of Alt-Used; null for none. */
  String alternative;

  /** Whether Expect was refused before. */
  boolean noExpect;

  /** The value of Range or Content-Range, name included; null for none. */
  String rangeName;

  /** See {@link #rangeName}. */
  String rangeValue;

  /** The body. */
  RequestBody body = RequestBody.EMPTY;

  /** Whether the server is asked to go on in HTTP/2. */
  boolean upgrades;

  private boolean chunked;
  private boolean expecting;
  private boolean asksTrailers;

  /** Starts on a request of a transfer; everything is unset. */
  void begin(TransferContext newTransfer) {
    clear();
    transfer = newTransfer;
    options = newTransfer.options();
    custom = options.get(CurlOpt.HTTPHEADER);
  }

  /** Lets go of the transfer and what came of it. */
  void clear() {
    transfer = null;
    options = null;
    custom = null;
    method = null;
    kind = null;
    host = null;
    port = 0;
    hostLine = null;
    authorization = null;
    signedLines = List.of();
    proxyAuthorization = null;
    probing = false;
    trusted = false;
    forwarded = false;
    absoluteUrl = null;
    referer = null;
    cookies = null;
    alternative = null;
    noExpect = false;
    rangeName = null;
    rangeValue = null;
    body = RequestBody.EMPTY;
    chunked = false;
    expecting = false;
    upgrades = false;
  }

  /** Whether the body is sent in chunks; known once written. */
  boolean chunked() {
    return chunked;
  }

  /** Whether the body waits for 100 Continue; known once written. */
  boolean expecting() {
    return expecting;
  }

  /** How many bytes are sent as the body; -1 if that is not known, as where line ends change. */
  long bodyLength() {
    return body.length() != 0 && options.on(CurlOpt.CRLF) ? -1 : body.length();
  }

  /**
   * Decides how the body is framed.
   *
   * @return false if there is no way to send it in this version
   */
  boolean frame() {
    String coding = custom("Transfer-Encoding");
    if (coding != null) {
      chunked = version < 20 && CustomHeaders.says(coding, "chunked");
    } else {
      chunked = bodyLength() < 0 && version < 20;
    }
    return !chunked || coding != null || version > 10;
  }

  /**
   * Writes the head, all but its end.
   *
   * @param out takes it
   */
  void write(RequestSink out) {
    writeTarget(out);
    if (hostLine != null) {
      out.line(hostLine);
    } else if (host != null) {
      out.host(host, port);
    }
    own(out, "Proxy-Authorization", proxyAuthorization);
    own(out, "Authorization", authorization);
    // by index, as there is mostly nothing, and an iterator for each request is not
    for (int i = 0; i < signedLines.size(); i++) {
      out.line(signedLines.get(i));
    }
    own(out, rangeName, rangeValue);
    writePreferences(out);
    unlessCustom(out, "Referer", referer);
    if (forwarded && custom("Proxy-Connection") == null && !proxyHeader("Proxy-Connection")) {
      out.field("Proxy-Connection", "Keep-Alive");
    }
    if (chunked && custom("Transfer-Encoding") == null) {
      out.field("Transfer-Encoding", "chunked");
    }
    unlessCustom(out, "Alt-Used", alternative);
    if (upgrades) {
      out.field("Upgrade", "h2c");
      out.field("HTTP2-Settings", Http2Handler.UPGRADE_SETTINGS);
    }
    if (cookies != null) {
      out.octets("Cookie", cookies);
    }
    writeCondition(out);
    writeCustom(out, custom);
    if (forwarded && separate()) {
      writeCustom(out, options.get(CurlOpt.PROXYHEADER));
    }
    writeContent(out);
    writeConnection(out);
  }

  private void writeTarget(RequestSink out) {
    String target = options.get(CurlOpt.REQUEST_TARGET);
    if (target != null) {
      out.request(method, target, null);
    } else if (absoluteUrl != null) {
      out.request(method, absoluteUrl, null);
    } else {
      out.request(method, path(transfer.url()), transfer.url().query());
    }
  }

  /**
   * The path as it is sent: blanks and what is not ASCII are percent-encoded, unlike in the query.
   */
  static String path(CurlUrl url) {
    String path = url.path();
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= 128 || path.charAt(i) == ' ') {
        return url.get(UrlPart.PATH, CURLU_URLENCODE).value();
      }
    }
    return path;
  }

  private void writePreferences(RequestSink out) {
    String agent = options.get(CurlOpt.USERAGENT);
    if (agent != null && !agent.isEmpty()) {
      unlessCustom(out, "User-Agent", agent);
    }
    unlessCustom(out, "Accept", "*/*");
    asksTrailers = options.on(CurlOpt.TRANSFER_ENCODING) && custom("TE") == null;
    if (asksTrailers) {
      out.field("TE", "gzip");
    }
    String codings = options.get(CurlOpt.ACCEPT_ENCODING);
    if (codings != null) {
      unlessCustom(out, "Accept-Encoding", codings.isEmpty() ? ContentCodings.offer() : codings);
    }
  }

  private void writeCondition(RequestSink out) {
    long condition = options.number(CurlOpt.TIMECONDITION);
    if (condition == CURL_TIMECOND_NONE) {
      return;
    }
    String name = "If-Modified-Since";
    if (condition == CURL_TIMECOND_IFUNMODSINCE) {
      name = "If-Unmodified-Since";
    } else if (condition == CURL_TIMECOND_LASTMOD) {
      name = "Last-Modified";
    }
    if (custom(name) == null) {
      long time = options.number(CurlOpt.TIMEVALUE_LARGE);
      out.field(name, DATE.format(Instant.ofEpochSecond(time)));
    }
  }

  private void writeCustom(RequestSink out, List<String> lines) {
    if (lines == null) {
      return;
    }
    for (String line : lines) {
      String emptied = CustomHeaders.emptied(line);
      String name = emptied != null ? emptied : CustomHeaders.named(line);
      if (name == null || !mayStand(name)) {
        continue;
      }
      out.line(emptied != null ? emptied + ':' : line);
    }
  }

  private boolean mayStand(String name) {
    if (name.equalsIgnoreCase("Host")) {
      return host == null && hostLine == null;
    }
    if (name.equalsIgnoreCase("Content-Type")) {
      return kind != RequestKind.POST_MIME;
    }
    if (name.equalsIgnoreCase("Content-Length")) {
      return !probing;
    }
    if (name.equalsIgnoreCase("Connection")) {
      return false;
    }
    if (name.equalsIgnoreCase("Transfer-Encoding")) {
      return version < 20;
    }
    boolean secret = name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
    return trusted || !secret;
  }

  private void writeContent(RequestSink out) {
    expecting = false;
    if (kind == RequestKind.GET || kind == RequestKind.HEAD) {
      return;
    }
    if (bodyLength() >= 0 && !chunked && (probing || custom("Content-Length") == null)) {
      out.field("Content-Length", bodyLength());
    }
    for (String field : body.fields()) {
      out.line(field);
    }
    if (kind == RequestKind.POST) {
      unlessCustom(out, "Content-Type", "application/x-www-form-urlencoded");
    }
    writeExpect(out);
  }

  private void writeExpect(RequestSink out) {
    String own = custom("Expect");
    if (own != null) {
      expecting = CustomHeaders.says(own, CONTINUE);
    } else if (!noExpect && version == 11 && (body.length() < 0 || body.length() > EXPECT_ABOVE)) {
      out.field("Expect", CONTINUE);
      expecting = true;
    }
  }

  /** The user's first Connection line takes in what has to be said beside it. */
  private void writeConnection(RequestSink out) {
    String value = null;
    String first = null;
    if (custom != null) {
      for (String line : custom) {
        if (CustomHeaders.isAbout(line, "Connection") && !CustomHeaders.value(line).isEmpty()) {
          first = line;
          value = CustomHeaders.value(line);
          break;
        }
      }
    }
    if (asksTrailers) {
      value = value == null ? "TE" : value + ", TE";
    }
    if (upgrades) {
      value = (value == null ? "" : value + ", ") + "Upgrade, HTTP2-Settings";
    }
    if (value != null) {
      out.field("Connection", value);
    }
    if (first != null) {
      writeOtherConnections(out, first);
    }
  }

  private void writeOtherConnections(RequestSink out, String first) {
    boolean passed = false;
    for (String line : custom) {
      if (!passed && line.equals(first)) {
        passed = true;
      } else if (CustomHeaders.isAbout(line, "Connection")
          && !CustomHeaders.value(line).isEmpty()) {
        out.line(line);
      }
    }
  }

  private String custom(String name) {
    return CustomHeaders.find(custom, name);
  }

  private boolean separate() {
    return options.number(CurlOpt.HEADEROPT) == CURLHEADER_SEPARATE;
  }

  /** Whether the user says something about a field for the proxy. */
  boolean proxyHeader(String name) {
    List<String> lines = separate() ? options.get(CurlOpt.PROXYHEADER) : custom;
    return CustomHeaders.find(lines, name) != null;
  }

  private void unlessCustom(RequestSink out, String name, String value) {
    if (value != null && custom(name) == null) {
      out.field(name, value);
    }
  }

  private static void own(RequestSink out, String name, String value) {
    if (value != null) {
      out.field(name, value);
    }
  }
}
