package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlCode;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;

/**
 * Immutable. Asks what the peer's own certificate is worth of the OCSP response that the peer
 * stapled to it; nobody else is asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6066#section-8">RFC 6066 section 8</a>
 */
final class StapledStatus {
  private final Set<TrustAnchor> anchors = new HashSet<>();

  /**
   * A judge.
   *
   * @param trusted who may vouch for who signs responses
   */
  StapledStatus(X509Certificate[] trusted) {
    for (X509Certificate each : trusted) {
      anchors.add(new TrustAnchor(each, null));
    }
  }

  /**
   * Judges a peer, during its handshake.
   *
   * @param chain the peer's certificates, its own first
   * @param engine has the response
   * @throws TlsFailure SSL_INVALIDCERTSTATUS unless there is a response that says that all is well
   */
  void check(X509Certificate[] chain, SSLEngine engine) throws TlsFailure {
    List<byte[]> responses =
        engine.getHandshakeSession() instanceof ExtendedSSLSession session
            ? session.getStatusResponses()
            : List.of();
    check(chain, responses);
  }

  void check(X509Certificate[] chain, List<byte[]> responses) throws TlsFailure {
    if (responses.isEmpty() || responses.get(0).length == 0) {
      throw refusal("No OCSP response received");
    }
    if (anchors.isEmpty()) {
      throw refusal("OCSP response verification failed: nobody is trusted");
    }
    try {
      X509CertSelector own = new X509CertSelector();
      own.setCertificate(chain[0]);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, own);
      parameters.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(Arrays.asList(chain))));
      CertPathBuilder builder = CertPathBuilder.getInstance("PKIX");
      PKIXRevocationChecker checker = (PKIXRevocationChecker) builder.getRevocationChecker();
      checker.setOcspResponses(Map.of(chain[0], responses.get(0)));
      checker.setOptions(EnumSet.of(Option.ONLY_END_ENTITY, Option.NO_FALLBACK));
      parameters.addCertPathChecker(checker);
      builder.build(parameters);
    } catch (GeneralSecurityException e) {
      throw refusal(reason(e));
    }
  }

  private static String reason(Throwable refusal) {
    Throwable deepest = refusal;
    for (Throwable t = refusal; t != null; t = t.getCause()) {
      if (t instanceof CertificateRevokedException revoked) {
        return "SSL certificate revocation reason: " + revoked.getRevocationReason();
      }
      deepest = t;
    }
    return "OCSP response verification failed: " + deepest.getMessage();
  }

  private static TlsFailure refusal(String text) {
    return new TlsFailure(CurlCode.SSL_INVALIDCERTSTATUS, text);
  }
}
