package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Immutable. What does TLS: BoringSSL by tcnative, or the JDK. */
public enum TlsProvider {
  /** Native, several times faster in handshakes. */
  BORINGSSL(SslProvider.OPENSSL) {
    @Override
    public String library() {
      return OpenSsl.versionString();
    }

    @Override
    Set<String> ciphers() {
      return OpenSsl.availableJavaCipherSuites();
    }
  },
  /** Everywhere. */
  JDK(SslProvider.JDK) {
    @Override
    public String library() {
      return "JDK-TLS/" + Runtime.version().feature();
    }

    @Override
    Set<String> ciphers() {
      try {
        return Set.copyOf(
            List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites()));
      } catch (NoSuchAlgorithmException e) {
        return Set.of();
      }
    }
  };

  /** Set to {@code jdk} where the native library is there but must not be used. */
  public static final String PROPERTY = "io.nettycurl.tls";

  private final SslProvider netty;

  TlsProvider(SslProvider netty) {
    this.netty = netty;
  }

  SslProvider netty() {
    return netty;
  }

  /** Name and version for the version info. */
  public abstract String library();

  /** What it can encrypt with, in IANA's names. */
  abstract Set<String> ciphers();

  /** The best there is; loads the native library when first asked. */
  public static TlsProvider preferred() {
    return Preferred.PROVIDER;
  }

  /** Asking loads the native library, so it is done once and when needed. */
  private static final class Preferred {
    static final TlsProvider PROVIDER =
        "jdk".equalsIgnoreCase(System.getProperty(PROPERTY)) || !OpenSsl.isAvailable()
            ? JDK
            : BORINGSSL;
  }
}
