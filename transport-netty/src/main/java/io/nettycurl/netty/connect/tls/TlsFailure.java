package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlCode;
import java.security.cert.CertificateException;

/**
 * Immutable. Why TLS cannot be: a result for the transfer. Thrown by the trust manager, and found
 * again among the causes of what the engine makes of it.
 */
public final class TlsFailure extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final CurlCode code;
  private final long verifyResult;

  TlsFailure(CurlCode code, String message) {
    this(code, message, VerifyResult.OK);
  }

  TlsFailure(CurlCode code, String message, long verifyResult) {
    super(message);
    this.code = code;
    this.verifyResult = verifyResult;
  }

  /** The result of the transfer. */
  public CurlCode code() {
    return code;
  }

  /** The verdict on the chain as CURLINFO_SSL_VERIFYRESULT tells it; 0 if it is not about that. */
  public long verifyResult() {
    return verifyResult;
  }

  /**
   * What a failed handshake means.
   *
   * @param cause what the engine says
   * @return the failure
   */
  public static TlsFailure of(Throwable cause) {
    Throwable root = cause;
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof TlsFailure) {
        return (TlsFailure) t;
      }
      root = t;
    }
    String text = root.getMessage() != null ? root.getMessage() : root.getClass().getSimpleName();
    return new TlsFailure(CurlCode.SSL_CONNECT_ERROR, "TLS connect error: " + text);
  }
}
