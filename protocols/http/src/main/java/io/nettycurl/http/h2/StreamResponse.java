package io.nettycurl.http.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.http.Framing;
import io.nettycurl.http.HttpExchange;
import io.nettycurl.http.h2.hpack.FieldList;
import io.nettycurl.http.h2.hpack.HeaderField;
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

  private static final byte[] STATUS = ":status".getBytes(US_ASCII);
  private static final int STATUS_DIGITS = 3;
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] VERSION = "HTTP/2 ".getBytes(US_ASCII);
  private static final byte[] PSEUDO_STATUS = ":status:".getBytes(US_ASCII);
  private static final byte[] STATUS_END = " \r\n".getBytes(US_ASCII);
  private static final int SWITCHING_PROTOCOLS = 101;

  /**
   * What a line is put together in, as callbacks may do with it what they like; shared by the
   * streams of a connection.
   */
  static final class LineBuffer {
    private static final int USUAL = 512;
    private byte[] bytes = new byte[USUAL];
    private int length;

    /** Starts a line. */
    private LineBuffer begin() {
      length = 0;
      return this;
    }

    private LineBuffer add(byte[] piece) {
      return add(piece, 0, piece.length);
    }

    private LineBuffer add(byte[] from, int offset, int count) {
      if (length + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
      }
      System.arraycopy(from, offset, bytes, length, count);
      length += count;
      return this;
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
  CurlCode head(FieldList list, boolean end, CharSequence method) {
    if (headComplete) {
      return end ? trailers(list) : malformed("trailers that do not end it");
    }
    headStarted = true;
    status = -1;
    pseudoAllowed = true;
    for (int i = 0; i < list.count(); i++) {
      CurlCode code = field(list.get(i));
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

  private CurlCode field(HeaderField field) {
    if (field.isPseudo()) {
      return pseudo(field);
    }
    pseudoAllowed = false;
    if (status < 0) {
      exchange.transfer().failed("Invalid status line");
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    if (!field.isAllowed()) {
      return malformed("a field that may not be there: " + field.name());
    }
    if (field.isContentLength() && !announces(field.number())) {
      return malformed("a wrong Content-Length");
    }
    CurlCode code = compose(field);
    return code == CurlCode.OK ? exchange.fieldLine(line.bytes, 0, line.length) : code;
  }

  private CurlCode pseudo(HeaderField field) {
    if (!pseudoAllowed || status >= 0 || !field.isNamed(STATUS)) {
      return malformed("a pseudo field that may not be there: " + field.name());
    }
    status = field.valueLength() == STATUS_DIGITS ? (int) field.number() : -1;
    if (status < 0 || status == SWITCHING_PROTOCOLS) {
      return malformed("a wrong status");
    }
    line.begin().add(PSEUDO_STATUS).add(field.line(), field.valueStart(), STATUS_DIGITS);
    exchange.transfer().header(line.bytes, 0, line.length, HeaderKind.PSEUDO);
    line.begin().add(VERSION).add(field.line(), field.valueStart(), STATUS_DIGITS).add(STATUS_END);
    return exchange.statusLine(20, status, line.bytes, 0, line.length);
  }

  private boolean announces(long length) {
    boolean allowed = status / 100 != 1 && (status != 204 || length == 0);
    boolean good = allowed && length >= 0 && contentLength < 0;
    contentLength = length;
    return good;
  }

  private CurlCode compose(HeaderField field) {
    if (field.line().length > MAX_LINE) {
      exchange.transfer().failed("Too long response header line");
      return CurlCode.TOO_LARGE;
    }
    line.begin().add(field.line());
    return CurlCode.OK;
  }

  private CurlCode trailers(FieldList list) {
    for (int i = 0; i < list.count(); i++) {
      HeaderField field = list.get(i);
      if (!field.isAllowed()) {
        return malformed("a trailer that may not be there: " + field.name());
      }
      CurlCode code = compose(field);
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
   * @param data its next bytes are the piece; only looked at
   * @param length how many of them
   * @return OK, or the result of the exchange
   */
  CurlCode data(ByteBuf data, int length) {
    if (!headComplete) {
      return malformed("a body without a head");
    }
    received += length;
    if (contentLength >= 0 && received > contentLength) {
      return malformed("more than its Content-Length");
    }
    boolean dropped = length == 0 || exchange.noBody() || exchange.framing() == Framing.NONE;
    if (dropped) {
      return CurlCode.OK;
    }
    ByteBuf piece = data.retainedSlice(data.readerIndex(), length);
    exchange.bodyBytes(piece);
    return exchange.body(piece);
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
