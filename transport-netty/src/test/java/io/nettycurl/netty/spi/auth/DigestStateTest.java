package io.nettycurl.netty.spi.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digest by the examples of its RFCs, and the challenges that cannot be answered. */
class DigestStateTest {
  private static final String RFC_NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  private static final String RFC_CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  private static DigestState answering(String clientNonce, Credentials who) {
    DigestState state = new DigestState(() -> clientNonce);
    state.bind("party", who);
    return state;
  }

  private static String response(String answer) {
    int start = answer.indexOf("response=\"") + "response=\"".length();
    return answer.substring(start, answer.indexOf('"', start));
  }

  @Test
  void exampleOfRfc2617() {
    DigestState state = answering("0a4f113b", Credentials.of("Mufasa", "Circle Of Life", null));
    assertTrue(
        state.challenge(
            "realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));
    state.bind("party", Credentials.of("Mufasa", "Circle Of Life", null));
    assertEquals(
        "Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
            + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\","
            + " cnonce=\"0a4f113b\", nc=00000001, qop=auth,"
            + " response=\"6629fae49393a05397450978507c4ef1\","
            + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
        state.answer("GET", "/dir/index.html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MD5 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
      })
  void examplesOfRfc7616(String example) {
    String[] parts = example.split(" ");
    Credentials who = Credentials.of("Mufasa", "Circle of Life", null);
    DigestState state = answering(RFC_CNONCE, who);
    assertTrue(
        state.challenge(
            "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm="
                + parts[0]
                + ", nonce=\""
                + RFC_NONCE
                + "\""));
    state.bind("party", who);
    assertEquals(parts[1], response(state.answer("GET", "/dir/index.html")));
  }

  @Test
  void sha512WithHashedUser() {
    Credentials who = Credentials.of("J\u00e4s\u00f8n Doe", "Secret, or not?", null);
    DigestState state = answering("NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm", who);
    assertTrue(
        state.challenge(
            "realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256,"
                + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                + " charset=UTF-8, userhash=true"));
    state.bind("party", who);
    String answer = state.answer("GET", "/doe.json");
    assertTrue(
        answer.contains(
            "username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\""),
        answer);
    assertEquals(
        "7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c", response(answer));
    assertTrue(answer.endsWith(", algorithm=SHA-512-256, userhash=true"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA-512-256 false 0ba2f7ec8045446588eea82bb0c3812aedb05f4eac8883ea65040a52e9c5629e /2068",
        "SHA-256 true 9a29f1dab407e62daa7121185f9f12db6177415e03f35d9a881550095a83378d /2069"
      })
  void answersAsLibcurls(String example) {
    String[] parts = example.split(" ");
    Credentials who = Credentials.of("auser", "apasswd", null);
    DigestState state = answering("c", who);
    state.challenge(
        "realm=\"testrealm\", nonce=\"1053604144\", algorithm=\""
            + parts[0]
            + "\", userhash="
            + parts[1]);
    state.bind("party", who);
    assertEquals(parts[2], response(state.answer("POST", parts[3])));
  }

  @Test
  void eachAnswerCountsTheNonce() {
    DigestState state = answering("c", Credentials.of("a", "b", null));
    state.challenge("nonce=\"n\", qop=auth");
    state.bind("party", Credentials.of("a", "b", null));
    assertTrue(state.answer("GET", "/").contains("nc=00000001"));
    assertTrue(state.answer("GET", "/").contains("nc=00000002"));
  }

  @Test
  void quotesAreEscaped() {
    Credentials who = Credentials.of("a\"b\\c\n", "p", null);
    DigestState state = answering("c", who);
    state.challenge("realm=\"a \\\"quoted\\\" realm\", nonce=n");
    state.bind("party", who);
    assertTrue(
        state
            .answer("GET", "/")
            .startsWith("Digest username=\"a\\\"b\\\\c%0A\", realm=\"a \\\"quoted\\\" realm\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "realm=\"r\"",
        "realm=\"r\", nonce=\"n\", algorithm=NEW",
        "nonce=\"n\", algorithm=MD5-sess",
        "nonce=\"n\", algorithm=SHA-256-SESS, qop=\"auth-conf\""
      })
  void challengesThatCannotBeAnswered(String parameters) {
    assertFalse(new DigestState(() -> "c").challenge(parameters));
  }

  @Test
  void aChallengeAfterAnAnswerIsARefusal() {
    DigestState state = new DigestState(() -> "c");
    assertTrue(state.challenge("nonce=\"n\""));
    assertFalse(state.challenge("nonce=\"m\""));
  }

  @Test
  void otherCredentialsForgetTheChallenge() {
    DigestState state = answering("c", Credentials.of("a", "b", null));
    state.challenge("nonce=\"n\"");
    state.bind("party", Credentials.of("a", "b", null));
    state.bind("party", Credentials.of("a", "other", null));
    assertFalse(state.challenged());
  }

  @Test
  void anotherPartyForgetsTheChallenge() {
    DigestState state = answering("c", null);
    state.challenge("nonce=\"n\"");
    state.bind("party", null);
    state.bind("other", null);
    assertFalse(state.challenged());
  }
}
