package io.nettycurl.examples.curl.url;

/** Any thread; no state. Tells an IPv6 address in brackets from a range. */
final class Ipv6Literal {
  private static final int GROUPS = 8;

  private Ipv6Literal() {}

  /** Whether a text is an address, perhaps with a zone. */
  static boolean matches(String text) {
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    int colons = 0;
    int groups = 0;
    int length = 0;
    boolean compressed = false;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        colons++;
        boolean twice = i > 0 && address.charAt(i - 1) == ':';
        if (twice && compressed) {
          return false;
        }
        compressed |= twice;
        length = 0;
      } else if (Character.digit(c, 16) >= 0 && c < 128) {
        groups += length == 0 ? 1 : 0;
        length++;
      } else if (c == '.') {
        length = 1;
      } else {
        return false;
      }
      if (length > 4) {
        return false;
      }
    }
    if (address.indexOf('.') >= 0) {
      groups++;
    }
    return colons >= 2 && (compressed ? groups < GROUPS : groups == GROUPS);
  }
}
