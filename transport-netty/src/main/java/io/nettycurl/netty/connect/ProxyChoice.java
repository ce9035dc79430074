package io.nettycurl.netty.connect;

import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.OptionValues;
import java.util.function.UnaryOperator;

/**
 * Immutable. Which proxies a request goes through.
 *
 * @param http the HTTP proxy, or null
 * @param socks the SOCKS proxy, or null; comes before the HTTP proxy
 * @param tunnel whether the HTTP proxy is asked for a tunnel rather than for the URL itself
 */
public record ProxyChoice(ProxyConfig http, ProxyConfig socks, boolean tunnel) {
  /** No proxy. */
  public static final ProxyChoice DIRECT = new ProxyChoice(null, null, false);

  /** Whether the request goes to a forwarding HTTP proxy. */
  public boolean forwarding() {
    return http != null && !tunnel;
  }

  /**
   * Chooses by options and environment.
   *
   * @param scheme the URL's scheme
   * @param host the URL's host
   * @param port the URL's port
   * @param forwardable whether the scheme can be asked of a forwarding proxy at all
   * @param options the options
   * @return the choice
   * @throws ConnectFailure if a proxy's name or type is not usable
   */
  public static ProxyChoice choose(
      Scheme scheme, String host, int port, boolean forwardable, OptionValues options)
      throws ConnectFailure {
    return choose(scheme, host, port, forwardable, options, System::getenv);
  }

  static ProxyChoice choose(
      Scheme scheme,
      String host,
      int port,
      boolean forwardable,
      OptionValues options,
      UnaryOperator<String> environment)
      throws ConnectFailure {
    return DIRECT;
  }
}
