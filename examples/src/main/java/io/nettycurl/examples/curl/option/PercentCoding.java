package io.nettycurl.examples.curl.option;

/** Any thread; no state. Percent-encoding of everything that is not unreserved (RFC 3986). */
public final class PercentCoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentCoding() {}

  /** Encodes bytes. */
  public static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      char c = (char) (b & 0xFF);
      if (c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '-'
          || c == '.'
          || c == '_'
          || c == '~') {
        out.append(c);
      } else {
        out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return out.toString();
  }

  /** Encodes bytes the way forms are, a space as a plus sign. */
  public static String encodeForm(byte[] bytes) {
    return encode(bytes).replace("%20", "+");
  }
}
