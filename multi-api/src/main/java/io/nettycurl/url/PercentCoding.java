package io.nettycurl.url;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Any thread; no state. Percent-encoding as libcurl does it: bytes are those of the string in
 * UTF-8, hexadecimal digits are written in upper case, a percent sign that two hexadecimal digits
 * do not follow is an ordinary character.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.1">RFC 3986, 2.1</a>
 */
public final class PercentCoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final int REPLACEMENT = 0xFFFD;

  private PercentCoding() {}

  /** Which part a string is, for {@link #repair}: a query writes a blank as a plus sign. */
  enum Place {
    /** Never part of a query. */
    OUTSIDE_QUERY,
    /** May run into the query at a question mark. */
    UP_TO_QUERY,
    /** All of it is a query. */
    QUERY
  }

  /** Whether a character never needs encoding: letter, digit, {@code - . _ ~}. */
  static boolean isUnreserved(char c) {
    return isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
  }

  static boolean isAlpha(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlphanumeric(char c) {
    return isAlpha(c) || isDigit(c);
  }

  /** The value of a hexadecimal digit; -1 for any other character. */
  static int hexValue(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    int lower = c | 0x20;
    return c < 0x80 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private static boolean isTriplet(CharSequence text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && hexValue(text.charAt(at + 1)) >= 0
        && hexValue(text.charAt(at + 2)) >= 0;
  }

  /**
   * Encodes everything but unreserved characters.
   *
   * @param text what to encode
   * @return the encoded text
   */
  public static String encode(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUnreserved(c) && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        i = isUnreserved(c) ? appendPlain(out, c, i) : appendEncoded(out, text, i);
      }
    }
    return out == null ? text : out.toString();
  }

  /**
   * Encodes everything but unreserved characters.
   *
   * @param bytes what to encode
   * @return the encoded text
   */
  public static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      if (b >= 0 && isUnreserved((char) b)) {
        out.append((char) b);
      } else {
        appendByte(out, b & 0xFF);
      }
    }
    return out.toString();
  }

  private static int appendPlain(StringBuilder out, char c, int at) {
    out.append(c);
    return at;
  }

  static void appendByte(StringBuilder out, int b) {
    out.append('%').append(HEX[b >> 4]).append(HEX[b & 15]);
  }

  /** Appends the character at an index, encoded; gives the index of its last char. */
  static int appendEncoded(StringBuilder out, String text, int at) {
    int codePoint = text.codePointAt(at);
    int last = at + Character.charCount(codePoint) - 1;
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      codePoint = REPLACEMENT;
    }
    if (codePoint < 0x80) {
      appendByte(out, codePoint);
    } else if (codePoint < 0x800) {
      appendByte(out, 0xC0 | (codePoint >> 6));
      appendByte(out, 0x80 | (codePoint & 0x3F));
    } else {
      if (codePoint < 0x10000) {
        appendByte(out, 0xE0 | (codePoint >> 12));
      } else {
        appendByte(out, 0xF0 | (codePoint >> 18));
        appendByte(out, 0x80 | ((codePoint >> 12) & 0x3F));
      }
      appendByte(out, 0x80 | ((codePoint >> 6) & 0x3F));
      appendByte(out, 0x80 | (codePoint & 0x3F));
    }
    return last;
  }

  /**
   * Encodes what cannot stand in a URL at all (controls, blanks, everything beyond ASCII), leaves
   * the rest, and writes hexadecimal digits in upper case.
   */
  static String repair(String text, int from, Place place) {
    int at = from;
    while (at < text.length() && !needsRepair(text, at)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, from);
    boolean query = place == Place.QUERY;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        out.append(query ? "+" : "%20");
      } else if (c < ' ' || c >= 0x7F) {
        i = appendEncoded(out, text, i);
      } else if (isTriplet(text, i)) {
        appendByte(out, tripletValue(text, i));
        i += 2;
      } else {
        out.append(c);
        query |= c == '?' && place == Place.UP_TO_QUERY;
      }
    }
    return out.toString();
  }

  private static boolean needsRepair(String text, int at) {
    char c = text.charAt(at);
    return c <= ' ' || c >= 0x7F || c == '%';
  }

  private static int tripletValue(CharSequence text, int at) {
    return (hexValue(text.charAt(at + 1)) << 4) | hexValue(text.charAt(at + 2));
  }

  /** Writes the hexadecimal digits of what is encoded in upper case. */
  static String upperCaseHex(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = percent; i < out.length(); i++) {
      if (isTriplet(out, i)) {
        int value = tripletValue(out, i);
        out.setCharAt(i + 1, HEX[value >> 4]);
        out.setCharAt(i + 2, HEX[value & 15]);
        i += 2;
      }
    }
    return out.toString();
  }

  /**
   * Decodes to bytes; nothing is refused.
   *
   * @param text what to decode
   * @return the bytes; those of characters that were not encoded are in UTF-8
   */
  public static byte[] decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? hexValue((char) bytes[i + 1]) : -1;
      int low = high >= 0 ? hexValue((char) bytes[i + 2]) : -1;
      if (low >= 0) {
        bytes[length++] = (byte) ((high << 4) | low);
        i += 2;
      } else {
        bytes[length++] = bytes[i];
      }
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /**
   * Decodes to text; nothing is refused.
   *
   * @param text what to decode; may be null
   * @return the text; one character a byte where the bytes are not UTF-8
   */
  public static String decodeToText(String text) {
    return text == null || text.indexOf('%') < 0 ? text : textOf(decode(text));
  }

  /** Decodes to text; null if there is a control byte in it. */
  static String decodeWithoutControls(String text) {
    String decoded = decodeToText(text);
    return hasControl(decoded) ? null : decoded;
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  /** Decodes to text; null if the bytes are not UTF-8 or one is a control. */
  static String decodeStrictly(String text) {
    try {
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decode(text))).toString();
      return hasControl(decoded) ? null : decoded;
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  /** The text that bytes stand for: UTF-8, or one character a byte where they are not UTF-8. */
  static String textOf(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
