package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.CurlSockAddr;
import io.nettycurl.callback.OpenSocketCallback;
import io.nettycurl.callback.SockOptCallback;
import io.nettycurl.netty.connect.dns.NumericAddress;
import io.nettycurl.netty.connect.dns.Resolver;
import io.nettycurl.netty.connect.socket.ErrorNumbers;
import io.nettycurl.netty.connect.socket.LocalEnd;
import io.nettycurl.netty.connect.tls.TlsFailure;
import io.nettycurl.netty.loop.NettySocket;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.option.CallbackOptions;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.spi.EasyState;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Owned by the loop. Listens for one data channel that the peer opens (active FTP). */
final class Accept implements ConnectAttempt {
  /**
   * Immutable. Where to listen.
   *
   * @param host interface, address or name; null for our end of the control connection
   * @param firstPort the first port to try; 0 for any
   * @param lastPort the last one
   */
  record Place(String host, int firstPort, int lastPort) {}

  private final Connector connector;
  private final Channel control;
  private final Route route;
  private final Place place;
  private final boolean tls;
  private final EasyState easy;
  private final AcceptListener listener;
  private Runnable lookup;
  private Channel server;
  private Channel accepted;
  private boolean over;

  Accept(
      Connector connector,
      Channel control,
      Route route,
      Place place,
      boolean tls,
      EasyState easy,
      AcceptListener listener) {
    this.connector = connector;
    this.control = control;
    this.route = route;
    this.place = place;
    this.tls = tls;
    this.easy = easy;
    this.listener = listener;
  }

  void start() {
    if (!(control.localAddress() instanceof InetSocketAddress)) {
      fail(CurlCode.FTP_PORT_FAILED, "the control connection has no address of its own");
      return;
    }
    if (place.host() == null) {
      listen(ourEnd());
      return;
    }
    String name = local().nameToResolve();
    if (name == null) {
      found(List.of());
    } else {
      lookup = connector.resolver().resolve(easy, question(name), this::answered);
    }
  }

  private InetAddress ourEnd() {
    return ((InetSocketAddress) control.localAddress()).getAddress();
  }

  private LocalEnd local() {
    return new LocalEnd(null, null, place.host(), 0, 0);
  }

  private Resolver.Question question(String name) {
    long seconds = easy.options().number(ConnectionOptions.DNS_CACHE_TIMEOUT);
    long maxAge = seconds < 0 ? -1 : TimeUnit.SECONDS.toNanos(seconds);
    return new Resolver.Question(name, 0, route.family(), maxAge, false, 0);
  }

  private void answered(List<InetAddress> addresses, String refusal) {
    if (addresses.isEmpty()) {
      fail(
          CurlCode.COULDNT_RESOLVE_HOST,
          refusal != null ? refusal : "Could not resolve host: " + place.host());
    } else {
      found(addresses);
    }
  }

  /** The family of the control connection is the one that the peer can reach us by. */
  private void found(List<InetAddress> addresses) {
    lookup = null;
    if (over) {
      return;
    }
    boolean v6 = ourEnd() instanceof Inet6Address;
    InetAddress resolved = null;
    for (InetAddress address : addresses) {
      if (resolved == null && address instanceof Inet6Address == v6) {
        resolved = address;
      }
    }
    InetAddress address = local().address(v6, resolved);
    if (address == null) {
      String text = "failed to resolve the address provided to PORT: " + place.host();
      fail(CurlCode.FTP_PORT_FAILED, text);
    } else {
      listen(address);
    }
  }

  /** What the peer is told may be an address that only a router in between has. */
  private void listen(InetAddress told) {
    OpenSocketCallback function = easy.options().get(CallbackOptions.OPENSOCKETFUNCTION);
    if (function == null) {
      listen(told, this::newSocket);
      return;
    }
    Object data = easy.options().get(CallbackOptions.OPENSOCKETDATA);
    CurlSockAddr where = new CurlSockAddr(new InetSocketAddress(told, 0), this::newSocket);
    listener.<Object>ask(
        "open socket",
        () -> function.open(CurlSymbols.CURLSOCKTYPE_IPCXN, where, data),
        null,
        made -> listen(told, () -> adopted(made)));
  }

  private ServerSocketChannel newSocket() {
    return Transport.of(connector.loop()).serverSocket().newChannel();
  }

  private ServerSocketChannel adopted(Object made) {
    ServerSocketChannel channel = Transport.of(connector.loop()).adoptListening(made);
    if (channel == null) {
      throw new IllegalArgumentException(
          made == null
              ? "the application opened no socket"
              : "no socket to listen on for this event loop: " + made);
    }
    return channel;
  }

  private void listen(InetAddress told, Supplier<ServerSocketChannel> maker) {
    InetAddress address = isOurs(told) ? told : ourEnd();
    try {
      ServerSocketChannel channel = maker.get();
      if (over) {
        channel.unsafe().closeForcibly();
        return;
      }
      server = channel;
      channel.config().setBacklog(1);
      channel.pipeline().addLast(new Door());
      connector.loop().register(channel);
    } catch (RuntimeException e) {
      fail(CurlCode.FTP_PORT_FAILED, "socket failure: " + e.getMessage());
      return;
    }
    Throwable refused = bind(address);
    if (refused != null) {
      fail(CurlCode.FTP_PORT_FAILED, "bind() failed: " + refused.getMessage());
      return;
    }
    // as in libcurl, one that could not be bound is nobody's business
    listener.opened(server);
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    listener.listening(new InetSocketAddress(told, port));
  }

  private static boolean isOurs(InetAddress address) {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  private Throwable bind(InetAddress address) {
    Throwable refused = null;
    for (int port = place.firstPort(); port <= place.lastPort(); port++) {
      ChannelFuture bound = server.bind(new InetSocketAddress(address, port));
      if (bound.isSuccess()) {
        return null;
      }
      refused = bound.cause();
    }
    return refused;
  }

  /** Owned by the loop. Takes the first one that comes in. */
  private final class Door extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      Channel peer = (Channel) message;
      if (over || accepted != null) {
        peer.unsafe().closeForcibly();
        return;
      }
      accepted = peer;
      listener.opened(peer);
      Link.attach(peer);
      peer.pipeline().addLast(new Arrival());
      connector.loop().register(peer);
      closeServer();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      fail(CurlCode.FTP_ACCEPT_FAILED, "Error accept()ing server connect: " + cause.getMessage());
    }
  }

  /** Owned by the loop. Stands at the end of the pipeline until all before it knows the channel. */
  private final class Arrival extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ctx.pipeline().remove(this);
      arrived();
    }
  }

  /** Once only: what the application has of it by then is not for us to close. */
  private void closeServer() {
    Channel listening = server;
    server = null;
    if (listening != null) {
      listening.close();
    }
  }

  private void arrived() {
    if (over) {
      return;
    }
    SockOptCallback function = easy.options().get(CallbackOptions.SOCKOPTFUNCTION);
    if (function == null) {
      admitted(CurlSymbols.CURL_SOCKOPT_OK);
      return;
    }
    Object data = easy.options().get(CallbackOptions.SOCKOPTDATA);
    NettySocket socket = NettySocket.of(accepted);
    // the answer may take a while, and nobody reads yet
    accepted.config().setAutoRead(false);
    listener.ask(
        "socket option",
        () -> function.sockopt(socket, CurlSymbols.CURLSOCKTYPE_ACCEPT, data),
        CurlSymbols.CURL_SOCKOPT_ERROR,
        answer -> {
          accepted.config().setAutoRead(true);
          admitted(answer);
        });
  }

  private void admitted(long answer) {
    if (over) {
      return;
    }
    if (answer != CurlSymbols.CURL_SOCKOPT_OK) {
      fail(CurlCode.ABORTED_BY_CALLBACK, "The application refused the accepted socket");
      return;
    }
    if (listener.verbose()) {
      InetSocketAddress peer = Connector.remote(accepted);
      listener.info(
          "Connection accepted from server "
              + (peer == null ? "" : NumericAddress.text(peer.getAddress())));
    }
    listener.connected(accepted);
    if (over) {
      return;
    }
    if (tls) {
      Link.of(accepted).whenTlsAsked(this::resumeControl);
    } else {
      over = true;
    }
  }

  private void resumeControl() {
    if (over) {
      return;
    }
    Link.Session session = Link.of(control).session;
    if (session == null) {
      fail(CurlCode.SSL_CONNECT_ERROR, "the control connection is without TLS");
    } else if (!accepted.isActive()) {
      fail(CurlCode.SSL_CONNECT_ERROR, "TLS connect error: connection closed by peer");
    } else {
      TlsStep.start(accepted, session, this::secured);
    }
  }

  private void secured(SslHandler handler, TlsFailure failure) {
    if (over) {
      return;
    }
    if (failure != null) {
      fail(failure.code(), failure.getMessage());
      return;
    }
    over = true;
    listener.secured(accepted);
  }

  private void fail(CurlCode code, String message) {
    if (!over) {
      cancel();
      listener.failed(code, message, ErrorNumbers.UNKNOWN, CurlProxyCode.OK);
    }
  }

  @Override
  public void cancel() {
    if (over) {
      return;
    }
    over = true;
    if (lookup != null) {
      lookup.run();
    }
    closeServer();
    if (accepted != null) {
      accepted.close();
    }
  }
}
