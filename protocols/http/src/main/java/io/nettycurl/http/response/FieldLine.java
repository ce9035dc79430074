package io.nettycurl.http.response;

import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. A view on one header line, moved from line to line. Names and tokens to
 * compare with are given in lower case.
 */
public final class FieldLine {
  private byte[] bytes;
  private int start;
  private int end;
  private int valueStart;

  /** A view on nothing. */
  public FieldLine() {}

  /**
   * Moves to a line.
   *
   * @param line holds the line
   * @param offset where it starts
   * @param length how long it is, line end included
   */
  public void moveTo(byte[] line, int offset, int length) {
    bytes = line;
    start = offset;
    end = offset + length;
    while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    valueStart = end;
  }

  /** The first character in lower case; 0 if the line is empty. */
  public int initial() {
    return start == end ? 0 : lower(bytes[start]);
  }

  /**
   * Whether the line has a given name, directly followed by a colon. If so, the value can be asked
   * for.
   *
   * @param name the name, in lower case
   */
  public boolean isNamed(byte[] name) {
    int colon = start + name.length;
    if (colon >= end || bytes[colon] != ':' || !matches(start, name)) {
      return false;
    }
    valueStart = colon + 1;
    while (valueStart < end && isBlank(bytes[valueStart])) {
      valueStart++;
    }
    while (end > valueStart && isBlank(bytes[end - 1])) {
      end--;
    }
    return true;
  }

  /** The value without blanks around it, one character per byte. */
  public String value() {
    return new String(bytes, valueStart, end - valueStart, StandardCharsets.ISO_8859_1);
  }

  /**
   * Whether the value is a given one.
   *
   * @param expected one character per byte
   */
  public boolean valueIs(String expected) {
    int length = expected.length();
    if (valueLength() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((bytes[valueStart + i] & 0xff) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How long the value is. */
  public int valueLength() {
    return end - valueStart;
  }

  /**
   * A byte of the value.
   *
   * @param index from 0 on
   * @return the byte; -1 behind the end
   */
  public int valueAt(int index) {
    return valueStart + index < end ? bytes[valueStart + index] & 0xff : -1;
  }

  /**
   * Whether a comma separated value has a given element, or one that begins with it and a blank.
   *
   * @param token the element, in lower case
   */
  public boolean says(byte[] token) {
    int position = valueStart;
    while (end - position >= token.length) {
      int after = position + token.length;
      if (matches(position, token)
          && (after == end || bytes[after] == ',' || isBlank(bytes[after]) || bytes[after] == 0)) {
        return true;
      }
      while (position < end && bytes[position] != ',') {
        position++;
      }
      if (position == end) {
        return false;
      }
      while (position < end && (bytes[position] == ',' || isBlank(bytes[position]))) {
        position++;
      }
    }
    return false;
  }

  private boolean matches(int at, byte[] expected) {
    if (end - at < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (lower(bytes[at + i]) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
