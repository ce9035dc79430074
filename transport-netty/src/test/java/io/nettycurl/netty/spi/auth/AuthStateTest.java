package io.nettycurl.netty.spi.auth;

import static io.nettycurl.CurlSymbols.CURLAUTH_ANY;
import static io.nettycurl.CurlSymbols.CURLAUTH_BASIC;
import static io.nettycurl.CurlSymbols.CURLAUTH_BEARER;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST;
import static io.nettycurl.CurlSymbols.CURLAUTH_DIGEST_IE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NEGOTIATE;
import static io.nettycurl.CurlSymbols.CURLAUTH_NTLM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which scheme is used when, and how far each may go. */
class AuthStateTest {
  private static final Credentials ME = Credentials.of("me", "secret", "token");
  private static final Party PARTY = new Party("origin", "host.test", "HTTP", 0);
  private static final String DIGEST = "Digest realm=\"r\", nonce=\"n\"";

  private final FakeEnvironment environment = new FakeEnvironment();
  private final AuthState state = new AuthState(environment);
  private ConnectionLogin login = new ConnectionLogin();

  /** A request, with the work before it. */
  private String request() {
    Runnable work = state.work(PARTY, false, login);
    if (work != null) {
      work.run();
    }
    assertEquals(CurlCode.OK, state.request(ME, PARTY, new AuthRequest("GET", "/", false), login));
    return state.value();
  }

  private boolean refused(String... challenges) {
    for (String challenge : challenges) {
      state.challenge(challenge, login);
    }
    state.responded(true, false, login);
    return !state.problem() && state.pick(ME);
  }

  private static String token(String text) {
    return "Negotiate "
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theBestOfWhatIsOfferedIsPicked() {
    String[] challenges = {"Basic realm=\"r\"", "NTLM", DIGEST, "Bearer", "Negotiate"};
    long[] picks = {
      CURLAUTH_BASIC, CURLAUTH_NTLM, CURLAUTH_DIGEST, CURLAUTH_BEARER, CURLAUTH_NEGOTIATE
    };
    for (int i = 0; i < challenges.length; i++) {
      AuthState each = new AuthState(environment);
      each.begin(CURLAUTH_ANY);
      each.request(ME, PARTY, new AuthRequest("GET", "/", false), login);
      assertNull(each.value(), "nobody has asked yet");
      each.challenge(String.join(", ", List.of(challenges).subList(0, i + 1)), login);
      assertTrue(each.pick(ME));
      assertTrue(each.picked(picks[i]), challenges[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, Basic bWU6c2VjcmV0", "false,"})
  void oneSchemeAloneIsUsedAtOnce(boolean single, String value) {
    state.begin(single ? CURLAUTH_BASIC : CURLAUTH_BASIC | CURLAUTH_DIGEST);
    assertEquals(value, request());
  }

  @Test
  void digestForOldServersIsDigest() {
    assertEquals(CURLAUTH_DIGEST, AuthState.usable(CURLAUTH_DIGEST_IE));
  }

  @Test
  void whatWasPickedIsRememberedByTheHandleAndNoLongerThanItIsWanted() {
    state.begin(CURLAUTH_ANY);
    request();
    assertTrue(refused(DIGEST));
    assertTrue(request().startsWith("Digest "));
    state.begin(CURLAUTH_ANY);
    assertTrue(request().startsWith("Digest "), "no need to be asked again");
    state.begin(CURLAUTH_BASIC);
    assertTrue(request().startsWith("Basic "));
  }

  @Test
  void anotherPartyIsAskedFromScratch() {
    state.begin(CURLAUTH_ANY);
    state.talksTo(PARTY);
    request();
    assertTrue(refused(DIGEST));
    assertTrue(request().startsWith("Digest "));
    state.talksTo(PARTY);
    assertTrue(request().startsWith("Digest "));
    state.talksTo(new Party("another", "other.test", "HTTP", 0));
    assertNull(request());
  }

  @Test
  void ntlmStartsAgainOnAFreshConnection() {
    state.begin(CURLAUTH_NTLM);
    String first = request();
    assertTrue(state.challengeExpected());
    login.ntlm.challenge("TlRMTVNTUAACAAAAAAAAAAAAAACGggEAc51AYVDgyNc=");
    assertTrue(login.challenged());
    assertTrue(login.underWay());
    assertTrue(request().length() > first.length());
    assertFalse(state.challengeExpected());
    assertNull(request());
    login = new ConnectionLogin();
    state.freshConnection();
    assertEquals(first, request());
  }

  // Tickets

  @Test
  void aTicketGoesWithTheFirstRequest() {
    environment.tokens.add("ticket!");
    state.begin(CURLAUTH_NEGOTIATE);
    assertEquals(token("ticket!"), request());
    assertEquals(List.of(PARTY), environment.parties);
    assertEquals(List.of(""), environment.heard);
    assertTrue(login.begun());
    assertFalse(state.challengeExpected(), "a body may go with it");
    assertEquals(CURLAUTH_NEGOTIATE, state.used());
  }

  @Test
  void severalRoundsProveItForTheConnection() {
    environment.tokens.addAll(List.of("one", "two!"));
    state.begin(CURLAUTH_NEGOTIATE);
    request();
    assertTrue(refused(token("go on")));
    assertTrue(login.challenged());
    assertEquals(token("two!"), request());
    assertEquals(List.of("", "go on"), environment.heard);
    state.responded(false, false, login);
    assertNull(request(), "the connection is known");
    assertEquals(1, environment.parties.size());
  }

  @Test
  void whoTookOneTokenIsGivenOneEachTimeUnlessHeSaysOtherwise() {
    environment.tokens.addAll(List.of("one!", "two!"));
    state.begin(CURLAUTH_NEGOTIATE);
    request();
    state.responded(false, false, login);
    assertEquals(token("two!"), request());
    state.persistence("true", login);
    state.responded(false, false, login);
    assertNull(request());
    environment.tokens.add("three!");
    state.persistence("False", login);
    assertEquals(token("three!"), request());
  }

  @Test
  void aRefusedTicketIsTheEnd() {
    environment.tokens.add("ticket");
    state.begin(CURLAUTH_NEGOTIATE);
    request();
    assertFalse(refused("Negotiate"));
    assertTrue(state.problem());
    assertEquals(1, environment.closed);
  }

  @Test
  void aCompleteHandshakeThatIsChallengedWasRefused() {
    environment.tokens.add("ticket!");
    state.begin(CURLAUTH_NEGOTIATE);
    request();
    assertFalse(refused(token("more")));
  }

  @Test
  void withoutATicketTheRequestGoesOutAsItIs() {
    state.begin(CURLAUTH_NEGOTIATE);
    assertNull(request());
    assertTrue(state.done());
    assertFalse(refused("Negotiate"), "and there is nothing else to try");
  }

  @Test
  void withoutATicketAnotherSchemeMayDo() {
    state.begin(CURLAUTH_ANY);
    request();
    assertTrue(refused("Negotiate", "Basic realm=\"r\""));
    assertNull(request());
    assertTrue(refused("Negotiate", "Basic realm=\"r\""));
    assertEquals("Basic bWU6c2VjcmV0", request());
  }

  @Test
  void anAnswerThatWouldNeedTheClosingConnectionIsNotGiven() {
    environment.tokens.addAll(List.of("one", "two!"));
    state.begin(CURLAUTH_NEGOTIATE);
    request();
    state.challenge(token("go on"), login);
    state.responded(true, true, login);
    assertTrue(state.problem());
  }

  @Test
  void aFieldOfTheUsersOwnStandsAlone() {
    environment.tokens.add("ticket!");
    state.begin(CURLAUTH_NEGOTIATE);
    assertNull(state.work(PARTY, true, login));
    state.request(ME, PARTY, new AuthRequest("GET", "/", true), login);
    assertNull(state.value());
    assertEquals(List.of(), environment.parties);
  }
}
