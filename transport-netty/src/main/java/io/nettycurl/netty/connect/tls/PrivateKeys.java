package io.nettycurl.netty.connect.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Immutable. Reads private keys in the forms that OpenSSL writes. */
final class PrivateKeys {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "DSA");
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_ID = 0x06;
  private static final int NULL = 0x05;
  private static final int CURVE = 0xa0;
  private static final byte[] RSA = HexFormat.of().parseHex("2a864886f70d010101");
  private static final byte[] EC = HexFormat.of().parseHex("2a8648ce3d0201");
  private static final byte[] ZERO = {0};

  private PrivateKeys() {}

  /**
   * The first key of a PEM file.
   *
   * @param file the text
   * @param password opens it; null if it is open
   */
  static PrivateKey fromPem(byte[] file, String password)
      throws GeneralSecurityException, IOException {
    for (Pem.Block block : Pem.blocks(file)) {
      switch (block.label()) {
        case "PRIVATE KEY":
          return fromPkcs8(block.content());
        case "ENCRYPTED PRIVATE KEY":
          return fromPkcs8(decrypt(block.content(), password));
        case "RSA PRIVATE KEY":
          return fromPkcs8(wrapRsa(plain(block, password)));
        case "EC PRIVATE KEY":
          return fromPkcs8(wrapEc(plain(block, password)));
        default:
          break;
      }
    }
    throw new InvalidKeyException("no private key found");
  }

  /**
   * A key without armour.
   *
   * @param key in DER
   * @param password opens it; null if it is open
   */
  static PrivateKey fromDer(byte[] key, String password)
      throws GeneralSecurityException, IOException {
    Der inside = new Der(key).enter(SEQUENCE);
    if (inside.tag() == SEQUENCE) {
      return fromPkcs8(decrypt(key, password));
    }
    inside.bytes(INTEGER);
    return switch (inside.tag()) {
      case SEQUENCE -> fromPkcs8(key);
      case INTEGER -> fromPkcs8(wrapRsa(key));
      default -> fromPkcs8(wrapEc(key));
    };
  }

  private static PrivateKey fromPkcs8(byte[] der) throws GeneralSecurityException {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // a key of another kind
      }
    }
    throw new InvalidKeyException("private key of an unknown kind");
  }

  private static byte[] decrypt(byte[] der, String password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
    String algorithm = info.getAlgName();
    if (algorithm.equals("PBES2") || algorithm.equals("1.2.840.113549.1.5.13")) {
      // that name says only that the parameters tell which scheme it is
      algorithm = info.getAlgParameters().toString();
    }
    PBEKeySpec spec = new PBEKeySpec(required(password).toCharArray());
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
        info.getAlgParameters());
    return info.getKeySpec(cipher).getEncoded();
  }

  private static String required(String password) throws InvalidKeyException {
    if (password == null) {
      throw new InvalidKeyException("private key needs a password");
    }
    return password;
  }

  /** A key as it was written before PKCS#8, possibly encrypted in OpenSSL's first way. */
  private static byte[] plain(Pem.Block block, String password) throws GeneralSecurityException {
    String info = block.headers().get("DEK-Info");
    if (info == null) {
      return block.content();
    }
    int comma = info.indexOf(',');
    String name = info.substring(0, comma).trim().toUpperCase(Locale.ROOT);
    byte[] iv = HexFormat.of().parseHex(info.substring(comma + 1).trim());
    boolean aes = name.startsWith("AES-");
    int keyBytes = aes ? Integer.parseInt(name.substring(4, 7)) / 8 : 24;
    if (!aes && !name.equals("DES-EDE3-CBC")) {
      throw new InvalidKeyException("private key encrypted with " + name);
    }
    byte[] secret = derive(required(password), Arrays.copyOf(iv, 8), keyBytes);
    Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/PKCS5Padding" : "DESede/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(secret, aes ? "AES" : "DESede"),
        new IvParameterSpec(iv));
    return cipher.doFinal(block.content());
  }

  /** EVP_BytesToKey with MD5 and one round, which that format prescribes. */
  private static byte[] derive(String password, byte[] salt, int length)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    byte[] key = new byte[length];
    byte[] last = {};
    for (int at = 0; at < length; at += last.length) {
      md5.update(last);
      md5.update(password.getBytes(StandardCharsets.UTF_8));
      last = md5.digest(salt);
      System.arraycopy(last, 0, key, at, Math.min(last.length, length - at));
    }
    return key;
  }

  private static byte[] wrapRsa(byte[] pkcs1) {
    return Der.element(
        SEQUENCE,
        Der.element(INTEGER, ZERO),
        Der.element(SEQUENCE, Der.element(OBJECT_ID, RSA), Der.element(NULL)),
        Der.element(OCTET_STRING, pkcs1));
  }

  /** RFC 5915: the curve stands within the key, PKCS#8 wants it outside. */
  private static byte[] wrapEc(byte[] sec1) throws InvalidKeyException {
    Der key = new Der(sec1).enter(SEQUENCE);
    key.bytes(INTEGER);
    key.bytes(OCTET_STRING);
    if (!key.hasMore() || key.tag() != CURVE) {
      throw new InvalidKeyException("EC key does not name its curve");
    }
    byte[] curve = key.bytes(CURVE);
    return Der.element(
        SEQUENCE,
        Der.element(INTEGER, ZERO),
        Der.element(SEQUENCE, Der.element(OBJECT_ID, EC), curve),
        Der.element(OCTET_STRING, sec1));
  }
}
