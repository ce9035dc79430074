package io.nettycurl.netty.connect.tls;

import io.nettycurl.CurlCode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Immutable. OpenSSL's way to write signature algorithms, in TLS 1.3's names, which the JDK takes
 * from 19 on.
 *
 * @see <a href="https://docs.openssl.org/3.0/man3/SSL_CTX_set1_sigalgs/">SSL_set1_sigalgs(3)</a>
 */
public final class SignatureAlgorithms {
  private static final Method SETTER = setter();

  private static final Map<String, String> BY_CURVE =
      Map.of(
          "SHA224", "ecdsa_secp224r1_sha224",
          "SHA256", "ecdsa_secp256r1_sha256",
          "SHA384", "ecdsa_secp384r1_sha384",
          "SHA512", "ecdsa_secp521r1_sha512",
          "SHA1", "ecdsa_sha1");

  private static final Set<String> HASHES = Set.of("SHA1", "SHA224", "SHA256", "SHA384", "SHA512");

  private static final Set<String> KNOWN =
      Set.of(
          "ed25519",
          "ed448",
          "ecdsa_secp256r1_sha256",
          "ecdsa_secp384r1_sha384",
          "ecdsa_secp521r1_sha512",
          "rsa_pss_rsae_sha256",
          "rsa_pss_rsae_sha384",
          "rsa_pss_rsae_sha512",
          "rsa_pss_pss_sha256",
          "rsa_pss_pss_sha384",
          "rsa_pss_pss_sha512",
          "rsa_pkcs1_sha256",
          "rsa_pkcs1_sha384",
          "rsa_pkcs1_sha512",
          "rsa_pkcs1_sha1",
          "ecdsa_sha1");

  private SignatureAlgorithms() {}

  private static Method setter() {
    try {
      return SSLParameters.class.getMethod("setSignatureSchemes", String[].class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** Whether this JDK can be told. */
  public static boolean areSupported() {
    return SETTER != null;
  }

  /**
   * Reads a list.
   *
   * @param text names between colons
   * @return the same in TLS 1.3's names
   * @throws TlsFailure SSL_CIPHER for a name that nobody knows
   */
  static List<String> read(String text) throws TlsFailure {
    List<String> schemes = new ArrayList<>();
    for (String name : text.split(":", -1)) {
      String scheme = scheme(name.strip());
      if (scheme == null) {
        throw new TlsFailure(
            CurlCode.SSL_CIPHER, "failed setting signature algorithms: '" + text + "'");
      }
      schemes.add(scheme);
    }
    return schemes;
  }

  private static String scheme(String name) {
    int plus = name.indexOf('+');
    if (plus < 0) {
      String lower = name.toLowerCase(Locale.ROOT);
      return KNOWN.contains(lower) ? lower : null;
    }
    String hash = name.substring(plus + 1).toUpperCase(Locale.ROOT);
    if (!HASHES.contains(hash)) {
      return null;
    }
    return switch (name.substring(0, plus).toUpperCase(Locale.ROOT)) {
      case "RSA" -> "rsa_pkcs1_" + hash.toLowerCase(Locale.ROOT);
      case "RSA-PSS", "PSS" -> "rsa_pss_rsae_" + hash.toLowerCase(Locale.ROOT);
      case "ECDSA" -> BY_CURVE.get(hash);
      case "DSA" -> "dsa_" + hash.toLowerCase(Locale.ROOT);
      default -> null;
    };
  }

  /**
   * Tells an engine of the JDK's.
   *
   * @param engine which
   * @param schemes TLS 1.3's names
   */
  static void apply(SSLEngine engine, List<String> schemes) {
    SSLParameters parameters = engine.getSSLParameters();
    try {
      SETTER.invoke(parameters, (Object) schemes.toArray(String[]::new));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    engine.setSSLParameters(parameters);
  }
}
