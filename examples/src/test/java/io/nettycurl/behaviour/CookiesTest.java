package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlShare;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handle keeps cookies from one request to the next, and in files. */
@Timeout(180)
class CookiesTest {
  private static final SSLContext TLS = Certificates.serverContext();

  @TempDir private Path folder;

  /** "/set?a=b" sets a cookie; "/to?url" does so and leads to the URL. */
  private static String answer(Request request) {
    String query = request.path().substring(request.path().indexOf('?') + 1);
    if (request.path().startsWith("/set")) {
      String lines =
          List.of(query.replace("%20", " ").split("&")).stream()
              .map(cookie -> "Set-Cookie: " + cookie + "\r\n")
              .collect(Collectors.joining());
      return "HTTP/1.1 200 OK\r\n" + lines + "Content-Length: 0\r\n\r\n";
    }
    if (request.path().startsWith("/to")) {
      return "HTTP/1.1 302 There\r\nSet-Cookie: hop=1\r\nLocation: "
          + query
          + "\r\nContent-Length: 0\r\n\r\n";
    }
    return RecordingServer.ok("there");
  }

  private static Fetch at(RecordingServer server, String path) {
    return new Fetch("http://" + server.authority() + path).with(CurlOpt.FOLLOWLOCATION, 1);
  }

  private static String sent(RecordingServer server) {
    return server.last().field("Cookie");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1).toString();
  }

  private static String netscape(String cookie) {
    return "127.0.0.1\tFALSE\t/\tFALSE\t0\t" + cookie.replace('=', '\t') + '\n';
  }

  /** K1. */
  @ParameterizedTest
  @EnumSource
  void offUntilAskedFor(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch = at(server, "/set?a=b");
      fetch.with(CurlOpt.COOKIE, "own=1");
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("own=1", sent(server));
      assertNull(fetch.info(CurlInfo.COOKIELIST));
      fetch.with(CurlOpt.COOKIEFILE, "");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("own=1", sent(server));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("a=b; own=1", sent(server));
      assertEquals(List.of("127.0.0.1\tFALSE\t/\tFALSE\t0\ta\tb"), fetch.info(CurlInfo.COOKIELIST));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keptFromHopToHop(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch = at(server, "/to?/to?/end").with(CurlOpt.COOKIEFILE, "");
      fetch.expect(CurlCode.OK, driven);
      List<String> all =
          server.requests().stream().map(r -> String.valueOf(r.field("Cookie"))).toList();
      assertEquals(List.of("null", "hop=1", "hop=1"), all);
    }
  }

  /** R8, K6: what options say stays with the first origin; what the engine knows has its hosts. */
  @ParameterizedTest
  @EnumSource
  void eachHostGetsItsOwn(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = new RecordingServer(CookiesTest::answer);
        RecordingServer other = new RecordingServer(CookiesTest::answer)) {
      String elsewhere = "http://localhost:" + other.port() + "/end";
      Fetch fetch =
          at(first, "/to?" + elsewhere)
              .with(CurlOpt.COOKIE, "literal=1")
              .with(CurlOpt.COOKIELIST, "localhost\tFALSE\t/\tFALSE\t0\tthere\t1")
              .with(CurlOpt.COOKIELIST, netscape("here=1"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("here=1; literal=1", sent(first));
      assertEquals("there=1", sent(other));
      fetch.with(CurlOpt.HTTPHEADER, List.of("Cookie: mine=1"));
      fetch.expect(CurlCode.OK, driven);
      List<String> lines = new ArrayList<>();
      for (String line : first.last().head().split("\r\n")) {
        if (line.startsWith("Cookie:")) {
          lines.add(line);
        }
      }
      assertEquals(List.of("Cookie: here=1; hop=1", "Cookie: mine=1"), lines);
      assertEquals("there=1", sent(other));
    }
  }

  /** Item 14: a Host of one's own says whose cookies, at the first origin only. */
  @ParameterizedTest
  @EnumSource
  void aHostOfOnesOwnSteersThem(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer);
        RecordingServer other = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch =
          at(server, "/set?a=b;%20domain=example.com&c=d")
              .with(CurlOpt.COOKIEFILE, "")
              .with(CurlOpt.HTTPHEADER, List.of("Host: www.example.com:80"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(
          List.of(
              ".example.com\tTRUE\t/\tFALSE\t0\ta\tb", "www.example.com\tFALSE\t/\tFALSE\t0\tc\td"),
          fetch.info(CurlInfo.COOKIELIST));
      fetch.with(CurlOpt.URL, "http://" + server.authority() + "/to?http://" + other.authority());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("c=d; a=b", sent(server));
      assertNull(sent(other));
      fetch.with(CurlOpt.HTTPHEADER, (List<String>) null);
      fetch.with(CurlOpt.URL, "http://" + server.authority() + "/end");
      fetch.expect(CurlCode.OK, driven);
      assertNull(sent(server));
    }
  }

  /** Item 21: one that a secure origin set is neither sent in clear nor replaced from there. */
  @ParameterizedTest
  @EnumSource
  void secureOnesStayAmongThemselves(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer clear = new RecordingServer(CookiesTest::answer);
        RecordingServer secure = new RecordingServer(TLS, CookiesTest::answer)) {
      List<String> host = List.of("Host: www.example.com");
      Fetch fetch =
          new Fetch("https://" + secure.authority() + "/set?s=secret;%20secure&p=plain")
              .with(CurlOpt.CAINFO_BLOB, Certificates.trusted())
              .with(CurlOpt.HTTPHEADER, host)
              .with(CurlOpt.COOKIEFILE, "");
      fetch.expect(CurlCode.OK, driven);
      fetch.with(CurlOpt.URL, "http://" + clear.authority() + "/set?s=open&p=open&x=1;%20secure");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("p=plain", sent(clear));
      fetch.with(CurlOpt.URL, "https://" + secure.authority() + "/end");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("p=open; s=secret", sent(secure));
    }
  }

  /** K2. */
  @ParameterizedTest
  @EnumSource
  void filesAreReadWhenATransferStarts(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch =
          at(server, "/set?a=new")
              .with(CurlOpt.COOKIEFILE, write("one", netscape("a=old")))
              .with(CurlOpt.COOKIEFILE, folder.resolve("none").toString())
              .with(CurlOpt.COOKIEFILE, write("two", "Set-Cookie: b=\u00ff; path=/\r\n"));
      assertNull(fetch.info(CurlInfo.COOKIELIST));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("a=old; b=\u00ff", sent(server));
      write("one", netscape("a=older") + netscape("c=1"));
      fetch.expect(CurlCode.OK, driven);
      // The server's own word stands; what the file has beside it is there again.
      assertEquals("c=1; a=new; b=\u00ff", sent(server));
      fetch.with(CurlOpt.COOKIEFILE, (String) null);
      assertNull(fetch.info(CurlInfo.COOKIELIST));
      fetch.expect(CurlCode.OK, driven);
      assertNull(sent(server));
      fetch.with(CurlOpt.COOKIEFILE, write("long", "x".repeat(6000)));
      fetch.expect(CurlCode.TOO_LARGE, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewSessionLeavesOutTheOldOnes(Drive drive) throws IOException {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      String file =
          write("in", netscape("session=1") + "127.0.0.1\tFALSE\t/\tFALSE\t22139150993\tlong\t1\n");
      Fetch fetch = at(server, "/").with(CurlOpt.COOKIEFILE, file).with(CurlOpt.COOKIESESSION, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("long=1", sent(server));
      fetch.with(CurlOpt.COOKIESESSION, 0).with(CurlOpt.COOKIELIST, "RELOAD");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("session=1; long=1", sent(server));
    }
  }

  /** K3, K4. */
  @ParameterizedTest
  @EnumSource
  void theJarIsWrittenWhenTheHandleIsClosed(Drive drive) throws IOException {
    Path jar = folder.resolve("jar");
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch unused = at(server, "/").with(CurlOpt.COOKIEJAR, jar.toString());
      unused.easy().close();
      assertFalse(Files.exists(jar));
      Fetch fetch = at(server, "/set?a=1&b=2").with(CurlOpt.COOKIEJAR, jar.toString());
      fetch.expect(CurlCode.OK, driven);
      assertFalse(Files.exists(jar));
      fetch.with(CurlOpt.COOKIELIST, "FLUSH");
      assertTrue(Files.readString(jar).endsWith(netscape("b=2") + netscape("a=1")));
      fetch.with(CurlOpt.COOKIELIST, "SESS");
      assertNull(fetch.info(CurlInfo.COOKIELIST));
      fetch.with(CurlOpt.COOKIELIST, netscape("c=3"));
      fetch.easy().close();
      assertTrue(Files.readString(jar).endsWith("Edit at your own risk.\n\n" + netscape("c=3")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void verbsActAtOnce(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch = at(server, "/").with(CurlOpt.COOKIELIST, "all");
      assertNull(fetch.info(CurlInfo.COOKIELIST));
      fetch.with(CurlOpt.COOKIELIST, "Set-Cookie: any=where; path=/");
      fetch.with(CurlOpt.COOKIELIST, netscape("n=\u00e9"));
      assertEquals(
          List.of("127.0.0.1\tFALSE\t/\tFALSE\t0\tn\t\u00e9"), fetch.info(CurlInfo.COOKIELIST));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("n=\u00c3\u00a9; any=where", sent(server));
      fetch.with(CurlOpt.COOKIELIST, "ALL");
      fetch.expect(CurlCode.OK, driven);
      assertNull(sent(server));
    }
  }

  /** D1, D2. */
  @ParameterizedTest
  @EnumSource
  void resetKeepsThemAndADuplicateStartsAnew(Drive drive) throws IOException {
    Path jar = folder.resolve("jar");
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch =
          at(server, "/set?a=1")
              .with(CurlOpt.COOKIEJAR, jar.toString())
              .with(CurlOpt.COOKIEFILE, write("in", netscape("f=1")));
      fetch.expect(CurlCode.OK, driven);
      try (CurlEasy copy = fetch.easy().duplicate()) {
        assertNull(copy.getinfo(CurlInfo.COOKIELIST));
        driven.run(copy, Fetch.LIMIT);
        assertEquals("f=1", sent(server));
        driven.run(copy, Fetch.LIMIT);
        assertEquals("a=1; f=1", sent(server));
      }
      Files.delete(jar);
      fetch.easy().reset();
      fetch.with(CurlOpt.URL, "http://" + server.authority() + "/end");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("a=1; f=1", sent(server));
      fetch.easy().close();
      assertFalse(Files.exists(jar));
    }
  }

  /** S2, S3: those of a share take the place of the handle's own; it does not start minding any. */
  @ParameterizedTest
  @EnumSource
  void sharedAmongHandles(Drive drive) throws IOException {
    Path jar = folder.resolve("jar");
    try (Driven driven = drive.open();
        CurlShare share = CurlShare.init();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      List<String> calls = new CopyOnWriteArrayList<>();
      assertEquals(
          CurlShareCode.OK, share.setopt(CurlShareOpt.SHARE, CurlSymbols.CURL_LOCK_DATA_COOKIE));
      share.setopt(
          CurlShareOpt.LOCKFUNC, (easy, data, access, userdata) -> calls.add("lock" + data));
      share.setopt(CurlShareOpt.UNLOCKFUNC, (easy, data, userdata) -> calls.add("unlock" + data));
      Fetch one =
          at(server, "/set?a=1")
              .with(CurlOpt.COOKIELIST, netscape("own=1"))
              .with(CurlOpt.SHARE, share)
              .with(CurlOpt.COOKIEFILE, "");
      Fetch two = at(server, "/set?b=1").with(CurlOpt.SHARE, share);
      one.expect(CurlCode.OK, driven);
      assertNull(sent(server));
      assertTrue(calls.contains("lock2"), calls::toString);
      assertEquals(
          calls.stream().filter("lock2"::equals).count(),
          calls.stream().filter("unlock2"::equals).count());
      two.expect(CurlCode.OK, driven);
      assertNull(sent(server));
      assertEquals(List.of(netscape("a=1").strip()), two.info(CurlInfo.COOKIELIST));
      two.with(CurlOpt.COOKIEJAR, jar.toString());
      two.expect(CurlCode.OK, driven);
      assertEquals("a=1", sent(server));
      one.expect(CurlCode.OK, driven);
      assertEquals("b=1; a=1", sent(server));
      two.easy().close();
      assertTrue(Files.readString(jar).endsWith(netscape("b=1") + netscape("a=1")));
      one.with(CurlOpt.SHARE, (CurlShare) null);
      assertNull(one.info(CurlInfo.COOKIELIST));
    }
  }

  /** Item 22. */
  @ParameterizedTest
  @EnumSource
  void oneResponseSetsSoManyAtMost(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      StringBuilder query = new StringBuilder("/set?c0=1");
      for (int i = 1; i < 60; i++) {
        query.append("&c").append(i).append("=1");
      }
      Fetch fetch = at(server, query.toString()).with(CurlOpt.COOKIEFILE, "");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(50, fetch.info(CurlInfo.COOKIELIST).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsOverWhenItComesIsNone(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      Fetch fetch =
          at(server, "/set?c1=1;%20expires=Thu,%2012%20Feb%202000%2000:00:00%20GMT")
              .with(CurlOpt.COOKIEFILE, "");
      fetch.expect(CurlCode.OK, driven);
      assertNull(fetch.info(CurlInfo.COOKIELIST));
    }
  }

  /** The file is read again after a reset, and what the server says of the same ones replaces. */
  @ParameterizedTest
  @EnumSource
  void aFileIsReadAgainAfterAReset(Drive drive) throws IOException {
    Path jar = folder.resolve("jar");
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(CookiesTest::answer)) {
      String line = "127.0.0.1\tFALSE\t%s\tFALSE\t0\t%s\n";
      String file =
          write(
              "in",
              line.formatted("/set/want/", "second\tpresent")
                  + line.formatted("/set/want/", "foobar\tname"));
      Fetch fetch =
          at(server, "/set/want/x?foobar=name;&second=present;").with(CurlOpt.COOKIEFILE, file);
      fetch.expect(CurlCode.OK, driven);
      fetch.easy().reset();
      fetch
          .with(
              CurlOpt.URL,
              "http://" + server.authority() + "/set/want/x?foobar=name;&second=present;")
          .with(CurlOpt.COOKIEFILE, file)
          .with(CurlOpt.COOKIEJAR, jar.toString())
          .expect(CurlCode.OK, driven);
      fetch.easy().close();
      assertTrue(
          Files.readString(jar)
              .endsWith(
                  "\n\n"
                      + line.formatted("/set/want", "foobar\tname")
                      + line.formatted("/set/want", "second\tpresent")),
          Files.readString(jar));
    }
  }

  /** Those that options add go with a share as well, to the origin behind a proxy. */
  @ParameterizedTest
  @EnumSource
  void theListAddsToAShare(Drive drive) {
    try (Driven driven = drive.open();
        CurlShare share = CurlShare.init();
        RecordingServer proxy = new RecordingServer(CookiesTest::answer)) {
      share.setopt(CurlShareOpt.SHARE, CurlSymbols.CURL_LOCK_DATA_COOKIE);
      Fetch fetch =
          new Fetch("http://localhost/")
              .with(CurlOpt.SHARE, share)
              .with(CurlOpt.PROXY, "http://" + proxy.authority())
              .with(CurlOpt.COOKIEFILE, "")
              .with(CurlOpt.COOKIELIST, "Set-Cookie: c1=v1; domain=localhost")
              .with(CurlOpt.COOKIELIST, "example.com\tFALSE\t/\tFALSE\t0\tname\tvalue");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("c1=v1", sent(proxy));
      fetch.with(CurlOpt.URL, "http://example.com/").expect(CurlCode.OK, driven);
      assertEquals("name=value", sent(proxy));
      fetch.easy().close();
    }
  }
}
