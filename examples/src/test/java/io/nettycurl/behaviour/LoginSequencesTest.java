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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One handle logs in again and again, with wrong passwords and right ones, by changing schemes. */
@Timeout(180)
class LoginSequencesTest {
  private static final Pattern NONCE = Pattern.compile("nonce=\"(\\w+)\"");

  private static String basic(String login) {
    return "Basic "
        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String refuse(String... challenges) {
    StringBuilder head = new StringBuilder("HTTP/1.1 401 no\r\n");
    for (String challenge : challenges) {
      head.append("WWW-Authenticate: ").append(challenge).append("\r\n");
    }
    return head.append("Content-Length: 3\r\n\r\nbad").toString();
  }

  /** In short: what was sent, and which nonce was answered. */
  private static String told(Request request) {
    String value = request.field("Authorization");
    if (value == null) {
      return request.path() + " -";
    }
    String scheme = value.substring(0, value.indexOf(' '));
    if (scheme.equals("Basic")) {
      String login =
          new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.ISO_8859_1);
      return request.path() + " " + login.substring(login.indexOf(':') + 1);
    }
    Matcher nonce = NONCE.matcher(value);
    return request.path() + " " + scheme + (nonce.find() ? nonce.group(1) : "");
  }

  private static List<String> told(RecordingServer server) {
    List<String> all = server.requests().stream().map(LoginSequencesTest::told).toList();
    server.requests().clear();
    return all;
  }

  /** Lets the right password in, whose scheme counts its nonces; "/N" is the step. */
  private static RecordingServer server(String... schemes) {
    AtomicInteger nonces = new AtomicInteger();
    return new RecordingServer(
        request -> {
          String value = request.field("Authorization");
          boolean right =
              value != null
                  && (value.equals(basic("me:right"))
                      || value.startsWith("Digest") && "/2/5".contains(request.path()));
          if (right) {
            return RecordingServer.ok("in");
          }
          List<String> challenges = new ArrayList<>();
          for (String scheme : schemes) {
            challenges.add(
                switch (scheme) {
                  case "Digest" -> "Digest realm=\"r\", nonce=\"" + nonces.incrementAndGet() + "\"";
                  case "Basic" -> "Basic realm=\"r\"";
                  default -> scheme;
                });
          }
          return refuse(challenges.toArray(String[]::new));
        });
  }

  /** Wrong, right with one handle; wrong, wrong, right with another; only the right one gets in. */
  private static List<String> run(Driven driven, RecordingServer server, long first, long then) {
    List<String> seen = new ArrayList<>();
    Fetch one = new Fetch("");
    Fetch two = new Fetch("");
    step(driven, server, one, 1, first, "wrong", seen);
    step(driven, server, one, 2, then, "right", seen);
    step(driven, server, two, 3, first, "wrong", seen);
    step(driven, server, two, 4, then, "wrong", seen);
    step(driven, server, two, 5, then, "right", seen);
    assertEquals(List.of("bad", "in", "bad", "bad", "in"), seen);
    return told(server);
  }

  private static void step(
      Driven driven,
      RecordingServer server,
      Fetch fetch,
      int number,
      long scheme,
      String password,
      List<String> seen) {
    fetch
        .with(CurlOpt.URL, "http://" + server.authority() + "/" + number)
        .with(CurlOpt.HTTPGET, 1)
        .with(CurlOpt.USERPWD, "me:" + password)
        .with(CurlOpt.HTTPAUTH, scheme)
        .expect(CurlCode.OK, driven);
    seen.add(fetch.body());
  }

  @ParameterizedTest
  @EnumSource
  void basicAfterBasic(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server("Basic")) {
      assertEquals(
          List.of("/1 wrong", "/2 right", "/3 wrong", "/4 wrong", "/5 right"),
          run(driven, server, CurlSymbols.CURLAUTH_BASIC, CurlSymbols.CURLAUTH_BASIC));
    }
  }

  /** A challenge that came beside the wrong scheme is answered with the next request. */
  @ParameterizedTest
  @EnumSource
  void digestAfterBasic(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server("Digest", "Basic")) {
      assertEquals(
          List.of("/1 wrong", "/2 Digest1", "/3 wrong", "/4 Digest2", "/5 Digest3"),
          run(driven, server, CurlSymbols.CURLAUTH_BASIC, CurlSymbols.CURLAUTH_DIGEST));
    }
  }

  @ParameterizedTest
  @EnumSource
  void basicAfterDigest(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server("Basic", "Digest")) {
      assertEquals(
          List.of("/1 -", "/1 Digest1", "/2 right", "/3 -", "/3 Digest3", "/4 wrong", "/5 right"),
          run(driven, server, CurlSymbols.CURLAUTH_DIGEST, CurlSymbols.CURLAUTH_BASIC));
    }
  }

  /** A refusal brings the nonce of the next answer. libcurl asks once more before it sees so. */
  @ParameterizedTest
  @EnumSource
  void digestAfterDigest(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server("Digest")) {
      assertEquals(
          List.of(
              "/1 -", "/1 Digest1", "/2 Digest2", "/3 -", "/3 Digest3", "/4 Digest4", "/5 Digest5"),
          run(driven, server, CurlSymbols.CURLAUTH_DIGEST, CurlSymbols.CURLAUTH_DIGEST));
    }
  }

  private static RecordingServer ntlmServer(Function<Request, String> beside) {
    NtlmServer ntlm = NtlmServer.origin();
    return new RecordingServer(
        request -> {
          String value = request.field("Authorization");
          if (value != null && value.startsWith("NTLM")) {
            String refusal = ntlm.refusal(request);
            if (refusal != null && refusal.contains(": NTLM TlRM")) {
              return refusal;
            }
            return refuse("NTLM", beside.apply(request));
          }
          boolean right =
              value != null
                  && (value.equals(basic("me:right"))
                      || value.startsWith("Digest") && "/2/5".contains(request.path()));
          return right ? RecordingServer.ok("in") : refuse(beside.apply(request), "NTLM");
        });
  }

  @ParameterizedTest
  @EnumSource
  void basicAfterNtlm(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = ntlmServer(request -> "Basic realm=\"r\"")) {
      assertEquals(
          List.of("/1 NTLM", "/1 NTLM", "/2 right", "/3 NTLM", "/3 NTLM", "/4 wrong", "/5 right"),
          run(driven, server, CurlSymbols.CURLAUTH_NTLM, CurlSymbols.CURLAUTH_BASIC));
    }
  }

  @ParameterizedTest
  @EnumSource
  void digestAfterNtlm(Drive drive) {
    AtomicInteger nonces = new AtomicInteger();
    try (Driven driven = drive.open();
        RecordingServer server =
            ntlmServer(
                request -> "Digest realm=\"r\", nonce=\"" + nonces.incrementAndGet() + "\"")) {
      assertEquals(
          List.of(
              "/1 NTLM", "/1 NTLM", "/2 Digest1", "/3 NTLM", "/3 NTLM", "/4 Digest2", "/5 Digest3"),
          run(driven, server, CurlSymbols.CURLAUTH_NTLM, CurlSymbols.CURLAUTH_DIGEST));
    }
  }

  /** What was used is told of the second transfer too, though its connection needs no words. */
  @ParameterizedTest
  @EnumSource
  void ntlmIsToldOfAConnectionThatIsKnown(Drive drive) {
    NtlmServer ntlm = NtlmServer.origin();
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request -> {
                  String refusal = ntlm.refusal(request);
                  return refusal == null
                      ? RecordingServer.ok("in")
                      : refusal.replace(": NTLM\r\n", ": Negotiate\r\nWWW-Authenticate: NTLM\r\n");
                })) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/mine")
              .with(CurlOpt.USERPWD, "me:password")
              .with(
                  CurlOpt.HTTPAUTH,
                  CurlSymbols.CURLAUTH_BASIC
                      | CurlSymbols.CURLAUTH_DIGEST
                      | CurlSymbols.CURLAUTH_NTLM);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(CurlSymbols.CURLAUTH_NTLM, fetch.info(CurlInfo.HTTPAUTH_USED));
      fetch.with(CurlOpt.URL, "http://" + server.authority() + "/more").expect(CurlCode.OK, driven);
      assertEquals(CurlSymbols.CURLAUTH_NTLM, fetch.info(CurlInfo.HTTPAUTH_USED));
      assertEquals("in", fetch.body());
      assertEquals(List.of("/mine -", "/mine NTLM", "/mine NTLM", "/more -"), told(server));
      assertEquals(1, server.connections());
    }
  }

  /** Who wants a fresh connection goes on over it until he is known. */
  @ParameterizedTest
  @EnumSource
  void aFreshConnectionIsKeptForAllRounds(Drive drive) {
    NtlmServer ntlm = NtlmServer.origin();
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request -> {
                  String value = request.field("Authorization");
                  if (value != null && value.startsWith("Basic")) {
                    return RecordingServer.ok("basic");
                  }
                  String refusal = ntlm.refusal(request);
                  return refusal == null ? RecordingServer.ok("ntlm") : refusal;
                })) {
      List<Fetch> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Fetch fetch =
            new Fetch("http://" + server.authority() + "/" + i)
                .with(CurlOpt.USERPWD, "me:secret")
                .with(CurlOpt.FRESH_CONNECT, 1)
                .with(
                    CurlOpt.HTTPAUTH,
                    i == 2 ? CurlSymbols.CURLAUTH_NTLM : CurlSymbols.CURLAUTH_BASIC);
        all.add(fetch);
        driven.add(fetch.easy());
      }
      driven.take(3, Fetch.LIMIT);
      assertEquals(List.of("basic", "basic", "ntlm"), all.stream().map(Fetch::body).toList());
      assertEquals(3, server.connections());
      all.forEach(fetch -> driven.remove(fetch.easy()));
    }
  }

  /** Asking again at the same place is no redirect: its schemes do not count. */
  @ParameterizedTest
  @EnumSource
  void anAnswerIsNoRedirect(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.field("Authorization") == null
                        ? refuse("Blackmagic realm=\"x\"", "Basic realm=\"x\"")
                        : RecordingServer.ok("in"))) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_ANY)
              .with(CurlOpt.USERNAME, "user")
              .with(CurlOpt.PASSWORD, "password")
              .with(CurlOpt.REDIR_PROTOCOLS_STR, "https");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of("/x -", "/x password"), told(server));
    }
  }

  @ParameterizedTest
  @EnumSource
  void digestOnAPortThatTheOptionNames(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.field("Authorization") == null
                        ? refuse("Digest realm=\"r\", nonce=\"5\"")
                        : request.path().equals("/x")
                            ? RecordingServer.redirect(302, "/2")
                            : RecordingServer.ok("in"))) {
      Fetch fetch =
          new Fetch("http://127.0.0.1/x")
              .with(CurlOpt.PORT, server.port())
              .with(CurlOpt.USERPWD, "me:secret")
              .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_DIGEST);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(302, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(server.authority(), server.last().field("Host"));
      assertEquals(List.of("/x -", "/x Digest5"), told(server));
      // It holds for a path that is followed, and not for a URL.
      fetch.with(CurlOpt.FOLLOWLOCATION, 1).expect(CurlCode.OK, driven);
      assertEquals("in", fetch.body());
      assertEquals("http://" + server.authority() + "/2", fetch.info(CurlInfo.EFFECTIVE_URL));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBearerTokenGoesWithEachRequest(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("in"))) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_BEARER)
              .with(CurlOpt.XOAUTH2_BEARER, "token1");
      for (int i = 0; i < 2; i++) {
        fetch.expect(CurlCode.OK, driven);
        assertEquals("Bearer token1", server.last().field("Authorization"));
      }
      assertEquals(1, server.connections());
    }
  }

  /** Line ends in a login are as good as any other byte, once encoded. */
  @ParameterizedTest
  @EnumSource
  void lineEndsInALogin(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.path().equals("/x")
                        ? RecordingServer.redirect(302, "/2")
                        : RecordingServer.ok("in"))) {
      new Fetch(server.authority() + "/x")
          .with(CurlOpt.FOLLOWLOCATION, 1)
          .with(CurlOpt.USERPWD, "user\nname:pass\nword")
          .expect(CurlCode.OK, driven);
      assertEquals(2, server.requests().size());
      for (Request request : server.requests()) {
        assertEquals(basic("user\nname:pass\nword"), request.field("Authorization"));
      }
      assertTrue(server.last().head().startsWith("GET /2 "));
      assertNull(server.last().field("word"));
    }
  }
}
