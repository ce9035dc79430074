package io.nettycurl.http.cookie;

import io.nettycurl.spi.Ascii;

/**
 * Any thread; no state. The lines of a cookie file.
 *
 * @see <a href="https://curl.se/docs/http-cookies.html">HTTP cookies, the file format</a>
 */
final class NetscapeLine {
  private static final String HTTP_ONLY = "#HttpOnly_";
  private static final int FIELDS = 7;

  private NetscapeLine() {}

  /**
   * Reads a cookie.
   *
   * @param given a line, with or without its end
   * @return null for a comment or anything else that is no cookie
   */
  static Cookie parse(String given) {
    boolean httpOnly = given.startsWith(HTTP_ONLY);
    String line = httpOnly ? given.substring(HTTP_ONLY.length()) : given;
    if (line.startsWith("#")) {
      return null;
    }
    String[] fields = fields(line);
    if (fields == null || Cookie.hasControl(fields[5]) || Cookie.hasControl(fields[6])) {
      return null;
    }
    long expires = number(fields[4]);
    if (expires < 0) {
      return null;
    }
    return new Cookie(
        fields[5],
        fields[6],
        fields[0].startsWith(".") ? fields[0].substring(1) : fields[0],
        isTrue(fields[1]),
        CookieRules.cleanPath(fields[2]),
        isTrue(fields[3]),
        httpOnly,
        expires,
        false,
        0);
  }

  /** All seven; a path may be missing, and a value. Null if there are not enough or too many. */
  private static String[] fields(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != '\r' && line.charAt(end) != '\n') {
      end++;
    }
    String[] parts = line.substring(0, end).split("\t", -1);
    boolean pathMissing =
        parts.length > 2 && ("TRUE".startsWith(parts[2]) || "FALSE".startsWith(parts[2]));
    int given = parts.length + (pathMissing ? 1 : 0);
    if (given != FIELDS && given != FIELDS - 1) {
      return null;
    }
    String[] fields = new String[FIELDS];
    fields[6] = "";
    int to = 0;
    for (String part : parts) {
      if (to == 2 && pathMissing) {
        fields[to++] = "/";
      }
      fields[to++] = part;
    }
    return fields;
  }

  private static boolean isTrue(String field) {
    return Ascii.startsWithIgnoreCase("TRUE", 0, field);
  }

  /** What is a number at the start; -1 if there is none or it is too large. */
  private static long number(String field) {
    int at = 0;
    long value = 0;
    while (at < field.length() && field.charAt(at) >= '0' && field.charAt(at) <= '9') {
      int digit = field.charAt(at++) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return at == 0 ? -1 : value;
  }

  /** Writes a cookie, without the line's end. */
  static String format(Cookie cookie) {
    String domain = cookie.domain() == null ? "unknown" : cookie.domain();
    boolean dot = cookie.tailMatch() && cookie.domain() != null && !domain.startsWith(".");
    return (cookie.httpOnly() ? HTTP_ONLY : "")
        + (dot ? "." : "")
        + domain
        + '\t'
        + word(cookie.tailMatch())
        + '\t'
        + (cookie.path() == null ? "/" : cookie.path())
        + '\t'
        + word(cookie.secure())
        + '\t'
        + cookie.expires()
        + '\t'
        + cookie.name()
        + '\t'
        + cookie.value();
  }

  private static String word(boolean value) {
    return value ? "TRUE" : "FALSE";
  }
}
