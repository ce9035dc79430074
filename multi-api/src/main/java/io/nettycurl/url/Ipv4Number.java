package io.nettycurl.url;

/**
 * Any thread; no state. Host names that are really IPv4 addresses: one to four numbers, each
 * decimal, octal (0...) or hexadecimal (0x...), the last one filling the bytes that are left.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-url.html">libcurl-url(3)</a>
 */
final class Ipv4Number {
  private static final long MAX = 0xFFFFFFFFL;

  private Ipv4Number() {}

  /** The address as four decimal numbers; null if the name is not an address. */
  static String normalize(String host) {
    if (host.isEmpty() || !PercentCoding.isDigit(host.charAt(0))) {
      return null;
    }
    long[] parts = new long[4];
    int count = 0;
    int at = 0;
    while (at < host.length()) {
      int dot = host.indexOf('.', at);
      int end = dot < 0 ? host.length() : dot;
      if (count == 4) {
        return null;
      }
      long part = parse(host, at, end);
      if (part < 0) {
        return null;
      }
      parts[count++] = part;
      at = end + 1;
    }
    return format(parts, count);
  }

  private static long parse(String host, int from, int to) {
    int base = 10;
    int at = from;
    if (at < to && host.charAt(at) == '0') {
      boolean hex = at + 1 < to && (host.charAt(at + 1) | 0x20) == 'x';
      base = hex ? 16 : 8;
      at += hex ? 2 : 0;
    }
    if (at == to) {
      return -1;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = PercentCoding.hexValue(host.charAt(at));
      if (digit < 0 || digit >= base) {
        return -1;
      }
      value = value * base + digit;
      if (value > MAX) {
        return -1;
      }
    }
    return value;
  }

  private static String format(long[] parts, int count) {
    long address = 0;
    for (int i = 0; i < count - 1; i++) {
      if (parts[i] > 255) {
        return null;
      }
      address |= parts[i] << (24 - 8 * i);
    }
    long last = parts[count - 1];
    if (last > MAX >> (8 * (count - 1))) {
      return null;
    }
    address |= last;
    return (address >> 24)
        + "."
        + ((address >> 16) & 255)
        + "."
        + ((address >> 8) & 255)
        + "."
        + (address & 255);
  }
}
