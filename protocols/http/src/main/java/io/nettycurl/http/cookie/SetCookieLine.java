package io.nettycurl.http.cookie;

import io.nettycurl.Curl;
import io.nettycurl.spi.Ascii;
import java.util.function.Consumer;

/**
 * Owned by the call that made it. Reads the value of one Set-Cookie field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.2">RFC 6265, section 5.2</a>
 */
final class SetCookieLine {
  /** How long a line may be. */
  static final int MAX_LINE = 5000;

  /** How long name and value may be together. */
  private static final int MAX_NAME = 4096;

  private static final int MAX_DATE = 80;

  /** No cookie lasts longer: 400 days. */
  private static final long MAX_AGE = 400L * 24 * 3600;

  private static final String NAME_ENDS = ";\t\r\n=";
  private static final String VALUE_ENDS = ";\r\n";

  private final String text;
  private final String host;
  private final boolean secureOrigin;
  private final long now;
  private final Consumer<String> notes;
  private int at;
  private String name;
  private String value;
  private String domain;
  private String path;
  private boolean tailMatch;
  private boolean secure;
  private boolean httpOnly;
  private long expires;

  private SetCookieLine(
      String text, String host, boolean secureOrigin, long now, Consumer<String> notes) {
    this.text = text;
    this.host = host;
    this.secureOrigin = secureOrigin;
    this.now = now;
    this.notes = notes;
  }

  /**
   * Reads a cookie.
   *
   * @param text the field's value
   * @param host who sent it; null for a file
   * @param path the path of the request; null for a file
   * @param secureOrigin whether it may set secure cookies
   * @param now seconds since 1970
   * @param notes told why it is dropped
   * @return null if it is dropped
   */
  static Cookie parse(
      String text,
      String host,
      String path,
      boolean secureOrigin,
      long now,
      Consumer<String> notes) {
    if (text.length() > MAX_LINE) {
      return null;
    }
    SetCookieLine line = new SetCookieLine(text, host, secureOrigin, now, notes);
    return line.read() && line.name != null ? line.cookie(path) : null;
  }

  private boolean read() {
    do {
      String word = upTo(NAME_ENDS);
      if (!word.isEmpty() && !pair(trim(word))) {
        return false;
      }
    } while (skip(';'));
    return true;
  }

  private boolean pair(String word) {
    if (Cookie.hasControl(word)) {
      return drop("invalid octets in name, cookie dropped");
    }
    boolean parted = skip('=');
    String content = parted ? trim(upTo(VALUE_ENDS)) : "";
    if (Cookie.hasControl(content)) {
      return drop("invalid octets in value, cookie dropped");
    }
    if (name == null) {
      return first(word, content, parted);
    }
    return parted ? attribute(word, content) : flag(word);
  }

  private boolean first(String word, String content, boolean parted) {
    if (!parted || word.isEmpty()) {
      return drop("invalid cookie, dropped");
    }
    if (word.length() + content.length() > MAX_NAME) {
      return drop(
          "oversized cookie dropped, name/val "
              + word.length()
              + " + "
              + content.length()
              + " bytes");
    }
    name = word;
    value = content;
    return true;
  }

  private boolean flag(String word) {
    if (Ascii.equalsIgnoreCase(word, "secure")) {
      if (!secureOrigin) {
        return drop("skipped cookie because not 'secure'");
      }
      secure = true;
    } else if (Ascii.equalsIgnoreCase(word, "httponly")) {
      httpOnly = true;
    }
    return true;
  }

  private boolean attribute(String word, String content) {
    if (Ascii.equalsIgnoreCase(word, "path")) {
      path = content;
    } else if (content.isEmpty()) {
      return true;
    } else if (Ascii.equalsIgnoreCase(word, "domain")) {
      return domain(content);
    } else if (Ascii.equalsIgnoreCase(word, "max-age")) {
      maxAge(content);
    } else if (Ascii.equalsIgnoreCase(word, "expires")) {
      expires(content);
    }
    return true;
  }

  private boolean domain(String content) {
    String given = content.startsWith(".") ? content.substring(1) : content;
    boolean address = CookieRules.isAddress(host == null ? given : host);
    boolean fits =
        host == null || (address ? given.equals(host) : CookieRules.isBelow(host, given));
    if (!fits) {
      return drop("skipped cookie with bad tailmatch domain: " + given);
    }
    domain = given;
    tailMatch |= !address;
    return true;
  }

  /** Wins over expires. What is no number has ended. */
  private void maxAge(String content) {
    int start = content.startsWith("\"") ? 1 : 0;
    int end = start;
    long age = 0;
    while (end < content.length() && isDigit(content.charAt(end))) {
      int digit = content.charAt(end++) - '0';
      age = age > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : age * 10 + digit;
    }
    if (end == start || age == 0) {
      expires = 1;
    } else {
      expires = age > Long.MAX_VALUE - now ? Long.MAX_VALUE : age + now;
    }
    capExpiry();
  }

  /** What is no date makes a cookie of the session. */
  private void expires(String content) {
    if (expires == 0 && content.length() < MAX_DATE) {
      long date = Curl.getDate(content);
      expires = date == -1 ? 0 : Math.max(1, date);
      capExpiry();
    }
  }

  /** To a full minute, as libcurl has it. */
  private void capExpiry() {
    long cap = now + MAX_AGE;
    if (expires > cap) {
      expires = (cap + 30) / 60 * 60;
    }
  }

  private Cookie cookie(String requestPath) {
    String where = null;
    if (path != null && !path.isEmpty()) {
      where = CookieRules.cleanPath(path);
    } else if (requestPath != null) {
      int slash = requestPath.lastIndexOf('/');
      where = CookieRules.cleanPath(slash < 0 ? requestPath : requestPath.substring(0, slash + 1));
    }
    String whose = domain != null && !domain.isEmpty() ? domain : host;
    return new Cookie(name, value, whose, tailMatch, where, secure, httpOnly, expires, false, 0);
  }

  private boolean drop(String why) {
    notes.accept(why);
    return false;
  }

  private String upTo(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private static String trim(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && isBlank(word.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
