package io.nettycurl.http.cookie;

/**
 * Immutable. A cookie as it is kept.
 *
 * @param name its name
 * @param value its value
 * @param domain where it belongs; null for one from a file that does not say, which goes anywhere
 * @param tailMatch whether it goes to hosts below its domain too
 * @param path below which path it goes, without a slash at its end; null for anywhere
 * @param secure whether it goes to secure origins only
 * @param httpOnly whether its server wants scripts not to see it
 * @param expires when it ends, in seconds since 1970; 0 for the end of the session
 * @param live whether it was set while transfers ran, rather than read from a file
 * @param created its place among all cookies, by age
 */
public record Cookie(
    String name,
    String value,
    String domain,
    boolean tailMatch,
    String path,
    boolean secure,
    boolean httpOnly,
    long expires,
    boolean live,
    long created) {

  Cookie born(boolean alive, long place) {
    return new Cookie(
        name, value, domain, tailMatch, path, secure, httpOnly, expires, alive, place);
  }

  /** Whether its name's prefix demands what it does not have (RFC 6265bis, section 4.1.3). */
  boolean breaksPrefix() {
    if (name.startsWith("__Secure-")) {
      return !secure;
    }
    return name.startsWith("__Host-") && !(secure && "/".equals(path) && !tailMatch);
  }

  /** Whether a byte is in it that servers do not take. */
  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Cookie[" + name + " for " + domain + path + ']';
  }
}
