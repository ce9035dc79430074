package io.nettycurl.netty.connect.dns;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Immutable. Addresses written as numbers, which never need a lookup. */
public final class NumericAddress {
  private NumericAddress() {}

  /**
   * Reads an address.
   *
   * @param host an IPv4 address of four decimal parts, or an IPv6 address without brackets and
   *     possibly with a zone behind a percent sign
   * @param scope the zone's number, which wins over one in the text; 0 for none
   * @return the address, or null if it is not one
   */
  public static InetAddress parse(String host, long scope) {
    if (host.indexOf(':') < 0) {
      return NetUtil.isValidIpV4Address(host) ? ofBytes(host, 0) : null;
    }
    int percent = host.indexOf('%');
    String digits = percent < 0 ? host : host.substring(0, percent);
    if (!NetUtil.isValidIpV6Address(digits)) {
      return null;
    }
    return ofBytes(digits, scope != 0 || percent < 0 ? (int) scope : zone(host, percent + 1));
  }

  /** Whether a host is written as a number. */
  public static boolean matches(String host) {
    return parse(host, 0) != null;
  }

  /**
   * An address's text without zone and without a reverse lookup.
   *
   * @param address which
   */
  public static String text(InetAddress address) {
    String text = NetUtil.toAddressString(address);
    int percent = text.indexOf('%');
    return percent < 0 ? text : text.substring(0, percent);
  }

  private static InetAddress ofBytes(String digits, int scope) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(digits);
    try {
      return scope != 0
          ? Inet6Address.getByAddress(null, bytes, scope)
          : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(digits, e);
    }
  }

  private static int zone(String host, int start) {
    // RFC 6874 writes the percent sign of a zone percent-encoded
    String name = host.startsWith("25", start) ? host.substring(start + 2) : host.substring(start);
    try {
      return Integer.parseInt(name);
    } catch (NumberFormatException e) {
      return zoneOfInterface(name);
    }
  }

  private static int zoneOfInterface(String name) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      return found == null ? 0 : found.getIndex();
    } catch (SocketException e) {
      return 0;
    }
  }
}
