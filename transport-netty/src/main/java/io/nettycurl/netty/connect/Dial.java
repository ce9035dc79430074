package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.unix.DomainSocketAddress;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.callback.ResolverStartCallback;
import io.nettycurl.netty.connect.dns.NameServers;
import io.nettycurl.netty.connect.dns.NumericAddress;
import io.nettycurl.netty.connect.dns.Resolver;
import io.nettycurl.netty.connect.proxy.ProxyLogin;
import io.nettycurl.netty.connect.socket.ErrorNumbers;
import io.nettycurl.netty.connect.socket.LocalEnd;
import io.nettycurl.netty.connect.socket.Race;
import io.nettycurl.netty.connect.tls.TlsContexts;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.spi.auth.HandleLogins;
import io.nettycurl.option.CallbackOptions;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.EasyState;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. A connection being made: names, then a socket, then {@link FilterChain} with
 * the proxies and TLS. Starts over where a proxy closes between two rounds of its login.
 */
final class Dial implements ConnectAttempt, Race.Listener, FilterChain.Listener {
  /** sun_path of Linux holds 108 bytes, the end of the text included. */
  private static final int MAX_SOCKET_PATH = 107;

  /** libcurl's bound. */
  private static final int MAX_RESTARTS = 5;

  private final Connector connector;
  private final Way way;
  private final EasyState easy;
  private final OptionValues options;
  private final NameServers servers;
  private final ConnectListener listener;
  private final long startNanos;
  private final ProxyLogin login;
  private List<InetAddress> localName = List.of();
  private boolean resolved;
  private int restarts;
  private boolean over;
  private Runnable lookup;
  private Race race;
  private FilterChain chain;
  private Channel channel;

  Dial(Connector connector, Way way, EasyState easy, ConnectListener listener) {
    this.connector = connector;
    this.way = way;
    this.easy = easy;
    this.options = easy.options();
    this.servers = NameServers.of(options);
    this.listener = listener;
    this.startNanos = connector.clock().getAsLong();
    this.login = way.tunnels() ? newLogin() : null;
  }

  private ProxyLogin newLogin() {
    return new ProxyLogin(way.route().proxies().http(), options, HandleLogins.of(easy).proxy());
  }

  void start() {
    String complaint = servers == null ? null : servers.complaint();
    if (complaint != null) {
      fail(CurlCode.BAD_FUNCTION_ARGUMENT, complaint, ErrorNumbers.UNKNOWN, CurlProxyCode.OK);
      return;
    }
    prepareTls();
    LocalEnd local = way.route().local();
    String name = local == null ? null : local.nameToResolve();
    if (name == null) {
      findFirstHop();
    } else {
      resolve(
          question(Hop.tcp(name, 0)),
          (addresses, refusal) -> {
            localName = addresses;
            findFirstHop();
          });
    }
  }

  /** Building a context takes long the first time; names and sockets take long as well. */
  private void prepareTls() {
    Route route = way.route();
    if (!way.data() && route.tls()) {
      connector.prepareContext(easy, new TlsContexts.Key(route.tlsConfig(), route.alpn(), false));
    }
    if (route.proxyTls() != null) {
      connector.prepareContext(easy, FilterChain.proxyKey(route));
    }
  }

  private void findFirstHop() {
    if (over) {
      return;
    }
    Hop first = way.firstHop();
    if (first.local()) {
      openDomainSocket(first);
    } else if (way.address() != null && way.firstProxy() == null) {
      found(List.of(way.address()));
    } else {
      resolve(question(first), this::answered);
    }
  }

  /** The user is asked before a name is looked up, not where the answer is known. */
  private void resolve(Resolver.Question question, Resolver.Listener whenAnswered) {
    ResolverStartCallback function = options.get(CallbackOptions.RESOLVER_START_FUNCTION);
    if (function == null || connector.resolver().knows(easy, question)) {
      lookup = connector.resolver().resolve(easy, question, whenAnswered);
      return;
    }
    Object data = options.get(CallbackOptions.RESOLVER_START_DATA);
    listener.ask(
        "resolver start",
        () -> function.start(null, data),
        1L,
        answer -> {
          if (over) {
            return;
          }
          if (answer == 0) {
            lookup = connector.resolver().resolve(easy, question, whenAnswered);
          } else {
            fail(
                CurlCode.ABORTED_BY_CALLBACK,
                "The application refused to resolve " + question.host(),
                ErrorNumbers.UNKNOWN,
                CurlProxyCode.OK);
          }
        });
  }

  @Override
  public Resolver.Question question(Hop hop) {
    long seconds = options.number(ConnectionOptions.DNS_CACHE_TIMEOUT);
    return new Resolver.Question(
        hop.host(),
        hop.port(),
        way.route().family(),
        seconds < 0 ? -1 : TimeUnit.SECONDS.toNanos(seconds),
        options.on(ConnectionOptions.DNS_SHUFFLE_ADDRESSES),
        way.route().scope(),
        servers);
  }

  private void answered(List<InetAddress> addresses, String refusal) {
    lookup = null;
    if (over) {
      return;
    }
    Hop first = way.firstHop();
    if (addresses.isEmpty()) {
      boolean proxy = way.firstProxy() != null;
      String text =
          refusal != null
              ? refusal
              : "Could not resolve " + (proxy ? "proxy: " : "host: ") + first.host();
      fail(
          proxy ? CurlCode.COULDNT_RESOLVE_PROXY : CurlCode.COULDNT_RESOLVE_HOST,
          text,
          ErrorNumbers.UNKNOWN,
          CurlProxyCode.OK);
      return;
    }
    if (listener.verbose() && !NumericAddress.matches(first.host())) {
      tellAddresses(first, addresses);
    }
    List<SocketAddress> targets = new ArrayList<>(addresses.size());
    for (InetAddress address : addresses) {
      targets.add(new InetSocketAddress(address, first.port()));
    }
    found(targets);
  }

  private void tellAddresses(Hop hop, List<InetAddress> addresses) {
    StringBuilder six = new StringBuilder();
    StringBuilder four = new StringBuilder();
    for (InetAddress address : addresses) {
      StringBuilder line = address instanceof Inet6Address ? six : four;
      line.append(line.length() == 0 ? "" : ", ").append(NumericAddress.text(address));
    }
    listener.info("Host " + hop.host() + ":" + hop.port() + " was resolved.");
    listener.info("IPv6: " + (six.length() == 0 ? "(none)" : six));
    listener.info("IPv4: " + (four.length() == 0 ? "(none)" : four));
  }

  private void openDomainSocket(Hop hop) {
    if (hop.host().getBytes(StandardCharsets.UTF_8).length > MAX_SOCKET_PATH) {
      fail(
          CurlCode.COULDNT_RESOLVE_HOST,
          "Unix socket path too long: '" + hop.host() + "'",
          ErrorNumbers.UNKNOWN,
          CurlProxyCode.OK);
      return;
    }
    if (Transport.of(connector.loop()).domainSocket() == null) {
      fail(
          CurlCode.NOT_BUILT_IN,
          "no domain sockets on this event loop",
          ErrorNumbers.UNKNOWN,
          CurlProxyCode.OK);
      return;
    }
    String path = hop.kind() == Hop.Kind.ABSTRACT ? "\0" + hop.host() : hop.host();
    found(List.of(new DomainSocketAddress(path)));
  }

  private void found(List<SocketAddress> targets) {
    if (!resolved) {
      resolved = true;
      listener.resolved();
      if (over) {
        return;
      }
    }
    Race.Setting setting =
        new Race.Setting(
            connector.loop(), options, way.route().local(), localName, connector.clock());
    long delay =
        TimeUnit.MILLISECONDS.toNanos(options.number(ConnectionOptions.HAPPY_EYEBALLS_TIMEOUT_MS));
    race = new Race(setting, targets, delay, this);
    race.run();
  }

  // the race

  @Override
  public void opened(Channel opened) {
    listener.opened(opened);
    Link.attach(opened);
  }

  @Override
  public void trying(SocketAddress address) {
    if (listener.verbose()) {
      listener.info("  Trying " + Race.show(address) + "...");
    }
    listener.trying(address);
  }

  @Override
  public void attemptFailed(SocketAddress address, String why) {
    if (listener.verbose()) {
      listener.info("connect to " + Race.show(address) + " failed: " + why);
    }
  }

  @Override
  public void connected(Channel winner) {
    race = null;
    channel = winner;
    if (!way.data()) {
      listener.connected(winner);
      if (over) {
        return;
      }
    }
    chain = new FilterChain(connector, this, way, login, easy, listener, winner);
    chain.next();
  }

  @Override
  public void failed(CurlCode code, int osErrno) {
    CurlCode result = osErrno == ErrorNumbers.LINUX_TIMED_OUT ? CurlCode.OPERATION_TIMEDOUT : code;
    fail(
        result,
        "Failed to connect to " + way.shown() + " after " + elapsedMs() + " ms: " + words(code),
        osErrno,
        CurlProxyCode.OK);
  }

  private static String words(CurlCode code) {
    return switch (code) {
      case INTERFACE_FAILED -> "Failed binding local connection end";
      case ABORTED_BY_CALLBACK -> "Operation was aborted by an application callback";
      default -> "Could not connect to server";
    };
  }

  private long elapsedMs() {
    return TimeUnit.NANOSECONDS.toMillis(connector.clock().getAsLong() - startNanos);
  }

  @Override
  public <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer) {
    listener.ask(name, code, ifThrown, answer);
  }

  // the chain

  @Override
  public void passed(String applicationProtocol) {
    if (!over) {
      over = true;
      connector.ended(this);
      tellLogin();
      listener.ready(channel, applicationProtocol);
    }
  }

  @Override
  public void startOver() {
    if (over) {
      return;
    }
    Channel old = channel;
    channel = null;
    chain.cancel();
    chain = null;
    old.close();
    if (++restarts > MAX_RESTARTS) {
      fail(
          CurlCode.COULDNT_CONNECT,
          "proxy keeps closing the connection during its login",
          ErrorNumbers.UNKNOWN,
          CurlProxyCode.OK);
      return;
    }
    listener.info("Connect me again please");
    findFirstHop();
  }

  @Override
  public void failed(CurlCode code, String message, CurlProxyCode proxyCode) {
    fail(code, message, ErrorNumbers.UNKNOWN, proxyCode);
  }

  @Override
  public boolean over() {
    return over;
  }

  private void fail(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode) {
    if (over) {
      return;
    }
    close();
    tellLogin();
    listener.failed(code, message, osErrno, proxyCode);
  }

  private void tellLogin() {
    if (login != null) {
      login.tell(easy.infos());
    }
  }

  @Override
  public void cancel() {
    if (!over) {
      close();
    }
  }

  private void close() {
    over = true;
    connector.ended(this);
    if (lookup != null) {
      lookup.run();
    }
    if (race != null) {
      race.cancel();
    }
    if (chain != null) {
      chain.cancel();
    }
    if (channel != null) {
      channel.close();
    }
  }
}
