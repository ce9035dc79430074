package io.nettycurl.behaviour;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Immutable; any thread. An authority of the tests' own and a server that it vouches for. */
final class Certificates {
  private static final char[] NO_PASSWORD = new char[0];

  private static final class Made {
    static final X509Bundle AUTHORITY = authority("Test CA");
    static final X509Bundle OTHER = authority("Other CA");

    private static X509Bundle authority(String name) {
      try {
        return new CertificateBuilder()
            .subject("CN=" + name)
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  private Certificates() {}

  /** The authority that the tests trust, as PEM. */
  static byte[] trusted() {
    return pem(Made.AUTHORITY);
  }

  /** An authority that vouches for nobody. */
  static byte[] stranger() {
    return pem(Made.OTHER);
  }

  private static byte[] pem(X509Bundle bundle) {
    return bundle.getCertificatePEM().getBytes(StandardCharsets.US_ASCII);
  }

  /** A server of the loopback address, of localhost and of two names under server.test. */
  static X509Bundle server() {
    try {
      return new CertificateBuilder()
          .subject("CN=server")
          .addSanDnsName("localhost")
          .addSanDnsName("server.test")
          .addSanDnsName("other.server.test")
          .addSanIpAddress("127.0.0.1")
          .buildIssuedBy(Made.AUTHORITY);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What such a server proves itself with. */
  static SSLContext serverContext() {
    return context(server());
  }

  private static SSLContext context(X509Bundle bundle) {
    try {
      KeyStore store = bundle.toKeyStore(NO_PASSWORD);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
