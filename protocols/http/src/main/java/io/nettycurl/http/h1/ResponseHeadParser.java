package io.nettycurl.http.h1;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import io.nettycurl.CurlCode;
import java.util.Arrays;
import java.util.List;

/**
 * Owned by the loop. Takes response heads apart into lines: bytes in, lines out, no other effect.
 *
 * <p>Reads what libcurl reads: bare LF line ends, folded fields (joined with one space before they
 * are passed on), any three digits as a status. A field line is held back until the byte after it
 * is known, since that may fold it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-2">RFC 9112, section 2</a>
 */
public final class ResponseHeadParser {
  /** How long a line may be once unfolded, line end included. */
  public static final int MAX_LINE = 100 * 1024 - 1;

  private static final int WINDOW = 512;
  private static final byte[] NONE = {};

  /**
   * Owned by a thread. Where bytes are looked at, array access being cheaper. One for all of a
   * thread's connections stays in the processor's cache; one of each connection's own would not.
   */
  private static final class Window {
    private static final FastThreadLocal<Window> OF_THREAD =
        new FastThreadLocal<>() {
          @Override
          protected Window initialValue() {
            return new Window();
          }
        };

    private final byte[] bytes = new byte[WINDOW];
    private boolean lent;
  }

  private static final byte[] PREFIX = {'H', 'T', 'T', 'P', '/'};
  private static final byte[] SPACE = {' '};
  private static final int TOKEN_DECIDES = 5;

  /** Told about lines; the bytes are only good during the call. */
  public interface Sink {
    /**
     * A status line.
     *
     * @param version 10, 11, 20 or 30
     * @param status three digits
     * @return OK to go on
     */
    CurlCode statusLine(int version, int status, byte[] line, int offset, int length);

    /**
     * A field line.
     *
     * @return OK to go on
     */
    CurlCode fieldLine(byte[] line, int offset, int length);

    /**
     * The line that ends the head.
     *
     * @return OK to go on
     */
    CurlCode headEnd(byte[] line, int offset, int length);

    /**
     * A field line that was still held back when the connection ended.
     *
     * @return OK to go on
     */
    CurlCode lastLine(byte[] line, int offset, int length);
  }

  private enum State {
    STATUS,
    FIELDS,
    COMPLETE,
    NOT_HTTP
  }

  private final Sink sink;
  private byte[] window = NONE;
  private byte[] line = NONE;
  private int lineLength;
  private int fields;
  private boolean held;
  private boolean unfolding;
  private State state = State.STATUS;
  private List<String> aliases;
  private String problem;
  private CurlCode result = CurlCode.OK;

  /**
   * A parser.
   *
   * @param sink told about the lines
   */
  public ResponseHeadParser(Sink sink) {
    this.sink = sink;
  }

  /**
   * Gets ready for the first head of a response.
   *
   * @param statusAliases beginnings of lines to take for a status 200; null if there are none
   */
  public void begin(List<String> statusAliases) {
    aliases = statusAliases;
    problem = null;
    expectHead();
  }

  /** Gets ready for another head, after an interim response. */
  public void expectHead() {
    state = State.STATUS;
    lineLength = 0;
    fields = 0;
    held = false;
    unfolding = false;
  }

  /** Whether the head is complete; what follows is not read. */
  public boolean complete() {
    return state == State.COMPLETE;
  }

  /** Whether the very first bytes are no status line: {@link #leftover} has them. */
  public boolean notHttp() {
    return state == State.NOT_HTTP;
  }

  /** What was read of something that is no status line. */
  public byte[] leftover() {
    return Arrays.copyOf(line, lineLength);
  }

  /** Whether bytes of an unfinished line are kept. */
  public boolean midLine() {
    return lineLength > 0;
  }

  /** What is wrong, after an answer other than OK that the sink did not give; null otherwise. */
  public String problem() {
    return problem;
  }

  /**
   * Reads up to the end of the head, or all there is.
   *
   * @param in the bytes
   * @return OK, or the result of the exchange
   */
  public CurlCode parse(ByteBuf in) {
    Window shared = Window.OF_THREAD.get();
    // A callback may well run another multi, whose parsers are others of the same thread.
    boolean lent = !shared.lent;
    window = lent ? shared.bytes : new byte[WINDOW];
    shared.lent = true;
    try {
      return parseAll(in);
    } finally {
      window = NONE;
      if (lent) {
        shared.lent = false;
      }
    }
  }

  private CurlCode parseAll(ByteBuf in) {
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && in.isReadable() && open()) {
      int available = Math.min(in.readableBytes(), WINDOW);
      in.getBytes(in.readerIndex(), window, 0, available);
      in.skipBytes(available - unread(available));
      code = result;
    }
    return code;
  }

  /**
   * The connection ended: passes on a field that was only held back because it might be folded.
   *
   * @return OK, or the result of the exchange
   */
  public CurlCode finish() {
    if (!held) {
      return CurlCode.OK;
    }
    held = false;
    int length = lineLength;
    lineLength = 0;
    return sink.lastLine(line, 0, length);
  }

  private boolean open() {
    return state == State.STATUS || state == State.FIELDS;
  }

  /** Reads the window, and gives how many of its bytes were left alone. */
  private int unread(int end) {
    int position = 0;
    result = CurlCode.OK;
    while (position < end && result == CurlCode.OK && open()) {
      if (held && !takeUp(window[position])) {
        continue;
      }
      if (unfolding) {
        position = skipBlanks(position, end);
        if (position == end) {
          break;
        }
        unfolding = false;
        result = append(SPACE, 0, 1);
        continue;
      }
      position = readLine(position, end);
    }
    return end - position;
  }

  /** Settles a held line by the byte after it; gives whether the line goes on. */
  private boolean takeUp(byte next) {
    held = false;
    if (isBlank(next)) {
      fold();
      return true;
    }
    int length = lineLength;
    lineLength = 0;
    result = field(line, 0, length);
    return false;
  }

  private int readLine(int start, int end) {
    int lf = start;
    while (lf < end && window[lf] != '\n') {
      lf++;
    }
    if (lf == end) {
      result = append(window, start, end - start);
      checkFirstBytes();
      return end;
    }
    int next = lf + 1;
    if (lineLength == 0) {
      lineAt(window, start, next - start, next, end);
    } else {
      result = append(window, start, next - start);
      if (result == CurlCode.OK) {
        lineAt(line, 0, lineLength, next, end);
      }
    }
    return next;
  }

  /** A whole line is there; it may still turn out to be folded. */
  private void lineAt(byte[] bytes, int offset, int length, int next, int end) {
    if (state == State.STATUS) {
      statusAt(bytes, offset, length);
    } else if (bytes[offset] == '\r' || bytes[offset] == '\n') {
      lineLength = 0;
      state = State.COMPLETE;
      result = sink.headEnd(bytes, offset, length);
    } else if (next == end) {
      keep(bytes, offset, length);
      held = true;
    } else if (isBlank(window[next])) {
      keep(bytes, offset, length);
      fold();
    } else {
      lineLength = 0;
      result = field(bytes, offset, length);
    }
  }

  private void keep(byte[] bytes, int offset, int length) {
    if (bytes != line) {
      result = append(bytes, offset, length);
    }
  }

  private void fold() {
    if (lineLength > 0 && line[lineLength - 1] == '\n') {
      lineLength--;
    }
    if (lineLength > 0 && line[lineLength - 1] == '\r') {
      lineLength--;
    }
    while (lineLength > 0 && isBlank(line[lineLength - 1])) {
      lineLength--;
    }
    unfolding = true;
  }

  private CurlCode field(byte[] bytes, int offset, int length) {
    fields++;
    CurlCode code = verify(bytes, offset, length);
    return code == CurlCode.OK ? sink.fieldLine(bytes, offset, length) : code;
  }

  private CurlCode verify(byte[] bytes, int offset, int length) {
    boolean colon = fields == 0 || (fields > 1 && isBlank(bytes[offset]));
    int lineEnd = offset + length - 2;
    for (int i = offset; i < offset + length; i++) {
      byte b = bytes[i];
      if (b == ':') {
        colon = true;
      } else if (b == 0) {
        return fail(CurlCode.WEIRD_SERVER_REPLY, "NUL byte in a header line");
      } else if (b == '\r' && i < lineEnd) {
        return fail(CurlCode.WEIRD_SERVER_REPLY, "CR inside a header line");
      }
    }
    return colon ? CurlCode.OK : fail(CurlCode.WEIRD_SERVER_REPLY, "Header line without a colon");
  }

  private void statusAt(byte[] bytes, int offset, int length) {
    if (!looksLikeStatus(bytes, offset, length)) {
      keep(bytes, offset, length);
      state = State.NOT_HTTP;
      return;
    }
    result = verify(bytes, offset, length);
    if (result == CurlCode.OK) {
      result = status(bytes, offset, length);
    }
    lineLength = 0;
  }

  private void checkFirstBytes() {
    if (state == State.STATUS && result == CurlCode.OK && !looksLikeStatus(line, 0, lineLength)) {
      state = State.NOT_HTTP;
    }
  }

  private CurlCode status(byte[] bytes, int offset, int length) {
    int end = offset + length;
    if (length > PREFIX.length && startsExactly(bytes, offset)) {
      int major = bytes[offset + PREFIX.length];
      int rest = offset + PREFIX.length + 1;
      if (major == '1') {
        return statusOfOne(bytes, offset, length, rest);
      }
      if (major != '2' && major != '3') {
        return fail(CurlCode.UNSUPPORTED_PROTOCOL, "Unsupported HTTP version in the response");
      }
      if (end - rest > 4 && isBlank(bytes[rest]) && isBlank(bytes[rest + 4])) {
        int code = digits(bytes, rest + 1, end);
        if (code >= 0) {
          state = State.FIELDS;
          return sink.statusLine((major - '0') * 10, code, bytes, offset, length);
        }
      }
    }
    if (length < TOKEN_DECIDES) {
      return fail(CurlCode.WEIRD_SERVER_REPLY, "Invalid status line");
    }
    // Anything else that begins like a status line counts as one that says 200.
    state = State.FIELDS;
    return sink.statusLine(10, 200, bytes, offset, length);
  }

  private CurlCode statusOfOne(byte[] bytes, int offset, int length, int rest) {
    int end = offset + length;
    if (end - rest > 3
        && bytes[rest] == '.'
        && (bytes[rest + 1] == '0' || bytes[rest + 1] == '1')
        && isBlank(bytes[rest + 2])) {
      int code = digits(bytes, rest + 3, end);
      if (code >= 0) {
        state = State.FIELDS;
        return sink.statusLine(10 + bytes[rest + 1] - '0', code, bytes, offset, length);
      }
    }
    return fail(CurlCode.UNSUPPORTED_PROTOCOL, "Unsupported HTTP/1 version in the response");
  }

  /** Three digits; -1 if they are not. */
  private static int digits(byte[] bytes, int at, int end) {
    if (end - at < 3) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 3; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean startsExactly(byte[] bytes, int offset) {
    return Arrays.equals(bytes, offset, offset + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private boolean looksLikeStatus(byte[] bytes, int offset, int length) {
    if (beginsLike(bytes, offset, length, "HTTP/")) {
      return true;
    }
    if (aliases != null) {
      for (String alias : aliases) {
        if (beginsLike(bytes, offset, length, alias)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Compares as far as both go, without regard to case. */
  private static boolean beginsLike(byte[] bytes, int offset, int length, String prefix) {
    int count = Math.min(length, prefix.length());
    for (int i = 0; i < count; i++) {
      if (lower(bytes[offset + i] & 0xff) != lower(prefix.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  private int skipBlanks(int from, int end) {
    int position = from;
    while (position < end && isBlank(window[position])) {
      position++;
    }
    return position;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private CurlCode append(byte[] bytes, int offset, int length) {
    if (lineLength + length > MAX_LINE) {
      return fail(CurlCode.TOO_LARGE, "Too long response header line");
    }
    if (lineLength + length > line.length) {
      int size = Math.max(Math.max(lineLength + length, line.length * 2), WINDOW);
      line = Arrays.copyOf(line, Math.min(size, MAX_LINE));
    }
    System.arraycopy(bytes, offset, line, lineLength, length);
    lineLength += length;
    return CurlCode.OK;
  }

  private CurlCode fail(CurlCode code, String text) {
    problem = text;
    return code;
  }
}
