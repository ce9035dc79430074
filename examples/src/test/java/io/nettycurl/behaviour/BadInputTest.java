package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.DeadPort;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.TestNames;
import io.nettycurl.option.CurlOpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong ends with libcurl's code, and what was received before is delivered. */
@Timeout(180)
class BadInputTest {
  private static final SSLContext TLS = Certificates.serverContext();

  private static ScriptedServer answering(String response) {
    return new ScriptedServer(
        peer -> {
          peer.readHead();
          peer.send(response);
        });
  }

  private static Fetch of(ScriptedServer server) {
    return new Fetch("http://" + server.authority() + "/x");
  }

  private static Fetch secure(ScriptedServer server) {
    return new Fetch("https://" + server.authority() + "/x")
        .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
  }

  @ParameterizedTest
  @EnumSource
  void unknownSchemes(Drive drive) {
    try (Driven driven = drive.open()) {
      for (String url : List.of("nosuch://host/", "gopher+x://host/", "HTTPZ://host/")) {
        new Fetch(url).expect(CurlCode.UNSUPPORTED_PROTOCOL, driven);
      }
      new Fetch("http://127.0.0.1/")
          .with(CurlOpt.PROTOCOLS_STR, "ftp")
          .expect(CurlCode.UNSUPPORTED_PROTOCOL, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void malformedUrls(Drive drive) {
    try (Driven driven = drive.open()) {
      for (String url :
          List.of(
              "http://",
              "http:///",
              "http://host:99999/",
              "http://ho st/",
              "http://host/\u0001",
              "http://[::1/",
              "http:////host/",
              "http://host\\x/",
              "http://host:port/",
              "")) {
        Fetch fetch = new Fetch(url);
        assertEquals(CurlCode.URL_MALFORMAT, fetch.run(driven), url);
        assertFalse(fetch.easy().errorMessage().isEmpty(), url);
      }
      Fetch none = new Fetch("x").with(CurlOpt.URL, (String) null);
      none.expect(CurlCode.URL_MALFORMAT, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void unresolvableHosts(Drive drive) {
    try (Driven driven = drive.open()) {
      Fetch fetch = new Fetch("http://" + TestNames.UNRESOLVABLE + "/");
      fetch.expect(CurlCode.COULDNT_RESOLVE_HOST, driven);
      assertEquals(
          "Could not resolve host: " + TestNames.UNRESOLVABLE, fetch.easy().errorMessage());
      new Fetch("http://127.0.0.1/")
          .with(CurlOpt.PROXY, "http://" + TestNames.UNRESOLVABLE + ":1")
          .expect(CurlCode.COULDNT_RESOLVE_PROXY, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedConnections(Drive drive) {
    try (DeadPort dead = new DeadPort();
        Driven driven = drive.open()) {
      int port = dead.number();
      for (String scheme : List.of("http", "https", "ftp", "ftps")) {
        Fetch fetch = new Fetch(scheme + "://127.0.0.1:" + port + "/");
        fetch.expect(CurlCode.COULDNT_CONNECT, driven);
        assertTrue(
            fetch.easy().errorMessage().startsWith("Failed to connect to 127.0.0.1:" + port),
            fetch.easy()::errorMessage);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ftpLoginRefused(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.send("220 hello\r\n");
                  peer.readLine();
                  peer.send("331 password?\r\n");
                  peer.readLine();
                  peer.send("530 no\r\n");
                  peer.readToEnd();
                })) {
      Fetch fetch =
          new Fetch("ftp://" + server.authority() + "/f").with(CurlOpt.USERPWD, "me:wrong");
      fetch.expect(CurlCode.LOGIN_DENIED, driven);
      assertEquals(530, fetch.info(CurlInfo.RESPONSE_CODE));
      assertTrue(fetch.headers().endsWith("530 no\r\n"), fetch.headers());
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorPageWithFailOnError(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nX: y\r\n\r\ngone")) {
      Fetch fetch = of(server).with(CurlOpt.FAILONERROR, 1);
      fetch.expect(CurlCode.HTTP_RETURNED_ERROR, driven);
      assertEquals("", fetch.body());
      assertTrue(fetch.headers().contains("X: y\r\n"));
      assertEquals(404, fetch.info(CurlInfo.RESPONSE_CODE));
      Fetch without = of(server);
      without.expect(CurlCode.OK, driven);
      assertEquals("gone", without.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void totalTimeout(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                  peer.readToEnd();
                })) {
      Fetch fetch = of(server);
      long[] given = new long[1];
      fetch.outOfTime(
          driven,
          150,
          time -> {
            given[0] = time;
            fetch.with(CurlOpt.TIMEOUT_MS, time);
          },
          () -> fetch.size() > 0);
      assertEquals("half", fetch.body());
      assertTrue(
          fetch.easy().errorMessage().endsWith("milliseconds with 4 out of 100 bytes received"),
          fetch.easy()::errorMessage);
      assertTrue(fetch.info(CurlInfo.TOTAL_TIME_T) >= given[0] * 1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectTimeout(Drive drive) throws IOException {
    try (SlowNetwork network = new SlowNetwork();
        Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd())) {
      Fetch hanging =
          new Fetch("http://" + network.authority() + "/").with(CurlOpt.CONNECTTIMEOUT_MS, 100);
      hanging.expect(CurlCode.OPERATION_TIMEDOUT, driven);
      assertEquals(0, hanging.info(CurlInfo.CONNECT_TIME_T));
      Fetch unknown =
          new Fetch("http://" + network.name() + "/").with(CurlOpt.CONNECTTIMEOUT_MS, 100);
      unknown.expect(CurlCode.OPERATION_TIMEDOUT, driven);
      assertEquals(0, unknown.info(CurlInfo.NAMELOOKUP_TIME_T));
      // The TLS handshake belongs to the connect phase, and this server never answers it.
      Fetch fetch =
          new Fetch("https://" + server.authority() + "/").with(CurlOpt.CONNECTTIMEOUT_MS, 100);
      fetch.expect(CurlCode.OPERATION_TIMEDOUT, driven);
      assertEquals(0, fetch.info(CurlInfo.APPCONNECT_TIME_T));
      // In clear the phase is over with the connection, so that only the total time ends it.
      Fetch clear = new Fetch("http://" + server.authority() + "/");
      long[] given = new long[1];
      clear.outOfTime(
          driven,
          50,
          time -> {
            given[0] = time;
            clear.with(CurlOpt.CONNECTTIMEOUT_MS, time).with(CurlOpt.TIMEOUT_MS, 4 * time);
          },
          () -> clear.info(CurlInfo.CONNECT_TIME_T) > 0);
      assertTrue(clear.info(CurlInfo.TOTAL_TIME_T) >= 4 * given[0] * 1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void untrustedCertificates(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                TLS,
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                  peer.readToEnd();
                })) {
      Fetch stranger = secure(server).with(CurlOpt.CAINFO_BLOB, Certificates.stranger());
      stranger.expect(CurlCode.PEER_FAILED_VERIFICATION, driven);
      assertEquals("", stranger.body());
      assertTrue(stranger.info(CurlInfo.SSL_VERIFYRESULT) != 0);
      Fetch wrongName =
          new Fetch("https://other.test:" + server.port() + "/x")
              .with(CurlOpt.CAINFO_BLOB, Certificates.trusted())
              .with(CurlOpt.RESOLVE, List.of("other.test:" + server.port() + ":127.0.0.1"));
      wrongName.expect(CurlCode.PEER_FAILED_VERIFICATION, driven);
      Fetch unchecked =
          secure(server)
              .with(CurlOpt.CAINFO_BLOB, Certificates.stranger())
              .with(CurlOpt.SSL_VERIFYPEER, 0);
      unchecked.expect(CurlCode.OK, driven);
      Fetch right = secure(server);
      right.expect(CurlCode.OK, driven);
      assertEquals("ok", right.body());
      assertEquals(0, right.info(CurlInfo.SSL_VERIFYRESULT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void serverGoneInBody(Drive drive) {
    String counted = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
    String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
    for (String response : List.of(counted, chunked)) {
      try (Driven driven = drive.open();
          ScriptedServer clear = answering(response);
          ScriptedServer tls =
              new ScriptedServer(
                  TLS,
                  peer -> {
                    peer.readHead();
                    peer.send(response);
                  });
          ScriptedServer cut =
              new ScriptedServer(
                  TLS,
                  peer -> {
                    peer.readHead();
                    peer.send(response);
                    peer.cut();
                  })) {
        Fetch plain = of(clear);
        plain.expect(CurlCode.PARTIAL_FILE, driven);
        assertEquals("half", plain.body());
        assertEquals(4, plain.info(CurlInfo.SIZE_DOWNLOAD_T));
        Fetch secure = secure(tls);
        secure.expect(CurlCode.PARTIAL_FILE, driven);
        assertEquals("half", secure.body());
        // The OpenSSL back end has it so: nobody knows whether it was the server.
        Fetch truncated = secure(cut);
        truncated.expect(CurlCode.RECV_ERROR, driven);
        assertEquals("half", truncated.body());
      }
    }
  }

  /** Much more than fits into any buffer on the way, so that the end overtakes nothing. */
  @ParameterizedTest
  @EnumSource
  void largeBodyOfServerThatGoes(Drive drive) {
    byte[] much = new byte[3_000_000];
    Arrays.fill(much, (byte) 'x');
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n");
                  peer.send(much);
                })) {
      Fetch fetch = of(server);
      fetch.expect(CurlCode.PARTIAL_FILE, driven);
      assertEquals(much.length, fetch.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void resetInBody(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                  peer.read(1);
                  peer.reset();
                })) {
      // A reset overtakes what was sent and not read yet, so the server waits for a sign.
      Fetch fetch = of(server);
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, () -> fetch.size() == 4);
      driven.remove(fetch.easy());
      assertEquals("half", fetch.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyReply(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(peer -> peer.readHead());
        ScriptedServer tls = new ScriptedServer(TLS, peer -> peer.readHead())) {
      Fetch fetch = of(server);
      fetch.expect(CurlCode.GOT_NOTHING, driven);
      assertEquals("Empty reply from server", fetch.easy().errorMessage());
      secure(tls).expect(CurlCode.GOT_NOTHING, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outputThatTakesNothing(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
      of(server)
          .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> 0)
          .expect(CurlCode.WRITE_ERROR, driven);
      Fetch partial =
          of(server).with(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining() - 1);
      partial.expect(CurlCode.WRITE_ERROR, driven);
      assertEquals(
          "Failure writing output to destination, passed 5 returned 4",
          partial.easy().errorMessage());
      Fetch error =
          of(server)
              .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> CurlSymbols.CURL_WRITEFUNC_ERROR);
      error.expect(CurlCode.WRITE_ERROR, driven);
      assertEquals("client returned ERROR on write of 5 bytes", error.easy().errorMessage());
      of(server)
          .with(CurlOpt.HEADERFUNCTION, (line, userdata) -> 0)
          .expect(CurlCode.WRITE_ERROR, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesLargerThanAllowed(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer announced =
            answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789");
        ScriptedServer unknown = answering("HTTP/1.1 200 OK\r\n\r\n0123456789")) {
      Fetch known = of(announced).with(CurlOpt.MAXFILESIZE_LARGE, 6);
      known.expect(CurlCode.FILESIZE_EXCEEDED, driven);
      assertEquals("", known.body());
      Fetch cut = of(unknown).with(CurlOpt.MAXFILESIZE_LARGE, 6);
      cut.expect(CurlCode.FILESIZE_EXCEEDED, driven);
      assertEquals("012345", cut.body());
      Fetch exact = of(unknown).with(CurlOpt.MAXFILESIZE_LARGE, 10);
      exact.expect(CurlCode.OK, driven);
      assertEquals("0123456789", exact.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void redirectsWithoutEnd(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  while (peer.readHead() != null) {
                    peer.send("HTTP/1.1 302 Found\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n");
                  }
                })) {
      Fetch fetch = of(server).with(CurlOpt.FOLLOWLOCATION, 1).with(CurlOpt.MAXREDIRS, 5);
      fetch.expect(CurlCode.TOO_MANY_REDIRECTS, driven);
      assertEquals(5, fetch.info(CurlInfo.REDIRECT_COUNT));
      assertEquals("http://" + server.authority() + "/y", fetch.info(CurlInfo.REDIRECT_URL));
      assertEquals(1, server.accepted());
      Fetch byDefault = of(server).with(CurlOpt.FOLLOWLOCATION, 1);
      byDefault.expect(CurlCode.TOO_MANY_REDIRECTS, driven);
      assertEquals(30, byDefault.info(CurlInfo.REDIRECT_COUNT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedGzip(Drive drive) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("the quick brown fox".getBytes(StandardCharsets.US_ASCII));
    }
    byte[] damaged = packed.toByteArray();
    damaged[damaged.length - 6] ^= 0x55;
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send(
                      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                          + damaged.length
                          + "\r\n\r\n");
                  peer.send(damaged);
                  peer.readToEnd();
                })) {
      Fetch fetch = of(server).with(CurlOpt.ACCEPT_ENCODING, "");
      fetch.expect(CurlCode.BAD_CONTENT_ENCODING, driven);
      assertEquals("the quick brown fox", fetch.body());
      Fetch raw = of(server);
      raw.expect(CurlCode.OK, driven);
      assertEquals(damaged.length, raw.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nulInHeader(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering("HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 2\r\n\r\nhi")) {
      Fetch fetch = of(server);
      fetch.expect(CurlCode.WEIRD_SERVER_REPLY, driven);
      assertEquals("HTTP/1.1 200 OK\r\n", fetch.headers());
      assertEquals("", fetch.body());
    }
  }

  /** Whatever went wrong before, the same multi and the same handle go on afterwards. */
  @ParameterizedTest
  @EnumSource
  void handleIsAsGoodAsNewAfterwards(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  if (peer.number() % 2 == 0) {
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                  }
                })) {
      Fetch fetch = of(server);
      for (int i = 0; i < 4; i++) {
        fetch.expect(i % 2 == 0 ? CurlCode.GOT_NOTHING : CurlCode.OK, driven);
        assertEquals(i % 2 == 0 ? "" : "ok", fetch.body());
      }
      assertTrue(driven.call(() -> driven.multi().getHandles().isEmpty()));
      assertEquals(null, driven.next(Duration.ZERO));
    }
  }
}
