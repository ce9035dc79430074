package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import io.nettycurl.spi.TransferUrl;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.List;

/**
 * Owned by the loop. Where one transfer goes, hop after hop: decides it from the URL, the options
 * and what came before, without any I/O, and keeps what holds for the handle's next transfer too.
 */
final class Hops {
  private final EasyState easy;
  private final TransferLog log;
  private FirstHop first;
  private Hop.Origin origin;
  private Netrc netrc;
  private Hop hop;
  private ConnectionPlan plan;
  private PoolKey key;
  private List<PoolKey> boundKeys = List.of();
  private int redirects;
  private boolean followed;

  Hops(EasyState easy, TransferLog log) {
    this.easy = easy;
    this.log = log;
  }

  /** A transfer starts: nothing is decided yet. */
  void start() {
    origin = null;
    netrc = null;
    redirects = 0;
    followed = false;
  }

  /** The file that logins are looked up in; without a call there is none. */
  void netrc(Netrc file) {
    netrc = file;
  }

  /** Where the first hop is to go. */
  CurlUrl firstUrl() throws ConnectFailure {
    OptionValues options = easy.options();
    if (first != null && !first.holds(options)) {
      first = null;
    }
    if (first != null) {
      return first.hop().url();
    }
    TransferUrl parsed = TransferUrl.parse(options.get(CurlOpt.URL), options);
    if (parsed.code() != CurlCode.OK) {
      throw new ConnectFailure(parsed.code(), parsed.message());
    }
    return parsed.url();
  }

  /** Decides the next hop. */
  void decide(CurlUrl asked, Protocols protocols) throws ConnectFailure {
    CurlUrl url = instead(asked, protocols);
    if (origin == null && first != null) {
      hop = first.hop();
      origin = first.origin();
      return;
    }
    Hop before = origin == null ? null : hop;
    hop = Hop.decide(url, easy.options(), protocols, origin, before, netrc, log::info);
    TransferUrl allowed = TransferUrl.allowed(url, followed, easy.options());
    if (allowed.code() != CurlCode.OK) {
      throw new ConnectFailure(allowed.code(), allowed.message());
    }
    if (origin == null) {
      origin = hop.origin();
      first = url == asked ? new FirstHop(easy.options(), hop) : null;
    }
  }

  /** What was decided about the first hop does not hold for another URL. */
  private CurlUrl instead(CurlUrl asked, Protocols protocols) {
    Protocols.Entry entry = protocols.find(asked.scheme());
    CurlUrl url = entry == null ? asked : entry.provider().instead(easy, asked);
    if (url != asked) {
      if (origin == null) {
        first = null;
      }
      log.info("Goes to " + url.get(UrlPart.URL, 0).value() + " instead, as that host wants it");
    }
    return url;
  }

  private boolean isFirst() {
    return first != null && hop == first.hop();
  }

  /** The present hop; null before the first. */
  Hop hop() {
    return hop;
  }

  /** The URL as the infos tell it. */
  String effectiveUrl() {
    return isFirst()
        ? first.effectiveUrl()
        : hop.url().get(UrlPart.URL, CurlSymbols.CURLU_GET_EMPTY).value();
  }

  /** Begins the plan of the hop's connection, for the exchange to amend. */
  ConnectionPlan beginPlan() {
    plan = isFirst() ? first.takePlan() : hop.plan();
    return plan;
  }

  /** The exchange amended the plan: makes the keys of what may serve. */
  void planned(Transport transport) throws ConnectFailure {
    Object realm = realm(transport);
    key = isFirst() ? first.keyFor(plan, realm) : null;
    if (key == null) {
      key = PoolKey.of(plan, hop.proxies(), easy.options(), realm);
      if (isFirst()) {
        first.remember(plan, key);
      }
    }
    boundKeys =
        plan.bindings().isEmpty() ? List.of() : plan.bindings().stream().map(key::boundTo).toList();
  }

  private SharedConnections.Realm realm(Transport transport) {
    SharedConnections shared =
        easy.shared(ShareKind.CONNECT, SharedConnections.class, SharedConnections::new);
    return shared == null ? null : new SharedConnections.Realm(shared, transport);
  }

  ConnectionPlan plan() {
    return plan;
  }

  /** What makes a connection the one that the hop asks for. */
  PoolKey key() {
    return key;
  }

  /** The keys of connections that may be tied to its login, best first. */
  List<PoolKey> boundKeys() {
    return boundKeys;
  }

  /** A connection that was there already is used. */
  void reuses(PoolKey keyThere) {
    if (isFirst()) {
      first.reuses(plan, keyThere);
    }
  }

  /**
   * The next hop counts as a redirect.
   *
   * @param elsewhere whether it is where a response sent us, and not the same URL again
   */
  void redirected(boolean elsewhere) {
    redirects++;
    followed |= elsewhere;
  }

  int redirects() {
    return redirects;
  }
}
