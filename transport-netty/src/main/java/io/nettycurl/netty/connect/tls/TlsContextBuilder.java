package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

/** Owned by the thread that builds. Makes one of Netty's TLS contexts; blocks. */
final class TlsContextBuilder {
  private static final String[] VERSIONS = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

  private final TlsConfig config;
  private final List<String> alpn;
  private final TlsProvider provider;
  private final long maxAge;
  private PeerVerifier verifier;

  private TlsContextBuilder(
      TlsConfig config, List<String> alpn, TlsProvider provider, long maxAge) {
    this.config = config;
    this.alpn = alpn;
    this.provider = provider;
    this.maxAge = maxAge;
  }

  /**
   * What builds a context.
   *
   * @param config what the options ask for
   * @param alpn the names to offer, best first
   * @param preferred what does TLS, unless the configuration asks for what only the other one can
   * @param maxAge how old what was read of trusted certificates may be, in nanoseconds; -1 for any
   */
  static TlsContextBuilder of(
      TlsConfig config, List<String> alpn, TlsProvider preferred, long maxAge) {
    // BoringSSL's TLS 1.3 ciphers are fixed, and Netty does not pass signature algorithms on
    boolean onlyJdk = config.limits().ciphers13() != null || config.limits().signatures() != null;
    boolean noStatus = config.verifyStatus() && !OpenSsl.isOcspSupported();
    TlsProvider provider = onlyJdk || noStatus ? TlsProvider.JDK : preferred;
    return new TlsContextBuilder(config, alpn, provider, maxAge);
  }

  /**
   * Builds the context.
   *
   * @throws TlsFailure why it cannot be built
   */
  SslContext build() throws TlsFailure {
    return finish(prepare());
  }

  /** Judges the peers of the context; known once that is prepared. */
  PeerVerifier verifier() {
    return verifier;
  }

  /**
   * Tells Netty all that the options ask for.
   *
   * @throws TlsFailure if they ask for what cannot be
   */
  SslContextBuilder prepare() throws TlsFailure {
    verifier = newVerifier();
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(provider.netty())
            // the verifier checks names itself, by libcurl's rules
            .endpointIdentificationAlgorithm(null)
            .trustManager(verifier)
            .enableOcsp(config.verifyStatus() && provider == TlsProvider.BORINGSSL)
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
    return builder;
  }

  /**
   * Makes a context of what was prepared.
   *
   * @param builder what {@link #prepare} gave
   * @throws TlsFailure if Netty cannot
   */
  SslContext finish(SslContextBuilder builder) throws TlsFailure {
    List<String> schemes =
        config.limits().signatures() == null
            ? null
            : SignatureAlgorithms.read(config.limits().signatures());
    try {
      SslContext context = builder.build();
      KeyLog.Environment.LOG.attach(context);
      return schemes == null ? context : new Signing(context, schemes);
    } catch (SSLException | RuntimeException e) {
      if (String.valueOf(e.getMessage()).contains("curves")) {
        throw new TlsFailure(
            CurlCode.SSL_CIPHER, "failed setting curves list: '" + config.limits().groups() + "'");
      }
      throw new TlsFailure(
          CurlCode.SSL_CONNECT_ERROR, "SSL: could not create a context: " + e.getMessage());
    }
  }

  /** Tells each engine of a context which signature algorithms it may use. */
  private static final class Signing extends DelegatingSslContext {
    private final List<String> schemes;

    Signing(SslContext context, List<String> schemes) {
      super(context);
      this.schemes = schemes;
    }

    @Override
    protected void initEngine(SSLEngine engine) {
      SignatureAlgorithms.apply(engine, schemes);
    }
  }

  private PeerVerifier newVerifier() throws TlsFailure {
    boolean trusts = config.verifyPeer() || config.verifyStatus();
    X509ExtendedTrustManager chains = trusts ? TrustAnchors.verifier(config.trust(), maxAge) : null;
    return new PeerVerifier(
        config.verifyPeer() ? chains : null,
        config.verifyHost(),
        config.verifyStatus() ? new StapledStatus(chains.getAcceptedIssuers()) : null,
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
