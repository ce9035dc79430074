package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handle remembers of logins from one transfer to the next, and who is told of them. */
@Timeout(180)
class LoginsTest {
  private static final String DIGEST = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";

  private static String refuse(int status, String field, String challenge) {
    return "HTTP/1.1 "
        + status
        + " Who\r\n"
        + field
        + ": "
        + challenge
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static RecordingServer origin() {
    return new RecordingServer(
        request ->
            request.field("Authorization") == null
                ? refuse(401, "WWW-Authenticate", DIGEST)
                : RecordingServer.ok("in"));
  }

  private static RecordingServer proxy() {
    return new RecordingServer(
        request ->
            request.method().equals("CONNECT")
                ? request.field("Proxy-Authorization") == null
                    ? refuse(407, "Proxy-Authenticate", DIGEST)
                    : "HTTP/1.1 200 go\r\n\r\n"
                : RecordingServer.ok("through"));
  }

  @ParameterizedTest
  @EnumSource
  void aNonceIsGoodForTheNextTransfer(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = origin();
        RecordingServer other = origin()) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_ANY)
              .with(CurlOpt.USERPWD, "me:secret");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(2, server.requests().size());
      assertTrue(server.last().field("Authorization").contains("nc=00000001"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(3, server.requests().size(), "not asked again");
      assertTrue(server.last().field("Authorization").contains("nc=00000002"));
      fetch.with(CurlOpt.USERPWD, "you:secret").expect(CurlCode.OK, driven);
      assertEquals(5, server.requests().size(), "another user");
      fetch.with(CurlOpt.URL, "http://" + other.authority() + "/x").expect(CurlCode.OK, driven);
      assertNull(other.requests().get(0).field("Authorization"), "another origin");
      assertEquals("in", fetch.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void resetForgets(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = origin()) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_ANY)
              .with(CurlOpt.USERPWD, "me:secret");
      fetch.expect(CurlCode.OK, driven);
      fetch.easy().reset();
      fetch
          .with(CurlOpt.URL, "http://" + server.authority() + "/x")
          .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_ANY)
          .with(CurlOpt.USERPWD, "me:secret")
          .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> fetch.take(data))
          .expect(CurlCode.OK, driven);
      assertEquals(4, server.requests().size());
      assertNull(server.requests().get(2).field("Authorization"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherProxyIsToldNothingOfTheFirst(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = proxy();
        RecordingServer second = proxy()) {
      Fetch fetch =
          new Fetch("http://a.test/x")
              .with(CurlOpt.HTTPPROXYTUNNEL, 1)
              .with(CurlOpt.PROXY, "http://" + first.authority())
              .with(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_ANY)
              .with(CurlOpt.PROXYUSERPWD, "me:secret")
              .with(CurlOpt.HTTPHEADER, List.of("X-Origin: only"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("through", fetch.body());
      assertEquals(CurlSymbols.CURLAUTH_DIGEST, fetch.info(CurlInfo.PROXYAUTH_USED));
      assertEquals(CurlSymbols.CURLAUTH_DIGEST, fetch.info(CurlInfo.PROXYAUTH_AVAIL));
      assertNull(first.last().field("Proxy-Authorization"), "the origin");
      assertNull(first.requests().get(0).field("X-Origin"), "the proxy");
      fetch.with(CurlOpt.PROXY, "http://" + second.authority()).expect(CurlCode.OK, driven);
      assertNull(second.requests().get(0).field("Proxy-Authorization"));
      fetch.with(CurlOpt.PROXYUSERPWD, (String) null).with(CurlOpt.FRESH_CONNECT, 1);
      fetch.expect(CurlCode.COULDNT_CONNECT, driven);
      assertEquals(407, fetch.info(CurlInfo.HTTP_CONNECTCODE));
      assertNull(second.last().field("Proxy-Authorization"), "taken back");
    }
  }
}
