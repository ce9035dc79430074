package io.nettycurl.http.cookie;

import io.netty.util.NetUtil;
import io.nettycurl.spi.Ascii;

/**
 * Any thread; no state. Which hosts and paths a cookie is for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.1.3">RFC 6265, section 5.1.3</a>
 */
final class CookieRules {
  private CookieRules() {}

  /** Whether a host is a number. */
  static boolean isAddress(String host) {
    return NetUtil.isValidIpV4Address(host)
        || host.indexOf(':') >= 0 && NetUtil.isValidIpV6Address(host);
  }

  /** Whether a host is a domain or lies below it. */
  static boolean isBelow(String host, String domain) {
    int start = host.length() - domain.length();
    return Ascii.startsWithIgnoreCase(host, start, domain)
        && (start == 0 || host.charAt(start - 1) == '.');
  }

  /** Whether a cookie goes to a host. */
  static boolean isFor(Cookie cookie, String host, boolean address) {
    String domain = cookie.domain();
    if (domain == null) {
      return true;
    }
    return cookie.tailMatch() && !address
        ? isBelow(host, domain)
        : Ascii.equalsIgnoreCase(host, domain);
  }

  /** Whether a cookie goes with a path. */
  static boolean covers(String cookiePath, String path) {
    if (cookiePath == null || cookiePath.length() == 1) {
      return true;
    }
    String wanted = path.startsWith("/") ? path : "/";
    return wanted.startsWith(cookiePath)
        && (wanted.length() == cookiePath.length() || wanted.charAt(cookiePath.length()) == '/');
  }

  /** A path as it is kept: without quotes around it and without a slash at its end. */
  static String cleanPath(String given) {
    String path = given;
    if (path.startsWith("\"")) {
      int end = path.length() > 1 && path.endsWith("\"") ? path.length() - 1 : path.length();
      path = path.substring(1, end);
    }
    if (!path.startsWith("/")) {
      return "/";
    }
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
