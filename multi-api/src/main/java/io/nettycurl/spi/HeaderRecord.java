package io.nettycurl.spi;

import io.nettycurl.CurlSymbols;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Owned by the thread that runs the handle's callbacks. The headers of a handle's last transfer,
 * kept as the bytes that came: names and values are looked for when somebody asks, so that
 * recording costs a copy and nothing else.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_header.html">curl_easy_header(3)</a>
 */
public final class HeaderRecord {
  private static final int FIRST_BYTES = 512;
  private static final int KEPT_BYTES = 16 * 1024;
  private static final int FIRST_LINES = 16;

  /** Numbers for each line: where it starts, where it ends, its request, its origin. */
  private static final int NUMBERS = 4;

  private static final byte[] NO_BYTES = {};
  private static final int[] NO_LINES = {};

  private byte[] bytes = NO_BYTES;
  private int[] lines = NO_LINES;
  private int length;
  private int size;
  private int requests;
  private boolean inHead;

  /** No headers. */
  HeaderRecord() {}

  /** A transfer starts: forgets the headers of the one before. */
  public void clear() {
    length = 0;
    size = 0;
    requests = 0;
    inHead = false;
    if (bytes.length > KEPT_BYTES) {
      bytes = NO_BYTES;
      lines = NO_LINES;
    }
  }

  /** What comes from now on answers the next request of the transfer. */
  public void nextRequest() {
    requests++;
    inHead = false;
  }

  /**
   * A line of a head came. The first of each is a status line and the last one is blank; neither is
   * a header.
   *
   * @param line holds the line
   * @param offset where it starts
   * @param count how long it is, line end included
   * @param origin a {@code CURLH_*} bit
   */
  public void headLine(byte[] line, int offset, int count, long origin) {
    if (isLineEnd(line[offset])) {
      inHead = false;
    } else if (inHead) {
      add(line, offset, count, origin);
    } else {
      inHead = true;
    }
  }

  /**
   * A header came that belongs to no head: a trailer or a pseudo header.
   *
   * @param line holds the line
   * @param offset where it starts
   * @param count how long it is, line end included
   * @param origin a {@code CURLH_*} bit
   */
  public void add(byte[] line, int offset, int count, long origin) {
    int end = offset + count;
    while (end > offset && isLineEnd(line[end - 1])) {
      end--;
    }
    int kept = end - offset;
    if (kept == 0) {
      return;
    }
    if (length + kept > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + kept, Math.max(FIRST_BYTES, 2 * length)));
    }
    if ((size + 1) * NUMBERS > lines.length) {
      lines = Arrays.copyOf(lines, Math.max(FIRST_LINES * NUMBERS, 2 * lines.length));
    }
    System.arraycopy(line, offset, bytes, length, kept);
    int at = size++ * NUMBERS;
    lines[at] = length;
    length += kept;
    lines[at + 1] = length;
    lines[at + 2] = requests;
    lines[at + 3] = (int) origin;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** How many headers there are. */
  public int size() {
    return size;
  }

  /** The number of the last request, from 0. */
  public int requests() {
    return requests;
  }

  /**
   * Which request a header answers, from 0.
   *
   * @param i which header
   */
  public int request(int i) {
    return lines[i * NUMBERS + 2];
  }

  /**
   * Where a header came from: a {@code CURLH_*} bit.
   *
   * @param i which header
   */
  public long origin(int i) {
    return lines[i * NUMBERS + 3];
  }

  /**
   * A header's name.
   *
   * @param i which header
   */
  public String name(int i) {
    return text(start(i), colon(i));
  }

  /**
   * Whether a header has a name, whatever its case.
   *
   * @param i which header
   * @param name the name
   */
  public boolean hasName(int i, String name) {
    int start = start(i);
    if (colon(i) - start != name.length()) {
      return false;
    }
    for (int at = 0; at < name.length(); at++) {
      if (Ascii.lower((char) (bytes[start + at] & 0xff)) != Ascii.lower(name.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A header's value without blanks around it.
   *
   * @param i which header
   */
  public String value(int i) {
    int end = lines[i * NUMBERS + 1];
    int start = Math.min(colon(i) + 1, end);
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    return text(start, end);
  }

  private int start(int i) {
    int start = lines[i * NUMBERS];
    while (start < lines[i * NUMBERS + 1] && isBlank(bytes[start])) {
      start++;
    }
    return start;
  }

  /** A pseudo header's name starts with a colon, which does not end it. */
  private int colon(int i) {
    int at = start(i) + (origin(i) == CurlSymbols.CURLH_PSEUDO ? 1 : 0);
    int end = lines[i * NUMBERS + 1];
    while (at < end && bytes[at] != ':') {
      at++;
    }
    return at;
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
