package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.ConnectHarness.Outcome;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.FtpOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;
import io.nettycurl.spi.EasyState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS that is turned on and off in the midst of a connection, and on data channels beside it. */
class StartTlsTest {
  private static final Scheme UPGRADED = new Scheme("ftp", 21, false, true, "ftp");

  private static X509Bundle ca;
  private static X509Bundle leaf;

  private final OptionValues options = new OptionValues();

  @BeforeAll
  static void makeCertificates() throws Exception {
    ca =
        new CertificateBuilder()
            .subject("CN=Test CA")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    leaf = new CertificateBuilder().subject("CN=l").addSanDnsName("server.test").buildIssuedBy(ca);
  }

  private static SslContext context(String... versions) throws Exception {
    SslContextBuilder builder =
        SslContextBuilder.forServer(leaf.getKeyPair().getPrivate(), leaf.getCertificatePath())
            .sslProvider(SslProvider.JDK);
    return versions.length == 0 ? builder.build() : builder.protocols(versions).build();
  }

  private Route route(TestServer server) {
    options.set(TlsOptions.CAINFO_BLOB, ca.getCertificatePEM().getBytes(StandardCharsets.US_ASCII));
    options.set(FtpOptions.USE_SSL, 3L);
    options.set(ConnectionOptions.CONNECT_TO, List.of("::127.0.0.1:" + server.port()));
    return ConnectHarness.route(UPGRADED, "server.test", 21, List.of(), options);
  }

  private CurlCode startTls(ConnectHarness harness, Outcome control, Route route) throws Exception {
    CompletableFuture<CurlCode> done = new CompletableFuture<>();
    EasyState easy = ConnectHarness.easy(options);
    harness.onLoop(
        () -> {
          harness.connector.startTls(
              control.channel, route, easy, control, (code, text) -> done.complete(code));
          return null;
        });
    return done.get(20, TimeUnit.SECONDS);
  }

  private static boolean resumed(Outcome outcome) {
    var session = outcome.channel.pipeline().get(SslHandler.class).engine().getSession();
    boolean known = session.getValue("seen") != null;
    session.putValue("seen", true);
    return known;
  }

  @ParameterizedTest
  @EnumSource
  void onAndOff(TlsProvider provider) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = upgrading(context())) {
      Route route = route(server);
      Outcome control = harness.connect(route, options);
      assertFalse(control.events.contains("secured"));
      control.send("tls on\n");
      control.awaitText("going on\n");
      assertEquals(CurlCode.OK, startTls(harness, control, route));
      // before everything that was there for the protocol
      assertEquals(
          List.of(ConnectHarness.GATE, Link.TLS, "sink"), harness.onLoop(() -> control.names()));
      control.send("hello\n");
      control.awaitText("tls: hello\n");
      CompletableFuture<CurlCode> off = new CompletableFuture<>();
      control.send("tls off\n");
      control.awaitText("going off\n");
      harness.onLoop(
          () -> {
            harness.connector.stopTls(control.channel, true, (code, text) -> off.complete(code));
            return null;
          });
      assertEquals(CurlCode.OK, off.get(20, TimeUnit.SECONDS));
      assertNull(harness.onLoop(() -> control.channel.pipeline().get(SslHandler.class)));
      control.send("again\n");
      control.awaitText("plain: again\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedNameIsSixty(TlsProvider provider) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = upgrading(context())) {
      route(server);
      Route route = ConnectHarness.route(UPGRADED, "other.test", 21, List.of(), options);
      Outcome control = harness.connect(route, options);
      control.send("tls on\n");
      control.awaitText("going on\n");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, startTls(harness, control, route));
    }
  }

  @ParameterizedTest
  @CsvSource({"BORINGSSL, TLSv1.2", "BORINGSSL, TLSv1.3", "JDK, TLSv1.3"})
  void dataChannelsResumeTheirOwnControlConnection(TlsProvider provider, String version)
      throws Exception {
    SslContext context = context(version);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = upgrading(context);
        TestServer data = TestServer.tls(context)) {
      Route route = route(server);
      Outcome one = secured(harness, route);
      Outcome two = secured(harness, route);
      assertFalse(resumed(one));
      assertFalse(resumed(two), "two control connections share a session");
      for (Outcome control : List.of(one, two, one, two)) {
        Outcome channel = new Outcome();
        channel.secureWhenConnected = harness.connector;
        harness.onLoop(
            () ->
                harness.connector.connectData(
                    control.channel,
                    route,
                    null,
                    data.port(),
                    true,
                    ConnectHarness.easy(options),
                    channel));
        channel.await();
        assertEquals(CurlCode.OK, channel.code, channel.message);
        assertEquals(
            List.of("resolved", "opened", "connected", "secured", "ready"), channel.events);
        channel.awaitText("\n");
        assertTrue(resumed(channel), "a full handshake");
      }
    }
  }

  private Outcome secured(ConnectHarness harness, Route route) throws Exception {
    Outcome control = harness.connect(route, options);
    control.send("tls on\n");
    control.awaitText("going on\n");
    assertEquals(CurlCode.OK, startTls(harness, control, route));
    control.send("hello\n");
    control.awaitText("tls: hello\n");
    return control;
  }

  @ParameterizedTest
  @EnumSource
  void dataChannelWithoutTls(TlsProvider provider) {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.plain();
        TestServer data = TestServer.plain()) {
      Route route = route(server);
      Outcome control = harness.connect(route, options);
      Outcome channel =
          harness.connectData(control, route, "127.0.0.1", data.port(), false, options);
      assertEquals(List.of("resolved", "opened", "connected", "ready"), channel.events);
      channel.awaitText(TestServer.GREETING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void dataChannelMustNotLoseTls(TlsProvider provider) {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.plain();
        TestServer data = TestServer.plain()) {
      Route route = route(server);
      Outcome control = harness.connect(route, options);
      Outcome channel = new Outcome();
      channel.secureWhenConnected = harness.connector;
      harness.onLoop(
          () ->
              harness.connector.connectData(
                  control.channel,
                  route,
                  null,
                  data.port(),
                  true,
                  ConnectHarness.easy(options),
                  channel));
      assertEquals(CurlCode.SSL_CONNECT_ERROR, channel.await().code);
    }
  }

  private static TestServer upgrading(SslContext context) {
    return new TestServer(channel -> channel.pipeline().addLast(new Upgrading(context)));
  }

  /** Answers lines, and turns TLS on and off when told to. */
  private static final class Upgrading extends ChannelInboundHandlerAdapter {
    private final SslContext context;

    Upgrading(SslContext context) {
      this.context = context;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf data = (ByteBuf) message;
      String line = data.toString(StandardCharsets.US_ASCII);
      data.release();
      SslHandler tls = ctx.pipeline().get(SslHandler.class);
      switch (line) {
        case "tls on\n" -> {
          say(ctx, "going on\n");
          ctx.pipeline().addFirst(context.newHandler(ctx.alloc()));
        }
        case "tls off\n" -> say(ctx, "going off\n");
        default -> say(ctx, (tls == null ? "plain: " : "tls: ") + line);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event instanceof SslCloseCompletionEvent) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        tls.closeOutbound().addListener(sent -> ctx.pipeline().remove(tls));
      } else if (event instanceof SslHandshakeCompletionEvent) {
        ctx.fireUserEventTriggered(event);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }

    private static void say(ChannelHandlerContext ctx, String text) {
      ctx.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }
  }
}
