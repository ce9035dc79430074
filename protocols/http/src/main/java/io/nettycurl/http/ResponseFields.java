package io.nettycurl.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.nettycurl.Curl;
import io.nettycurl.CurlCode;
import io.nettycurl.http.altsvc.AltService.Alpn;
import io.nettycurl.http.altsvc.AltSvcEngine;
import io.nettycurl.http.hsts.HstsEngine;
import io.nettycurl.http.response.FieldLine;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.TransferContext;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. What the fields of one response say that matters to the transfer; all others
 * are passed on unread.
 */
final class ResponseFields {
  /** What {@link Curl#getDate} answers. */
  private static final long NO_DATE = -1;

  private static final byte[] ALT_SVC = ascii("alt-svc");
  private static final byte[] CONTENT_LENGTH = ascii("content-length");
  private static final byte[] CONTENT_ENCODING = ascii("content-encoding");
  private static final byte[] CONTENT_TYPE = ascii("content-type");
  private static final byte[] CONTENT_RANGE = ascii("content-range");
  private static final byte[] CONNECTION = ascii("connection");
  private static final byte[] PROXY_CONNECTION = ascii("proxy-connection");
  private static final byte[] PERSISTENT_AUTH = ascii("persistent-auth");
  private static final byte[] PROXY_AUTHENTICATE = ascii("proxy-authenticate");
  private static final byte[] WWW_AUTHENTICATE = ascii("www-authenticate");
  private static final byte[] LAST_MODIFIED = ascii("last-modified");
  private static final byte[] LOCATION = ascii("location");
  private static final byte[] RETRY_AFTER = ascii("retry-after");
  private static final byte[] SET_COOKIE = ascii("set-cookie");
  private static final byte[] STRICT_TRANSPORT_SECURITY = ascii("strict-transport-security");
  private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");
  private static final byte[] CLOSE = ascii("close");
  private static final byte[] KEEP_ALIVE = ascii("keep-alive");
  private static final long MAX_RETRY_AFTER = 21_600;

  private final HttpExchange exchange;
  private final FieldLine line = new FieldLine();
  private TransferContext transfer;
  private boolean followsLocation;
  private boolean wantsTime;
  private String lastType = "";

  /** Whether the status rules a body out. */
  boolean bodyless;

  /** What Content-Length says; -1 if nothing. */
  long contentLength = -1;

  /** Whether the length must not be trusted, since there are transfer codings. */
  boolean ignoreLength;

  /** Whether the body comes in chunks. */
  boolean chunked;

  /** Whether the range that was asked for is what comes. */
  boolean rangeMatches;

  /** What Location says; null if nothing. */
  String location;

  /** What Last-Modified says, in seconds since 1970; 0 if nothing. */
  long lastModified;

  /** Where a resumed download is to go on; 0 once the server sends everything. */
  long resumeFrom;

  ResponseFields(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** Starts on a response to a transfer. */
  void begin(TransferContext newTransfer) {
    OptionValues options = newTransfer.options();
    transfer = newTransfer;
    followsLocation = options.on(CurlOpt.FOLLOWLOCATION);
    wantsTime = options.on(CurlOpt.FILETIME) || options.on(CurlOpt.TIMECONDITION);
    resumeFrom = options.number(CurlOpt.RESUME_FROM_LARGE);
    bodyless = false;
    contentLength = -1;
    ignoreLength = false;
    chunked = false;
    rangeMatches = false;
    location = null;
    lastModified = 0;
  }

  /** Lets go of the transfer. */
  void clear() {
    transfer = null;
    location = null;
  }

  /** Reads a field; gives OK or the result of the exchange. */
  CurlCode read(byte[] bytes, int offset, int length) {
    line.moveTo(bytes, offset, length);
    switch (line.initial()) {
      case 'a':
        if (transfer.scheme().tls() && line.isNamed(ALT_SVC)) {
          alternatives();
        }
        return CurlCode.OK;
      case 'c':
        return content();
      case 'l':
        return location();
      case 'p':
        return proxy();
      case 'r':
        if (line.isNamed(RETRY_AFTER)) {
          transfer.infos().set(CurlInfo.RETRY_AFTER, retryAfter());
        }
        return CurlCode.OK;
      case 's':
        if (line.isNamed(SET_COOKIE)) {
          exchange.request().setCookie(line.value());
        } else if (transfer.scheme().tls() && line.isNamed(STRICT_TRANSPORT_SECURITY)) {
          strictTransport();
        }
        return CurlCode.OK;
      case 't':
        return transferCoding();
      case 'w':
        if (exchange.status() == 401 && line.isNamed(WWW_AUTHENTICATE)) {
          exchange.challenged(false, line.value());
        }
        return CurlCode.OK;
      default:
        return CurlCode.OK;
    }
  }

  private CurlCode content() {
    if (line.isNamed(CONTENT_LENGTH)) {
      boolean ignore = bodyless || transfer.options().on(CurlOpt.IGNORE_CONTENT_LENGTH);
      return ignore ? CurlCode.OK : length();
    }
    if (line.isNamed(CONTENT_ENCODING)) {
      boolean decode = !bodyless && transfer.options().get(CurlOpt.ACCEPT_ENCODING) != null;
      return decode ? exchange.contentCodings(line.value()) : CurlCode.OK;
    }
    if (line.isNamed(CONTENT_TYPE)) {
      if (line.valueLength() > 0) {
        contentType();
      }
    } else if (line.isNamed(CONNECTION)) {
      if (exchange.responseVersion() < 20 && line.says(CLOSE)) {
        exchange.closes(true);
      } else if (exchange.responseVersion() == 10 && line.says(KEEP_ALIVE)) {
        exchange.closes(false);
        exchange.info("HTTP/1.0 connection set to keep alive");
      }
    } else if (!bodyless && line.isNamed(CONTENT_RANGE)) {
      contentRange();
    }
    return CurlCode.OK;
  }

  /** Types are few: the last one is likely to be it again. */
  private void contentType() {
    if (!line.valueIs(lastType)) {
      lastType = line.value();
    }
    transfer.infos().set(CurlInfo.CONTENT_TYPE, lastType);
  }

  /** One number, or the same one several times, parted by commas. */
  private CurlCode length() {
    int at = 0;
    while (true) {
      at = skipBlanks(at);
      int start = at;
      long value = 0;
      boolean overflow = false;
      for (int digit = digit(at); digit >= 0; digit = digit(++at)) {
        overflow |= value > (Long.MAX_VALUE - digit) / 10;
        value = value * 10 + digit;
      }
      if (overflow) {
        return lengthOverflow();
      }
      if (at == start || (contentLength >= 0 && contentLength != value)) {
        return wrongLength();
      }
      contentLength = value;
      at = skipBlanks(at);
      if (line.valueAt(at) < 0) {
        return CurlCode.OK;
      }
      if (line.valueAt(at++) != ',') {
        return wrongLength();
      }
    }
  }

  private CurlCode wrongLength() {
    transfer.failed("Invalid Content-Length: value");
    return CurlCode.WEIRD_SERVER_REPLY;
  }

  private CurlCode lengthOverflow() {
    if (transfer.options().number(CurlOpt.MAXFILESIZE_LARGE) > 0) {
      transfer.failed("Maximum file size exceeded");
      return CurlCode.FILESIZE_EXCEEDED;
    }
    exchange.closes(true);
    exchange.info("Overflow Content-Length: value");
    return CurlCode.OK;
  }

  private void contentRange() {
    int at = 0;
    while (line.valueAt(at) >= 0 && digit(at) < 0 && line.valueAt(at) != '*') {
      at++;
    }
    if (digit(at) < 0) {
      if (exchange.status() < 300) {
        resumeFrom = 0;
      }
      return;
    }
    long value = 0;
    for (int digit = digit(at);
        digit >= 0 && value <= Long.MAX_VALUE / 10 - 1;
        digit = digit(++at)) {
      value = value * 10 + digit;
    }
    rangeMatches |= value == resumeFrom;
  }

  private CurlCode location() {
    if (wantsTime && !bodyless && line.isNamed(LAST_MODIFIED)) {
      long time = Curl.getDate(line.value());
      lastModified = time == NO_DATE ? 0 : time;
      if (transfer.options().on(CurlOpt.FILETIME)) {
        transfer.infos().set(CurlInfo.FILETIME_T, lastModified);
      }
    } else if (line.isNamed(LOCATION) && line.valueLength() > 0) {
      return newLocation(utf8(line));
    }
    return CurlCode.OK;
  }

  private CurlCode newLocation(String target) {
    if (location != null) {
      if (location.equals(target)) {
        return CurlCode.OK;
      }
      transfer.failed("Multiple Location headers");
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    location = target;
    if (followsLocation && exchange.status() >= 300 && exchange.status() < 400) {
      exchange.follow(target);
    }
    return CurlCode.OK;
  }

  /** The bytes as UTF-8; those of another charset are percent-encoded, to be kept as they are. */
  private static String utf8(FieldLine line) {
    String bytes = line.value();
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < bytes.length(); i++) {
        char c = bytes.charAt(i);
        if (c < 128) {
          out.append(c);
        } else {
          out.append('%').append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
        }
      }
      return out.toString();
    }
  }

  private void alternatives() {
    AltSvcEngine engine = AltSvcEngine.active(transfer.state());
    if (engine != null) {
      ConnectionPlan plan = transfer.connection().plan();
      Alpn from = exchange.responseVersion() >= 20 ? Alpn.H2 : Alpn.H1;
      engine.say(from, plan.host(), plan.port(), line.value(), exchange::info);
    }
  }

  private void strictTransport() {
    HstsEngine hsts = HstsEngine.active(transfer.state());
    String ascii = transfer.url().asciiHost();
    String host = ascii == null ? transfer.url().host() : ascii;
    if (hsts != null && !hsts.say(host, line.value())) {
      exchange.info("Illegal STS header skipped");
    }
  }

  private CurlCode proxy() {
    if (line.isNamed(PROXY_CONNECTION)) {
      if (exchange.forwarded()) {
        if (exchange.responseVersion() == 10 && line.says(KEEP_ALIVE)) {
          exchange.closes(false);
          exchange.info("HTTP/1.0 proxy connection set to keep alive");
        } else if (exchange.responseVersion() == 11 && line.says(CLOSE)) {
          exchange.closes(true);
          exchange.info("HTTP/1.1 proxy connection set close");
        }
      }
    } else if (exchange.status() == 407 && line.isNamed(PROXY_AUTHENTICATE)) {
      exchange.challenged(true, line.value());
    } else if (line.isNamed(PERSISTENT_AUTH)) {
      exchange.request().authentication().persistence(line.value());
    }
    return CurlCode.OK;
  }

  /** A date, or a number of seconds. */
  private long retryAfter() {
    long seconds = 0;
    long date = Curl.getDate(line.value());
    if (date != NO_DATE) {
      seconds = Math.max(0, date - System.currentTimeMillis() / 1000);
    } else {
      int at = 0;
      for (int digit = digit(at); digit >= 0 && seconds <= MAX_RETRY_AFTER; digit = digit(++at)) {
        seconds = seconds * 10 + digit;
      }
    }
    return Math.min(seconds, MAX_RETRY_AFTER);
  }

  private CurlCode transferCoding() {
    boolean applies = !bodyless && !exchange.noBody() && exchange.status() != 304;
    if (!applies || !line.isNamed(TRANSFER_ENCODING)) {
      return CurlCode.OK;
    }
    CurlCode code = exchange.transferCodings(line.value());
    if (code == CurlCode.OK && !chunked && transfer.options().on(CurlOpt.TRANSFER_ENCODING)) {
      exchange.closes(true);
      ignoreLength = true;
    }
    return code;
  }

  private int digit(int at) {
    int c = line.valueAt(at);
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (line.valueAt(at) == ' ' || line.valueAt(at) == '\t') {
      at++;
    }
    return at;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
