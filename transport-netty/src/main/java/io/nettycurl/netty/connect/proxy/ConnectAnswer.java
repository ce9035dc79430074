package io.nettycurl.netty.connect.proxy;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Owned by the loop. Reads a proxy's answer to CONNECT, byte by byte so that nothing behind it is
 * taken: its head, and the body of a 407, which is passed over. Does no I/O.
 */
final class ConnectAnswer {
  /** Told what stands in it. */
  interface Listener {
    /** A header line, unfolded, line end included; gives OK or the result. */
    CurlCode line(byte[] line, int length);

    /** The status. */
    void status(int status);

    /** The value of a Proxy-Authenticate header. */
    void challenge(String value);
  }

  private enum State {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK_DATA,
    CHUNK_END,
    TRAILER,
    COMPLETE
  }

  private static final int CHALLENGED = 407;

  private State state = State.HEAD;
  private byte[] line = new byte[128];
  private int length;
  private int headBytes;
  private boolean mayContinue;
  private boolean unfolding;
  private boolean started;
  private int status;
  private long contentLength;
  private boolean chunked;
  private boolean closes;
  private long left;
  private String problem;

  /** Gets ready for another answer on the same connection. */
  void reset() {
    state = State.HEAD;
    length = 0;
    headBytes = 0;
    mayContinue = false;
    unfolding = false;
    started = false;
    status = 0;
    contentLength = 0;
    chunked = false;
    closes = false;
    left = 0;
    problem = null;
  }

  boolean complete() {
    return state == State.COMPLETE;
  }

  boolean started() {
    return started;
  }

  int status() {
    return status;
  }

  boolean closes() {
    return closes;
  }

  /** What is wrong, in words. */
  String problem() {
    return problem;
  }

  /**
   * Takes bytes until the answer is complete.
   *
   * @param in what came; what belongs to the answer is read
   * @return OK, or the result of the transfer
   */
  CurlCode read(ByteBuf in, Listener listener) {
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && state != State.COMPLETE && in.isReadable()) {
      started = true;
      code = state == State.HEAD ? head(in.readByte(), listener) : body(in.readByte());
    }
    return code;
  }

  /** The connection is closed: a line that waited for its continuation is delivered. */
  CurlCode end(Listener listener) {
    return mayContinue && state == State.HEAD ? deliver(listener) : CurlCode.OK;
  }

  private CurlCode head(byte next, Listener listener) {
    boolean blank = next == ' ' || next == '\t';
    if (mayContinue) {
      mayContinue = false;
      if (blank) {
        fold();
      } else {
        CurlCode code = deliver(listener);
        if (code != CurlCode.OK) {
          return code;
        }
      }
    }
    if (unfolding) {
      if (blank) {
        return CurlCode.OK;
      }
      unfolding = false;
      if (!append((byte) ' ')) {
        return tooLarge();
      }
    }
    if (!append(next)) {
      return tooLarge();
    }
    if (next != '\n') {
      return CurlCode.OK;
    }
    if (line[0] == '\r' || line[0] == '\n') {
      return deliver(listener);
    }
    mayContinue = true;
    return CurlCode.OK;
  }

  private void fold() {
    while (length > 0 && line[length - 1] <= ' ' && line[length - 1] >= 0) {
      length--;
    }
    unfolding = true;
  }

  private boolean append(byte next) {
    // as in libcurl the bound includes the end of a C string
    if (length + 1 >= TunnelStep.MAX_LINE) {
      return false;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = next;
    return true;
  }

  private CurlCode tooLarge() {
    problem = "CONNECT response too large";
    return CurlCode.RECV_ERROR;
  }

  private CurlCode deliver(Listener listener) {
    for (int i = 0; i < length; i++) {
      if (line[i] == 0) {
        problem = "Nul byte in header";
        return CurlCode.WEIRD_SERVER_REPLY;
      }
    }
    headBytes += length;
    if (headBytes > TunnelStep.MAX_HEAD) {
      problem = "Too large response headers: " + headBytes + " > " + TunnelStep.MAX_HEAD;
      return CurlCode.RECV_ERROR;
    }
    CurlCode code = listener.line(line, length);
    if (code != CurlCode.OK) {
      problem = "Failed writing header";
      return code;
    }
    if (line[0] == '\r' || line[0] == '\n') {
      headEnds();
    } else {
      code = interpret(new String(line, 0, length, StandardCharsets.ISO_8859_1), listener);
    }
    length = 0;
    return code;
  }

  private void headEnds() {
    boolean skip = status == CHALLENGED && (contentLength > 0 || chunked);
    left = contentLength;
    state = !skip ? State.COMPLETE : chunked ? State.CHUNK_SIZE : State.BODY;
    if (state == State.CHUNK_SIZE) {
      left = 0;
    }
  }

  private CurlCode interpret(String text, Listener listener) {
    int found = statusIn(text);
    if (found >= 0) {
      status = found;
      // an HTTP/1.0 proxy keeps the connection only if it says so
      closes = text.charAt(7) == '0';
      listener.status(found);
      return CurlCode.OK;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return CurlCode.OK;
    }
    String value = text.substring(colon + 1).strip();
    switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "proxy-authenticate":
        if (status == CHALLENGED) {
          listener.challenge(value);
        }
        return CurlCode.OK;
      case "content-length":
        return status / 100 == 2 ? CurlCode.OK : contentLength(value);
      case "transfer-encoding":
        chunked |= status / 100 != 2 && value.toLowerCase(Locale.ROOT).contains("chunked");
        return CurlCode.OK;
      case "connection", "proxy-connection":
        connection(value.toLowerCase(Locale.ROOT));
        return CurlCode.OK;
      default:
        return CurlCode.OK;
    }
  }

  private void connection(String value) {
    if (value.contains("close")) {
      closes = true;
    } else if (value.contains("keep-alive")) {
      closes = false;
    }
  }

  private static int statusIn(String text) {
    if (text.length() < 12
        || !text.startsWith("HTTP/1.")
        || (text.charAt(7) != '0' && text.charAt(7) != '1')
        || text.charAt(8) != ' '
        || (text.length() > 12 && digit(text.charAt(12)))) {
      return -1;
    }
    for (int i = 9; i < 12; i++) {
      if (!digit(text.charAt(i))) {
        return -1;
      }
    }
    return Integer.parseInt(text.substring(9, 12));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private CurlCode contentLength(String value) {
    int end = 0;
    while (end < value.length() && digit(value.charAt(end))) {
      end++;
    }
    try {
      contentLength = Long.parseLong(value.substring(0, end));
      return CurlCode.OK;
    } catch (NumberFormatException e) {
      problem = "Unsupported Content-Length value";
      return CurlCode.WEIRD_SERVER_REPLY;
    }
  }

  private CurlCode body(byte next) {
    switch (state) {
      case BODY:
        if (--left == 0) {
          state = State.COMPLETE;
        }
        return CurlCode.OK;
      case CHUNK_SIZE:
        return chunkSize(next);
      case CHUNK_DATA:
        if (--left == 0) {
          state = State.CHUNK_END;
        }
        return CurlCode.OK;
      case CHUNK_END:
        if (next == '\n') {
          state = State.CHUNK_SIZE;
          length = 0;
        }
        return CurlCode.OK;
      default:
        return trailer(next);
    }
  }

  /** {@code length} counts digits here, and is over them once it is negative. */
  private CurlCode chunkSize(byte next) {
    int digit = length < 0 ? -1 : Character.digit(next, 16);
    if (digit >= 0) {
      left = left << 4 | digit;
      return ++length > 15 ? badChunk() : CurlCode.OK;
    }
    if (length == 0) {
      return badChunk();
    }
    length = length > 0 ? -length : length;
    if (next == '\n') {
      state = left == 0 ? State.TRAILER : State.CHUNK_DATA;
      length = 0;
    }
    return CurlCode.OK;
  }

  private CurlCode badChunk() {
    problem = "bad chunk in the body of a CONNECT response";
    return CurlCode.RECV_ERROR;
  }

  private CurlCode trailer(byte next) {
    if (next == '\n') {
      if (length == 0) {
        state = State.COMPLETE;
      }
      length = 0;
    } else if (next != '\r') {
      length = 1;
    }
    return CurlCode.OK;
  }
}
