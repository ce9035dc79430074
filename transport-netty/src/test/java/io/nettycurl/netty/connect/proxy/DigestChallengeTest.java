package io.nettycurl.netty.connect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestChallengeTest {
  private static String hash(String algorithm, String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void withoutQopAsBeforeRfc2617() throws Exception {
    String expected = hash("MD5", hash("MD5", "u:r:p") + ":n:" + hash("MD5", "CONNECT:h:443"));
    assertEquals(
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"h:443\", response=\""
            + expected
            + "\"",
        DigestChallenge.parse(" realm=\"r\", nonce=n").answer("u", "p", "h:443", "c"));
  }

  @Test
  void sha256SessionWithQop() throws Exception {
    String secret = hash("SHA-256", hash("SHA-256", "u:r:p") + ":n:c");
    String expected =
        hash("SHA-256", secret + ":n:00000001:c:auth:" + hash("SHA-256", "CONNECT:h:443"));
    DigestChallenge challenge =
        DigestChallenge.parse(
            "realm=\"r\",nonce=\"n\",algorithm=SHA-256-sess,qop=\"auth-int, auth\",opaque=\"o\"");
    assertEquals(
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"h:443\", cnonce=\"c\","
            + " nc=00000001, qop=auth, response=\""
            + expected
            + "\", opaque=\"o\", algorithm=SHA-256-sess",
        challenge.answer("u", "p", "h:443", "c"));
    assertTrue(challenge.answer("u", "p", "h:443", "c").contains("nc=00000002"));
  }

  @Test
  void quotesAreEscapedBothWays() {
    String answer =
        DigestChallenge.parse("realm=\"a\\\"b\", nonce=\"n\"").answer("u\"x", "p", "h:1", "c");
    assertTrue(answer.contains("username=\"u\\\"x\", realm=\"a\\\"b\""), answer);
  }

  @Test
  void whatCannotBeAnswered() {
    assertNull(DigestChallenge.parse("realm=\"r\""));
    assertNull(DigestChallenge.parse("realm=\"r\", nonce=\"n\", algorithm=WHAT"));
    assertNull(DigestChallenge.parse("realm=\"r\", nonce=\"n\", qop=\"auth-int\""));
    assertNotNull(DigestChallenge.parse("realm=\"r\", nonce=\"n\", algorithm=md5"));
  }
}
