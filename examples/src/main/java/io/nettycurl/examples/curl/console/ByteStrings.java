package io.nettycurl.examples.curl.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Any thread; no state. Command lines and files are bytes, Java's strings are not: bytes that are
 * no UTF-8 become one low surrogate each (U+DC80 to U+DCFF) and go back to the same byte, so that
 * nothing is lost between an argument and the wire.
 */
public final class ByteStrings {
  private static final int ESCAPE = 0xDC00;
  private static final int FIRST_ESCAPED = ESCAPE + 0x80;
  private static final int LAST_ESCAPED = ESCAPE + 0xFF;

  private ByteStrings() {}

  /** A string for bytes, whatever they are. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** A string for a piece of an array. */
  public static String decode(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    StringBuilder out = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int length = sequenceLength(bytes, at, to);
      if (length == 0) {
        out.append((char) (ESCAPE | (bytes[at] & 0xFF)));
        at++;
      } else {
        out.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return out.toString();
  }

  /** The bytes of a string. */
  public static byte[] encode(String text) {
    if (!hasEscapes(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point >= FIRST_ESCAPED && point <= LAST_ESCAPED) {
        out.write(point & 0xFF);
      } else {
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
      at += Character.charCount(point);
    }
    return out.toByteArray();
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasEscapes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_ESCAPED && c <= LAST_ESCAPED) {
        return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)) || hasLoneEscape(text);
      }
    }
    return false;
  }

  private static boolean hasLoneEscape(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point >= FIRST_ESCAPED && point <= LAST_ESCAPED) {
        return true;
      }
      at += Character.charCount(point);
    }
    return false;
  }

  /** How long the well-formed UTF-8 sequence at a place is; 0 if there is none. */
  private static int sequenceLength(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > to) {
      return 0;
    }
    int point = lead & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        return 0;
      }
      point = point << 6 | next & 0x3F;
    }
    boolean overlong = length == 3 && point < 0x800 || length == 4 && point < 0x10000;
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    return overlong || surrogate || point > 0x10FFFF ? 0 : length;
  }
}
