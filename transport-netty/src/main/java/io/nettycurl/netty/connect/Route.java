package io.nettycurl.netty.connect;

import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.option.OptionValues;
import java.util.List;

/**
 * Immutable. Everything that makes the way to a peer what it is. Two requests may share a
 * connection only if their routes are equal, so whatever must not be mixed up stands in here.
 *
 * @param host the origin's host
 * @param port the origin's port
 * @param tls whether TLS to the origin starts with the first byte
 * @param alpn ALPN names to offer
 * @param proxies the proxies in between
 */
public record Route(String host, int port, boolean tls, List<String> alpn, ProxyChoice proxies) {
  /**
   * Plans the way.
   *
   * @param plan what the exchange asks for
   * @param proxies the proxies chosen
   * @param options the options
   * @return the route
   * @throws ConnectFailure if an option's value turns out not to be usable, such as a CA file
   */
  public static Route plan(ConnectionPlan plan, ProxyChoice proxies, OptionValues options)
      throws ConnectFailure {
    return new Route(plan.host(), plan.port(), plan.tls(), plan.alpn(), proxies);
  }
}
