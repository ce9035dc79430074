package io.nettycurl.netty.spi.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Challenges, and the answers to them where a proxy is asked for a tunnel. */
class DigestChallengeTest {
  private static final Credentials US = Credentials.of("u", "p", null);

  private static String hash(String algorithm, String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static DigestState challenged(String parameters, Credentials who) {
    DigestState state = new DigestState(() -> "c");
    assertTrue(state.challenge(parameters));
    state.bind("proxy", who);
    return state;
  }

  @Test
  void withoutQopAsBeforeRfc2617() throws Exception {
    String expected = hash("MD5", hash("MD5", "u:r:p") + ":n:" + hash("MD5", "CONNECT:h:443"));
    assertEquals(
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"h:443\", response=\""
            + expected
            + "\"",
        challenged(" realm=\"r\", nonce=n", US).answer("CONNECT", "h:443"));
  }

  @Test
  void sha256SessionWithQop() throws Exception {
    String secret = hash("SHA-256", hash("SHA-256", "u:r:p") + ":n:c");
    String expected =
        hash("SHA-256", secret + ":n:00000001:c:auth:" + hash("SHA-256", "CONNECT:h:443"));
    DigestState state =
        challenged(
            "realm=\"r\",nonce=\"n\",algorithm=SHA-256-sess,qop=\"auth-int, auth\",opaque=\"o\"",
            US);
    assertEquals(
        "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"h:443\", cnonce=\"c\","
            + " nc=00000001, qop=auth, response=\""
            + expected
            + "\", opaque=\"o\", algorithm=SHA-256-sess",
        state.answer("CONNECT", "h:443"));
    assertTrue(state.answer("CONNECT", "h:443").contains("nc=00000002"));
  }

  @Test
  void quotesAreEscapedBothWays() {
    String answer =
        challenged("realm=\"a\\\"b\", nonce=\"n\"", Credentials.of("u\"x", "p", null))
            .answer("CONNECT", "h:1");
    assertTrue(answer.contains("username=\"u\\\"x\", realm=\"a\\\"b\""), answer);
  }

  @Test
  void whatCannotBeAnswered() {
    assertNull(DigestChallenge.parse("realm=\"r\""));
    assertNull(DigestChallenge.parse("realm=\"r\", nonce=\"n\", algorithm=WHAT"));
    assertNotNull(DigestChallenge.parse("realm=\"r\", nonce=\"n\", algorithm=md5"));
  }

  @Test
  void authIsTakenBeforeAuthInt() {
    assertEquals("auth", DigestChallenge.parse("nonce=n, qop=\" auth-int , auth\"").qop());
    assertEquals("auth-int", DigestChallenge.parse("nonce=n, qop=\"auth-int\"").qop());
  }
}
