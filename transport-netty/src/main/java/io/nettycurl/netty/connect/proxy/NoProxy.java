package io.nettycurl.netty.connect.proxy;

import io.netty.util.NetUtil;

/**
 * Immutable. Whether a host is on a list of hosts to reach without a proxy: names with all names
 * below them, addresses, and blocks of addresses in CIDR notation.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROXY.html">CURLOPT_NOPROXY(3)</a>
 */
public final class NoProxy {
  private static final int MAX_BITS = 128;
  private static final int MAX_ENTRY = 127;

  private NoProxy() {}

  /**
   * Looks a host up.
   *
   * @param list entries with commas or blanks between them, or a lone {@code *}; null for none
   * @param host a name or an address without brackets
   * @return whether it is to be reached without a proxy
   */
  public static boolean matches(String list, String host) {
    if (host.isEmpty() || list == null || list.isEmpty()) {
      return false;
    }
    if (list.equals("*")) {
      return true;
    }
    byte[] address = addressOf(host);
    String name = address == null && host.endsWith(".") ? withoutLast(host) : host;
    int at = 0;
    while (at < list.length()) {
      at = skipBlanks(list, at);
      int end = at;
      while (end < list.length() && !isBlank(list.charAt(end)) && list.charAt(end) != ',') {
        end++;
      }
      if (end > at && matchesEntry(list.substring(at, end), name, address)) {
        return true;
      }
      at = skipBlanks(list, end);
      // libcurl reads no further where a blank is all there is between two entries
      if (at >= list.length() || list.charAt(at) != ',') {
        return false;
      }
      while (at < list.length() && list.charAt(at) == ',') {
        at++;
      }
    }
    return false;
  }

  private static boolean matchesEntry(String entry, String name, byte[] address) {
    return address == null ? matchesName(entry, name) : matchesBlock(entry, address);
  }

  private static boolean matchesName(String entry, String name) {
    String tail = entry.endsWith(".") ? withoutLast(entry) : entry;
    if (tail.startsWith(".")) {
      tail = tail.substring(1);
    }
    int start = name.length() - tail.length();
    if (start < 0 || !name.regionMatches(true, start, tail, 0, tail.length())) {
      return false;
    }
    return start == 0 || name.charAt(start - 1) == '.';
  }

  private static boolean matchesBlock(String entry, byte[] address) {
    if (entry.length() > MAX_ENTRY) {
      return false;
    }
    int slash = entry.indexOf('/');
    byte[] network = addressOf(slash < 0 ? entry : entry.substring(0, slash));
    int bits = slash < 0 ? 0 : bits(entry.substring(slash + 1));
    int all = address.length * 8;
    if (network == null || network.length != address.length || bits < 0 || bits > all) {
      return false;
    }
    // no bits at all count as all of them
    return sameBits(network, address, bits == 0 ? all : bits);
  }

  private static boolean sameBits(byte[] a, byte[] b, int bits) {
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i & 7);
      if ((a[i >> 3] & mask) != (b[i >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    int bits = Integer.parseInt(digits);
    return bits > MAX_BITS ? -1 : bits;
  }

  private static byte[] addressOf(String host) {
    boolean number =
        host.indexOf(':') >= 0
            ? NetUtil.isValidIpV6Address(host)
            : NetUtil.isValidIpV4Address(host);
    return number ? NetUtil.createByteArrayFromIpAddressString(host) : null;
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
