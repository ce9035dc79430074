package io.nettycurl.netty.connect;

import java.net.InetSocketAddress;

/**
 * Immutable. One way to go: a route with the two things in which a control connection and the data
 * channels beside it differ.
 *
 * @param route what the way is like
 * @param destination where the socket, or the last proxy, is to lead to
 * @param address the destination's address where it is known already; null to look it up
 * @param tls whether TLS follows
 * @param control the session of the control connection, for a data channel with TLS; otherwise null
 * @param data whether it is a data channel
 */
record Way(
    Route route,
    Hop destination,
    InetSocketAddress address,
    boolean tls,
    Link.Session control,
    boolean data) {
  static Way of(Route route) {
    return new Way(route, route.destination(), null, route.tls(), null, false);
  }

  /** The first proxy; null if there is none. */
  ProxyConfig firstProxy() {
    ProxyChoice proxies = route.proxies();
    return proxies.socks() != null ? proxies.socks() : proxies.http();
  }

  /** Where the socket is to be connected to. */
  Hop firstHop() {
    ProxyConfig proxy = firstProxy();
    return proxy == null ? destination : proxy.hop();
  }

  /** Where the SOCKS proxy is to connect to. */
  Hop behindSocks() {
    ProxyConfig http = route.proxies().http();
    return http == null ? destination : http.hop();
  }

  boolean tunnels() {
    return route.proxies().http() != null && route.proxies().tunnel();
  }

  /** What a failure to connect is about. */
  String shown() {
    Hop first = firstHop();
    ProxyConfig proxy = firstProxy();
    StringBuilder text = new StringBuilder();
    if (data) {
      text.append(destination.host()).append(':').append(destination.port());
    } else {
      text.append(route.host()).append(':').append(route.port());
    }
    if (proxy != null) {
      return text.append(" over proxy ").append(proxy.host()).toString();
    }
    if (first.local()) {
      return text.append(" over unix://").append(first.host()).toString();
    }
    if (!data && route.detour() != null) {
      text.append(" via ").append(first.host()).append(':').append(first.port());
    }
    return text.toString();
  }
}
