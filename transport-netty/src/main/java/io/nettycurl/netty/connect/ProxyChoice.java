package io.nettycurl.netty.connect;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.proxy.NoProxy;
import io.nettycurl.netty.connect.proxy.ProxyAddress;
import io.nettycurl.netty.connect.proxy.ProxyEnvironment;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.util.Objects;

/**
 * Immutable. Which proxies a request goes through.
 *
 * @param http the HTTP proxy, or null
 * @param socks the SOCKS proxy, or null; comes before the HTTP proxy
 * @param tunnel whether the HTTP proxy is asked for a tunnel rather than for the URL itself
 */
public record ProxyChoice(ProxyConfig http, ProxyConfig socks, boolean tunnel) {
  /** Written out for the reason that {@link Route#hashCode()} has. */
  @Override
  public int hashCode() {
    return Objects.hashCode(http) * 31 + Objects.hashCode(socks) + (tunnel ? 1 : 0);
  }

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
    return choose(scheme, host, port, forwardable, options, ProxyEnvironment.PROCESS);
  }

  static ProxyChoice choose(
      Scheme scheme,
      String host,
      int port,
      boolean forwardable,
      OptionValues options,
      ProxyEnvironment environment)
      throws ConnectFailure {
    if (!scheme.network() || Route.domainSocket(options) != null) {
      return DIRECT;
    }
    String proxy = options.get(ProxyOptions.PROXY);
    String preProxy = options.get(ProxyOptions.PRE_PROXY);
    if (proxy == null && preProxy == null) {
      // set to nothing, either of them turns the environment off
      proxy = environment.proxy(scheme.name());
    }
    boolean any = given(proxy) || given(preProxy);
    if (!any || exempt(host, options, environment)) {
      return DIRECT;
    }
    ProxyConfig socks = given(preProxy) ? ProxyAddress.parse(preProxy, true, options) : null;
    ProxyConfig http = given(proxy) ? ProxyAddress.parse(proxy, false, options) : null;
    if (http != null && ProxyAddress.isSocks(http.type())) {
      if (socks != null) {
        throw new ConnectFailure(
            CurlCode.COULDNT_RESOLVE_PROXY,
            "Having a SOCKS pre-proxy and proxy is not supported with '" + proxy + "'");
      }
      return new ProxyChoice(null, http, false);
    }
    return new ProxyChoice(
        http, socks, http != null && tunnels(scheme, host, port, forwardable, options));
  }

  private static boolean given(String text) {
    return text != null && !text.isEmpty();
  }

  private static boolean exempt(String host, OptionValues options, ProxyEnvironment environment) {
    String list = options.get(ProxyOptions.NOPROXY);
    return NoProxy.matches(list != null ? list : environment.noProxy(), host);
  }

  private static boolean tunnels(
      Scheme scheme, String host, int port, boolean forwardable, OptionValues options)
      throws ConnectFailure {
    return options.on(ProxyOptions.HTTPPROXYTUNNEL)
        || scheme.tls()
        || !forwardable
        // a proxy that is asked for the URL would not know of the detour
        || Hop.connectTo(options.get(ConnectionOptions.CONNECT_TO), host, port) != null;
  }
}
