package io.nettycurl.netty.spi;

import java.util.List;
import java.util.Objects;

/**
 * Owned by the loop. What a hop of a transfer asks of its connection. The engine fills it in from
 * the URL, the scheme and the options; the exchange amends it.
 */
public final class ConnectionPlan {
  private final Scheme scheme;
  private final String host;
  private final int port;
  private final boolean forwarded;
  private boolean tls;
  private List<String> alpn = List.of();
  private String affinity = "";
  private boolean multiplex;
  private String alternativeHost;
  private int alternativePort;
  private List<String> bindings = List.of();

  /**
   * A plan as the URL has it.
   *
   * @param scheme the URL's scheme
   * @param host the URL's host; IPv6 without brackets
   * @param port the port to connect to
   * @param forwarded whether the request goes to a forwarding HTTP proxy
   */
  public ConnectionPlan(Scheme scheme, String host, int port, boolean forwarded) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.forwarded = forwarded;
    this.tls = scheme.tls();
  }

  /** Takes back what an exchange amended. */
  public void reset() {
    alpn = List.of();
    affinity = "";
    multiplex = false;
    alternativeHost = null;
    alternativePort = 0;
    bindings = List.of();
  }

  /**
   * Whether another plan asks for the same connection: all that tells connections apart is equal.
   * How it may be used is not part of that: {@link #multiplex} and {@link #bindings}.
   *
   * @param other the other plan
   */
  public boolean asksForSame(ConnectionPlan other) {
    return port == other.port
        && forwarded == other.forwarded
        && tls == other.tls
        && alternativePort == other.alternativePort
        && host.equals(other.host)
        && affinity.equals(other.affinity)
        && alpn.equals(other.alpn)
        && scheme.equals(other.scheme)
        && Objects.equals(alternativeHost, other.alternativeHost);
  }

  /** The URL's scheme. */
  public Scheme scheme() {
    return scheme;
  }

  /** The URL's host; IPv6 without brackets. */
  public String host() {
    return host;
  }

  /** The port to connect to. */
  public int port() {
    return port;
  }

  /** Whether the request goes to a forwarding HTTP proxy, in absolute form. */
  public boolean forwarded() {
    return forwarded;
  }

  /** Whether TLS starts with the first byte. */
  public boolean tls() {
    return tls;
  }

  /** The ALPN names to offer, best first; empty to offer none. */
  public List<String> alpn() {
    return alpn;
  }

  /**
   * Sets the ALPN names to offer.
   *
   * @param names best first
   */
  public void alpn(List<String> names) {
    alpn = List.copyOf(names);
  }

  /**
   * What beyond the route makes two connections of this protocol different: the login of an FTP
   * connection, the version of HTTP asked for. Compared byte by byte.
   */
  public String affinity() {
    return affinity;
  }

  /**
   * Sets what makes two connections different.
   *
   * @param text any text; equal texts may share a connection
   */
  public void affinity(String text) {
    affinity = text;
  }

  /**
   * The application itself is to speak on the connection (CONNECT_ONLY), so that no protocol is to
   * be agreed on.
   */
  public void speaksApplication() {
    alpn = List.of();
    multiplex = false;
  }

  /**
   * Connects elsewhere than to the URL's host, which is meant all the same: TLS asks for it. Does
   * not hold where CONNECT_TO says something else.
   *
   * @param where the host; IPv6 without brackets
   * @param atPort the port
   */
  public void alternative(String where, int atPort) {
    alternativeHost = where;
    alternativePort = atPort;
  }

  /** The host to connect to instead of the URL's; null for the URL's. */
  public String alternativeHost() {
    return alternativeHost;
  }

  /** The port to connect to where there is an {@link #alternativeHost}. */
  public int alternativePort() {
    return alternativePort;
  }

  /**
   * The logins that a connection may be tied to, best first: such a connection is taken before one
   * that is tied to nobody. See {@link ConnectionContext#bind}.
   */
  public List<String> bindings() {
    return bindings;
  }

  /**
   * Sets the logins that a connection may be tied to.
   *
   * @param logins best first
   */
  public void bindings(List<String> logins) {
    bindings = List.copyOf(logins);
  }

  /** Whether the connection may turn out to carry several exchanges at once. */
  public boolean multiplex() {
    return multiplex;
  }

  /**
   * Sets whether the connection may turn out to carry several exchanges at once.
   *
   * @param may true if so
   */
  public void multiplex(boolean may) {
    multiplex = may;
  }
}
