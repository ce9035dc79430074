package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Immutable. Makes one of Netty's TLS contexts of one configuration. Any thread; blocks. */
final class TlsContextBuilder {
  private static final String[] VERSIONS = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

  private final TlsConfig config;
  private final List<String> alpn;
  private final TlsProvider provider;

  private TlsContextBuilder(TlsConfig config, List<String> alpn, TlsProvider provider) {
    this.config = config;
    this.alpn = alpn;
    this.provider = provider;
  }

  /**
   * Builds a context.
   *
   * @param config what the options ask for
   * @param alpn the names to offer, best first
   * @param preferred what does TLS, unless the configuration asks for what only the other one can
   * @throws TlsFailure why it cannot be built
   */
  static SslContext build(TlsConfig config, List<String> alpn, TlsProvider preferred)
      throws TlsFailure {
    // BoringSSL's TLS 1.3 ciphers are fixed
    TlsProvider provider = config.limits().ciphers13() != null ? TlsProvider.JDK : preferred;
    return new TlsContextBuilder(config, alpn, provider).build();
  }

  private SslContext build() throws TlsFailure {
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(provider.netty())
            // the verifier checks names itself, by libcurl's rules
            .endpointIdentificationAlgorithm(null)
            .trustManager(verifier())
            .protocols(versions());
    if (config.identity() != null) {
      ClientIdentity identity = ClientIdentity.read(config.identity());
      builder.keyManager(identity.key(), identity.chain());
    }
    ciphers(builder);
    groups(builder);
    if (!alpn.isEmpty()) {
      builder.applicationProtocolConfig(
          new ApplicationProtocolConfig(
              Protocol.ALPN,
              SelectorFailureBehavior.NO_ADVERTISE,
              SelectedListenerFailureBehavior.ACCEPT,
              alpn));
    }
    try {
      SslContext context = builder.build();
      KeyLog.Environment.LOG.attach(context);
      return context;
    } catch (SSLException | RuntimeException e) {
      if (String.valueOf(e.getMessage()).contains("curves")) {
        throw new TlsFailure(
            CurlCode.SSL_CIPHER, "failed setting curves list: '" + config.limits().groups() + "'");
      }
      throw new TlsFailure(
          CurlCode.SSL_CONNECT_ERROR, "SSL: could not create a context: " + e.getMessage());
    }
  }

  private PeerVerifier verifier() throws TlsFailure {
    return new PeerVerifier(
        config.verifyPeer() ? TrustAnchors.verifier(config.trust()) : null,
        config.verifyHost(),
        issuer(),
        PublicKeyPin.of(config));
  }

  private X509Certificate issuer() throws TlsFailure {
    Material issuer = config.issuer();
    if (issuer == null) {
      return null;
    }
    List<X509Certificate> found =
        issuer.readable() ? TrustAnchors.certificates(issuer.bytes()) : List.of();
    if (found.isEmpty()) {
      throw new TlsFailure(
          CurlCode.SSL_ISSUER_ERROR, "SSL: Unable to read issuer cert (" + issuer + ")");
    }
    return found.get(0);
  }

  private List<String> versions() throws TlsFailure {
    int lowest = index(config.limits().lowest());
    int highest = index(config.limits().highest());
    if (lowest < 0 || highest < lowest) {
      throw new TlsFailure(
          CurlCode.SSL_CONNECT_ERROR, "Unrecognized parameter passed via CURLOPT_SSLVERSION");
    }
    return List.of(VERSIONS).subList(lowest, highest + 1);
  }

  private static int index(long version) {
    long index = version - CurlSymbols.CURL_SSLVERSION_TLSv1_0;
    return index < 0 || index >= VERSIONS.length ? -1 : (int) index;
  }

  private void ciphers(SslContextBuilder builder) throws TlsFailure {
    String old = config.limits().ciphers();
    String new13 = config.limits().ciphers13();
    if (old == null && new13 == null) {
      builder.ciphers(provider.defaultCiphers(), IdentityCipherSuiteFilter.INSTANCE);
      return;
    }
    Set<String> available = provider.ciphers();
    List<String> chosen = new ArrayList<>();
    List<String> for13 = new13 == null ? only13(available) : CipherList.expand13(new13, available);
    if (for13.isEmpty()) {
      throw new TlsFailure(CurlCode.SSL_CIPHER, "failed setting TLS 1.3 cipher suite: " + new13);
    }
    List<String> for12 = CipherList.expand(old == null ? "DEFAULT" : old, available);
    if (for12.isEmpty()) {
      throw new TlsFailure(CurlCode.SSL_CIPHER, "failed setting cipher list: " + old);
    }
    chosen.addAll(for13);
    chosen.addAll(for12);
    builder.ciphers(chosen, IdentityCipherSuiteFilter.INSTANCE);
  }

  private static List<String> only13(Set<String> available) {
    return available.stream().filter(CipherList::isTls13).sorted().toList();
  }

  private void groups(SslContextBuilder builder) throws TlsFailure {
    String groups = config.limits().groups();
    if (groups == null) {
      return;
    }
    if (provider != TlsProvider.BORINGSSL) {
      throw new TlsFailure(
          CurlCode.NOT_BUILT_IN, "CURLOPT_SSL_EC_CURVES needs the native TLS library");
    }
    builder.option(OpenSslContextOption.GROUPS, groups.split("[:,]"));
  }
}
