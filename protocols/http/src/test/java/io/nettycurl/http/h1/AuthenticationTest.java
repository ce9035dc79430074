package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Challenges and what is answered to them. */
class AuthenticationTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String DIGEST = "Digest realm=\"r\", nonce=\"n1\", qop=\"auth\"";

  private final HttpBench bench = new HttpBench();

  @AfterEach
  void close() {
    bench.release();
    bench.close();
  }

  private void challenge(String... challenges) {
    StringBuilder head = new StringBuilder("HTTP/1.1 401 No\r\n");
    for (String challenge : challenges) {
      head.append("WWW-Authenticate: ").append(challenge).append("\r\n");
    }
    bench.receive(head + "Content-Length: 2\r\n\r\nno");
  }

  private void any() {
    bench.transfer.credentials("a", "b").set(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_ANY);
  }

  @Test
  void basicGoesAtOnceAndFailsForGood() {
    bench.transfer.credentials("a", "b");
    assertTrue(bench.start().contains("\r\nAuthorization: Basic YTpi\r\n"));
    challenge("Basic realm=\"r\"");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("no", bench.transfer.bodyText());
    assertNull(bench.next());
    assertEquals(
        CurlSymbols.CURLAUTH_BASIC, bench.transfer.infos().number(CurlInfo.HTTPAUTH_AVAIL));
    assertEquals(CurlSymbols.CURLAUTH_BASIC, bench.transfer.infos().number(CurlInfo.HTTPAUTH_USED));
  }

  @Test
  void severalSchemesAskFirstAndTakeTheBest() {
    any();
    assertFalse(bench.start().contains("Authorization"));
    challenge("Basic realm=\"r\"", DIGEST);
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("", bench.transfer.bodyText());
    assertTrue(bench.next().redirect());
    assertNull(bench.next().url());
    String second = bench.follow();
    assertTrue(second.contains("\r\nAuthorization: Digest username=\"a\", realm=\"r\""), second);
    assertTrue(second.contains("uri=\"/a\""), second);
    assertTrue(second.contains("nc=00000001, qop=auth"), second);
    bench.receive(OK);
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertNull(bench.next());
    assertEquals(
        CurlSymbols.CURLAUTH_BASIC | CurlSymbols.CURLAUTH_DIGEST,
        bench.transfer.infos().number(CurlInfo.HTTPAUTH_AVAIL));
    assertEquals(
        CurlSymbols.CURLAUTH_DIGEST, bench.transfer.infos().number(CurlInfo.HTTPAUTH_USED));
  }

  @Test
  void severalSchemesInOneField() {
    any();
    bench.start();
    challenge("Foo x=\"y\", Basic realm=\"r\"");
    assertTrue(bench.follow().contains("Authorization: Basic YTpi"));
  }

  @Test
  void aWrongPasswordIsNotTriedForEver() {
    any();
    bench.start();
    challenge(DIGEST);
    bench.follow();
    challenge("Digest realm=\"r\", nonce=\"n2\", qop=\"auth\"");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("no", bench.transfer.bodyText());
    assertNull(bench.next());
  }

  @Test
  void aStaleNonceIsReplaced() {
    any();
    bench.start();
    challenge(DIGEST);
    bench.follow();
    challenge("Digest realm=\"r\", nonce=\"n2\", qop=\"auth\", stale=true");
    String third = bench.follow();
    assertTrue(third.contains("nonce=\"n2\""), third);
    assertTrue(third.contains("nc=00000001"), third);
  }

  @Test
  void digestAloneSendsNoBodyInVain() {
    bench
        .transfer
        .requestKind(RequestKind.POST)
        .credentials("a", "b")
        .set(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_DIGEST)
        .set(CurlOpt.POSTFIELDS, "body".getBytes(StandardCharsets.UTF_8));
    String probe = bench.start();
    assertTrue(probe.contains("Content-Length: 0\r\n"), probe);
    assertTrue(probe.endsWith("\r\n\r\n"), probe);
    challenge(DIGEST);
    assertTrue(bench.follow().endsWith("\r\n\r\nbody"));
  }

  @Test
  void aProbeThatIsWelcomeIsFollowedByTheBody() {
    bench
        .transfer
        .requestKind(RequestKind.POST)
        .credentials("a", "b")
        .set(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_DIGEST)
        .set(CurlOpt.POSTFIELDS, "body".getBytes(StandardCharsets.UTF_8));
    bench.start();
    bench.receive(OK);
    String second = bench.follow();
    assertFalse(second.contains("Authorization"), second);
    assertTrue(second.endsWith("\r\n\r\nbody"), second);
    bench.receive(OK);
    assertNull(bench.next());
  }

  @Test
  void withBasicAmongTheSchemesTheBodyIsSentTwice() {
    ScriptedBody body = ScriptedBody.of("body");
    any();
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 4L)
        .callbackBody(body);
    assertTrue(bench.start().endsWith("\r\n\r\nbody"));
    challenge(DIGEST);
    assertTrue(bench.follow().endsWith("\r\n\r\nbody"));
    assertEquals(1, body.seeks());
  }

  @Test
  void bearerIsPreferred() {
    any();
    bench.transfer.set(CurlOpt.XOAUTH2_BEARER, "token");
    bench.start();
    challenge("Basic realm=\"r\", Bearer");
    assertTrue(bench.follow().contains("Authorization: Bearer token\r\n"));
  }

  @Test
  void nothingKnownIsOffered() {
    any();
    bench.start();
    challenge("Magic-Negotiate", "Foo");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("no", bench.transfer.bodyText());
    assertNull(bench.next());
  }

  @Test
  void failOnErrorWaitsUntilAuthenticationIsOver() {
    any();
    bench.transfer.set(CurlOpt.FAILONERROR, 1L);
    bench.start();
    challenge(DIGEST);
    assertEquals(CurlCode.OK, bench.transfer.result());
    bench.follow();
    challenge("Digest realm=\"r\", nonce=\"n2\"");
    assertEquals(CurlCode.HTTP_RETURNED_ERROR, bench.transfer.result());
  }

  @Test
  void aProxyChallengesToo() {
    bench.at("http://host.test/a", true);
    bench.connection.proxyCredentials("p", "q");
    bench.transfer.set(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_DIGEST);
    assertFalse(bench.start().contains("Proxy-Authorization"));
    bench.receive(
        "HTTP/1.1 407 No\r\nProxy-Authenticate: " + DIGEST + "\r\nContent-Length: 0\r\n\r\n");
    assertEquals(CurlCode.OK, bench.transfer.result());
    bench.connection.proxyCredentials("p", "q");
    String second = bench.follow();
    assertTrue(second.contains("\r\nProxy-Authorization: Digest username=\"p\""), second);
    assertTrue(second.contains("uri=\"/a\""), second);
    assertEquals(
        CurlSymbols.CURLAUTH_DIGEST, bench.transfer.infos().number(CurlInfo.PROXYAUTH_USED));
  }

  @Test
  void challengesOfOneOriginAreNotAnsweredAtAnother() {
    any();
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L).set(CurlOpt.UNRESTRICTED_AUTH, 1L);
    bench.start();
    challenge(DIGEST);
    bench.follow();
    bench.receive("HTTP/1.1 302 Go\r\nLocation: http://other.test/\r\nContent-Length: 0\r\n\r\n");
    String third = bench.follow();
    assertFalse(third.contains("n1"), third);
  }

  @Test
  void roundsCountAsRedirects() {
    any();
    bench.transfer.set(CurlOpt.MAXREDIRS, 0L);
    bench.start();
    challenge(DIGEST);
    assertEquals(CurlCode.TOO_MANY_REDIRECTS, bench.transfer.result());
  }
}
