package io.nettycurl.url;

/**
 * Any thread; no state. What becomes of a part that is set by itself: encoded if asked, otherwise
 * only its hexadecimal digits are put in upper case.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_url_set.html">curl_url_set(3)</a>
 */
final class PartEncoding {
  private static final String PATH_CHARS = "!$&'(){}[]*+,;=:@/";

  private PartEncoding() {}

  static String plain(String value, boolean encode) {
    return encode ? PercentCoding.encode(value) : PercentCoding.upperCaseHex(value);
  }

  /** A path starts with a slash, and keeps the characters that mean something in it. */
  static String path(String value, boolean encode) {
    String text = encode ? encode(value, PATH_CHARS, false) : PercentCoding.upperCaseHex(value);
    return value.startsWith("/") ? text : "/" + text;
  }

  /** A blank is a plus sign; the first equals sign of what is appended parts name and value. */
  static String query(String value, boolean encode, boolean append) {
    if (!encode) {
      return PercentCoding.upperCaseHex(value);
    }
    int equals = append ? value.indexOf('=') : -1;
    return equals < 0
        ? encode(value, "", true)
        : encode(value.substring(0, equals), "", true)
            + "="
            + encode(value.substring(equals + 1), "", true);
  }

  private static String encode(String value, String kept, boolean plus) {
    StringBuilder out = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' && plus) {
        out.append('+');
      } else if (PercentCoding.isUnreserved(c) || kept.indexOf(c) >= 0) {
        out.append(c);
      } else {
        i = PercentCoding.appendEncoded(out, value, i);
      }
    }
    return out.toString();
  }
}
