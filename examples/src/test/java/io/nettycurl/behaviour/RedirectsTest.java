package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redirects lead on, and nothing that proves who the user is leads astray. */
@Timeout(180)
class RedirectsTest {
  private static final SSLContext TLS = Certificates.serverContext();
  private static final String BASIC = "Basic bWU6c2VjcmV0";

  private static Fetch follow(String url) {
    return new Fetch(url)
        .with(CurlOpt.FOLLOWLOCATION, 1)
        .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
  }

  /** "/to?url" leads to the URL. */
  private static String lead(Request request) {
    int at = request.path().indexOf('?');
    return request.path().startsWith("/to")
        ? RecordingServer.redirect(302, request.path().substring(at + 1))
        : RecordingServer.ok("there");
  }

  /** Item 10: to another port, scheme or host nothing goes along, not at a second hop either. */
  @ParameterizedTest
  @EnumSource
  void credentialsStayWithTheirOrigin(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = new RecordingServer(RedirectsTest::lead);
        RecordingServer other = new RecordingServer(RedirectsTest::lead);
        RecordingServer secure = new RecordingServer(TLS, RedirectsTest::lead)) {
      List<String> elsewhere =
          List.of(
              "http://" + other.authority() + "/end",
              "https://" + secure.authority() + "/end",
              "http://localhost:" + first.port() + "/end",
              "http://" + other.authority() + "/to?http://" + other.authority() + "/end");
      for (String target : elsewhere) {
        first.requests().clear();
        other.requests().clear();
        secure.requests().clear();
        Fetch fetch =
            follow("http://" + first.authority() + "/to?" + target)
                .with(CurlOpt.USERPWD, "me:secret")
                .with(CurlOpt.COOKIE, "a=b")
                .with(CurlOpt.HTTPHEADER, List.of("X-Mine: 1"));
        fetch.expect(CurlCode.OK, driven);
        assertEquals("there", fetch.body(), target);
        Request start = first.requests().get(0);
        assertEquals(BASIC, start.field("Authorization"), target);
        assertEquals("a=b", start.field("Cookie"), target);
        List<Request> away = new ArrayList<>(other.requests());
        away.addAll(secure.requests());
        away.addAll(first.requests().subList(1, first.requests().size()));
        assertFalse(away.isEmpty(), target);
        for (Request request : away) {
          assertNull(request.field("Authorization"), target);
          assertNull(request.field("Cookie"), target);
          assertEquals("1", request.field("X-Mine"), target);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void customCredentialsStayToo(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = new RecordingServer(RedirectsTest::lead);
        RecordingServer other = new RecordingServer(RedirectsTest::lead)) {
      List<String> own = List.of("Authorization: Basic eHl6", "Cookie: c=d", "Host: virtual.test");
      Fetch fetch =
          follow("http://" + first.authority() + "/to?http://" + other.authority() + "/end")
              .with(CurlOpt.HTTPHEADER, own);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("virtual.test", first.last().field("Host"));
      assertEquals("c=d", first.last().field("Cookie"));
      assertNull(other.last().field("Authorization"));
      assertNull(other.last().field("Cookie"));
      assertEquals(other.authority(), other.last().field("Host"));
      fetch.with(CurlOpt.UNRESTRICTED_AUTH, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("Basic eHl6", other.last().field("Authorization"));
      assertEquals("c=d", other.last().field("Cookie"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void bearerTokensStayToo(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = new RecordingServer(RedirectsTest::lead);
        RecordingServer other = new RecordingServer(RedirectsTest::lead)) {
      Fetch fetch =
          follow("http://" + first.authority() + "/to?http://" + other.authority() + "/end")
              .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_BEARER)
              .with(CurlOpt.XOAUTH2_BEARER, "token");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("Bearer token", first.last().field("Authorization"));
      assertNull(other.last().field("Authorization"));
    }
  }

  /** At the origin itself they hold, also after a way round; what the URL says holds anywhere. */
  @ParameterizedTest
  @EnumSource
  void credentialsHoldWhereTheyBelong(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = new RecordingServer(RedirectsTest::lead);
        RecordingServer other = new RecordingServer(RedirectsTest::lead)) {
      Fetch same =
          follow("http://" + first.authority() + "/to?/end").with(CurlOpt.USERPWD, "me:secret");
      same.expect(CurlCode.OK, driven);
      assertEquals(BASIC, first.last().field("Authorization"));
      String back = "http://" + other.authority() + "/to?http://" + first.authority() + "/end";
      Fetch round =
          follow("http://" + first.authority() + "/to?" + back).with(CurlOpt.USERPWD, "me:secret");
      round.expect(CurlCode.OK, driven);
      assertNull(other.last().field("Authorization"));
      assertEquals(BASIC, first.last().field("Authorization"));
      Fetch given =
          follow("http://" + first.authority() + "/to?http://you:too@" + other.authority() + "/end")
              .with(CurlOpt.USERPWD, "me:secret");
      given.expect(CurlCode.OK, driven);
      assertEquals("Basic eW91OnRvbw==", other.last().field("Authorization"));
    }
  }

  /** Item 14. */
  @ParameterizedTest
  @EnumSource
  void refererTellsNoSecrets(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(RedirectsTest::lead)) {
      Fetch fetch =
          follow("http://me:secret@" + server.authority() + "/to?/end#part")
              .with(CurlOpt.AUTOREFERER, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("http://" + server.authority() + "/to?/end", server.last().field("Referer"));
      Fetch plain = follow("http://" + server.authority() + "/x").with(CurlOpt.REFERER, "r");
      plain.expect(CurlCode.OK, driven);
      assertEquals("r", server.last().field("Referer"));
      plain.with(CurlOpt.REFERER, (String) null);
      plain.expect(CurlCode.OK, driven);
      assertNull(server.last().field("Referer"));
    }
  }

  /** Item 14: a Host of one's own belongs to the first request. */
  @ParameterizedTest
  @EnumSource
  void hostOfOnesOwnDoesNotStick(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(RedirectsTest::lead)) {
      Fetch fetch =
          follow("http://" + server.authority() + "/x")
              .with(CurlOpt.HTTPHEADER, List.of("Host: one.test"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("one.test", server.last().field("Host"));
      fetch.with(CurlOpt.HTTPHEADER, (List<String>) null);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(server.authority(), server.last().field("Host"));
    }
  }

  /** Item 15. */
  @ParameterizedTest
  @EnumSource
  void onlyToSchemesThatAreAllowed(Drive drive) {
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer ftp = new ScriptedServer(script);
        RecordingServer server = new RecordingServer(RedirectsTest::lead)) {
      String base = "http://" + server.authority() + "/to?";
      Fetch file = follow(base + "file:///etc/hostname");
      file.expect(CurlCode.UNSUPPORTED_PROTOCOL, driven);
      assertEquals(302, file.info(CurlInfo.RESPONSE_CODE));
      assertEquals("", file.body());
      String target = "ftp://" + ftp.authority() + "/f";
      Fetch toFtp = follow(base + target);
      toFtp.expect(CurlCode.OK, driven);
      assertEquals("hello", toFtp.body());
      follow(base + target)
          .with(CurlOpt.REDIR_PROTOCOLS_STR, "http,https")
          .expect(CurlCode.UNSUPPORTED_PROTOCOL, driven);
      follow(base + target)
          .with(CurlOpt.PROTOCOLS_STR, "http")
          .expect(CurlCode.UNSUPPORTED_PROTOCOL, driven);
    }
  }

  /** Item 10, across schemes: the FTP server gets no login that was the web server's. */
  @ParameterizedTest
  @EnumSource
  void loginDoesNotGoToFtp(Drive drive) {
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer ftp = new ScriptedServer(script);
        RecordingServer server = new RecordingServer(RedirectsTest::lead)) {
      follow("http://" + server.authority() + "/to?ftp://" + ftp.authority() + "/f")
          .with(CurlOpt.USERPWD, "me:secret")
          .expect(CurlCode.OK, driven);
      assertEquals("USER anonymous", script.commands().get(0));
      assertFalse(script.commands().contains("PASS secret"));
    }
  }

  /** Item 17, and what becomes of a method by the way. */
  @ParameterizedTest
  @EnumSource
  void methodsChangeAsInLibcurl(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.path().startsWith("/to")
                        ? RecordingServer.redirect(
                            Integer.parseInt(request.path().substring(3)), "/end")
                        : RecordingServer.ok(""))) {
      String base = "http://" + server.authority() + "/to";
      for (int status : new int[] {301, 302, 303}) {
        follow(base + status).with(CurlOpt.COPYPOSTFIELDS, "x=y").expect(CurlCode.OK, driven);
        assertEquals("GET", server.last().method());
        assertEquals("", server.last().body());
        assertNull(server.last().field("Content-Type"));
      }
      for (int status : new int[] {307, 308}) {
        follow(base + status).with(CurlOpt.COPYPOSTFIELDS, "x=y").expect(CurlCode.OK, driven);
        assertEquals("POST", server.last().method());
        assertEquals("x=y", server.last().body());
      }
      follow(base + 302)
          .with(CurlOpt.COPYPOSTFIELDS, "x=y")
          .with(CurlOpt.POSTREDIR, CurlSymbols.CURL_REDIR_POST_ALL)
          .expect(CurlCode.OK, driven);
      assertEquals("POST", server.last().method());
      Fetch patch = follow(base + 302).with(CurlOpt.CUSTOMREQUEST, "PATCH");
      patch.expect(CurlCode.OK, driven);
      assertEquals("PATCH", server.last().method());
      assertEquals("PATCH", patch.info(CurlInfo.EFFECTIVE_METHOD));
    }
  }

  @ParameterizedTest
  @EnumSource
  void infosTellTheWay(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(RedirectsTest::lead)) {
      Fetch fetch = follow("http://" + server.authority() + "/to?/to?/end");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(2, fetch.info(CurlInfo.REDIRECT_COUNT));
      assertEquals("http://" + server.authority() + "/end", fetch.info(CurlInfo.EFFECTIVE_URL));
      assertEquals(200, fetch.info(CurlInfo.RESPONSE_CODE));
      assertNotEquals(0, fetch.info(CurlInfo.REDIRECT_TIME_T));
      assertNull(fetch.info(CurlInfo.REDIRECT_URL));
      assertEquals(1, fetch.info(CurlInfo.NUM_CONNECTS));
      Fetch unfollowed = new Fetch("http://" + server.authority() + "/to?/end");
      unfollowed.expect(CurlCode.OK, driven);
      assertEquals("http://" + server.authority() + "/end", unfollowed.info(CurlInfo.REDIRECT_URL));
    }
  }
}
