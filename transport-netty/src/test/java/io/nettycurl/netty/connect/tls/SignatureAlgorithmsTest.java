package io.nettycurl.netty.connect.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nettycurl.CurlCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmsTest {
  @ParameterizedTest
  @CsvSource({
    "RSA+SHA256, rsa_pkcs1_sha256",
    "rsa+sha1, rsa_pkcs1_sha1",
    "ECDSA+SHA384, ecdsa_secp384r1_sha384",
    "RSA-PSS+SHA512, rsa_pss_rsae_sha512",
    "PSS+SHA256, rsa_pss_rsae_sha256",
    "DSA+SHA256, dsa_sha256",
    "Ed25519, ed25519",
    "rsa_pss_pss_sha256, rsa_pss_pss_sha256"
  })
  void namesOfOpenSslAndOfTls(String name, String scheme) throws TlsFailure {
    assertEquals(List.of(scheme), SignatureAlgorithms.read(name));
  }

  @Test
  void inTheirOrder() throws TlsFailure {
    assertEquals(
        List.of("ed25519", "rsa_pkcs1_sha256"), SignatureAlgorithms.read("ed25519:RSA+SHA256"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RSA+MD5", "nonsense", "RSA+SHA256:", "XSA+SHA256"})
  void unknownNames(String text) {
    TlsFailure failure = assertThrows(TlsFailure.class, () -> SignatureAlgorithms.read(text));
    assertEquals(CurlCode.SSL_CIPHER, failure.code());
  }
}
