package io.nettycurl.examples.curl.output;

/** Any thread; no state. Texts inside JSON. */
public final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /** A string literal with its quotes. */
  public static String string(String text, boolean lowerCase) {
    return '"' + quoted(text, lowerCase) + '"';
  }

  /**
   * What stands between the quotes.
   *
   * @param text any text
   * @param lowerCase whether A to Z are to become small
   */
  public static String quoted(String text, boolean lowerCase) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
          } else {
            out.append(lowerCase && c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
          }
        }
      }
    }
    return out.toString();
  }
}
