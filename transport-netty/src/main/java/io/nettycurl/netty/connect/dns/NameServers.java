package io.nettycurl.netty.connect.dns;

import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Immutable. Which name servers are to be asked, and from where; equal ones may share a lookup.
 *
 * @param list CURLOPT_DNS_SERVERS; null for the system's
 * @param device CURLOPT_DNS_INTERFACE; null for any
 * @param local4 CURLOPT_DNS_LOCAL_IP4; null for any
 * @param local6 CURLOPT_DNS_LOCAL_IP6; null for any
 */
public record NameServers(String list, String device, String local4, String local6) {
  private static final int DNS_PORT = 53;
  private static final int MAX_PORT = 0xffff;

  /**
   * Reads the options.
   *
   * @param options the transfer's
   * @return null if the system is to be asked
   */
  public static NameServers of(OptionValues options) {
    String list = text(options.get(ConnectionOptions.DNS_SERVERS));
    String device = text(options.get(ConnectionOptions.DNS_INTERFACE));
    String local4 = text(options.get(ConnectionOptions.DNS_LOCAL_IP4));
    String local6 = text(options.get(ConnectionOptions.DNS_LOCAL_IP6));
    return list == null && device == null && local4 == null && local6 == null
        ? null
        : new NameServers(list, device, local4, local6);
  }

  /** Whether there is what asks servers other than the system's: Netty's resolver. */
  static boolean canBeAsked() {
    return Available.YES;
  }

  /** Looked for here, as a class that stands on it cannot even be loaded without it. */
  private static final class Available {
    static final boolean YES =
        exists("io.netty.resolver.dns.DnsNameResolver")
            && exists("io.netty.handler.codec.dns.DnsRecord");

    private static boolean exists(String name) {
      try {
        Class.forName(name, false, NameServers.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException | LinkageError e) {
        return false;
      }
    }
  }

  private static String text(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** What is wrong with it; null if nothing is. */
  public String complaint() {
    if (list != null && addresses() == null) {
      return "bad servers set";
    }
    if (local4 != null && !(NumericAddress.parse(local4, 0) instanceof Inet4Address)) {
      return "bad DNS IPv4 address";
    }
    boolean six = local6 == null || local6.indexOf(':') >= 0 && NumericAddress.matches(local6);
    return six ? null : "bad DNS IPv6 address";
  }

  /** The servers; null if the list is malformed. */
  List<InetSocketAddress> addresses() {
    List<InetSocketAddress> found = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      InetSocketAddress address = address(word.strip());
      if (address == null) {
        return null;
      }
      found.add(address);
    }
    return found;
  }

  private static InetSocketAddress address(String word) {
    String host = word;
    int port = DNS_PORT;
    int colon = word.lastIndexOf(':');
    int bracket = word.indexOf(']');
    boolean brackets = word.startsWith("[") && bracket > 0;
    if (brackets || colon >= 0 && colon == word.indexOf(':')) {
      host = brackets ? word.substring(1, bracket) : word.substring(0, colon);
      String rest = word.substring(brackets ? bracket + 1 : colon);
      if (!rest.isEmpty()) {
        port = rest.charAt(0) == ':' ? port(rest.substring(1)) : -1;
      }
    }
    InetAddress address = NumericAddress.parse(host, 0);
    return address == null || port < 0 ? null : new InetSocketAddress(address, port);
  }

  private static int port(String digits) {
    try {
      int port = Integer.parseInt(digits);
      return port > 0 && port <= MAX_PORT ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
