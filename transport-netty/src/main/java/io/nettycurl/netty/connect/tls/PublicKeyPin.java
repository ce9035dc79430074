package io.nettycurl.netty.connect.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Immutable. Which public key a peer must have.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_PINNEDPUBLICKEY.html">CURLOPT_PINNEDPUBLICKEY(3)</a>
 */
final class PublicKeyPin {
  private static final String HASH = "sha256//";
  private static final int MAX_FILE = 1024 * 1024;

  private final String hashes;
  private final byte[] key;

  private PublicKeyPin(String hashes, byte[] key) {
    this.hashes = hashes;
    this.key = key;
  }

  /**
   * The pin of a configuration.
   *
   * @param config which
   * @return null if there is none
   */
  static PublicKeyPin of(TlsConfig config) {
    if (config.pin() != null) {
      return new PublicKeyPin(config.pin(), null);
    }
    Material file = config.pinFile();
    if (file == null) {
      return null;
    }
    // a file that cannot be read pins a key that nobody has
    boolean usable = file.readable() && file.bytes().length <= MAX_FILE;
    return new PublicKeyPin(null, usable ? keyIn(file.bytes()) : new byte[0]);
  }

  private static byte[] keyIn(byte[] file) {
    Pem.Block block = Pem.first(file, "PUBLIC KEY");
    return block != null ? block.content() : file;
  }

  /**
   * Whether a key is the one.
   *
   * @param encoded the peer's key as a SubjectPublicKeyInfo
   */
  boolean matches(byte[] encoded) {
    if (key != null) {
      return key.length != 0 && Arrays.equals(key, encoded);
    }
    byte[] digest = Base64.getEncoder().encode(sha256(encoded));
    for (String hash : hashes.split(";", -1)) {
      if (!hash.startsWith(HASH)) {
        return false;
      }
      byte[] wanted = hash.substring(HASH.length()).getBytes(StandardCharsets.ISO_8859_1);
      if (Arrays.equals(wanted, digest)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
