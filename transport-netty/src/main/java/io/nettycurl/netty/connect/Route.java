package io.nettycurl.netty.connect;

import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.dns.ResolveEntry;
import io.nettycurl.netty.connect.socket.LocalEnd;
import io.nettycurl.netty.connect.tls.TlsConfig;
import io.nettycurl.netty.connect.tls.TlsOptionSet;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.FtpOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import io.nettycurl.option.TlsOptions;
import java.util.List;
import java.util.Locale;

/**
 * Immutable. Everything that makes the way to a peer what it is. Two requests may share a
 * connection only if their routes are equal, so whatever must not be mixed up stands in here.
 *
 * <table>
 * <caption>What makes two routes different</caption>
 * <tr><td>origin</td><td>host (case ignored), port; the proxy's instead where it forwards</td></tr>
 * <tr><td>proxies</td><td>type, host, port, user and password of each; tunnel or not</td></tr>
 * <tr><td>detours</td><td>CONNECT_TO's target, an alternative service, a domain socket, RESOLVE's entries for the host</td></tr>
 * <tr><td>our end</td><td>INTERFACE, LOCALPORT, LOCALPORTRANGE, IPRESOLVE, ADDRESS_SCOPE</td></tr>
 * <tr><td>first bytes</td><td>HAPROXYPROTOCOL with HAPROXY_CLIENT_IP</td></tr>
 * <tr><td>TLS</td><td>ALPN names; everything in {@link TlsConfig}, once for the origin (where TLS is
 *     or may be turned on) and once for an HTTPS proxy</td></tr>
 * </table>
 *
 * @param host the origin's host, in lower case
 * @param port the origin's port
 * @param tls whether TLS to the origin starts with the first byte
 * @param alpn ALPN names to offer
 * @param proxies the proxies in between
 * @param detour where to connect in place of the origin; null for the origin
 * @param local our end of the socket; null for any
 * @param family a {@code CURL_IPRESOLVE_*} value
 * @param scope the zone of a link-local address; 0 for none
 * @param resolve the entries of CURLOPT_RESOLVE that are about the host
 * @param haproxy the address to tell in a PROXY line; empty for the socket's own; null for no line
 * @param tlsConfig TLS to the origin; null if there will not be any
 * @param proxyTls TLS to the HTTP proxy; null if there is none
 * @param ownSessions whether the connection keeps its TLS sessions to itself and to the data
 *     channels beside it
 */
public record Route(
    String host,
    int port,
    boolean tls,
    List<String> alpn,
    ProxyChoice proxies,
    Hop detour,
    LocalEnd local,
    long family,
    long scope,
    List<String> resolve,
    String haproxy,
    TlsConfig tlsConfig,
    TlsConfig proxyTls,
    boolean ownSessions) {
  /**
   * What differs most. Written out, as what the compiler makes for a record is linked at the first
   * call and costs a short run more than its transfer.
   */
  @Override
  public int hashCode() {
    return (host.hashCode() * 31 + port) * 31 + proxies.hashCode() + (tls ? 1 : 0);
  }

  /**
   * Plans the way.
   *
   * @param plan what the exchange asks for
   * @param proxies the proxies chosen
   * @param options the options
   * @return the route
   * @throws ConnectFailure if an option's value turns out not to be usable
   */
  public static Route plan(ConnectionPlan plan, ProxyChoice proxies, OptionValues options)
      throws ConnectFailure {
    boolean forwarding = proxies.forwarding();
    String host = forwarding ? proxies.http().host() : plan.host();
    int port = forwarding ? proxies.http().port() : plan.port();
    boolean mayTurnOn = plan.tls() || options.number(FtpOptions.USE_SSL) != 0;
    List<String> alpn = options.on(TlsOptions.SSL_ENABLE_ALPN) ? plan.alpn() : List.of();
    return new Route(
        host.toLowerCase(Locale.ROOT),
        port,
        plan.tls(),
        plan.tls() ? alpn : List.of(),
        proxies,
        detour(plan, forwarding, options),
        localEnd(options),
        options.number(ConnectionOptions.IPRESOLVE),
        options.number(ConnectionOptions.ADDRESS_SCOPE),
        resolve(options, host, port),
        haproxy(options),
        mayTurnOn ? TlsConfig.from(options, TlsOptionSet.ORIGIN) : null,
        secureProxy(proxies) ? TlsConfig.from(options, TlsOptionSet.PROXY) : null,
        mayTurnOn && plan.alpn().isEmpty());
  }

  private static Hop detour(ConnectionPlan plan, boolean forwarding, OptionValues options)
      throws ConnectFailure {
    Hop socket = domainSocket(options);
    if (socket != null) {
      return socket;
    }
    if (forwarding) {
      return null;
    }
    Hop asked = Hop.connectTo(options.get(ConnectionOptions.CONNECT_TO), plan.host(), plan.port());
    return asked == null && plan.alternativeHost() != null
        ? Hop.tcp(plan.alternativeHost(), plan.alternativePort())
        : asked;
  }

  /**
   * The domain socket that the options ask for.
   *
   * @param options the transfer's
   * @return null if none
   */
  static Hop domainSocket(OptionValues options) {
    String path = options.get(ConnectionOptions.ABSTRACT_UNIX_SOCKET);
    if (path != null && !path.isEmpty()) {
      return new Hop(path, 0, Hop.Kind.ABSTRACT);
    }
    path = options.get(ConnectionOptions.UNIX_SOCKET_PATH);
    return path == null || path.isEmpty() ? null : new Hop(path, 0, Hop.Kind.UNIX);
  }

  private static LocalEnd localEnd(OptionValues options) {
    return LocalEnd.of(
        options.get(ConnectionOptions.INTERFACE),
        (int) options.number(ConnectionOptions.LOCALPORT),
        (int) options.number(ConnectionOptions.LOCALPORTRANGE));
  }

  /** Entries about other hosts do not keep a connection from being shared. */
  private static List<String> resolve(OptionValues options, String host, int port) {
    List<String> entries = options.get(ConnectionOptions.RESOLVE);
    if (entries == null || entries.isEmpty()) {
      return List.of();
    }
    return entries.stream().filter(text -> about(text, host, port)).toList();
  }

  private static boolean about(String text, String host, int port) {
    ResolveEntry entry = ResolveEntry.parse(text);
    return entry != null
        && !entry.remove()
        && entry.port() == port
        && (entry.host().equals(ResolveEntry.ANY) || entry.host().equalsIgnoreCase(host));
  }

  private static String haproxy(OptionValues options) {
    String client = options.get(ProxyOptions.HAPROXY_CLIENT_IP);
    if (client != null) {
      return client;
    }
    return options.on(ProxyOptions.HAPROXYPROTOCOL) ? "" : null;
  }

  private static boolean secureProxy(ProxyChoice proxies) {
    return proxies.http() != null && proxies.http().type() == CurlSymbols.CURLPROXY_HTTPS;
  }

  /** What the certificate has to name: the host without a dot at its end. */
  String tlsHost() {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** Where the socket, or the last proxy, is to lead to. */
  Hop destination() {
    return detour != null ? detour : Hop.tcp(host, port);
  }
}
