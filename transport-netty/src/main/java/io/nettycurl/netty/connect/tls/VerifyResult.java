package io.nettycurl.netty.connect.tls;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;

/**
 * Immutable. What is wrong with a chain, in OpenSSL's numbers and words, which
 * CURLINFO_SSL_VERIFYRESULT and scripts know.
 *
 * @param number an {@code X509_V_ERR_*} value
 * @param text the same in words
 */
record VerifyResult(long number, String text) {
  /** Nothing is wrong. */
  static final long OK = 0;

  private static final VerifyResult BAD_SIGNATURE =
      new VerifyResult(7, "certificate signature failure");
  private static final VerifyResult NOT_YET_VALID =
      new VerifyResult(9, "certificate is not yet valid");
  private static final VerifyResult EXPIRED = new VerifyResult(10, "certificate has expired");
  private static final VerifyResult NO_CRL = new VerifyResult(3, "unable to get certificate CRL");
  private static final VerifyResult SELF_SIGNED = new VerifyResult(18, "self-signed certificate");
  private static final VerifyResult SELF_SIGNED_IN_CHAIN =
      new VerifyResult(19, "self-signed certificate in certificate chain");
  private static final VerifyResult NO_ISSUER =
      new VerifyResult(20, "unable to get local issuer certificate");
  private static final VerifyResult REVOKED = new VerifyResult(23, "certificate revoked");
  private static final VerifyResult WRONG_PURPOSE =
      new VerifyResult(26, "unsuitable certificate purpose");
  private static final VerifyResult WEAK =
      new VerifyResult(68, "CA signature digest algorithm too weak");
  private static final VerifyResult INVALID_CA = new VerifyResult(79, "invalid CA certificate");

  /**
   * What the JDK's refusal means.
   *
   * @param chain what the peer sent
   * @param refusal what was thrown
   */
  static VerifyResult of(X509Certificate[] chain, Throwable refusal) {
    for (Throwable t = refusal; t != null; t = t.getCause()) {
      VerifyResult known = ofOne(t);
      if (known != null) {
        return known;
      }
    }
    return ofUntrusted(chain);
  }

  private static VerifyResult ofOne(Throwable t) {
    if (t instanceof CertificateExpiredException) {
      return EXPIRED;
    }
    if (t instanceof CertificateNotYetValidException) {
      return NOT_YET_VALID;
    }
    if (t instanceof CertificateRevokedException) {
      return REVOKED;
    }
    if (t instanceof CertPathValidatorException) {
      return ofReason(((CertPathValidatorException) t).getReason());
    }
    String text = String.valueOf(t.getMessage());
    return text.contains("key usage") || text.contains("KeyUsage") ? WRONG_PURPOSE : null;
  }

  private static VerifyResult ofReason(Reason reason) {
    if (reason == BasicReason.EXPIRED) {
      return EXPIRED;
    }
    if (reason == BasicReason.NOT_YET_VALID) {
      return NOT_YET_VALID;
    }
    if (reason == BasicReason.REVOKED) {
      return REVOKED;
    }
    if (reason == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
      return NO_CRL;
    }
    if (reason == BasicReason.INVALID_SIGNATURE) {
      return BAD_SIGNATURE;
    }
    if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
      return WEAK;
    }
    return reason == PKIXReason.NOT_CA_CERT ? INVALID_CA : null;
  }

  /**
   * What is wrong with a chain of which nothing is known but that it leads to nobody trusted.
   *
   * @param chain what the peer sent
   */
  static VerifyResult ofUntrusted(X509Certificate[] chain) {
    X509Certificate last = chain[chain.length - 1];
    boolean selfIssued = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
    if (selfIssued) {
      return chain.length == 1 ? SELF_SIGNED : SELF_SIGNED_IN_CHAIN;
    }
    for (X509Certificate cert : chain) {
      try {
        cert.checkValidity();
      } catch (CertificateExpiredException e) {
        return EXPIRED;
      } catch (CertificateNotYetValidException e) {
        return NOT_YET_VALID;
      }
    }
    return NO_ISSUER;
  }
}
