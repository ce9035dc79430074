package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.mime.CurlMimePart;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handle keeps through reset, hands to a duplicate, and does for itself in perform. */
@Timeout(180)
class EasyHandleTest {
  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("hi"));
  }

  private static CurlEasy handle(RecordingServer server) {
    CurlEasy easy = CurlEasy.init();
    assertEquals(CurlCode.OK, easy.setopt(CurlOpt.URL, "http://" + server.authority() + "/x"));
    easy.setopt(
        CurlOpt.WRITEFUNCTION,
        (data, userdata) -> {
          return data.remaining();
        });
    return easy;
  }

  private static void part(CurlMime mime, String name, String data) {
    CurlMimePart part = mime.addPart();
    assertEquals(CurlCode.OK, part.name(name));
    assertEquals(CurlCode.OK, part.data(data));
  }

  private static long connects(CurlEasy easy) {
    assertEquals(CurlCode.OK, easy.perform(), easy.errorMessage());
    return easy.getinfo(CurlInfo.NUM_CONNECTS);
  }

  @Test
  void resetForgetsOptionsAndInfosButNoConnection() {
    try (RecordingServer server = server();
        CurlEasy easy = handle(server)) {
      easy.setopt(CurlOpt.POSTFIELDS, "a=b");
      easy.setopt(CurlOpt.USERAGENT, "me");
      easy.setopt(CurlOpt.REFERER, "http://from/");
      easy.setopt(CurlOpt.COOKIE, "name=moo");
      StringBuilder error = new StringBuilder();
      easy.setopt(CurlOpt.ERRORBUFFER, error);
      assertEquals(1, connects(easy));
      assertEquals("POST", server.last().method());
      assertEquals("http://from/", server.last().field("Referer"));
      assertEquals("name=moo", server.last().field("Cookie"));

      easy.reset();
      assertEquals(0, easy.getinfo(CurlInfo.RESPONSE_CODE));
      assertEquals(-1, easy.getinfo(CurlInfo.CONN_ID));
      assertNull(easy.getinfo(CurlInfo.EFFECTIVE_URL));
      assertEquals(CurlCode.URL_MALFORMAT, easy.perform());
      assertEquals("", error.toString(), "the buffer is not the handle's any more");

      easy.setopt(CurlOpt.URL, "http://" + server.authority() + "/y");
      easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
      assertEquals(0, connects(easy));
      assertEquals("GET", server.last().method());
      for (String field : List.of("User-Agent", "Referer", "Cookie")) {
        assertNull(server.last().field(field));
      }
    }
  }

  @Test
  void aDuplicateHasTheOptionsAndNothingElse() {
    try (RecordingServer server = server();
        CurlEasy easy = handle(server)) {
      byte[] fields = {'a', '=', 'b'};
      easy.setopt(CurlOpt.POSTFIELDS, fields);
      easy.setopt(CurlOpt.USERAGENT, "me");
      easy.setopt(CurlOpt.HTTPHEADER, List.of("X-Mine: 1"));
      assertEquals(1, connects(easy));
      try (CurlEasy copy = easy.duplicate()) {
        assertEquals(0, copy.getinfo(CurlInfo.RESPONSE_CODE));
        assertNull(copy.nextheader(31, -1, null));
        assertNotNull(easy.nextheader(31, -1, null));
        fields[2] = 'c';
        easy.setopt(CurlOpt.USERAGENT, "other");
        assertEquals(1, connects(copy));
        assertEquals("POST", server.last().method());
        assertEquals("a=c", server.last().body(), "POSTFIELDS is not copied");
        assertEquals("me", server.last().field("User-Agent"));
        assertEquals("1", server.last().field("X-Mine"));
      }
      assertEquals(2, server.connections());
    }
  }

  @Test
  void aDuplicateOutlivesTheFirstWithItsForm() {
    try (RecordingServer server = server()) {
      CurlEasy copy;
      try (CurlEasy easy = handle(server)) {
        CurlMime mime = CurlMime.init();
        part(mime, "field", "value");
        easy.setopt(CurlOpt.MIMEPOST, mime);
        copy = easy.duplicate();
        part(mime, "later", "not in the copy");
      }
      try (copy) {
        connects(copy);
        assertTrue(server.last().body().contains("value"));
        assertTrue(!server.last().body().contains("later"));
      }
    }
  }

  /** MAXCONNECTS of the handle is that of the multi it performs in. */
  @Test
  void performKeepsAsManyConnectionsAsAsked() {
    try (RecordingServer one = server();
        RecordingServer two = server();
        CurlEasy easy = handle(one)) {
      String first = "http://" + one.authority() + "/x";
      String second = "http://" + two.authority() + "/x";
      for (long kept : new long[] {5, 1}) {
        easy.setopt(CurlOpt.MAXCONNECTS, kept);
        connects(easy);
        easy.setopt(CurlOpt.URL, second);
        connects(easy);
        easy.setopt(CurlOpt.URL, first);
        assertEquals(kept == 1 ? 1 : 0, connects(easy), "MAXCONNECTS " + kept);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void joiningAMultiGivesItsOwnConnectionsUp(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlEasy easy = handle(server)) {
      assertEquals(1, connects(easy));
      assertEquals(0, connects(easy));
      assertEquals(CurlCode.OK, driven.run(easy, Fetch.LIMIT).result());
      assertEquals(1, easy.getinfo(CurlInfo.NUM_CONNECTS));
      assertEquals(1, connects(easy), "its own multi is a new one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorTextIsBlankedAtTheStartAndTheFirstOneStays(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        ScriptedServer silent = new ScriptedServer(peer -> peer.readHead())) {
      StringBuilder buffer = new StringBuilder("old");
      Fetch fetch = new Fetch("http://" + silent.authority() + "/");
      fetch.with(CurlOpt.ERRORBUFFER, buffer);
      fetch.expect(CurlCode.GOT_NOTHING, driven);
      assertEquals("Empty reply from server", buffer.toString());
      assertEquals(buffer.toString(), fetch.easy().errorMessage());

      fetch.with(CurlOpt.URL, "http://" + server.authority() + "/");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("", buffer.toString());
      assertEquals("", fetch.easy().errorMessage());
    }
  }

  @ParameterizedTest
  @EnumSource
  void notToBeClosedOrResetFromACallback(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      List<CurlCode> codes = new ArrayList<>();
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            fetch.easy().reset();
            fetch.easy().close();
            codes.add(fetch.easy().setopt(CurlOpt.USERAGENT, "still open"));
            codes.add(fetch.easy().perform());
            return fetch.take(data);
          });
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      assertEquals(CurlCode.OK, codes.get(0));
      assertEquals(CurlCode.RECURSIVE_API_CALL, codes.get(1));
      assertEquals(200, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(CurlSymbols.CURL_HTTP_VERSION_1_1, fetch.info(CurlInfo.HTTP_VERSION));
    }
  }
}
