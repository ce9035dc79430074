package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
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

    @Override
    List<String> defaultCiphers() {
      // Netty's own choice leaves out what some servers have nothing else of
      List<String> chosen = new ArrayList<>();
      ciphers().stream().filter(CipherList::isTls13).forEach(chosen::add);
      chosen.addAll(CipherList.expand("DEFAULT:!3DES", ciphers()));
      return chosen;
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
      return ordered(Jdk.CONTEXT.getSupportedSSLParameters().getCipherSuites());
    }

    @Override
    List<String> defaultCiphers() {
      return List.of(Jdk.CONTEXT.getDefaultSSLParameters().getCipherSuites());
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

  /** What it can encrypt with, in IANA's names, best first. */
  abstract Set<String> ciphers();

  /** What it offers where the options name nothing. */
  abstract List<String> defaultCiphers();

  private static Set<String> ordered(String[] names) {
    return new LinkedHashSet<>(Arrays.asList(names));
  }

  /** Made when first asked. */
  private static final class Jdk {
    static final SSLContext CONTEXT = context();

    private static SSLContext context() {
      try {
        return SSLContext.getDefault();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

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
