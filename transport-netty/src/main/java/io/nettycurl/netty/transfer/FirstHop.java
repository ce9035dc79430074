package io.nettycurl.netty.transfer;

import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.tls.TlsOptionSet;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.url.UrlPart;
import java.util.Objects;

/**
 * Owned by the loop. What was decided about the first hop of a handle's last transfer, good for its
 * next one as long as no option was set meanwhile: a handle that is used again and again would
 * otherwise have the same URL read and the same key made each time.
 */
final class FirstHop {
  private final long version;
  private final Hop hop;
  private final Hop.Origin origin;
  private final String effectiveUrl;
  private final boolean filesMatter;
  private ConnectionPlan plan;
  private PoolKey key;
  private ConnectionPlan spare;

  FirstHop(OptionValues options, Hop hop) {
    this.version = options.version();
    this.hop = hop;
    this.origin = hop.origin();
    this.effectiveUrl = hop.url().get(UrlPart.URL, CurlSymbols.CURLU_GET_EMPTY).value();
    this.filesMatter =
        TlsOptionSet.ORIGIN.namesFiles(options) || TlsOptionSet.PROXY.namesFiles(options);
  }

  /** CURLU's value can change without its option being set, the netrc file without any. */
  boolean holds(OptionValues options) {
    return version == options.version()
        && options.get(CurlOpt.CURLU) == null
        && !options.on(CurlOpt.NETRC);
  }

  Hop hop() {
    return hop;
  }

  Hop.Origin origin() {
    return origin;
  }

  String effectiveUrl() {
    return effectiveUrl;
  }

  /** A plan that nothing was amended in. */
  ConnectionPlan takePlan() {
    ConnectionPlan taken = spare;
    spare = null;
    if (taken == null) {
      return hop.plan();
    }
    taken.reset();
    return taken;
  }

  /**
   * A connection that was there already is used: the plan can serve again. All handles come to hold
   * one key where theirs are equal, which makes it cheap to look up.
   */
  void reuses(ConnectionPlan unused, PoolKey keyThere) {
    spare = unused == plan ? null : unused;
    key = key == null ? null : keyThere;
  }

  void remember(ConnectionPlan made, PoolKey keyMade) {
    plan = made;
    key = keyMade;
  }

  /**
   * The key made before, if the exchange asks for the same again; null otherwise, and where the key
   * stands for the content of files.
   */
  PoolKey keyFor(ConnectionPlan wanted, Object realm) {
    boolean same =
        key != null
            && !filesMatter
            && Objects.equals(realm, key.realm())
            && wanted.asksForSame(plan);
    return same ? key : null;
  }
}
