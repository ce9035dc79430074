package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.netty.connect.ConnectHarness.Outcome;
import io.nettycurl.netty.connect.PretendProxy.Step;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import io.nettycurl.option.TlsOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The filters one after the other, on a real socket. */
class ProxyChainTest {
  private static final String METHOD_OK = "\5\0";
  private static final String SOCKS_OK = "\5\0\0\1\177\0\0\1\0\120";
  private static final String TUNNEL_OK = "HTTP/1.1 200 ok\r\n\r\n";

  private static X509Bundle ca;
  private static SslContext origin;
  private static SslContext proxy;

  private final OptionValues options = new OptionValues();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeCertificates() throws Exception {
    ca =
        new CertificateBuilder()
            .subject("CN=Test CA")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    origin = server(new CertificateBuilder().subject("CN=o").addSanDnsName("origin.test"));
    proxy = server(new CertificateBuilder().subject("CN=p").addSanDnsName("proxy.test"));
  }

  private static SslContext server(CertificateBuilder certificate) throws Exception {
    X509Bundle bundle = certificate.buildIssuedBy(ca);
    return SslContextBuilder.forServer(
            bundle.getKeyPair().getPrivate(), bundle.getCertificatePath())
        .sslProvider(SslProvider.JDK)
        .build();
  }

  private static byte[] pem() {
    return ca.getCertificatePEM().getBytes(StandardCharsets.US_ASCII);
  }

  private TestServer server(Step... steps) {
    return new TestServer(channel -> channel.pipeline().addLast(new PretendProxy(heard, steps)));
  }

  private Outcome connect(TlsProvider provider, Scheme scheme, TestServer server) {
    try (ConnectHarness harness = new ConnectHarness(provider)) {
      // every name is the one server; the ports only show up in what is asked of the proxies
      options.set(ConnectionOptions.RESOLVE, List.of("*:" + server.port() + ":127.0.0.1"));
      harness.onLoop(() -> harness.connector.resolveEntries(ConnectHarness.easy(options)));
      Outcome outcome = harness.connect(scheme, "origin.test", scheme.defaultPort(), options);
      if (outcome.code == CurlCode.OK) {
        outcome.awaitText("\n");
      }
      return outcome;
    }
  }

  private Outcome connect(TestServer server) {
    return connect(TlsProvider.preferred(), ConnectHarness.PLAIN, server);
  }

  @Test
  void socks() {
    try (TestServer server =
        server(Step.answer(METHOD_OK), Step.answer(SOCKS_OK + TestServer.GREETING))) {
      options.set(ProxyOptions.PROXY, "socks5h://proxy.test:" + server.port());
      Outcome outcome = connect(server);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(List.of("resolved", "opened", "connected", "ready"), outcome.events);
      assertEquals(List.of("\5\1\0", "\5\1\0\3\13origin.test\0\120"), heard);
    }
  }

  @Test
  void socksWithTheNameLookedUpHere() {
    try (TestServer server =
        server(Step.answer(METHOD_OK), Step.answer(SOCKS_OK + TestServer.GREETING))) {
      options.set(ProxyOptions.PROXY, "socks5://127.0.0.1:" + server.port());
      options.set(ConnectionOptions.CONNECT_TO, List.of("::10.1.2.3:99"));
      Outcome outcome = connect(server);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals("\5\1\0\1\12\1\2\3\0\143", heard.get(1));
    }
  }

  @Test
  void socksRefusalCarriesItsDetail() {
    try (TestServer server = server(Step.answer(METHOD_OK), Step.answer("\5\5\0\1\0\0\0\0\0\0"))) {
      options.set(ProxyOptions.PROXY, "socks5h://127.0.0.1:" + server.port());
      Outcome outcome = connect(server);
      assertEquals(CurlCode.PROXY, outcome.code);
      assertEquals(CurlProxyCode.REPLY_CONNECTION_REFUSED, outcome.proxyCode);
    }
  }

  @Test
  void socksTargetWithoutAddress() {
    try (TestServer server = server(Step.answer(METHOD_OK))) {
      options.set(ProxyOptions.PROXY, "socks4://127.0.0.1:" + server.port());
      options.set(ConnectionOptions.CONNECT_TO, List.of("::[fd00::1]:99"));
      Outcome outcome = connect(server);
      assertEquals(CurlCode.PROXY, outcome.code);
      assertEquals(CurlProxyCode.RESOLVE_HOST, outcome.proxyCode);
    }
  }

  @Test
  void proxyNameUnknown() {
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.preferred())) {
      options.set(ProxyOptions.PROXY, "http://nowhere.onion");
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "origin.test", 80, options);
      assertEquals(CurlCode.COULDNT_RESOLVE_PROXY, outcome.code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tunnelThenTls(TlsProvider provider) {
    options.set(TlsOptions.CAINFO_BLOB, pem());
    try (TestServer server = server(new Step(TUNNEL_OK, origin))) {
      options.set(ProxyOptions.PROXY, "http://me:secret@proxy.test:" + server.port());
      Outcome outcome = connect(provider, ConnectHarness.SECURE, server);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(
          List.of("resolved", "opened", "connected", "status 200", "secured", "ready"),
          outcome.events);
      assertEquals(TUNNEL_OK, outcome.proxyHead.toString());
      assertTrue(heard.get(0).contains("Basic bWU6c2VjcmV0"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void allFiltersInTheirOrder(TlsProvider provider) {
    options.set(TlsOptions.CAINFO_BLOB, pem());
    options.set(TlsOptions.PROXY_CAINFO_BLOB, pem());
    options.set(ProxyOptions.HAPROXY_CLIENT_IP, "10.9.8.7");
    try (TestServer server =
        server(
            Step.answer(METHOD_OK),
            new Step(SOCKS_OK, proxy),
            Step.answer(TUNNEL_OK),
            new Step(null, origin))) {
      options.set(ProxyOptions.PRE_PROXY, "socks5h://first.test:" + server.port());
      options.set(ProxyOptions.PROXY, "https://proxy.test:3128");
      Outcome outcome = connect(provider, ConnectHarness.SECURE, server);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(
          List.of("resolved", "opened", "connected", "status 200", "secured", "ready"),
          outcome.events);
      assertEquals("\5\1\0\3\12proxy.test\14\70", heard.get(1));
      assertTrue(heard.get(2).startsWith("CONNECT origin.test:443 HTTP/1.1\r\n"), heard.get(2));
      assertTrue(heard.get(3).startsWith("PROXY TCP4 10.9.8.7 10.9.8.7 "), heard.get(3));
      assertEquals(
          List.of(ConnectHarness.GATE, Link.PROXY_TLS, Link.TLS, "sink"), outcome.handlers);
    }
  }

  @ParameterizedTest
  @EnumSource
  void proxyWithAnotherCertificate(TlsProvider provider) {
    options.set(TlsOptions.CAINFO_BLOB, pem());
    options.set(TlsOptions.PROXY_CAINFO_BLOB, pem());
    try (TestServer server = server(Step.answer(METHOD_OK), new Step(SOCKS_OK, origin))) {
      options.set(ProxyOptions.PRE_PROXY, "socks5h://first.test:" + server.port());
      options.set(ProxyOptions.PROXY, "https://proxy.test:3128");
      Outcome outcome = connect(provider, ConnectHarness.SECURE, server);
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code, outcome.message);
    }
  }

  @Test
  void proxyThatClosesBetweenTwoRounds() {
    options.set(TlsOptions.CAINFO_BLOB, pem());
    options.set(ProxyOptions.PROXYAUTH, io.nettycurl.CurlSymbols.CURLAUTH_ANY);
    String challenge =
        "HTTP/1.1 407 no\r\nProxy-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\n"
            + "Connection: close\r\nContent-Length: 0\r\n\r\n";
    List<Step[]> rounds =
        List.of(new Step[] {Step.answer(challenge)}, new Step[] {new Step(TUNNEL_OK, origin)});
    java.util.Iterator<Step[]> next = rounds.iterator();
    try (TestServer server =
        new TestServer(
            channel -> channel.pipeline().addLast(new PretendProxy(heard, next.next())))) {
      options.set(ProxyOptions.PROXY, "http://me:secret@proxy.test:" + server.port());
      Outcome outcome = connect(TlsProvider.preferred(), ConnectHarness.SECURE, server);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(2, outcome.opened);
      assertTrue(heard.get(1).contains("Proxy-Authorization: Digest username=\"me\""));
    }
  }

  @Test
  void forwardingNeedsNoTunnel() {
    try (TestServer server = TestServer.plain()) {
      options.set(ProxyOptions.PROXY, "http://proxy.test:" + server.port());
      Outcome outcome = connect(server);
      assertEquals(List.of("resolved", "opened", "connected", "ready"), outcome.events);
    }
  }
}
