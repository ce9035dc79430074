package io.nettycurl.ftp.control;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Owned by the loop. Cuts what the server sends into lines and replies. Bytes wait here until
 * somebody asks for the reply, as the reply that ends a transfer may overtake the data.
 */
public final class FtpReplyParser {
  /** No line may be longer, line end included; libcurl's bound. */
  public static final int MAX_LINE = 64 * 1024;

  /** No reply may be longer in all; libcurl has no such bound. */
  public static final int MAX_REPLY = 8 * 1024 * 1024;

  /** No more bytes than these wait to be asked for. */
  static final int MAX_WAITING = 1024 * 1024;

  private static final int FIRST_SIZE = 512;
  private static final int DIGITS = 3;
  private static final byte[] SSH_BANNER = {'S', 'S', 'H', '-'};

  private byte[] buffer = new byte[FIRST_SIZE];
  private int start;
  private int end;
  private int scanned;
  private long replyBytes;
  private boolean greeted;
  private boolean flooded;
  private CurlCode failure = CurlCode.OK;
  private String failureText;

  /** Takes the lines as they are recognised. */
  @FunctionalInterface
  public interface LineSink {
    /**
     * A line.
     *
     * @param bytes holds it
     * @param offset where it starts
     * @param length how long it is, line end included
     * @return OK, or the result of the transfer
     */
    CurlCode line(byte[] bytes, int offset, int length);
  }

  /** A parser at the start of a connection. */
  public FtpReplyParser() {}

  /**
   * Takes what was received.
   *
   * @param in the bytes; all are read, the buffer stays the caller's
   */
  public void append(ByteBuf in) {
    int length = in.readableBytes();
    if (end - start + length > MAX_WAITING) {
      flooded = true;
      in.skipBytes(length);
      return;
    }
    makeRoom(length);
    in.readBytes(buffer, end, length);
    end += length;
  }

  private void makeRoom(int length) {
    if (end + length <= buffer.length) {
      return;
    }
    int held = end - start;
    byte[] target = buffer;
    if (held + length > buffer.length) {
      target = new byte[Math.max(held + length, Math.min(buffer.length * 2, MAX_WAITING))];
    }
    System.arraycopy(buffer, start, target, 0, held);
    buffer = target;
    scanned -= start;
    start = 0;
    end = held;
  }

  /**
   * The next complete reply.
   *
   * @param sink gets every line of it, also while it is not complete
   * @return the reply; null if more bytes are needed or {@link #failure} tells why there is none
   */
  public FtpReply next(LineSink sink) {
    while (failure == CurlCode.OK) {
      int lineEnd = findLineEnd();
      if (lineEnd < 0) {
        return checkWaiting();
      }
      int lineStart = start;
      start = lineEnd;
      scanned = lineEnd;
      FtpReply reply = line(lineStart, lineEnd, sink);
      if (reply != null) {
        return reply;
      }
    }
    return null;
  }

  private int findLineEnd() {
    int from = Math.max(start, scanned);
    for (int i = from; i < end; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    scanned = end;
    return -1;
  }

  private FtpReply checkWaiting() {
    if (end - start > MAX_LINE || flooded) {
      return fail(CurlCode.TOO_LARGE, "Reply line of the server is too long");
    }
    return null;
  }

  private FtpReply line(int from, int to, LineSink sink) {
    if (to - from > MAX_LINE) {
      return fail(CurlCode.TOO_LARGE, "Reply line of the server is too long");
    }
    replyBytes += to - from;
    if (replyBytes > MAX_REPLY) {
      return fail(CurlCode.TOO_LARGE, "Reply of the server has no end");
    }
    if (hasNul(from, to)) {
      return fail(CurlCode.WEIRD_SERVER_REPLY, "NUL byte in a reply line of the server");
    }
    if (!greeted && startsWith(from, to, SSH_BANNER)) {
      return fail(CurlCode.WEIRD_SERVER_REPLY, "The server speaks SSH, not FTP");
    }
    greeted = true;
    CurlCode code = sink.line(buffer, from, to - from);
    if (code != CurlCode.OK) {
      return fail(code, null);
    }
    return isLast(from, to) ? complete(from, to) : null;
  }

  private FtpReply complete(int from, int to) {
    int textEnd = trimmedEnd(from, to);
    int code = (buffer[from] - '0') * 100 + (buffer[from + 1] - '0') * 10 + buffer[from + 2] - '0';
    String line = new String(buffer, from, textEnd - from, StandardCharsets.ISO_8859_1);
    replyBytes = 0;
    return new FtpReply(code, line, end > start);
  }

  /** The last line has three digits and a blank, or nothing at all behind them. */
  private boolean isLast(int from, int to) {
    int textEnd = trimmedEnd(from, to);
    int length = textEnd - from;
    if (length < DIGITS) {
      return false;
    }
    for (int i = from; i < from + DIGITS; i++) {
      if (buffer[i] < '0' || buffer[i] > '9') {
        return false;
      }
    }
    return length == DIGITS || buffer[from + DIGITS] == ' ';
  }

  private int trimmedEnd(int from, int to) {
    int textEnd = to - 1;
    return textEnd > from && buffer[textEnd - 1] == '\r' ? textEnd - 1 : textEnd;
  }

  private boolean hasNul(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int from, int to, byte[] prefix) {
    int prefixEnd = from + prefix.length;
    return prefixEnd <= to && Arrays.equals(buffer, from, prefixEnd, prefix, 0, prefix.length);
  }

  private FtpReply fail(CurlCode code, String text) {
    failure = code;
    failureText = text;
    return null;
  }

  /** Why there will be no more replies; OK while there may be. */
  public CurlCode failure() {
    return failure;
  }

  /** The same in words; null where the sink refused a line. */
  public String failureText() {
    return failureText;
  }

  /** Whether bytes wait to be asked for. */
  public boolean waiting() {
    return end > start || flooded;
  }
}
