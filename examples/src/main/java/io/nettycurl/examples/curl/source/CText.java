package io.nettycurl.examples.curl.source;

/** Any thread; no state. Bytes as a string of C. */
final class CText {
  /** So much is shown of a long one. */
  private static final int LONGEST = 2000;

  private static final String SPECIAL = "\t\r\n?\"\\";
  private static final String LETTERS = "trn?\"\\";

  private CText() {}

  /** The string with its quotes. */
  static String quoted(byte[] bytes) {
    int length = Math.min(bytes.length, LONGEST);
    StringBuilder out = new StringBuilder(length + 16).append('"');
    for (int i = 0; i < length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      int special = SPECIAL.indexOf(c);
      if (special >= 0) {
        // question marks too, as two of them start a trigraph
        out.append('\\').append(LETTERS.charAt(special));
      } else if (c >= ' ' && c < 0x7F) {
        out.append(c);
      } else {
        // a digit behind a hexadecimal number would become part of it
        boolean octal = i + 1 < length && Character.digit(bytes[i + 1], 16) >= 0;
        out.append(String.format(octal ? "\\%03o" : "\\x%02x", (int) c));
      }
    }
    return out.append(bytes.length > LONGEST ? "...\"" : "\"").toString();
  }
}
