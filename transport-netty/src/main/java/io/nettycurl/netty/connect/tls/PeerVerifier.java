package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.ResumableX509ExtendedTrustManager;
import io.nettycurl.CurlCode;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Any thread. Judges the peer: chain, then name, then issuer, then pin. On a resumed session the
 * chain was judged by this same object before, under the same configuration; what depends on the
 * connection is judged again.
 */
final class PeerVerifier extends X509ExtendedTrustManager
    implements ResumableX509ExtendedTrustManager {
  private static final X509Certificate[] NO_ISSUERS = {};

  private volatile X509ExtendedTrustManager chains;
  private final boolean verifyHost;
  private final StapledStatus status;
  private final X509Certificate issuer;
  private final PublicKeyPin pin;

  /**
   * A judge.
   *
   * @param chains judges the chain; null to take any
   * @param verifyHost whether the certificate has to name the host
   * @param status judges the stapled OCSP response; null to do without
   * @param issuer who must have issued it; null for anybody
   * @param pin what key it must have; null for any
   */
  PeerVerifier(
      X509ExtendedTrustManager chains,
      boolean verifyHost,
      StapledStatus status,
      X509Certificate issuer,
      PublicKeyPin pin) {
    this.chains = chains;
    this.verifyHost = verifyHost;
    this.status = status;
    this.issuer = issuer;
    this.pin = pin;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    if (chains != null) {
      try {
        chains.checkServerTrusted(chain, authType, engine);
      } catch (CertificateException e) {
        VerifyResult result = VerifyResult.of(chain, e);
        throw refusal("SSL certificate problem: " + result.text(), result.number());
      }
    }
    checkPeer(chain, engine);
    if (status != null) {
      status.check(chain, engine);
    }
  }

  /**
   * Trusted certificates were read anew.
   *
   * @param judge judges chains by them
   */
  void chains(X509ExtendedTrustManager judge) {
    if (chains != null) {
      chains = judge;
    }
  }

  @Override
  public void resumeServerTrusted(X509Certificate[] chain, SSLEngine engine)
      throws CertificateException {
    checkPeer(chain, engine);
  }

  private void checkPeer(X509Certificate[] chain, SSLEngine engine) throws TlsFailure {
    if (chain == null || chain.length == 0) {
      if (chains != null || verifyHost || issuer != null || pin != null) {
        throw refusal("SSL: could not get peer certificate", VerifyResult.OK);
      }
      return;
    }
    String mismatch = verifyHost ? HostNames.mismatch(chain[0], engine.getPeerHost()) : null;
    if (mismatch != null) {
      throw refusal(mismatch, VerifyResult.OK);
    }
    if (issuer != null && !issued(chain[0])) {
      throw new TlsFailure(CurlCode.SSL_ISSUER_ERROR, "SSL: Certificate issuer check failed");
    }
    if (pin != null && !pin.matches(chain[0].getPublicKey().getEncoded())) {
      throw new TlsFailure(
          CurlCode.SSL_PINNEDPUBKEYNOTMATCH, "SSL: public key does not match pinned public key");
    }
  }

  private boolean issued(X509Certificate cert) {
    if (!cert.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      cert.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static TlsFailure refusal(String message, long verifyResult) {
    return new TlsFailure(CurlCode.PEER_FAILED_VERIFICATION, message, verifyResult);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NO_ISSUERS;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void resumeClientTrusted(X509Certificate[] chain, SSLEngine engine)
      throws CertificateException {
    throw notAsked();
  }

  /** Only clients use it, and only with engines: anything else must not pass unjudged. */
  private static CertificateException notAsked() {
    return new CertificateException("judges servers by their engine only");
  }
}
