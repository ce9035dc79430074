package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Immutable. What can be told about TLS that is on. */
public final class TlsReport {
  private final SslHandler tls;
  private final List<X509Certificate> chain;
  private final boolean verified;

  /**
   * A report.
   *
   * @param tls the handler, its handshake done
   * @param verified whether the chain was judged
   */
  public TlsReport(SslHandler tls, boolean verified) {
    this.tls = tls;
    this.verified = verified;
    this.chain = chainOf(tls.engine().getSession());
  }

  private static List<X509Certificate> chainOf(SSLSession session) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (Certificate cert : session.getPeerCertificates()) {
        if (cert instanceof X509Certificate) {
          found.add((X509Certificate) cert);
        }
      }
    } catch (SSLPeerUnverifiedException e) {
      return List.of();
    }
    return found;
  }

  /** The peer's certificates, its own first; empty if it has none. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The verdict on the chain as CURLINFO_SSL_VERIFYRESULT tells it. */
  public long verifyResult() {
    return verified || chain.isEmpty()
        ? VerifyResult.OK
        : VerifyResult.ofUntrusted(chain.toArray(X509Certificate[]::new)).number();
  }

  /**
   * The same in words.
   *
   * @param offered whether protocols were offered
   * @param line told one line after the other
   */
  public void tell(boolean offered, Consumer<String> line) {
    SSLSession session = tls.engine().getSession();
    line.accept("SSL connection using " + session.getProtocol() + " / " + session.getCipherSuite());
    if (offered) {
      String agreed = tls.applicationProtocol();
      line.accept(
          agreed == null
              ? "ALPN: server did not agree on a protocol. Uses default."
              : "ALPN: server accepted " + agreed);
    }
    if (!chain.isEmpty()) {
      X509Certificate cert = chain.get(0);
      line.accept("Server certificate:");
      line.accept("  subject: " + CertInfo.subject(cert));
      line.accept("  start date: " + CertInfo.date(cert.getNotBefore()));
      line.accept("  expire date: " + CertInfo.date(cert.getNotAfter()));
      line.accept("  issuer: " + CertInfo.issuer(cert));
    }
    line.accept(verified ? "SSL certificate verified." : " SSL certificate was not verified");
  }
}
