package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a proxy is asked, which lines are meant for it, and which login it is told. */
@Timeout(180)
class ProxyTest {
  private static final String DIGEST = "Digest realm=\"r\", nonce=\"12345\"";

  /** Speaks for all origins, behind tunnels too. */
  private static RecordingServer proxy() {
    return new RecordingServer(
        request ->
            request.method().equals("CONNECT")
                ? "HTTP/1.1 200 go\r\nServer: proxy\r\n\r\n"
                : RecordingServer.ok("there"));
  }

  private static RecordingServer digestProxy() {
    return new RecordingServer(
        request ->
            request.field("Proxy-Authorization") == null
                ? "HTTP/1.1 407 who\r\nProxy-Authenticate: "
                    + DIGEST
                    + "\r\nContent-Length: 6\r\n\r\nignore"
                : RecordingServer.ok("in"));
  }

  private static Fetch over(RecordingServer proxy, String url) {
    return new Fetch(url).with(CurlOpt.PROXY, "http://" + proxy.authority());
  }

  private static String basic(String login) {
    return "Basic "
        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Name and password that are set by themselves are taken as they are. */
  @ParameterizedTest
  @EnumSource
  void aTunnelHasItsOwnLogin(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy()) {
      Fetch fetch =
          over(proxy, "http://machine.test:8990/x")
              .with(CurlOpt.HTTPPROXYTUNNEL, 1)
              .with(CurlOpt.USERPWD, "test:ing")
              .with(CurlOpt.PROXYUSERNAME, "test%20")
              .with(CurlOpt.PROXYPASSWORD, "ing%41")
              .with(CurlOpt.HEADER, 1);
      fetch.expect(CurlCode.OK, driven);
      Request tunnel = proxy.requests().get(0);
      assertEquals(
          "CONNECT machine.test:8990 HTTP/1.1\r\nHost: machine.test:8990\r\n"
              + "Proxy-Authorization: "
              + basic("test%20:ing%41")
              + "\r\nProxy-Connection: Keep-Alive\r\n\r\n",
          tunnel.head());
      assertEquals(
          "GET /x HTTP/1.1\r\nHost: machine.test:8990\r\nAuthorization: "
              + basic("test:ing")
              + "\r\nAccept: */*\r\n\r\n",
          proxy.last().head());
      assertEquals(
          "HTTP/1.1 200 go\r\nServer: proxy\r\n\r\n"
              + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere",
          fetch.body());
      assertEquals(200, fetch.info(CurlInfo.HTTP_CONNECTCODE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePortOptionStandsForTheUrls(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy()) {
      Fetch fetch =
          over(proxy, "http://www.example.com:999/x")
              .with(CurlOpt.PORT, 19_999)
              .with(CurlOpt.USERPWD, "xxx:yyy");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(
          "GET http://www.example.com:19999/x HTTP/1.1\r\nHost: www.example.com:19999\r\n"
              + "Authorization: "
              + basic("xxx:yyy")
              + "\r\nAccept: */*\r\nProxy-Connection: Keep-Alive\r\n\r\n",
          proxy.last().head());
      assertNull(proxy.last().field("Proxy-Authorization"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whetherAProxyWasUsed(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy();
        RecordingServer direct = proxy()) {
      Fetch fetch =
          over(proxy, "http://usingproxy.test/")
              .with(CurlOpt.NOPROXY, "goingdirect.test")
              .with(CurlOpt.RESOLVE, List.of("goingdirect.test:" + direct.port() + ":127.0.0.1"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(1, fetch.info(CurlInfo.USED_PROXY));
      fetch.with(CurlOpt.URL, "goingdirect.test:" + direct.port()).expect(CurlCode.OK, driven);
      assertEquals(0, fetch.info(CurlInfo.USED_PROXY));
      assertEquals("/", direct.last().path());
      assertEquals(1, proxy.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void linesForTheProxyAreTheOriginsWhereTheyAreUnified(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy()) {
      for (boolean separate : new boolean[] {false, true}) {
        proxy.requests().clear();
        over(proxy, "http://the.old.test/x")
            .with(CurlOpt.HTTPPROXYTUNNEL, 1)
            .with(CurlOpt.FRESH_CONNECT, 1)
            .with(CurlOpt.HTTPHEADER, List.of("User-Agent: Http Agent"))
            .with(CurlOpt.PROXYHEADER, List.of("User-Agent: Proxy Agent", "Expect:"))
            .with(
                CurlOpt.HEADEROPT,
                separate ? CurlSymbols.CURLHEADER_SEPARATE : CurlSymbols.CURLHEADER_UNIFIED)
            .with(CurlOpt.UPLOAD, 1)
            .with(CurlOpt.INFILESIZE, 5)
            .with(
                CurlOpt.READFUNCTION,
                (into, userdata) -> {
                  into.put(new byte[] {'H', 'e', 'l', 'l', 'o'});
                  return 5;
                })
            .expect(CurlCode.OK, driven);
        assertEquals(
            "CONNECT the.old.test:80 HTTP/1.1\r\nHost: the.old.test:80\r\n"
                + "Proxy-Connection: Keep-Alive\r\nUser-Agent: "
                + (separate ? "Proxy" : "Http")
                + " Agent\r\n\r\n",
            proxy.requests().get(0).head());
        assertEquals("PUT", proxy.last().method());
        assertEquals("Http Agent", proxy.last().field("User-Agent"));
        assertEquals("Hello", proxy.last().body());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aForwardingProxyGetsBothKindsOfLines(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy()) {
      over(proxy, "http://the.old.test/x")
          .with(CurlOpt.HTTPHEADER, List.of("User-Agent: Http Agent"))
          .with(CurlOpt.PROXYHEADER, List.of("Proxy-User-Agent: Agent2"))
          .with(CurlOpt.HEADEROPT, CurlSymbols.CURLHEADER_SEPARATE)
          .expect(CurlCode.OK, driven);
      assertEquals(
          "GET http://the.old.test/x HTTP/1.1\r\nHost: the.old.test\r\nAccept: */*\r\n"
              + "Proxy-Connection: Keep-Alive\r\nUser-Agent: Http Agent\r\n"
              + "Proxy-User-Agent: Agent2\r\n\r\n",
          proxy.last().head());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSmuggledInAUrl(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy()) {
      over(proxy, "http://the.old.test/x HTTP/1.1\r\nGET http://other.test/y")
          .expect(CurlCode.URL_MALFORMAT, driven);
      assertEquals(0, proxy.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesOverFtpAreAskedOfTheProxy(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = proxy()) {
      over(proxy, "ftp://www.example.com/moo/f")
          .with(CurlOpt.PROXY_TRANSFER_MODE, 1)
          .with(CurlOpt.TRANSFERTEXT, 1)
          .expect(CurlCode.OK, driven);
      assertEquals("ftp://www.example.com/moo/f;type=a", proxy.last().path());
      assertEquals("www.example.com:21", proxy.last().field("Host"));
      over(proxy, "ftp://www.example.com:23456/f;type=A")
          .with(CurlOpt.PORT, 9)
          .expect(CurlCode.OK, driven);
      assertEquals("ftp://www.example.com:9/f;type=A", proxy.last().path());
      assertEquals("www.example.com:9", proxy.last().field("Host"));
    }
  }

  /** It is asked from scratch, by another name or on another port. */
  @ParameterizedTest
  @EnumSource
  void anotherProxyIsAskedFromScratch(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer one = digestProxy();
        RecordingServer two = digestProxy()) {
      Fetch fetch =
          new Fetch("http://origin.test/x")
              .with(
                  CurlOpt.RESOLVE,
                  List.of(
                      "first.test:" + one.port() + ":127.0.0.1",
                      "second.test:" + one.port() + ":127.0.0.1"))
              .with(CurlOpt.PROXYUSERPWD, "silly:person")
              .with(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_DIGEST)
              .with(CurlOpt.PROXY, "first.test:" + one.port());
      fetch.expect(CurlCode.OK, driven);
      fetch.with(CurlOpt.PROXY, "second.test:" + one.port()).expect(CurlCode.OK, driven);
      fetch
          .with(CurlOpt.PROXY, "127.0.0.1")
          .with(CurlOpt.PROXYPORT, two.port())
          .expect(CurlCode.OK, driven);
      assertEquals("in", fetch.body());
      for (List<Request> requests :
          List.of(one.requests().subList(0, 2), one.requests().subList(2, 4), two.requests())) {
        assertEquals(2, requests.size());
        assertNull(requests.get(0).field("Proxy-Authorization"));
        String answer = requests.get(1).field("Proxy-Authorization");
        assertTrue(answer.startsWith("Digest username=\"silly\", realm=\"r\""), answer);
      }
      assertEquals(4, one.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLoginThatIsTakenBackIsToldNobody(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer one = digestProxy();
        RecordingServer two = digestProxy()) {
      Fetch fetch = over(one, "http://origin.test/").with(CurlOpt.PROXYUSERPWD, "victim:secret");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(basic("victim:secret"), one.last().field("Proxy-Authorization"));
      fetch
          .with(CurlOpt.PROXYUSERPWD, (String) null)
          .with(CurlOpt.PROXY, "http://" + two.authority())
          .expect(CurlCode.OK, driven);
      assertEquals(407, fetch.info(CurlInfo.RESPONSE_CODE));
      assertNull(two.last().field("Proxy-Authorization"));
    }
  }

  /** With Basic among the schemes the body goes out at once, and again where it has to. */
  @ParameterizedTest
  @EnumSource
  void aBodyIsReadAgainForAProxyThatAsks(Drive drive) {
    for (boolean ntlm : new boolean[] {true, false}) {
      NtlmServer asking = NtlmServer.proxy();
      try (Driven driven = drive.open();
          RecordingServer proxy =
              new RecordingServer(
                  request -> {
                    String answer = request.field("Proxy-Authorization");
                    if (answer == null) {
                      return "HTTP/1.1 407 who\r\nProxy-Authenticate: Blackmagic realm=\"x\"\r\n"
                          + "Proxy-Authenticate: "
                          + (ntlm ? "Basic realm=\"x\"\r\nProxy-Authenticate: NTLM" : DIGEST)
                          + "\r\nContent-Length: 3\r\n\r\nno!";
                    }
                    String refusal = ntlm ? asking.refusal(request) : null;
                    return refusal != null ? refusal : RecordingServer.ok("taken");
                  })) {
        int[] reads = new int[1];
        Fetch fetch =
            over(proxy, "http://origin.test/x")
                .with(CurlOpt.POST, 1)
                .with(CurlOpt.POSTFIELDSIZE, 4)
                .with(CurlOpt.PROXYUSERPWD, "me:secret")
                .with(
                    CurlOpt.PROXYAUTH,
                    CurlSymbols.CURLAUTH_BASIC
                        | CurlSymbols.CURLAUTH_DIGEST
                        | CurlSymbols.CURLAUTH_NTLM)
                .with(
                    CurlOpt.READFUNCTION,
                    (into, userdata) -> {
                      if (reads[0]++ > 0) {
                        return 0;
                      }
                      into.put(new byte[] {'b', 'o', 'd', 'y'});
                      return 4;
                    })
                .with(
                    CurlOpt.IOCTLFUNCTION,
                    (easy, command, userdata) -> {
                      reads[0] = command == CurlSymbols.CURLIOCMD_RESTARTREAD ? 0 : reads[0];
                      return CurlSymbols.CURLIOE_OK;
                    });
        fetch.expect(CurlCode.OK, driven);
        assertEquals("taken", fetch.body());
        List<String> bodies = proxy.requests().stream().map(Request::body).toList();
        assertEquals(ntlm ? List.of("body", "", "body") : List.of("body", "body"), bodies);
        assertEquals(
            ntlm ? CurlSymbols.CURLAUTH_NTLM : CurlSymbols.CURLAUTH_DIGEST,
            fetch.info(CurlInfo.PROXYAUTH_USED));
      }
    }
  }

  /** A scheme that the user does not want is left, however much better it is. */
  @ParameterizedTest
  @EnumSource
  void aSchemeThatIsNotWantedIsLeft(Drive drive) {
    NtlmServer asking = NtlmServer.proxy();
    try (Driven driven = drive.open();
        RecordingServer proxy =
            new RecordingServer(
                request -> {
                  if (request.field("Proxy-Authorization") == null) {
                    return "HTTP/1.1 407 who\r\nProxy-Authenticate: Negotiate\r\n"
                        + "Proxy-Authenticate: NTLM\r\nConnection: close\r\n\r\nno!";
                  }
                  String refusal = asking.refusal(request);
                  return refusal != null ? refusal : RecordingServer.ok("in");
                })) {
      Fetch fetch =
          over(proxy, "http://origin.test/x")
              .with(CurlOpt.PROXYUSERNAME, "me")
              .with(CurlOpt.PROXYPASSWORD, "password")
              .with(CurlOpt.PROXYUSERPWD, "me:password")
              .with(
                  CurlOpt.PROXYAUTH,
                  CurlSymbols.CURLAUTH_BASIC
                      | CurlSymbols.CURLAUTH_DIGEST
                      | CurlSymbols.CURLAUTH_NTLM);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("in", fetch.body());
      assertEquals(3, proxy.requests().size());
      assertEquals(CurlSymbols.CURLAUTH_NTLM, fetch.info(CurlInfo.PROXYAUTH_USED));
    }
  }
}
