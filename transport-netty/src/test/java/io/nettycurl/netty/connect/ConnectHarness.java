package io.nettycurl.netty.connect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.netty.connect.dns.Resolver;
import io.nettycurl.netty.connect.proxy.ProxyEnvironment;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareState;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Owned by the test's thread. A connector on a loop of its own, and what its listeners heard. */
final class ConnectHarness implements AutoCloseable {
  static final Scheme PLAIN = new Scheme("http", 80, false, true, "http");
  static final Scheme SECURE = new Scheme("https", 443, true, true, "http");
  static final String GATE = "gate";
  private static final int WAIT_SECONDS = 60;

  private final EventLoopGroup group;
  final EventLoop loop;
  final Connector connector;

  /** What connections are made with; null for nothing. */
  ShareState share;

  ConnectHarness(Transport transport, TlsProvider provider, Resolver.Lookup lookup) {
    group = new MultiThreadIoEventLoopGroup(1, transport.newIoHandlerFactory(0));
    loop = group.next();
    connector = new Connector(loop, lookup, () -> provider);
  }

  ConnectHarness(Transport transport) {
    this(transport, TlsProvider.preferred(), InetAddress::getAllByName);
  }

  ConnectHarness(TlsProvider provider) {
    this(Transport.preferred(), provider, InetAddress::getAllByName);
  }

  static Route route(
      Scheme scheme, String host, int port, List<String> alpn, OptionValues options) {
    try {
      ConnectionPlan plan = new ConnectionPlan(scheme, host, port, false);
      plan.alpn(alpn);
      ProxyChoice proxies =
          ProxyChoice.choose(scheme, host, port, true, options, new ProxyEnvironment(n -> null));
      return Route.plan(plan, proxies, options);
    } catch (ConnectFailure e) {
      throw new AssertionError(e);
    }
  }

  /** A handle with these options. */
  static EasyState easy(OptionValues options) {
    EasyState easy = new EasyState(null);
    easy.options().copyFrom(options);
    return easy;
  }

  <T> T onLoop(Callable<T> task) {
    try {
      return loop.submit(task).get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  Outcome connect(Route route, OptionValues options) {
    Outcome outcome = new Outcome();
    EasyState easy = easy(options);
    easy.share(share);
    onLoop(() -> connector.connect(route, easy, outcome));
    return outcome.await();
  }

  Outcome connect(Scheme scheme, String host, int port, OptionValues options) {
    return connect(route(scheme, host, port, List.of("http/1.1"), options), options);
  }

  Outcome connectData(
      Outcome control, Route route, String host, int port, boolean tls, OptionValues options) {
    Outcome outcome = new Outcome();
    EasyState easy = easy(options);
    onLoop(() -> connector.connectData(control.channel, route, host, port, tls, easy, outcome));
    return outcome.await();
  }

  @Override
  public void close() {
    onLoop(
        () -> {
          connector.close();
          return null;
        });
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** Written on the loop, read by the test once done. */
  static final class Outcome implements ConnectListener {
    final List<String> events = new ArrayList<>();
    final List<String> infos = new ArrayList<>();
    final List<String> handlers = new ArrayList<>();
    final List<Long> verdicts = new ArrayList<>();
    List<List<String>> chain;
    final StringBuilder proxyHead = new StringBuilder();
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private final StringBuffer received = new StringBuffer();
    Channel channel;
    Connector secureWhenConnected;
    String applicationProtocol;
    CurlCode code;
    String message;
    int osErrno;
    CurlProxyCode proxyCode;
    int opened;

    @Override
    public <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer) {
      answer.accept(code.get());
    }

    Outcome await() {
      try {
        return done.get(WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new AssertionError("no end; so far " + events + infos, e);
      }
    }

    boolean isDone() {
      return done.isDone();
    }

    /** The handlers without Netty's own at the end. */
    List<String> names() {
      List<String> names = channel.pipeline().names();
      return names.subList(0, names.size() - 1);
    }

    void send(String text) {
      channel.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    /** Waits for text from the peer. */
    String awaitText(String end) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
      synchronized (received) {
        while (received.indexOf(end) < 0) {
          long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          if (left <= 0) {
            throw new AssertionError("only got '" + received + "'");
          }
          try {
            received.wait(left);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        }
        return received.toString();
      }
    }

    @Override
    public void opened(Channel opening) {
      opened++;
      events.add("opened");
      opening.pipeline().addLast(GATE, new ChannelInboundHandlerAdapter());
    }

    @Override
    public void resolved() {
      events.add("resolved");
    }

    @Override
    public void connected(Channel connected) {
      events.add("connected");
      channel = connected;
      if (secureWhenConnected != null) {
        secureWhenConnected.secureData(connected);
      }
    }

    @Override
    public CurlCode proxyHeader(byte[] line, int offset, int length) {
      proxyHead.append(new String(line, offset, length, StandardCharsets.ISO_8859_1));
      return CurlCode.OK;
    }

    @Override
    public void proxyStatus(int status) {
      events.add("status " + status);
    }

    @Override
    public void verified(boolean proxy, long result) {
      verdicts.add(result);
    }

    @Override
    public void certificates(List<List<String>> certificates) {
      chain = certificates;
    }

    @Override
    public void secured(Channel secured) {
      events.add("secured");
    }

    @Override
    public void ready(Channel ready, String protocol) {
      events.add("ready");
      channel = ready;
      applicationProtocol = protocol;
      code = CurlCode.OK;
      ready.pipeline().addLast("sink", new Sink());
      handlers.addAll(names());
      done.complete(this);
    }

    @Override
    public void failed(CurlCode result, String text, int errno, CurlProxyCode px) {
      events.add("failed");
      code = result;
      message = text;
      osErrno = errno;
      proxyCode = px;
      done.complete(this);
    }

    @Override
    public boolean verbose() {
      return true;
    }

    @Override
    public void info(String text) {
      infos.add(text);
    }

    private final class Sink extends ChannelInboundHandlerAdapter {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf data = (ByteBuf) message;
        synchronized (received) {
          received.append(data.toString(StandardCharsets.ISO_8859_1));
          received.notifyAll();
        }
        data.release();
      }
    }
  }
}
