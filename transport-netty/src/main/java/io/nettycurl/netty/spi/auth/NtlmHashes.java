package io.nettycurl.netty.spi.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What NTLM makes of passwords and challenges. Passwords and names count in UTF-16, as Windows has
 * them; libcurl takes bytes for characters, which is the same as long as they are ASCII.
 *
 * @see <a href="https://davenport.sourceforge.net/ntlm.html">The NTLM Authentication Protocol</a>
 */
final class NtlmHashes {
  /** The length of all hashes here. */
  private static final int HASH = 16;

  /** How many bytes of a password the old hash can hold. */
  private static final int OLD_PASSWORD = 14;

  /** What a DES key is made of. */
  private static final int KEY = 7;

  private static final byte[] OLD_PLAIN_TEXT = "KGS!@#$%".getBytes(StandardCharsets.US_ASCII);

  /** Seconds from 1601, when Windows' time starts, to 1970. */
  private static final long EPOCH_SECONDS = 11_644_473_600L;

  private static final long TICKS_PER_MILLI = 10_000;
  private static final int BLOB_VERSION = 0x0101;

  private NtlmHashes() {}

  /** The hash of a password. */
  static byte[] ofPassword(String password) {
    return Md4.digest(password.getBytes(StandardCharsets.UTF_16LE));
  }

  /** The old hash of a password, of its first 14 bytes in capital letters. */
  static byte[] oldOfPassword(String password) {
    byte[] capitals = password.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(capitals, OLD_PASSWORD);
    ByteBuffer out = ByteBuffer.allocate(HASH);
    for (int at = 0; at < key.length; at += KEY) {
      out.put(des(key, at, OLD_PLAIN_TEXT));
    }
    return out.array();
  }

  /**
   * The answer of version 1.
   *
   * @param hash a password's
   * @param challenge the server's eight bytes
   * @return 24 bytes
   */
  static byte[] answer(byte[] hash, byte[] challenge) {
    byte[] keys = Arrays.copyOf(hash, 3 * KEY);
    ByteBuffer out = ByteBuffer.allocate(3 * Long.BYTES);
    for (int at = 0; at < keys.length; at += KEY) {
      out.put(des(keys, at, challenge));
    }
    return out.array();
  }

  /** The key of version 2: it holds for one user of one domain. */
  static byte[] ofUser(byte[] passwordHash, String user, String domain) {
    String identity = user.toUpperCase(Locale.ROOT) + domain;
    return hmac(passwordHash, identity.getBytes(StandardCharsets.UTF_16LE));
  }

  /** The short answer of version 2: 24 bytes. */
  static byte[] shortAnswer2(byte[] key, byte[] challenge, byte[] nonce) {
    return join(hmac(key, challenge, nonce), nonce);
  }

  /**
   * The answer of version 2.
   *
   * @param key of {@link #ofUser}
   * @param challenge the server's eight bytes
   * @param nonce ours
   * @param targetInfo the server's description of itself, to be repeated
   * @param epochMillis the time
   * @return 48 bytes and the description
   */
  static byte[] answer2(
      byte[] key, byte[] challenge, byte[] nonce, byte[] targetInfo, long epochMillis) {
    ByteBuffer blob = ByteBuffer.allocate(32 + targetInfo.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.putInt(BLOB_VERSION).putInt(0);
    blob.putLong((epochMillis + EPOCH_SECONDS * 1000) * TICKS_PER_MILLI);
    blob.put(nonce).putInt(0).put(targetInfo).putInt(0);
    return join(hmac(key, challenge, blob.array()), blob.array());
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacMD5");
      mac.init(new SecretKeySpec(key, "HmacMD5"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacMD5", e);
    }
  }

  private static byte[] des(byte[] keys, int at, byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(desKey(keys, at), "DES"));
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no DES", e);
    }
  }

  /** Seven bytes spread over eight; the lowest bit of each is for parity, which nobody looks at. */
  private static byte[] desKey(byte[] keys, int at) {
    long bits = 0;
    for (int i = 0; i < KEY; i++) {
      bits = bits << 8 | (keys[at + i] & 0xff);
    }
    byte[] key = new byte[Long.BYTES];
    for (int i = key.length - 1; i >= 0; i--) {
      key[i] = (byte) (bits << 1);
      bits >>>= KEY;
    }
    return key;
  }
}
