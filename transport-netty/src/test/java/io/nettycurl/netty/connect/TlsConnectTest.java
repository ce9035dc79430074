package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.ConnectHarness.Outcome;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TlsConnectTest {
  private static X509Bundle ca;
  private static X509Bundle otherCa;
  private static X509Bundle leaf;

  @TempDir Path dir;
  private final OptionValues options = new OptionValues();

  @BeforeAll
  static void makeCertificates() throws Exception {
    ca = authority("Test CA");
    otherCa = authority("Other CA");
    leaf = leaf().buildIssuedBy(ca);
  }

  private static X509Bundle authority(String name) throws Exception {
    return new CertificateBuilder()
        .subject("CN=" + name)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }

  private static CertificateBuilder leaf() {
    return new CertificateBuilder()
        .subject("CN=leaf")
        .addSanDnsName("server.test")
        .addSanIpAddress("127.0.0.1");
  }

  @BeforeEach
  void nameTheServer() {
    trust(ca);
  }

  private static byte[] pem(X509Bundle bundle) {
    return bundle.getCertificatePEM().getBytes(StandardCharsets.US_ASCII);
  }

  private void trust(X509Bundle authority) {
    options.set(
        TlsOptions.CAINFO_BLOB, authority.getCertificatePEM().getBytes(StandardCharsets.US_ASCII));
  }

  private static SslContextBuilder server(X509Bundle bundle) {
    return SslContextBuilder.forServer(
            bundle.getKeyPair().getPrivate(), bundle.getCertificatePath())
        .sslProvider(SslProvider.JDK);
  }

  private Outcome connect(ConnectHarness harness, TestServer server, String host) {
    options.set(ConnectionOptions.CONNECT_TO, List.of(":" + ":127.0.0.1:" + server.port()));
    return harness.connect(ConnectHarness.SECURE, host, 443, options);
  }

  private static boolean resumed(Outcome outcome) {
    SSLEngine engine = outcome.channel.pipeline().get(SslHandler.class).engine();
    // what is bound to a session comes back with it
    boolean known = engine.getSession().getValue("seen") != null;
    engine.getSession().putValue("seen", true);
    return known;
  }

  @ParameterizedTest
  @EnumSource
  void verifiesAndTellsProtocol(TlsProvider provider) throws Exception {
    SslContext context =
        server(leaf)
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    ApplicationProtocolConfig.Protocol.ALPN,
                    ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                    ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                    "http/1.1"))
            .build();
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(context)) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals("http/1.1", outcome.applicationProtocol);
      assertEquals(List.of("resolved", "opened", "connected", "secured", "ready"), outcome.events);
      assertEquals(TestServer.GREETING, outcome.awaitText("\n"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void addressInCertificate(TlsProvider provider) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = harness.connect(ConnectHarness.SECURE, "127.0.0.1", server.port(), options);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void untrustedIsSixty(TlsProvider provider) throws Exception {
    trust(otherCa);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code);
      assertEquals(
          "SSL certificate problem: unable to get local issuer certificate", outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void selfSignedIsSixtyUnlessNotVerified(TlsProvider provider) throws Exception {
    X509Bundle alone = leaf().setIsCertificateAuthority(true).buildSelfSigned();
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(alone).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code);
      assertEquals("SSL certificate problem: self-signed certificate", outcome.message);
      options.set(TlsOptions.SSL_VERIFYPEER, 0L);
      assertEquals(CurlCode.OK, connect(harness, server, "server.test").code);
      // the name is checked all the same
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, connect(harness, server, "other.test").code);
      options.set(TlsOptions.SSL_VERIFYHOST, 0L);
      assertEquals(CurlCode.OK, connect(harness, server, "other.test").code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongNameIsSixty(TlsProvider provider) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "other.test");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code);
      assertEquals(
          "SSL: no alternative certificate subject name matches target hostname 'other.test'",
          outcome.message);
      options.set(TlsOptions.SSL_VERIFYHOST, 0L);
      assertEquals(CurlCode.OK, connect(harness, server, "other.test").code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void expiredIsSixty(TlsProvider provider) throws Exception {
    Instant now = Instant.now();
    X509Bundle old =
        leaf()
            .notBefore(now.minus(Duration.ofDays(20)))
            .notAfter(now.minus(Duration.ofDays(1)))
            .buildIssuedBy(ca);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(old).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code);
      assertEquals("SSL certificate problem: certificate has expired", outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void clientCertificate(TlsProvider provider) throws Exception {
    X509Bundle client =
        new CertificateBuilder()
            .subject("CN=client")
            .addExtendedKeyUsageClientAuth()
            .buildIssuedBy(ca);
    SslContext context =
        server(leaf)
            .trustManager(ca.getCertificate())
            .clientAuth(ClientAuth.REQUIRE)
            .protocols("TLSv1.2")
            .build();
    Path cert = dir.resolve("client.pem");
    Files.writeString(cert, client.getCertificatePEM() + client.getPrivateKeyPEM());
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(context)) {
      assertEquals(CurlCode.SSL_CONNECT_ERROR, connect(harness, server, "server.test").code);
      options.set(TlsOptions.SSLCERT, cert.toString());
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(TestServer.GREETING, outcome.awaitText("\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"BORINGSSL,TLSv1.2", "BORINGSSL,TLSv1.3", "JDK,TLSv1.2", "JDK,TLSv1.3"})
  void pinHoldsOnResumedSessions(TlsProvider provider, String version) throws Exception {
    String pin =
        "sha256//"
            + Base64.getEncoder()
                .encodeToString(
                    MessageDigest.getInstance("SHA-256")
                        .digest(leaf.getCertificate().getPublicKey().getEncoded()));
    options.set(TlsOptions.PINNEDPUBLICKEY, pin);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).protocols(version).build())) {
      Outcome first = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, first.code, first.message);
      first.awaitText("\n");
      assertTrue(!resumed(first));
      Outcome second = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, second.code, second.message);
      second.awaitText("\n");
      assertTrue(resumed(second), "second connection is a full handshake");
      // another pin is another configuration: it must not ride on the session
      options.set(TlsOptions.PINNEDPUBLICKEY, "sha256//" + "A".repeat(43) + "=");
      Outcome third = connect(harness, server, "server.test");
      assertEquals(CurlCode.SSL_PINNEDPUBKEYNOTMATCH, third.code, third.message);
      options.set(TlsOptions.PINNEDPUBLICKEY, pin);
      options.set(TlsOptions.SSL_SESSIONID_CACHE, 0L);
      Outcome fourth = connect(harness, server, "server.test");
      fourth.awaitText("\n");
      Outcome fifth = connect(harness, server, "server.test");
      fifth.awaitText("\n");
      assertTrue(!resumed(fifth), "resumed although switched off");
    }
  }

  @ParameterizedTest
  @EnumSource
  void badFilesHaveTheirCodes(TlsProvider provider) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      options.set(TlsOptions.SSLCERT, dir.resolve("none.pem").toString());
      assertEquals(CurlCode.SSL_CERTPROBLEM, connect(harness, server, "server.test").code);
      options.set(TlsOptions.SSLCERT, null);
      options.set(TlsOptions.CRLFILE, dir.resolve("none.pem").toString());
      assertEquals(CurlCode.SSL_CRL_BADFILE, connect(harness, server, "server.test").code);
      options.set(TlsOptions.CRLFILE, null);
      options.set(TlsOptions.SSL_CIPHER_LIST, "NO-SUCH-CIPHER");
      assertEquals(CurlCode.SSL_CIPHER, connect(harness, server, "server.test").code);
      options.set(TlsOptions.SSL_CIPHER_LIST, null);
      options.set(TlsOptions.ISSUERCERT_BLOB, pem(otherCa));
      assertEquals(CurlCode.SSL_ISSUER_ERROR, connect(harness, server, "server.test").code);
      options.set(TlsOptions.ISSUERCERT_BLOB, pem(ca));
      assertEquals(CurlCode.OK, connect(harness, server, "server.test").code);
      options.set(TlsOptions.CAINFO_BLOB, null);
      options.set(TlsOptions.CAINFO, dir.resolve("none.pem").toString());
      assertEquals(CurlCode.SSL_CACERT_BADFILE, connect(harness, server, "server.test").code);
    }
  }
}
