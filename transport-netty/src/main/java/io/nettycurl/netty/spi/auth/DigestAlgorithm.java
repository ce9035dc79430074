package io.nettycurl.netty.spi.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The hash functions of Digest.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.2">RFC 7616, section 3.2</a>
 */
enum DigestAlgorithm {
  MD5("MD5", false),
  MD5_SESS("MD5", true),
  SHA_256("SHA-256", false),
  SHA_256_SESS("SHA-256", true),
  SHA_512_256("SHA-512/256", false),
  SHA_512_256_SESS("SHA-512/256", true);

  private final String hash;
  private final boolean session;

  DigestAlgorithm(String hash, boolean session) {
    this.hash = hash;
    this.session = session;
  }

  /** The one with a name; MD5 for null; null for a name nobody knows. */
  static DigestAlgorithm named(String name) {
    if (name == null) {
      return MD5;
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "md5" -> MD5;
      case "md5-sess" -> MD5_SESS;
      case "sha-256" -> SHA_256;
      case "sha-256-sess" -> SHA_256_SESS;
      case "sha-512-256" -> SHA_512_256;
      case "sha-512-256-sess" -> SHA_512_256_SESS;
      default -> null;
    };
  }

  /** Whether the nonces go into the first hash. */
  boolean session() {
    return session;
  }

  /** The hash of a text, in hexadecimal digits. */
  String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + hash, e);
    }
  }
}
