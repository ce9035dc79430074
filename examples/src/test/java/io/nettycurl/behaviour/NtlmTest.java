package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** NTLM proves who one is for all of a connection, so connections must not be mixed up. */
@Timeout(180)
class NtlmTest {
  private static RecordingServer server() {
    NtlmServer ntlm = NtlmServer.origin();
    return new RecordingServer(
        request -> {
          String refusal = ntlm.refusal(request);
          return refusal != null ? refusal : RecordingServer.ok(ntlm.user(request.connection()));
        });
  }

  private static Fetch fetch(RecordingServer server, String user) {
    return new Fetch("http://" + server.authority() + "/x")
        .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_NTLM)
        .with(CurlOpt.USERPWD, user + ":secret");
  }

  @ParameterizedTest
  @EnumSource
  void allRoundsOnOneConnectionAndOnlyOnce(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch first = fetch(server, "me");
      first.expect(CurlCode.OK, driven);
      assertEquals("me", first.body());
      assertEquals(200, first.info(CurlInfo.RESPONSE_CODE));
      assertEquals(CurlSymbols.CURLAUTH_NTLM, first.info(CurlInfo.HTTPAUTH_USED));
      assertEquals(CurlSymbols.CURLAUTH_NTLM, first.info(CurlInfo.HTTPAUTH_AVAIL));
      assertEquals(2, server.requests().size());
      assertEquals(NtlmServer.FIRST, server.requests().get(0).field("Authorization"));
      first.expect(CurlCode.OK, driven);
      fetch(server, "me").expect(CurlCode.OK, driven);
      assertEquals(4, server.requests().size());
      assertNull(server.last().field("Authorization"), "the server knows the connection");
      assertEquals(1, server.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionIsItsUsersAlone(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      fetch(server, "me").expect(CurlCode.OK, driven);
      Fetch other = fetch(server, "you");
      other.expect(CurlCode.OK, driven);
      assertEquals("you", other.body());
      assertEquals(2, server.connections());
      Fetch nobody = new Fetch("http://" + server.authority() + "/x");
      nobody.expect(CurlCode.OK, driven);
      assertEquals(401, nobody.info(CurlInfo.RESPONSE_CODE));
      assertEquals(3, server.connections());
      Fetch basic = fetch(server, "me").with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_BASIC);
      basic.expect(CurlCode.OK, driven);
      assertEquals(401, basic.info(CurlInfo.RESPONSE_CODE));
      assertEquals(3, server.last().connection(), "the one that is nobody's");
      Fetch again = fetch(server, "me");
      again.expect(CurlCode.OK, driven);
      assertEquals(1, server.last().connection());
      assertEquals("me", again.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsNobodysBecomesSomebodys(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      new Fetch("http://" + server.authority() + "/x").expect(CurlCode.OK, driven);
      fetch(server, "me").expect(CurlCode.OK, driven);
      assertEquals(1, server.connections());
      new Fetch("http://" + server.authority() + "/x").expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalAtOnceDoNotMixTheirRounds(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      CurlMulti multi = driven.multi();
      driven.call(() -> multi.setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 2L));
      List<Fetch> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(fetch(server, i % 3 == 0 ? "me" : "you" + i % 3));
      }
      for (Fetch fetch : all) {
        driven.call(() -> multi.addHandle(fetch.easy()));
      }
      for (int i = 0; i < all.size(); i++) {
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      }
      for (int i = 0; i < all.size(); i++) {
        assertEquals(i % 3 == 0 ? "me" : "you" + i % 3, all.get(i).body());
        assertEquals(200, all.get(i).info(CurlInfo.RESPONSE_CODE));
        Fetch over = all.get(i);
        driven.call(() -> multi.removeHandle(over.easy()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBodyWaitsForTheAnswer(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch post = fetch(server, "me").with(CurlOpt.COPYPOSTFIELDS, "the body");
      post.expect(CurlCode.OK, driven);
      List<Request> requests = server.requests();
      assertEquals(2, requests.size());
      assertEquals("0", requests.get(0).field("Content-Length"));
      assertEquals("", requests.get(0).body());
      assertEquals("the body", requests.get(1).body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedAnswerEndsIt(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch wrong = fetch(server, "wrong");
      wrong.expect(CurlCode.OK, driven);
      assertEquals(401, wrong.info(CurlInfo.RESPONSE_CODE));
      assertEquals("who?\n", wrong.body());
      assertEquals(2, server.requests().size());
      wrong.with(CurlOpt.FAILONERROR, 1).expect(CurlCode.HTTP_RETURNED_ERROR, driven);
      fetch(server, "me").expect(CurlCode.OK, driven);
      assertNotEquals(server.requests().get(0).connection(), server.last().connection());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noReuseIsForbiddenInTheMiddleOfIt(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch fetch = fetch(server, "me").with(CurlOpt.FORBID_REUSE, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("me", fetch.body());
      assertEquals(1, server.connections());
      fetch.expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatClosesBeforeTheAnswerIsNotAsked(Drive drive) {
    NtlmServer ntlm = NtlmServer.origin();
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request -> {
                  String refusal = ntlm.refusal(request);
                  return refusal == null
                      ? RecordingServer.ok("?")
                      : refusal.replace("\r\nContent", "\r\nConnection: close\r\nContent");
                })) {
      Fetch fetch = fetch(server, "me");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(401, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(1, server.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherOriginIsToldNothing(Drive drive) {
    NtlmServer ntlm = NtlmServer.origin();
    try (Driven driven = drive.open();
        RecordingServer other = server();
        RecordingServer server =
            new RecordingServer(
                request -> {
                  String refusal = ntlm.refusal(request);
                  String there = "http://" + other.authority() + "/y";
                  return refusal != null ? refusal : RecordingServer.redirect(302, there);
                })) {
      Fetch fetch = fetch(server, "me").with(CurlOpt.FOLLOWLOCATION, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(401, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(1, other.requests().size());
      assertNull(other.last().field("Authorization"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aForwardingProxyKnowsItsUserToo(Drive drive) {
    NtlmServer asking = NtlmServer.proxy();
    try (Driven driven = drive.open();
        RecordingServer proxy =
            new RecordingServer(
                request -> {
                  String refusal = asking.refusal(request);
                  return refusal != null ? refusal : RecordingServer.ok(request.path());
                })) {
      for (String host : List.of("a.test", "b.test", "a.test")) {
        Fetch fetch =
            new Fetch("http://" + host + "/x")
                .with(CurlOpt.PROXY, "http://" + proxy.authority())
                .with(CurlOpt.PROXYUSERPWD, "me:secret")
                .with(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_NTLM);
        fetch.expect(CurlCode.OK, driven);
        assertEquals("http://" + host + "/x", fetch.body());
        assertNull(proxy.last().field("Authorization"));
      }
      assertEquals(1, proxy.connections());
      assertEquals(4, proxy.requests().size());
      Fetch basic =
          new Fetch("http://a.test/x")
              .with(CurlOpt.PROXY, "http://" + proxy.authority())
              .with(CurlOpt.PROXYUSERPWD, "me:secret");
      basic.expect(CurlCode.OK, driven);
      assertEquals(407, basic.info(CurlInfo.RESPONSE_CODE));
      assertEquals(2, proxy.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTunnelThroughAProxyThatClosesFirst(Drive drive) {
    NtlmServer asking = NtlmServer.proxy();
    try (Driven driven = drive.open();
        RecordingServer proxy =
            new RecordingServer(
                request -> {
                  if (!request.method().equals("CONNECT")) {
                    return RecordingServer.ok("through");
                  }
                  String refusal = asking.refusal(request);
                  boolean first = request.field("Proxy-Authorization") == null;
                  return refusal == null
                      ? "HTTP/1.1 200 go\r\n\r\n"
                      : first
                          ? refusal.replace("\r\nContent", "\r\nConnection: close\r\nContent")
                          : refusal;
                })) {
      Fetch fetch =
          new Fetch("http://a.test/x")
              .with(CurlOpt.PROXY, "http://" + proxy.authority())
              .with(CurlOpt.HTTPPROXYTUNNEL, 1)
              .with(CurlOpt.PROXYUSERPWD, "me:secret")
              .with(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_ANY);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("through", fetch.body());
      assertEquals(CurlSymbols.CURLAUTH_NTLM, fetch.info(CurlInfo.PROXYAUTH_USED));
      List<Request> requests = proxy.requests();
      assertEquals(4, requests.size());
      assertNull(requests.get(0).field("Proxy-Authorization"));
      assertEquals(NtlmServer.FIRST, requests.get(1).field("Proxy-Authorization"));
      assertTrue(requests.get(2).field("Proxy-Authorization").startsWith("NTLM "));
      assertEquals(requests.get(1).connection(), requests.get(2).connection());
      assertNull(requests.get(3).field("Proxy-Authorization"), "the origin is not the proxy");
    }
  }
}
