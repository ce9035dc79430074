package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.Mapping;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.NettyEngineProvider;
import io.nettycurl.netty.connect.ConnectHarness.Outcome;
import io.nettycurl.netty.connect.tls.OcspResponses;
import io.nettycurl.netty.connect.tls.SignatureAlgorithms;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.TlsOptions;
import io.nettycurl.spi.ShareState;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  private static SslContextBuilder server(X509Bundle bundle) throws Exception {
    return SslContextBuilder.forServer(
            bundle.getKeyPair().getPrivate(), bundle.getCertificatePath())
        .sslProvider(SslProvider.JDK)
        // more than Netty's choice
        .ciphers(
            List.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites()),
            IdentityCipherSuiteFilter.INSTANCE);
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

  private void openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }

  private String file(String name) {
    return dir.resolve(name).toString();
  }

  /** Everything that OpenSSL writes keys and certificates in. */
  @ParameterizedTest
  @CsvSource({
    "rsa, pkcs1",
    "rsa, pkcs1-aes",
    "rsa, pkcs1-des3",
    "rsa, pkcs8",
    "rsa, pkcs8-encrypted",
    "rsa, der",
    "rsa, p12",
    "rsa, blobs",
    "ec, sec1",
    "ec, sec1-aes",
    "ec, pkcs8",
    "ec, der",
    "ec, sec1-der"
  })
  void formsOfClientCertificates(String kind, String form) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    CertificateBuilder builder =
        new CertificateBuilder().subject("CN=client").addExtendedKeyUsageClientAuth();
    X509Bundle client = (kind.equals("rsa") ? builder.rsa2048() : builder).buildIssuedBy(ca);
    Files.writeString(dir.resolve("cert.pem"), client.getCertificatePEM());
    Files.writeString(dir.resolve("key.pem"), client.getPrivateKeyPEM());
    options.set(TlsOptions.SSLCERT, file("cert.pem"));
    options.set(TlsOptions.SSLKEY, file("out"));
    options.set(TlsOptions.KEYPASSWD, "secret");
    switch (form) {
      case "pkcs1" -> openssl("rsa", "-in", "key.pem", "-traditional", "-out", "out");
      case "pkcs1-aes", "pkcs1-des3" ->
          openssl(
              "rsa",
              "-in",
              "key.pem",
              "-traditional",
              "-out",
              "out",
              "-passout",
              "pass:secret",
              form.endsWith("aes") ? "-aes256" : "-des3");
      case "pkcs8" -> openssl("pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-out", "out");
      case "pkcs8-encrypted" ->
          openssl("pkcs8", "-topk8", "-in", "key.pem", "-out", "out", "-passout", "pass:secret");
      case "der" -> {
        openssl("pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER", "-out", "out");
        openssl("x509", "-in", "cert.pem", "-outform", "DER", "-out", "cert.der");
        options.set(TlsOptions.SSLCERT, file("cert.der"));
        options.set(TlsOptions.SSLCERTTYPE, "DER");
        options.set(TlsOptions.SSLKEYTYPE, "der");
      }
      case "p12" -> {
        openssl(
            "pkcs12",
            "-export",
            "-in",
            "cert.pem",
            "-inkey",
            "key.pem",
            "-out",
            "out.p12",
            "-passout",
            "pass:secret");
        options.set(TlsOptions.SSLCERT, file("out.p12"));
        options.set(TlsOptions.SSLCERTTYPE, "P12");
        options.set(TlsOptions.SSLKEY, null);
      }
      case "blobs" -> {
        options.set(TlsOptions.SSLCERT, null);
        options.set(TlsOptions.SSLKEY, null);
        options.set(TlsOptions.SSLCERT_BLOB, pem(client));
        options.set(
            TlsOptions.SSLKEY_BLOB, client.getPrivateKeyPEM().getBytes(StandardCharsets.US_ASCII));
      }
      case "sec1" -> openssl("ec", "-in", "key.pem", "-out", "out");
      case "sec1-der" -> {
        openssl("ec", "-in", "key.pem", "-outform", "DER", "-out", "out");
        options.set(TlsOptions.SSLKEYTYPE, "DER");
      }
      case "sec1-aes" ->
          openssl("ec", "-in", "key.pem", "-out", "out", "-aes128", "-passout", "pass:secret");
      default -> throw new IllegalArgumentException(form);
    }
    SslContext context =
        server(leaf).trustManager(ca.getCertificate()).clientAuth(ClientAuth.REQUIRE).build();
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.preferred());
        TestServer server = TestServer.tls(context)) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(TestServer.GREETING, outcome.awaitText("\n"));
      if (form.endsWith("aes") || form.endsWith("encrypted") || form.equals("p12")) {
        options.set(TlsOptions.KEYPASSWD, "wrong");
        assertEquals(
            form.equals("p12") ? CurlCode.SSL_CERTPROBLEM : CurlCode.BAD_FUNCTION_ARGUMENT,
            connect(harness, server, "server.test").code);
      }
    }
  }

  @Test
  void keyOfAnotherCertificate() throws Exception {
    options.set(TlsOptions.SSLCERT_BLOB, pem(leaf));
    options.set(TlsOptions.SSLKEY_BLOB, ca.getPrivateKeyPEM().getBytes(StandardCharsets.US_ASCII));
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.preferred());
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, outcome.code);
      assertEquals("unable to set private key file: '(memory blob)' type PEM", outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void revokedIsSixty(TlsProvider provider) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    Files.writeString(dir.resolve("ca.pem"), ca.getCertificatePEM());
    Files.writeString(dir.resolve("ca.key"), ca.getPrivateKeyPEM());
    Files.writeString(dir.resolve("leaf.pem"), leaf.getCertificatePEM());
    Files.writeString(dir.resolve("index"), "");
    Files.writeString(dir.resolve("number"), "01\n");
    Files.writeString(
        dir.resolve("conf"),
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index\ncrlnumber=number\ndefault_md=sha256\n");
    String[] list = {"ca", "-config", "conf", "-cert", "ca.pem", "-keyfile", "ca.key"};
    openssl(with(list, "-gencrl", "-crldays", "2", "-out", "empty.crl"));
    openssl(with(list, "-revoke", "leaf.pem"));
    openssl(with(list, "-gencrl", "-crldays", "2", "-out", "full.crl"));
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      options.set(TlsOptions.CRLFILE, file("empty.crl"));
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      options.set(TlsOptions.CRLFILE, file("full.crl"));
      outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code);
      assertEquals("SSL certificate problem: certificate revoked", outcome.message);
      assertEquals(List.of(23L), outcome.verdicts);
    }
  }

  private static String[] with(String[] start, String... more) {
    String[] all = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "BORINGSSL, ECDHE-ECDSA-AES256-GCM-SHA384, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "JDK, ECDHE-ECDSA-AES256-GCM-SHA384, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "BORINGSSL, CHACHA20, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
  })
  void ciphers(TlsProvider provider, String list, String agreed) throws Exception {
    options.set(TlsOptions.SSLVERSION, CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_2);
    options.set(TlsOptions.SSL_CIPHER_LIST, list);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      SSLSession session = session(outcome);
      assertEquals("TLSv1.2", session.getProtocol());
      assertEquals(agreed, session.getCipherSuite());
    }
  }

  @Test
  void newCiphersAreChosenByTheJdk() throws Exception {
    options.set(TlsOptions.TLS13_CIPHERS, "TLS_CHACHA20_POLY1305_SHA256");
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.preferred());
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals("TLS_CHACHA20_POLY1305_SHA256", session(outcome).getCipherSuite());
      options.set(TlsOptions.TLS13_CIPHERS, "TLS_NONE");
      assertEquals(CurlCode.SSL_CIPHER, connect(harness, server, "server.test").code);
    }
  }

  @Test
  void groups() throws Exception {
    options.set(TlsOptions.SSL_EC_CURVES, "P-384");
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.BORINGSSL);
        TestServer server = TestServer.tls(server(leaf).build())) {
      assertEquals(CurlCode.OK, connect(harness, server, "server.test").code);
      options.set(TlsOptions.SSL_EC_CURVES, "no-such-curve");
      assertEquals(CurlCode.SSL_CIPHER, connect(harness, server, "server.test").code);
    }
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.JDK);
        TestServer server = TestServer.tls(server(leaf).build())) {
      assertEquals(CurlCode.NOT_BUILT_IN, connect(harness, server, "server.test").code);
    }
  }

  private static SSLSession session(Outcome outcome) {
    return outcome.channel.pipeline().get(SslHandler.class).engine().getSession();
  }

  @ParameterizedTest
  @EnumSource
  void versionsThatDoNotMeet(TlsProvider provider) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).protocols("TLSv1.2").build())) {
      options.set(TlsOptions.SSLVERSION, CurlSymbols.CURL_SSLVERSION_TLSv1_3);
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.SSL_CONNECT_ERROR, outcome.code);
      assertTrue(outcome.message.startsWith("TLS connect error: "), outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void notTlsAtAll(TlsProvider provider) {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.plain()) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.SSL_CONNECT_ERROR, outcome.code, outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closedDuringTheHandshake(TlsProvider provider) {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server =
            new TestServer(
                channel ->
                    channel
                        .pipeline()
                        .addLast(new PretendProxy(new ArrayList<>(), PretendProxy.Step.CLOSE)))) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.SSL_CONNECT_ERROR, outcome.code, outcome.message);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BORINGSSL, server.test, server.test",
    "BORINGSSL, server.test., server.test",
    "BORINGSSL, plain, plain",
    "BORINGSSL, under_score.test, under_score.test",
    "BORINGSSL, 127.0.0.1, -",
    "JDK, under_score.test, under_score.test",
    "JDK, server.test, server.test",
    "JDK, server.test., server.test",
    "JDK, plain, plain",
    "JDK, 127.0.0.1, -"
  })
  void nameInTheHello(TlsProvider provider, String host, String sent) throws Exception {
    options.set(TlsOptions.SSL_VERIFYHOST, 0L);
    List<String> names = new CopyOnWriteArrayList<>();
    // the JDK as a server refuses odd names
    SslContext context =
        SslContextBuilder.forServer(leaf.getKeyPair().getPrivate(), leaf.getCertificatePath())
            .sslProvider(SslProvider.OPENSSL)
            .build();
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server =
            new TestServer(
                channel ->
                    channel
                        .pipeline()
                        .addLast(
                            new SniHandler(
                                (Mapping<String, SslContext>)
                                    name -> {
                                      names.add(name == null ? "-" : name);
                                      return context;
                                    })))) {
      Outcome outcome = connect(harness, server, host);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      assertEquals(List.of(sent), names);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAboutTheChain(TlsProvider provider) throws Exception {
    options.set(TlsOptions.CERTINFO, 1L);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(List.of(0L), outcome.verdicts);
      List<String> lines = outcome.chain.get(0);
      assertEquals("Subject:CN = leaf", lines.get(0));
      assertEquals("Issuer:CN = Test CA", lines.get(1));
      assertTrue(
          lines.contains("X509v3 Subject Alternative Name:DNS:server.test, IP Address:127.0.0.1"),
          lines.toString());
      assertTrue(lines.contains("Signature Algorithm:ecdsa-with-SHA256"), lines.toString());
      String cert = lines.get(lines.size() - 1);
      assertEquals(
          leaf.getCertificate(),
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(
                      cert.substring("Cert:".length()).getBytes(StandardCharsets.US_ASCII))));
      assertTrue(
          outcome.infos.stream().anyMatch(line -> line.startsWith("SSL connection using TLSv1.")),
          outcome.infos.toString());
      options.set(TlsOptions.SSL_VERIFYPEER, 0L);
      assertEquals(List.of(20L), connect(harness, server, "server.test").verdicts);
    }
  }

  @ParameterizedTest
  @EnumSource
  void intermediatesAreTrustedUnlessToldNotTo(TlsProvider provider) throws Exception {
    X509Bundle middle =
        new CertificateBuilder()
            .subject("CN=Middle CA")
            .setIsCertificateAuthority(true)
            .buildIssuedBy(ca);
    X509Bundle below = leaf().buildIssuedBy(middle);
    trust(middle);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(below).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      options.set(TlsOptions.SSL_OPTIONS, CurlSymbols.CURLSSLOPT_NO_PARTIALCHAIN);
      outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, outcome.code);
    }
  }

  @Test
  void directoryOfHashedCertificates() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    options.set(TlsOptions.CAINFO_BLOB, null);
    options.set(TlsOptions.CAPATH, dir.toString());
    Files.writeString(dir.resolve("ca.pem"), ca.getCertificatePEM());
    try (ConnectHarness harness = new ConnectHarness(TlsProvider.preferred());
        TestServer server = TestServer.tls(server(leaf).build())) {
      assertEquals(CurlCode.PEER_FAILED_VERIFICATION, connect(harness, server, "server.test").code);
      openssl("rehash", ".");
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionsOfAShareAreResumedByOthers(TlsProvider provider) throws Exception {
    ShareState share = new ShareState();
    share.share(CurlSymbols.CURL_LOCK_DATA_SSL_SESSION, new NettyEngineProvider());
    List<Long> locks = new CopyOnWriteArrayList<>();
    share.lockFunction((handle, data, access, userdata) -> locks.add(data));
    try (ConnectHarness one = new ConnectHarness(provider);
        ConnectHarness two = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      one.share = share;
      Outcome first = connect(one, server, "server.test");
      first.awaitText("\n");
      assertTrue(!resumed(first));
      Outcome alone = connect(two, server, "server.test");
      alone.awaitText("\n");
      assertTrue(!resumed(alone), "resumed without the share");
      two.share = share;
      Outcome second = connect(two, server, "server.test");
      second.awaitText("\n");
      assertTrue(resumed(second), "a full handshake");
      assertTrue(locks.contains(CurlSymbols.CURL_LOCK_DATA_SSL_SESSION));
    }
  }

  /** A server that staples a response; only the native TLS can be told to. */
  private static TestServer stapling(byte[] response) throws Exception {
    SslContext context =
        SslContextBuilder.forServer(leaf.getKeyPair().getPrivate(), leaf.getCertificatePath())
            .sslProvider(SslProvider.OPENSSL)
            .enableOcsp(true)
            .build();
    return new TestServer(
        channel -> {
          SslHandler tls = context.newHandler(channel.alloc());
          ((ReferenceCountedOpenSslEngine) tls.engine()).setOcspResponse(response);
          channel.pipeline().addFirst(tls);
        });
  }

  private Outcome statusOf(TlsProvider provider, byte[] response) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = stapling(response)) {
      return connect(harness, server, "server.test");
    }
  }

  private static byte[] status(X509Bundle signer, boolean revoked, Instant when) throws Exception {
    return OcspResponses.of(leaf.getCertificate(), ca, signer, revoked, when);
  }

  @ParameterizedTest
  @EnumSource
  void stapledStatusHasToBeGood(TlsProvider provider) throws Exception {
    assumeTrue(OpenSsl.isOcspSupported());
    Instant now = Instant.now();
    options.set(TlsOptions.SSL_VERIFYSTATUS, 1L);
    Outcome good = statusOf(provider, status(ca, false, now));
    assertEquals(CurlCode.OK, good.code, good.message);

    Outcome revoked = statusOf(provider, status(ca, true, now));
    assertEquals(CurlCode.SSL_INVALIDCERTSTATUS, revoked.code, revoked.message);
    assertTrue(revoked.message.contains("KEY_COMPROMISE"), revoked.message);

    Outcome stranger = statusOf(provider, status(otherCa, false, now));
    assertEquals(CurlCode.SSL_INVALIDCERTSTATUS, stranger.code, stranger.message);

    Outcome old = statusOf(provider, status(ca, false, now.minusSeconds(86400)));
    assertEquals(CurlCode.SSL_INVALIDCERTSTATUS, old.code, old.message);

    // the JDK does not let it come to a verdict
    Outcome nonsense = statusOf(provider, new byte[] {1, 2, 3});
    assertEquals(
        provider == TlsProvider.JDK ? CurlCode.SSL_CONNECT_ERROR : CurlCode.SSL_INVALIDCERTSTATUS,
        nonsense.code,
        nonsense.message);

    options.set(TlsOptions.SSL_VERIFYSTATUS, 0L);
    assertEquals(CurlCode.OK, statusOf(provider, status(ca, true, now)).code);
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatStaplesNothingHasNoStatus(TlsProvider provider) throws Exception {
    options.set(TlsOptions.SSL_VERIFYSTATUS, 1L);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome outcome = connect(harness, server, "server.test");
      assertEquals(CurlCode.SSL_INVALIDCERTSTATUS, outcome.code);
      assertEquals("No OCSP response received", outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationTunesTheContextOfEachConnection(TlsProvider provider) throws Exception {
    List<Object> seen = new CopyOnWriteArrayList<>();
    options.set(TlsOptions.SSL_CTX_DATA, "mine");
    options.set(
        TlsOptions.SSL_CTX_FUNCTION,
        (easy, builder, userdata) -> {
          seen.add(userdata);
          ((SslContextBuilder) builder).trustManager(InsecureTrustManagerFactory.INSTANCE);
          return CurlCode.OK;
        });
    trust(otherCa);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      for (int i = 0; i < 2; i++) {
        Outcome outcome = connect(harness, server, "server.test");
        assertEquals(CurlCode.OK, outcome.code, outcome.message);
        outcome.awaitText("\n");
        assertTrue(!resumed(outcome), "a context of its own");
      }
      assertEquals(List.of("mine", "mine"), seen);
      options.set(
          TlsOptions.SSL_CTX_FUNCTION, (easy, builder, userdata) -> CurlCode.SSL_CERTPROBLEM);
      Outcome refused = connect(harness, server, "server.test");
      assertEquals(CurlCode.SSL_CERTPROBLEM, refused.code);
      assertEquals("error signaled by SSL ctx callback", refused.message);
      options.set(TlsOptions.SSL_CTX_FUNCTION, (easy, builder, userdata) -> null);
      assertEquals(CurlCode.ABORTED_BY_CALLBACK, connect(harness, server, "server.test").code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionsOutliveTheTrustedCertificates(TlsProvider provider) throws Exception {
    options.set(TlsOptions.CA_CACHE_TIMEOUT, 0L);
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      Outcome first = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, first.code, first.message);
      first.awaitText("\n");
      assertTrue(!resumed(first));
      Outcome second = connect(harness, server, "server.test");
      second.awaitText("\n");
      assertTrue(resumed(second), "a full handshake");
    }
  }

  @ParameterizedTest
  @EnumSource
  void signatureAlgorithms(TlsProvider provider) throws Exception {
    assumeTrue(SignatureAlgorithms.areSupported());
    try (ConnectHarness harness = new ConnectHarness(provider);
        TestServer server = TestServer.tls(server(leaf).build())) {
      options.set(TlsOptions.SSL_SIGNATURE_ALGORITHMS, "ECDSA+SHA256:ecdsa_secp384r1_sha384");
      Outcome fitting = connect(harness, server, "server.test");
      assertEquals(CurlCode.OK, fitting.code, fitting.message);
      options.set(TlsOptions.SSL_SIGNATURE_ALGORITHMS, "RSA+SHA512");
      assertEquals(CurlCode.SSL_CONNECT_ERROR, connect(harness, server, "server.test").code);
      options.set(TlsOptions.SSL_SIGNATURE_ALGORITHMS, "nonsense");
      assertEquals(CurlCode.SSL_CIPHER, connect(harness, server, "server.test").code);
    }
  }
}
