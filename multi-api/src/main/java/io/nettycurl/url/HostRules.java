package io.nettycurl.url;

import io.nettycurl.CurlUrlCode;

/** Any thread; no state. What may stand as the host of a URL. */
final class HostRules {
  private static final String REFUSED = " \r\n\t/:#?!@{}[]\\$'\"^`*<>=;,+&()%|";
  private static final boolean[] REFUSED_ASCII = new boolean[128];
  private static final int MAX_ZONE = 15;

  static {
    for (char c : REFUSED.toCharArray()) {
      REFUSED_ASCII[c] = true;
    }
  }

  private HostRules() {}

  /**
   * A host that passed.
   *
   * @param name the host in its normal form
   * @param zone the zone id of an IPv6 address, or null
   */
  record Ipv6(String name, String zone) {}

  /** Checks a name that is not an IPv6 address. */
  static CurlUrlCode checkName(String host) {
    int length = host.length();
    if (length == 0) {
      return CurlUrlCode.NO_HOST;
    }
    for (int i = 0; i < length; i++) {
      char c = host.charAt(i);
      if (c < 128 && REFUSED_ASCII[c]) {
        return CurlUrlCode.BAD_HOSTNAME;
      }
    }
    return host.endsWith("..") || host.equals(".") ? CurlUrlCode.BAD_HOSTNAME : CurlUrlCode.OK;
  }

  /** Takes a bracketed IPv6 address with or without a zone; null if it is none. */
  static Ipv6 parseIpv6(String host) {
    int close = host.length() - 1;
    if (close < 3 || host.charAt(close) != ']') {
      return null;
    }
    int percent = host.indexOf('%');
    String zone = null;
    if (percent >= 0) {
      zone = zoneOf(host.substring(percent + 1, close));
      if (zone == null) {
        return null;
      }
    }
    String address = Ipv6Literal.normalize(host.substring(1, percent >= 0 ? percent : close));
    return address == null ? null : new Ipv6("[" + address + "]", zone);
  }

  private static String zoneOf(String text) {
    String zone = text.length() > 2 && text.startsWith("25") ? text.substring(2) : text;
    return zone.isEmpty() || zone.length() > MAX_ZONE || zone.indexOf(']') >= 0 ? null : zone;
  }
}
