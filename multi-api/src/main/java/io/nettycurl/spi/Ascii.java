package io.nettycurl.spi;

/**
 * Any thread; no state. Comparison that ignores the case of ASCII letters only: names in protocols
 * are ASCII, and a look-alike such as U+212A must not pass for a k.
 */
public final class Ascii {
  private Ascii() {}

  /**
   * Whether two texts are the same.
   *
   * @param a one; may be null
   * @param b the other; may be null
   * @return true also if both are null
   */
  public static boolean equalsIgnoreCase(CharSequence a, CharSequence b) {
    if (a == null || b == null) {
      return a == b;
    }
    return a.length() == b.length() && startsWithIgnoreCase(a, 0, b);
  }

  /**
   * Whether a text goes on with another one at an index.
   *
   * @param text the text
   * @param at the index
   * @param part what to look for
   * @return false also if the text is too short
   */
  public static boolean startsWithIgnoreCase(CharSequence text, int at, CharSequence part) {
    int length = part.length();
    if (at < 0 || text.length() - at < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(text.charAt(at + i)) != lower(part.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A character in lower case.
   *
   * @param c the character
   * @return the same one unless it is one of A to Z
   */
  public static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /**
   * A text in lower case.
   *
   * @param text the text
   * @return the text with A to Z in lower case
   */
  public static String lower(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = lower(text.charAt(i));
      if (out == null && c != text.charAt(i)) {
        out = new StringBuilder(text);
      }
      if (out != null) {
        out.setCharAt(i, c);
      }
    }
    return out == null ? text : out.toString();
  }
}
