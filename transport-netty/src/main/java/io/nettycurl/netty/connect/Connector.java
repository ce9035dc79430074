package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.callback.SslCtxCallback;
import io.nettycurl.netty.connect.dns.Names;
import io.nettycurl.netty.connect.dns.Resolver;
import io.nettycurl.netty.connect.tls.TlsConfig;
import io.nettycurl.netty.connect.tls.TlsContexts;
import io.nettycurl.netty.connect.tls.TlsOptionSet;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.netty.connect.tls.TunedContext;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.TlsOptions;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Owned by its loop. Makes connections: names, happy eyeballs, sockets, proxies, TLS. */
public final class Connector {
  private static final AtomicInteger SESSION_PORTS = new AtomicInteger(0xffff);

  private final EventLoop loop;
  private final LongSupplier clock;
  private final Resolver resolver;
  private final TlsContexts contexts;
  private final Set<Dial> dials = new HashSet<>();
  private final Supplier<TlsProvider> provider;
  private boolean closed;

  /** Any thread. What the connectors of one multi's loops remember together: names and TLS. */
  public static final class Memory {
    private final Names names = new Names();
    private final TlsContexts contexts;

    /** Nothing yet. */
    public Memory() {
      this(TlsProvider::preferred);
    }

    private Memory(Supplier<TlsProvider> provider) {
      contexts = new TlsContexts(Offload::buildTls, provider);
    }
  }

  /**
   * A connector.
   *
   * @param loop where everything runs
   * @param memory its caches
   */
  public Connector(EventLoop loop, Memory memory) {
    this(loop, InetAddress::getAllByName, TlsProvider::preferred, memory);
  }

  Connector(EventLoop loop, Resolver.Lookup lookup, Supplier<TlsProvider> provider) {
    this(loop, lookup, provider, new Memory(provider));
  }

  private Connector(
      EventLoop loop, Resolver.Lookup lookup, Supplier<TlsProvider> provider, Memory memory) {
    this.loop = loop;
    this.clock = System::nanoTime;
    this.resolver = new Resolver(loop, Offload::lookUp, lookup, clock, null, memory.names);
    this.provider = provider;
    this.contexts = memory.contexts;
  }

  EventLoop loop() {
    return loop;
  }

  LongSupplier clock() {
    return clock;
  }

  Resolver resolver() {
    return resolver;
  }

  private TlsContexts newContexts() {
    return new TlsContexts(Offload::buildTls, provider);
  }

  private TlsContexts contextsOf(EasyState easy) {
    TlsContexts shared = easy.shared(ShareKind.SSL_SESSION, TlsContexts.class, this::newContexts);
    return shared == null ? contexts : shared;
  }

  /** Has a TLS context built before it is needed. */
  void prepareContext(EasyState easy, TlsContexts.Key key) {
    if (easy.options().get(TlsOptions.SSL_CTX_FUNCTION) == null) {
      contextsOf(easy).prepare(key);
    }
  }

  /**
   * Asks for a TLS context, with the sessions in it.
   *
   * @param easy for whom; its share's contexts are used, if it shares sessions
   * @param key which
   * @param asker asks the application, where it wants to be asked (CURLOPT_SSL_CTX_FUNCTION)
   * @param listener told, possibly before this returns
   */
  void context(
      EasyState easy, TlsContexts.Key key, ConnectListener asker, TlsContexts.Listener listener) {
    long seconds = easy.options().number(TlsOptions.CA_CACHE_TIMEOUT);
    long maxAge = seconds < 0 ? -1 : TimeUnit.SECONDS.toNanos(seconds);
    TlsContexts.Listener open =
        (context, failure) -> {
          if (!closed) {
            listener.built(context, failure);
          }
        };
    if (easy.options().get(TlsOptions.SSL_CTX_FUNCTION) != null) {
      TunedContext.Tuner tuner = tuner(easy, asker);
      TunedContext.build(key, maxAge, provider, tuner, loop, Offload::buildTls, open);
      return;
    }
    TlsContexts all = contextsOf(easy);
    if (all != contexts) {
      // Only for the application's callbacks to hear of it: contexts are safe by themselves.
      easy.share().lock(easy, ShareKind.SSL_SESSION, true);
      easy.share().unlock(easy, ShareKind.SSL_SESSION);
    }
    all.get(key, maxAge, loop, open);
  }

  private static TunedContext.Tuner tuner(EasyState easy, ConnectListener asker) {
    SslCtxCallback function = easy.options().get(TlsOptions.SSL_CTX_FUNCTION);
    Object userdata = easy.options().get(TlsOptions.SSL_CTX_DATA);
    return (builder, answer) ->
        asker.ask(
            "SSL context",
            () -> {
              CurlCode code = function.configure(easy.easy(), builder, userdata);
              return code == null ? CurlCode.ABORTED_BY_CALLBACK : code;
            },
            CurlCode.ABORTED_BY_CALLBACK,
            answer);
  }

  /** A number that no port has, to keep TLS sessions apart with. Contexts may be shared. */
  int newSessionPort() {
    return SESSION_PORTS.updateAndGet(last -> last == Integer.MAX_VALUE ? 0x10000 : last + 1);
  }

  /** Starts to make a connection. The listener may be called before this returns. */
  public ConnectAttempt connect(Route route, EasyState easy, ConnectListener listener) {
    return start(Way.of(route), easy, listener);
  }

  /**
   * Starts to make a data channel beside a control connection, through the same proxies. The
   * listener is told of the connection when the proxies are passed; TLS waits for {@link
   * #secureData}.
   *
   * @param control the control connection's channel
   * @param route the control connection's route
   * @param host the host; null for the control connection's peer
   * @param port the port
   * @param tls whether TLS is to resume the control connection's session
   */
  public ConnectAttempt connectData(
      Channel control,
      Route route,
      String host,
      int port,
      boolean tls,
      EasyState easy,
      ConnectListener listener) {
    Link.Session session = tls ? Link.of(control).session : null;
    boolean detour = route.detour() != null && route.detour().kind() == Hop.Kind.TCP;
    String named = host != null ? host : route.host();
    String target = detour ? route.detour().host() : named;
    InetSocketAddress peer = remote(control);
    boolean direct = route.proxies().socks() == null && route.proxies().http() == null;
    InetSocketAddress address =
        (host == null || detour) && direct && peer != null
            ? new InetSocketAddress(peer.getAddress(), port)
            : null;
    Way way = new Way(route, Hop.tcp(target, port), address, tls, session, true);
    return start(way, easy, listener);
  }

  /**
   * Turns TLS on on a data channel that was made with it. Not done by itself: a session of TLS 1.3
   * can be resumed only once, so a channel that nothing comes of must not use it up.
   *
   * @param channel what the listener was told of
   */
  public void secureData(Channel channel) {
    Link.of(channel).askTls();
  }

  /**
   * Starts to listen for a data channel that the peer of a control connection opens.
   *
   * @param control the control connection's channel
   * @param route the control connection's route
   * @param host where to listen: interface, address or name; null for our end of the control
   *     connection
   * @param firstPort the first port to try; 0 for any
   * @param lastPort the last one
   * @param tls whether TLS is to resume the control connection's session
   */
  public ConnectAttempt acceptData(
      Channel control,
      Route route,
      String host,
      int firstPort,
      int lastPort,
      boolean tls,
      EasyState easy,
      AcceptListener listener) {
    Accept.Place place = new Accept.Place(host, firstPort, lastPort);
    Accept accept = new Accept(this, control, route, place, tls, easy, listener);
    accept.start();
    return accept;
  }

  private ConnectAttempt start(Way way, EasyState easy, ConnectListener listener) {
    Dial dial = new Dial(this, way, easy, listener);
    dials.add(dial);
    dial.start();
    return dial;
  }

  /** A dial has come to its end. */
  void ended(Dial dial) {
    dials.remove(dial);
  }

  /** Turns TLS on on a connection that the protocol asked to (AUTH TLS). */
  public void startTls(
      Channel channel,
      Route route,
      EasyState easy,
      ConnectListener asker,
      BiConsumer<CurlCode, String> whenDone) {
    TlsConfig config =
        route.tlsConfig() != null
            ? route.tlsConfig()
            : TlsConfig.from(easy.options(), TlsOptionSet.ORIGIN);
    TlsContexts.Key key = new TlsContexts.Key(config, route.alpn(), false);
    context(
        easy,
        key,
        asker,
        (context, failure) -> {
          if (failure != null) {
            whenDone.accept(failure.code(), failure.getMessage());
          } else if (!channel.isActive()) {
            whenDone.accept(CurlCode.SSL_CONNECT_ERROR, "connection closed before TLS");
          } else {
            Link.Session session =
                new Link.Session(context, route.tlsHost(), sessionPort(route, config));
            TlsStep.start(
                channel,
                session,
                (tls, why) ->
                    whenDone.accept(
                        why == null ? CurlCode.OK : why.code(),
                        why == null ? null : why.getMessage()));
          }
        });
  }

  int sessionPort(Route route, TlsConfig config) {
    return route.ownSessions() || !config.resume() ? newSessionPort() : route.port();
  }

  /** Turns TLS off (CCC). */
  public void stopTls(Channel channel, boolean sendClose, BiConsumer<CurlCode, String> whenDone) {
    TlsStop.start(channel, sendClose, whenDone);
  }

  /** Puts CURLOPT_RESOLVE's entries into the DNS cache; gives OK or SETOPT_OPTION_SYNTAX. */
  public CurlCode resolveEntries(EasyState easy) {
    List<String> entries = easy.options().get(ConnectionOptions.RESOLVE);
    return entries == null ? CurlCode.OK : resolver.apply(easy, entries);
  }

  /** Forgets the addresses learnt so far (CURLMNWC_CLEAR_DNS). */
  public void forgetNames() {
    resolver.forget();
  }

  /** The peer as the infos tell it: the address connected to; null for a unix socket. */
  public static InetSocketAddress remote(Channel channel) {
    SocketAddress remote = channel.remoteAddress();
    return remote instanceof InetSocketAddress ? (InetSocketAddress) remote : null;
  }

  /** The options that this package acts on. */
  public static Set<EasyOption<?>> options() {
    return ConnectOptions.ALL;
  }

  /**
   * Whether a value of one of them can be acted on.
   *
   * @param option one of {@link #options()}
   * @param value the value, never null
   * @return OK, or the code to refuse it with
   */
  public static CurlCode check(EasyOption<?> option, Object value) {
    return ConnectOptions.check(option, value);
  }

  /** Names for the feature list of the version info. */
  public static List<String> features() {
    return ConnectOptions.features();
  }

  /** The TLS library, "name/version"; loads native code when first asked. */
  public static List<String> libraries() {
    return List.of(TlsProvider.preferred().library());
  }

  /** Gives up the caches and what runs; listeners hear nothing more. */
  public void close() {
    closed = true;
    List.copyOf(dials).forEach(Dial::cancel);
    resolver.close();
    contexts.close();
  }
}
