package io.nettycurl.netty.connect;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.dns.NumericAddress;
import io.nettycurl.netty.connect.dns.Resolver;
import io.nettycurl.netty.connect.proxy.HaproxyLine;
import io.nettycurl.netty.connect.proxy.ProxyLogin;
import io.nettycurl.netty.connect.proxy.ProxyStep;
import io.nettycurl.netty.connect.proxy.SocksStep;
import io.nettycurl.netty.connect.proxy.TunnelStep;
import io.nettycurl.netty.connect.tls.CertInfo;
import io.nettycurl.netty.connect.tls.TlsContexts;
import io.nettycurl.netty.connect.tls.TlsFailure;
import io.nettycurl.netty.connect.tls.TlsReport;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;
import io.nettycurl.spi.EasyState;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Owned by the loop. What a connected socket goes through before the protocol gets it. Each filter
 * does its part, takes its handler out of the pipeline and lets the next one start; which ones
 * there are, in this order, is all that makes one combination of proxies differ from another.
 *
 * <pre>
 *   socket -> SOCKS -> TLS to the proxy -> CONNECT -> PROXY line -> TLS to the origin -> protocol
 * </pre>
 */
final class FilterChain implements ProxyStep.Listener {
  /** Told how it ends. */
  interface Listener {
    /** All is passed. */
    void passed(String applicationProtocol);

    /** The proxy closed the connection between two rounds of its login. */
    void startOver();

    /** It does not go on. */
    void failed(CurlCode code, String message, CurlProxyCode proxyCode);

    /** Whether nobody listens any more. */
    boolean over();

    /** How a name of this way is to be looked up. */
    Resolver.Question question(Hop hop);
  }

  private static final List<String> PROXY_ALPN = List.of("http/1.1");

  private final Connector connector;
  private final Listener owner;
  private final Way way;
  private final ProxyLogin login;
  private final EasyState easy;
  private final OptionValues options;
  private final ConnectListener listener;
  private final Channel channel;
  private final Deque<Runnable> filters = new ArrayDeque<>(6);
  private Runnable lookup;
  private String applicationProtocol;
  private boolean unflushed;
  private boolean cancelled;

  FilterChain(
      Connector connector,
      Listener owner,
      Way way,
      ProxyLogin login,
      EasyState easy,
      ConnectListener listener,
      Channel channel) {
    this.connector = connector;
    this.owner = owner;
    this.way = way;
    this.login = login;
    this.easy = easy;
    this.options = easy.options();
    this.listener = listener;
    this.channel = channel;
    plan();
  }

  private void plan() {
    Route route = way.route();
    if (way.firstHop().local() && way.firstProxy() == null) {
      // a domain socket in place of the origin leads past all proxies
      planOrigin(route);
      return;
    }
    if (route.proxies().socks() != null) {
      filters.add(this::socks);
    }
    if (route.proxyTls() != null) {
      filters.add(this::proxyTls);
    }
    if (way.tunnels()) {
      filters.add(this::tunnel);
    }
    planOrigin(route);
  }

  private void planOrigin(Route route) {
    if (route.haproxy() != null) {
      filters.add(this::haproxy);
    }
    if (way.data()) {
      filters.add(this::tellData);
    }
    if (way.tls()) {
      filters.add(this::tls);
    }
  }

  /** Starts the next filter, or tells that all is passed. */
  void next() {
    if (cancelled || owner.over()) {
      return;
    }
    Runnable filter = filters.poll();
    if (filter == null) {
      if (listener.verbose()) {
        tellEstablished();
      }
      owner.passed(applicationProtocol);
      if (unflushed) {
        channel.flush();
      }
    } else {
      filter.run();
    }
  }

  private void tellEstablished() {
    InetSocketAddress remote = Connector.remote(channel);
    if (remote != null && channel.localAddress() instanceof InetSocketAddress local) {
      listener.info(
          "Established connection to "
              + way.firstHop().host()
              + " ("
              + NumericAddress.text(remote.getAddress())
              + " port "
              + remote.getPort()
              + ") from "
              + NumericAddress.text(local.getAddress())
              + " port "
              + local.getPort());
    }
  }

  private void socks() {
    ProxyConfig proxy = way.route().proxies().socks();
    Hop target = way.behindSocks();
    boolean four = proxy.type() == CurlSymbols.CURLPROXY_SOCKS4;
    if (!four && proxy.type() != CurlSymbols.CURLPROXY_SOCKS5) {
      startSocks(proxy, target, null);
      return;
    }
    Resolver.Question asked = question(target, four);
    lookup =
        connector
            .resolver()
            .resolve(
                easy, asked, (addresses, refusal) -> socksTargetFound(proxy, target, addresses));
  }

  private Resolver.Question question(Hop target, boolean onlyV4) {
    Resolver.Question general = owner.question(target);
    return onlyV4
        ? new Resolver.Question(
            general.host(),
            general.port(),
            CurlSymbols.CURL_IPRESOLVE_V4,
            general.maxAgeNanos(),
            general.shuffle(),
            general.scope(),
            general.servers())
        : general;
  }

  private void socksTargetFound(ProxyConfig proxy, Hop target, List<InetAddress> addresses) {
    if (cancelled) {
      return;
    }
    boolean four = proxy.type() == CurlSymbols.CURLPROXY_SOCKS4;
    InetAddress address = addresses.isEmpty() ? null : addresses.get(0);
    if (address == null || (four && address instanceof Inet6Address)) {
      owner.failed(
          CurlCode.PROXY,
          "SOCKS" + (four ? "4" : "5") + " connection to " + target.host() + " not supported",
          CurlProxyCode.RESOLVE_HOST);
      return;
    }
    startSocks(proxy, target, address);
  }

  private void startSocks(ProxyConfig proxy, Hop target, InetAddress address) {
    insert(new SocksStep(SocksStep.Request.of(proxy, target, address, options), this));
  }

  private void proxyTls() {
    withContext(
        proxyKey(way.route()),
        context -> TlsStep.startProxy(channel, proxySession(context), this::proxySecured));
  }

  private void withContext(TlsContexts.Key key, Consumer<SslContext> start) {
    Hold hold = new Hold(Link.of(channel), this::closedEarly);
    boolean[] answered = {false};
    connector.context(
        easy,
        key,
        listener,
        (context, failure) -> {
          boolean late = answered[0];
          answered[0] = true;
          built(context, failure, start, late ? hold : null);
        });
    if (!answered[0]) {
      answered[0] = true;
      hold.begin(channel);
    }
  }

  private void built(
      SslContext context, TlsFailure failure, Consumer<SslContext> start, Hold hold) {
    if (cancelled) {
      return;
    }
    if (failure != null) {
      tlsFailed(failure);
    } else if (!channel.isActive()) {
      closedEarly();
    } else {
      start.accept(context);
      if (hold != null && !cancelled) {
        hold.end(channel);
      }
    }
  }

  static TlsContexts.Key proxyKey(Route route) {
    return new TlsContexts.Key(route.proxyTls(), PROXY_ALPN, true);
  }

  private Link.Session proxySession(SslContext context) {
    ProxyConfig proxy = way.route().proxies().http();
    int port = way.route().proxyTls().resume() ? proxy.port() : connector.newSessionPort();
    return new Link.Session(context, proxy.host(), port);
  }

  private void proxySecured(SslHandler tls, TlsFailure failure) {
    if (cancelled) {
      return;
    }
    if (failure != null) {
      listener.verified(true, failure.verifyResult());
      tlsFailed(failure);
      return;
    }
    TlsReport report = new TlsReport(tls, way.route().proxyTls().verifyPeer());
    listener.verified(true, report.verifyResult());
    if (listener.verbose()) {
      report.tell(true, listener::info);
    }
    next();
  }

  private void tunnel() {
    Hop target = way.destination();
    if (listener.verbose()) {
      listener.info("Establishing HTTP proxy tunnel to " + target.authority());
    }
    insert(new TunnelStep(target.authority(), login, this));
  }

  private void insert(ProxyStep step) {
    Link.of(channel).insert(channel, Link.TUNNEL, step);
  }

  private void haproxy() {
    boolean domain = Connector.remote(channel) == null;
    String client = way.route().haproxy();
    String line =
        domain
            ? HaproxyLine.UNKNOWN
            : HaproxyLine.of(
                client.isEmpty() ? null : client,
                (InetSocketAddress) channel.localAddress(),
                (InetSocketAddress) channel.remoteAddress());
    // goes out with what the next one writes, or when all is passed
    channel.write(HaproxyLine.encode(channel.alloc(), line));
    unflushed = true;
    next();
  }

  /** Tells the owner of a data channel, who may add its handlers behind where TLS will be. */
  private void tellData() {
    if (unflushed) {
      unflushed = false;
      channel.flush();
    }
    listener.connected(channel);
    next();
  }

  private void tls() {
    if (way.data()) {
      Link.of(channel).whenTlsAsked(this::resumeControl);
      return;
    }
    Route route = way.route();
    withContext(
        new TlsContexts.Key(route.tlsConfig(), route.alpn(), false),
        context -> {
          int port = connector.sessionPort(route, route.tlsConfig());
          Link.Session session = new Link.Session(context, route.tlsHost(), port);
          TlsStep.start(channel, session, this::secured);
        });
  }

  private void resumeControl() {
    if (cancelled) {
      return;
    }
    if (way.control() == null) {
      owner.failed(
          CurlCode.SSL_CONNECT_ERROR, "the control connection is without TLS", CurlProxyCode.OK);
    } else if (channel.isActive()) {
      TlsStep.start(channel, way.control(), this::secured);
    } else {
      closedEarly();
    }
  }

  private void closedEarly() {
    owner.failed(
        CurlCode.SSL_CONNECT_ERROR,
        "TLS connect error: connection closed by peer",
        CurlProxyCode.OK);
  }

  private void secured(SslHandler tls, TlsFailure failure) {
    if (cancelled) {
      return;
    }
    if (failure != null) {
      if (!way.data()) {
        listener.verified(false, failure.verifyResult());
      }
      tlsFailed(failure);
      return;
    }
    applicationProtocol = tls.applicationProtocol();
    if (!way.data()) {
      report(tls);
    }
    listener.secured(channel);
    next();
  }

  private void report(SslHandler tls) {
    Route route = way.route();
    TlsReport report = new TlsReport(tls, route.tlsConfig().verifyPeer());
    listener.verified(false, report.verifyResult());
    if (options.on(TlsOptions.CERTINFO)) {
      listener.certificates(CertInfo.of(report.chain()));
    }
    if (listener.verbose()) {
      report.tell(!route.alpn().isEmpty(), listener::info);
    }
  }

  private void tlsFailed(TlsFailure failure) {
    owner.failed(failure.code(), failure.getMessage(), CurlProxyCode.OK);
  }

  // what speaks with the proxies

  @Override
  public void passed() {
    next();
  }

  @Override
  public void startOver() {
    owner.startOver();
  }

  @Override
  public void failed(CurlCode code, String message, CurlProxyCode proxyCode) {
    owner.failed(code, message, proxyCode);
  }

  @Override
  public CurlCode header(byte[] line, int offset, int length) {
    return listener.proxyHeader(line, offset, length);
  }

  @Override
  public void status(int status) {
    listener.proxyStatus(status);
  }

  @Override
  public void info(String text) {
    if (listener.verbose()) {
      listener.info(text);
    }
  }

  @Override
  public void forward(ByteBuf rest) {
    Link.fireRead(channel, Link.of(channel).anchor(), rest);
  }

  /** Gives up; the owner hears nothing more. */
  void cancel() {
    cancelled = true;
    if (lookup != null) {
      lookup.run();
    }
  }
}
