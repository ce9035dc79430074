package io.nettycurl.netty.pool;

import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.connect.ProxyChoice;
import io.nettycurl.netty.connect.Route;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.option.OptionValues;
import java.util.Objects;

/**
 * Immutable. What makes two connections the same: a request may ride a connection only if the keys
 * are equal, compared byte by byte.
 *
 * <pre>
 * what must be equal                                   stands in
 * host, port, TLS from the first byte or not           route
 * proxies: type, host, port, user, password, tunnel    route
 * connect-to, local address and port, unix socket      route
 * every TLS option, files by content; ALPN names       route
 * the family of schemes (http and https: http)         family
 * what the protocol binds a login to (FTP user, ...)   affinity
 * the share that holds the connection, or none         realm
 * the login that was proved on the connection (NTLM)   affinity, once it was: see boundTo
 * </pre>
 */
public final class PoolKey {
  private final Route route;
  private final String family;
  private final String affinity;
  private final String group;
  private final Object realm;
  private final int hash;

  /**
   * A key.
   *
   * @param route the way to the peer
   * @param family the family of schemes
   * @param affinity what else the protocol tells connections apart by
   * @param group what the limit per host counts: "host:port" of the peer, or of the proxy
   * @param realm what keeps the connections of a share apart; null for the multi's own
   */
  public PoolKey(Route route, String family, String affinity, String group, Object realm) {
    this.route = route;
    this.family = family;
    this.affinity = affinity;
    this.group = group;
    this.realm = realm;
    this.hash = (route.hashCode() * 31 + family.hashCode()) * 31 + affinity.hashCode();
  }

  /**
   * The key of the connection that a plan asks for. Where {@link ConnectionPlan#asksForSame} holds
   * for two plans, and the rest is the same, so are their keys.
   *
   * @param plan amended already
   * @param proxies the proxies on the way
   * @param options the transfer's
   * @param realm what keeps the connections of a share apart; null for the multi's own
   * @throws ConnectFailure if an option's value turns out not to be usable
   */
  public static PoolKey of(
      ConnectionPlan plan, ProxyChoice proxies, OptionValues options, Object realm)
      throws ConnectFailure {
    String group =
        proxies.http() != null
            ? proxies.http().host() + ':' + proxies.http().port()
            : plan.host() + ':' + plan.port();
    Route route = Route.plan(plan, proxies, options);
    return new PoolKey(route, plan.scheme().family(), plan.affinity(), group, realm);
  }

  /**
   * The key of connections that are tied to a login.
   *
   * @param binding the login
   */
  public PoolKey boundTo(String binding) {
    return new PoolKey(route, family, affinity + '\n' + binding, group, realm);
  }

  /** The way to the peer. */
  public Route route() {
    return route;
  }

  /** What keeps the connections of a share apart; null for the multi's own. */
  public Object realm() {
    return realm;
  }

  /** What the limit per host counts. */
  public String group() {
    return group;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof PoolKey key
            && hash == key.hash
            && Objects.equals(realm, key.realm)
            && family.equals(key.family)
            && affinity.equals(key.affinity)
            && route.equals(key.route);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return family + "://" + group;
  }
}
