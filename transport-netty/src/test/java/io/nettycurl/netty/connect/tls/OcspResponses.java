package io.nettycurl.netty.connect.tls;

import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Immutable. OCSP responses as an authority gives them, for certificates with ECDSA keys.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6960#section-4.2">RFC 6960 section 4.2</a>
 */
public final class OcspResponses {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] BASIC = {0x2b, 6, 1, 5, 5, 7, 0x30, 1, 1};
  private static final byte[] SHA1 = {0x2b, 0x0e, 3, 2, 0x1a};
  private static final byte[] ECDSA_SHA256 = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2};

  private OcspResponses() {}

  /**
   * A response.
   *
   * @param subject what it is about
   * @param issuer who issued that
   * @param signer who signs the response
   * @param revoked whether it says that the certificate is revoked, or else good
   * @param now when it is given
   */
  public static byte[] of(
      X509Certificate subject, X509Bundle issuer, X509Bundle signer, boolean revoked, Instant now)
      throws Exception {
    byte[] time = tlv(0x18, TIME.format(now).getBytes(StandardCharsets.US_ASCII));
    byte[] later = tlv(0x18, TIME.format(now.plusSeconds(600)).getBytes(StandardCharsets.US_ASCII));
    X509Certificate authority = issuer.getCertificate();
    byte[] id =
        sequence(
            sequence(tlv(6, SHA1), tlv(5)),
            tlv(4, sha1(authority.getSubjectX500Principal().getEncoded())),
            tlv(4, sha1(keyBits(authority.getPublicKey().getEncoded()))),
            integer(subject.getSerialNumber()));
    byte[] status = revoked ? tlv(0xa1, time, tlv(0xa0, tlv(10, new byte[] {1}))) : tlv(0x80);
    byte[] single = sequence(id, status, time, tlv(0xa0, later));
    byte[] name = signer.getCertificate().getSubjectX500Principal().getEncoded();
    byte[] data = sequence(tlv(0xa1, name), time, sequence(single));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer.getKeyPair().getPrivate());
    signature.update(data);
    byte[] basic =
        sequence(data, sequence(tlv(6, ECDSA_SHA256)), tlv(3, new byte[] {0}, signature.sign()));
    return sequence(tlv(10, new byte[] {0}), tlv(0xa0, sequence(tlv(6, BASIC), tlv(4, basic))));
  }

  private static byte[] sha1(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-1").digest(bytes);
  }

  /** What stands in the bit string at the end of a key, which is all an ECDSA key's is. */
  private static byte[] keyBits(byte[] key) {
    int length = 65;
    byte[] bits = new byte[length];
    System.arraycopy(key, key.length - length, bits, 0, length);
    return bits;
  }

  private static byte[] integer(BigInteger number) {
    return tlv(2, number.toByteArray());
  }

  private static byte[] sequence(byte[]... parts) {
    return tlv(0x30, parts);
  }

  private static byte[] tlv(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = length < 0x100 ? 1 : 2;
      out.write(0x80 | bytes);
      if (bytes == 2) {
        out.write(length >> 8);
      }
      out.write(length);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
