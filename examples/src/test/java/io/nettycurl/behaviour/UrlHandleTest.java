package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transfer whose URL is given as a handle, which stays as the user made it. */
@Timeout(60)
class UrlHandleTest {
  private static RecordingServer server() {
    return new RecordingServer(
        request ->
            request.path().endsWith("/from") || request.path().endsWith("/file")
                ? RecordingServer.redirect(302, "../to")
                : RecordingServer.ok("there"));
  }

  private static CurlUrl url(String text, long flags) {
    CurlUrl url = new CurlUrl();
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, text, flags));
    return url;
  }

  private static List<String> paths(RecordingServer server) {
    List<String> paths = server.requests().stream().map(Request::path).toList();
    server.requests().clear();
    return paths;
  }

  @ParameterizedTest
  @EnumSource
  void itGoesBeforeTheTextAndServesAgain(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      CurlUrl url = url("http://" + server.authority() + "/a/from", 0);
      Fetch fetch =
          new Fetch("http://www.example.com")
              .with(CurlOpt.CURLU, url)
              .with(CurlOpt.FOLLOWLOCATION, 1);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of("/a/from", "/to", "/a/from", "/to"), paths(server));
      assertEquals("/a/from", url.path());
      try (CurlEasy copy = fetch.easy().duplicate()) {
        assertEquals(CurlCode.OK, driven.run(copy, Fetch.LIMIT).result());
      }
      assertEquals(List.of("/a/from", "/to"), paths(server));
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsAreEnough(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      CurlUrl url = new CurlUrl();
      url.set(UrlPart.HOST, "www.example.com", 0);
      url.set(UrlPart.SCHEME, "http", 0);
      url.set(UrlPart.PORT, "80", 0);
      new Fetch("x")
          .with(CurlOpt.CURLU, url)
          .with(CurlOpt.PROXY, "http://" + server.authority())
          .expect(CurlCode.OK, driven);
      assertEquals("http://www.example.com/", server.last().path());
      assertEquals("www.example.com", server.last().field("Host"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePortOptionIsForATransferOnly(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      String text = "http://" + server.authority() + "/x";
      CurlUrl url = url(text, CurlSymbols.CURLU_DEFAULT_SCHEME);
      Fetch fetch = new Fetch("x").with(CurlOpt.CURLU, url).with(CurlOpt.PORT, 1);
      fetch.expect(CurlCode.COULDNT_CONNECT, driven);
      assertEquals(text, url.get(UrlPart.URL, 0).value());
      fetch.with(CurlOpt.PORT, 0).expect(CurlCode.OK, driven);
      assertEquals("there", fetch.body());
      assertEquals(text, url.get(UrlPart.URL, 0).value());
    }
  }

  @ParameterizedTest
  @EnumSource
  void blanksAreEncodedOnTheWay(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      String base = "http://" + server.authority();
      Fetch fetch =
          new Fetch("x")
              .with(
                  CurlOpt.CURLU, url(base + "/ /with/ space/ /file", CurlSymbols.CURLU_ALLOW_SPACE))
              .with(CurlOpt.FOLLOWLOCATION, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of("/%20/with/%20space/%20/file", "/%20/with/%20space/to"), paths(server));
      assertEquals(base + "/%20/with/%20space/to", fetch.info(CurlInfo.EFFECTIVE_URL));
      assertEquals(1, fetch.info(CurlInfo.REDIRECT_COUNT));
      assertNull(fetch.info(CurlInfo.REDIRECT_URL));
    }
  }

  @ParameterizedTest
  @EnumSource
  void textWithoutASchemeIsToldWithOne(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch fetch = new Fetch(server.authority() + "/hello/../x");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("http://" + server.authority() + "/x", fetch.info(CurlInfo.EFFECTIVE_URL));
      assertEquals("/x", server.last().path());
    }
  }
}
