package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlShare;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that said it wants TLS is not spoken to in clear again. */
@Timeout(180)
class HstsTest {
  private static final SSLContext TLS = Certificates.serverContext();

  @TempDir private Path folder;

  private static RecordingServer secureServer() {
    return new RecordingServer(
        TLS,
        request ->
            "HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=100\r\nContent-Length: 2\r\n\r\nok");
  }

  private static Fetch at(String scheme, RecordingServer server) {
    return new Fetch(url(scheme, server))
        .with(CurlOpt.SSL_VERIFYPEER, 0)
        .with(CurlOpt.SSL_VERIFYHOST, 0);
  }

  private static String url(String scheme, RecordingServer server) {
    return scheme + "://localhost:" + server.port() + "/";
  }

  @ParameterizedTest
  @EnumSource
  void whatAHostSaidHolds(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = secureServer()) {
      Fetch fetch = at("https", server);
      fetch.expect(CurlCode.OK, driven);
      fetch.with(CurlOpt.HSTS_CTRL, CurlSymbols.CURLHSTS_ENABLE);
      fetch.expect(CurlCode.OK, driven);
      fetch.with(CurlOpt.URL, url("http", server));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("ok", fetch.body());
      assertEquals(url("https", server), fetch.info(CurlInfo.EFFECTIVE_URL));
      assertEquals("https", fetch.info(CurlInfo.SCHEME));
      // Again with no option set in between, and behind a redirect.
      fetch.expect(CurlCode.OK, driven);
      assertEquals("ok", fetch.body());
      fetch.easy().reset();
      fetch
          .with(CurlOpt.SSL_VERIFYPEER, 0)
          .with(CurlOpt.SSL_VERIFYHOST, 0)
          .with(CurlOpt.FOLLOWLOCATION, 1);
      try (RecordingServer clear =
          new RecordingServer(r -> RecordingServer.redirect(302, url("http", server)))) {
        fetch.with(CurlOpt.URL, "http://" + clear.authority() + "/");
        fetch.expect(CurlCode.OK, driven);
        assertEquals(url("https", server), fetch.info(CurlInfo.EFFECTIVE_URL));
        assertEquals(1, clear.requests().size());
      }
      try (CurlEasy copy = fetch.easy().duplicate()) {
        copy.setopt(CurlOpt.URL, url("http", server));
        assertEquals(CurlCode.OK, driven.run(copy, Fetch.LIMIT).result());
      }
      fetch.with(CurlOpt.HSTS_CTRL, 0).with(CurlOpt.URL, url("http", server));
      assertFalse(fetch.run(driven) == CurlCode.OK && fetch.body().equals("ok"));
    }
  }

  /** Nobody in between can make it stick. */
  @ParameterizedTest
  @EnumSource
  void inClearItDoesNotCount(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer clear =
            new RecordingServer(
                r ->
                    "HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=9\r\nContent-Length: 0\r\n\r\n")) {
      Fetch fetch = at("http", clear).with(CurlOpt.HSTS_CTRL, CurlSymbols.CURLHSTS_ENABLE);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(2, clear.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostsAreKeptInAFile(Drive drive) throws IOException {
    Path file = folder.resolve("hsts");
    try (Driven driven = drive.open();
        RecordingServer server = secureServer()) {
      Fetch first = at("https", server).with(CurlOpt.HSTS, file.toString());
      first.expect(CurlCode.OK, driven);
      assertFalse(Files.exists(file));
      first.easy().close();
      assertTrue(Files.readString(file).contains("\nlocalhost \"20"));
      Fetch second = at("http", server).with(CurlOpt.HSTS, file.toString());
      second.expect(CurlCode.OK, driven);
      assertEquals(url("https", server), second.info(CurlInfo.EFFECTIVE_URL));
      second.easy().close();
      Files.writeString(file, ".localhost \"99991001 04:47:41\"\n");
      Fetch third =
          at("http", server)
              .with(
                  CurlOpt.HSTS_CTRL,
                  CurlSymbols.CURLHSTS_ENABLE | CurlSymbols.CURLHSTS_READONLYFILE)
              .with(CurlOpt.HSTS, file.toString());
      third.expect(CurlCode.OK, driven);
      third.easy().close();
      assertEquals(".localhost \"99991001 04:47:41\"\n", Files.readString(file));
      Fetch unused = at("http", server).with(CurlOpt.HSTS, file.toString());
      unused.easy().close();
      assertEquals(".localhost \"99991001 04:47:41\"\n", Files.readString(file));
      Files.writeString(file, "x".repeat(5000));
      at("http", server).with(CurlOpt.HSTS, file.toString()).expect(CurlCode.TOO_LARGE, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void callbacksSupplyAndGetThem(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = secureServer()) {
      List<String> names = new ArrayList<>(List.of("localhost", ".other.test"));
      List<String> written = new ArrayList<>();
      Fetch fetch =
          at("http", server)
              .with(CurlOpt.HSTS_CTRL, CurlSymbols.CURLHSTS_ENABLE)
              .with(
                  CurlOpt.HSTSREADFUNCTION,
                  (easy, entry, userdata) -> {
                    if (names.isEmpty()) {
                      return CurlSymbols.CURLSTS_DONE;
                    }
                    entry.name = names.remove(0);
                    entry.expire = entry.name.equals("localhost") ? "25250320 01:02:03" : "";
                    return CurlSymbols.CURLSTS_OK;
                  })
              .with(
                  CurlOpt.HSTSWRITEFUNCTION,
                  (easy, entry, index, total, userdata) -> {
                    written.add(
                        "[" + index + "/" + total + "] " + entry.name() + " " + entry.expire());
                    return CurlSymbols.CURLSTS_OK;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(url("https", server), fetch.info(CurlInfo.EFFECTIVE_URL));
      fetch.with(CurlOpt.HSTSREADFUNCTION, (easy, entry, data) -> CurlSymbols.CURLSTS_OK);
      fetch.expect(CurlCode.BAD_FUNCTION_ARGUMENT, driven);
      fetch.with(CurlOpt.HSTSREADFUNCTION, (easy, entry, data) -> CurlSymbols.CURLSTS_FAIL);
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      fetch.with(
          CurlOpt.HSTSREADFUNCTION,
          (easy, entry, data) -> {
            throw new IllegalStateException("no");
          });
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      fetch.easy().close();
      assertEquals(2, written.size());
      assertTrue(written.get(0).startsWith("[0/2] localhost 20"), written::toString);
      assertEquals("[1/2] other.test unlimited", written.get(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sharedAmongHandles(Drive drive) {
    try (Driven driven = drive.open();
        CurlShare share = CurlShare.init();
        RecordingServer server = secureServer()) {
      share.setopt(CurlShareOpt.SHARE, CurlSymbols.CURL_LOCK_DATA_HSTS);
      Fetch one = at("https", server).with(CurlOpt.SHARE, share);
      Fetch two = at("http", server).with(CurlOpt.SHARE, share);
      one.expect(CurlCode.OK, driven);
      two.expect(CurlCode.OK, driven);
      assertEquals("ok", two.body());
      one.easy().close();
      two.easy().close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDuplicateOfAHandleWithTwoFiles(Drive drive) throws IOException {
    Path second = folder.resolve("second");
    Files.writeString(second, "localhost \"25250320 01:02:03\"\n");
    try (Driven driven = drive.open();
        RecordingServer server = secureServer()) {
      Fetch fetch =
          at("http", server)
              .with(CurlOpt.HSTS, folder.resolve("first").toString())
              .with(CurlOpt.HSTS, second.toString());
      try (CurlEasy copy = fetch.easy().duplicate()) {
        fetch.easy().close();
        assertEquals(CurlCode.OK, driven.run(copy, Fetch.LIMIT).result());
        assertEquals(url("https", server), copy.getinfo(CurlInfo.EFFECTIVE_URL));
      }
    }
  }
}
