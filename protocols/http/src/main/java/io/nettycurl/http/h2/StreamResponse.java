package io.nettycurl.http.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.nettycurl.CurlCode;
import io.nettycurl.http.Framing;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.netty.spi.HeaderKind;
import java.util.Arrays;

/**
 * Owned by the loop. The response on one stream: header lists are passed on as lines in the form of
 * HTTP/1, bodies are checked against their announced length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.1">RFC 9113, section 8.1</a>
 */
final class StreamResponse {
  /** How long a line may be, line end included. */
  static final int MAX_LINE = 100 * 1024 - 1;

  private static final AsciiString STATUS = AsciiString.cached(":status");
  private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] VERSION = "HTTP/2 ".getBytes(US_ASCII);
  private static final byte[] PSEUDO_STATUS = ":status:".getBytes(US_ASCII);
  private static final byte[] STATUS_END = " \r\n".getBytes(US_ASCII);
  private static final int SWITCHING_PROTOCOLS = 101;

  /** What a line is put together in; shared by the streams of a connection. */
  static final class LineBuffer {
    private byte[] bytes = new byte[512];
    private int length;

    private void add(byte[] piece) {
      reserve(piece.length);
      System.arraycopy(piece, 0, bytes, length, piece.length);
      length += piece.length;
    }

    private void add(CharSequence text) {
      reserve(text.length());
      if (text instanceof AsciiString ascii) {
        System.arraycopy(ascii.array(), ascii.arrayOffset(), bytes, length, ascii.length());
      } else {
        for (int i = 0; i < text.length(); i++) {
          bytes[length + i] = (byte) text.charAt(i);
        }
      }
      length += text.length();
    }

    private void add(char first, char second) {
      reserve(2);
      bytes[length++] = (byte) first;
      bytes[length++] = (byte) second;
    }

    private void reserve(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
      }
    }
  }

  private final HttpExchange exchange;
  private final LineBuffer line;
  private boolean abandoned;
  private boolean headStarted;
  private boolean headComplete;
  private boolean pseudoAllowed;
  private int status;
  private long contentLength = -1;
  private long received;
  private String malformed;

  StreamResponse(HttpExchange exchange, LineBuffer line) {
    this.exchange = exchange;
    this.line = line;
  }

  /** The exchange is not ours any more, and may be another one's. */
  void abandon() {
    abandoned = true;
  }

  /** Whether any head came, and be it an interim one. */
  boolean headStarted() {
    return headStarted;
  }

  /** Whether a final head is complete. */
  boolean headComplete() {
    return headComplete;
  }

  /** Whether the head is all that is wanted. */
  boolean wantsNoMore() {
    return headComplete && (exchange.noBody() || endsHere());
  }

  /** Whether the exchange is over with the head, whatever the server sends. */
  boolean endsHere() {
    return exchange.framing() == Framing.NONE && exchange.closing();
  }

  /** Whether any of the body came. */
  boolean bodyStarted() {
    return received > 0;
  }

  /** How much of the body is still to come; -1 if not known. */
  long missing() {
    return contentLength < 0 ? -1 : contentLength - received;
  }

  /** What is wrong with the response; null if nothing, whatever the exchange's result is. */
  String malformed() {
    return malformed;
  }

  /**
   * A header list came.
   *
   * @param method the request's, as sent
   * @return OK, or the result of the exchange
   */
  CurlCode headers(HeaderList list, boolean end, CharSequence method) {
    if (headComplete) {
      return end ? trailers(list) : malformed("trailers that do not end it");
    }
    headStarted = true;
    status = -1;
    pseudoAllowed = true;
    for (int i = 0; i < list.size(); i++) {
      CurlCode code = field(list.name(i), list.value(i));
      if (code != CurlCode.OK || abandoned) {
        return code;
      }
    }
    if (status < 0) {
      return malformed("no status");
    }
    if (status / 100 == 1) {
      return end ? malformed("an interim response that ends it") : headEnd();
    }
    headComplete = true;
    if (status == 204 || status == 304 || "HEAD".contentEquals(method)) {
      contentLength = 0;
    }
    return headEnd();
  }

  private CurlCode headEnd() {
    return exchange.headEnd(LINE_END, 0, LINE_END.length);
  }

  private CurlCode field(CharSequence name, CharSequence value) {
    if (name.length() > 0 && name.charAt(0) == ':') {
      return pseudo(name, value);
    }
    pseudoAllowed = false;
    if (status < 0) {
      exchange.transfer().failed("Invalid status line");
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    if (!ResponseRules.allows(name, value)) {
      return malformed("a field that may not be there: " + name);
    }
    if (CONTENT_LENGTH.contentEquals(name) && !announces(value)) {
      return malformed("a wrong Content-Length");
    }
    CurlCode code = compose(name, value);
    return code == CurlCode.OK ? exchange.fieldLine(line.bytes, 0, line.length) : code;
  }

  private CurlCode pseudo(CharSequence name, CharSequence value) {
    if (!pseudoAllowed || status >= 0 || !STATUS.contentEquals(name)) {
      return malformed("a pseudo field that may not be there: " + name);
    }
    status = ResponseRules.status(value);
    if (status < 0 || status == SWITCHING_PROTOCOLS) {
      return malformed("a wrong status");
    }
    line.length = 0;
    line.add(PSEUDO_STATUS);
    line.add(value);
    exchange.transfer().header(line.bytes, 0, line.length, HeaderKind.PSEUDO);
    line.length = 0;
    line.add(VERSION);
    line.add(value);
    line.add(STATUS_END);
    return exchange.statusLine(20, status, line.bytes, 0, line.length);
  }

  private boolean announces(CharSequence value) {
    long length = ResponseRules.number(value);
    boolean allowed = status / 100 != 1 && (status != 204 || length == 0);
    boolean good = allowed && length >= 0 && contentLength < 0;
    contentLength = length;
    return good;
  }

  private CurlCode compose(CharSequence name, CharSequence value) {
    if (name.length() + value.length() + 4 > MAX_LINE) {
      exchange.transfer().failed("Too long response header line");
      return CurlCode.TOO_LARGE;
    }
    line.length = 0;
    line.add(name);
    line.add(':', ' ');
    line.add(value);
    line.add('\r', '\n');
    return CurlCode.OK;
  }

  private CurlCode trailers(HeaderList list) {
    for (int i = 0; i < list.size(); i++) {
      if (!ResponseRules.allows(list.name(i), list.value(i))) {
        return malformed("a trailer that may not be there: " + list.name(i));
      }
      CurlCode code = compose(list.name(i), list.value(i));
      code = code == CurlCode.OK ? exchange.trailer(line.bytes, 0, line.length) : code;
      if (code != CurlCode.OK || abandoned) {
        return code;
      }
    }
    return CurlCode.OK;
  }

  /**
   * A piece of the body came.
   *
   * @param data the bytes; only looked at
   * @return OK, or the result of the exchange
   */
  CurlCode data(ByteBuf data) {
    if (!headComplete) {
      return malformed("a body without a head");
    }
    int length = data.readableBytes();
    received += length;
    if (contentLength >= 0 && received > contentLength) {
      return malformed("more than its Content-Length");
    }
    boolean dropped = length == 0 || exchange.noBody() || exchange.framing() == Framing.NONE;
    if (dropped) {
      return CurlCode.OK;
    }
    exchange.bodyBytes(data);
    return exchange.body(data.retainedSlice());
  }

  /**
   * The server ended the stream.
   *
   * @return OK, or the result of the exchange
   */
  CurlCode end() {
    if (!headComplete) {
      return malformed("no final head");
    }
    return contentLength >= 0 && received < contentLength
        ? malformed("less than its Content-Length")
        : CurlCode.OK;
  }

  private CurlCode malformed(String what) {
    malformed = what;
    return CurlCode.HTTP2_STREAM;
  }
}
