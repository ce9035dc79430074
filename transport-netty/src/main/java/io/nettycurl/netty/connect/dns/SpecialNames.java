package io.nettycurl.netty.connect.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** Immutable. Names whose answer is known without asking anybody. */
final class SpecialNames {
  /** IPv6 first, as libcurl has it. */
  private static final List<InetAddress> LOOPBACK =
      List.of(
          address(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
          address(new byte[] {127, 0, 0, 1}));

  private SpecialNames() {}

  /**
   * The addresses of {@code localhost} and of names below it.
   *
   * @param host a name
   * @return null for other names
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6761#section-6.3">RFC 6761 section 6.3</a>
   */
  static List<InetAddress> loopback(String host) {
    String name = withoutDot(host);
    return name.equals("localhost") || name.endsWith(".localhost") ? LOOPBACK : null;
  }

  /**
   * Whether a name must not be looked up at all.
   *
   * @param host a name
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7686">RFC 7686</a>
   */
  static boolean refused(String host) {
    return withoutDot(host).endsWith(".onion");
  }

  private static String withoutDot(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
