package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.mime.CurlMimePart;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Multipart bodies on their way: out of callbacks, twice, changed in between, paused. */
@Timeout(180)
class FormsTest {
  /** Gives one byte a call, and counts the calls. */
  private static final class Bytes implements ReadCallback, SeekCallback {
    private final String text;
    private int at;
    private int calls;
    private int pauseBefore = -1;

    Bytes(String text) {
      this.text = text;
    }

    @Override
    public long read(java.nio.ByteBuffer into, Object userdata) {
      calls++;
      if (at == pauseBefore) {
        pauseBefore = -1;
        return CurlSymbols.CURL_READFUNC_PAUSE;
      }
      if (at == text.length()) {
        return 0;
      }
      into.put((byte) text.charAt(at++));
      return 1;
    }

    @Override
    public long seek(long offset, Object userdata) {
      at = (int) offset;
      return CurlSymbols.CURL_SEEKFUNC_OK;
    }
  }

  private static RecordingServer server() {
    return new RecordingServer(
        request ->
            request.path().equals("/from")
                ? RecordingServer.redirect(301, "/to")
                : RecordingServer.ok("hello"));
  }

  private static Fetch at(RecordingServer server, String path) {
    return new Fetch("http://" + server.authority() + path);
  }

  private static CurlMimePart part(CurlMime mime, String name) {
    CurlMimePart part = mime.addPart();
    assertEquals(CurlCode.OK, part.name(name));
    return part;
  }

  private static void callback(CurlMimePart part, long size, Bytes bytes) {
    assertEquals(CurlCode.OK, part.dataCallback(size, bytes, bytes, null, null));
  }

  /** The body, lines ended by a bar, its boundary by name. */
  private static String form(Request request) {
    String type = request.field("Content-Type");
    String boundary = type.substring(type.indexOf("boundary=") + 9);
    return request
        .body()
        .replace(boundary, "B")
        .replaceAll("-{24}[0-9A-Za-z]{22}", "INNER")
        .replace("\r\n", "|");
  }

  private static String field(String name, String value) {
    return "--B|Content-Disposition: form-data; name=\"" + name + "\"||" + value + "|";
  }

  @ParameterizedTest
  @EnumSource
  void partsOutOfCallbacks(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      Bytes known = new Bytes("dummy\n");
      CurlMimePart file = part(mime, "sendfile");
      callback(file, 6, known);
      file.filename("post it.c ");
      callback(part(mime, "again"), 6, new Bytes("dummy\n"));
      CurlMimePart some = part(mime, "some");
      some.filename("somefile.txt");
      some.data("blah blah");
      at(server, "/x").with(CurlOpt.MIMEPOST, mime).expect(CurlCode.OK, driven);
      assertEquals(
          "--B|Content-Disposition: form-data; name=\"sendfile\"; filename=\"post it.c \"||dummy\n|"
              + field("again", "dummy\n")
              + "--B|Content-Disposition: form-data; name=\"some\"; filename=\"somefile.txt\"|"
              + "Content-Type: text/plain||blah blah|--B--|",
          form(server.last()));
      assertEquals(server.last().body().length() + "", server.last().field("Content-Length"));
      assertEquals(6, known.calls, "a known size needs no call to find the end");
    }
  }

  /** A part of unknown size makes the whole go in chunks, encoded too. */
  @ParameterizedTest
  @EnumSource
  void partsOfUnknownSize(Drive drive, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.txt"), "from a file\n");
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      Bytes known = new Bytes("dummy");
      Bytes unknown = new Bytes("dummy");
      callback(part(mime, "field1"), 5, known);
      CurlMimePart encoded = part(mime, "field2");
      encoded.encoder("base64");
      callback(encoded, -1, unknown);
      part(mime, "field3").filedata(file.toString());
      at(server, "/x").with(CurlOpt.MIMEPOST, mime).expect(CurlCode.OK, driven);
      assertEquals("chunked", server.last().field("Transfer-Encoding"));
      assertEquals("100-continue", server.last().field("Expect"));
      assertNull(server.last().field("Content-Length"));
      assertEquals(
          field("field1", "dummy")
              + "--B|Content-Disposition: form-data; name=\"field2\"|"
              + "Content-Transfer-Encoding: base64||ZHVtbXk=|"
              + "--B|Content-Disposition: form-data; name=\"field3\"; filename=\"f.txt\"|"
              + "Content-Type: text/plain||from a file\n|--B--|",
          form(server.last()));
      assertEquals(5, known.calls);
      assertEquals(6, unknown.calls);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAbortedPartEndsTheTransfer(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      part(mime, "a")
          .dataCallback(5, (into, data) -> CurlSymbols.CURL_READFUNC_ABORT, null, null, null);
      at(server, "/x").with(CurlOpt.MIMEPOST, mime).expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertEquals(0, server.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFormThatIsTakenBackLeavesAnEmptyPost(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      part(mime, "fake").data("party");
      Fetch fetch = at(server, "/x").with(CurlOpt.MIMEPOST, mime);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(field("fake", "party") + "--B--|", form(server.last()));
      for (Fetch each : List.of(fetch, at(server, "/x"))) {
        each.with(CurlOpt.MIMEPOST, (CurlMime) null).expect(CurlCode.OK, driven);
        assertEquals(
            "POST /x HTTP/1.1\r\nHost: "
                + server.authority()
                + "\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n",
            server.last().head());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFormMayChangeBetweenTransfers(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      CurlMimePart part = part(mime, "name");
      part.data("short value");
      Fetch fetch = at(server, "/x").with(CurlOpt.MIMEPOST, mime);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(field("name", "short value") + "--B--|", form(server.last()));
      part.data("long value for length change");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(field("name", "long value for length change") + "--B--|", form(server.last()));
    }
  }

  /** What was sent as a whole may be a part of the next one; it starts over. */
  @ParameterizedTest
  @EnumSource
  void aFormMayBecomeAPart(Drive drive) {
    for (boolean called : new boolean[] {false, true}) {
      try (Driven driven = drive.open();
          RecordingServer server = server();
          CurlMime outer = CurlMime.init()) {
        CurlMime inner = CurlMime.init();
        CurlMimePart part = part(inner, "data");
        part.type("text/html");
        if (called) {
          callback(part, 7, new Bytes("<hello>"));
        } else {
          part.data("<hello>");
        }
        Fetch fetch = at(server, "/x").with(CurlOpt.MIMEPOST, inner);
        fetch.expect(CurlCode.OK, driven);
        String alone =
            "--B|Content-Disposition: form-data; name=\"data\"|Content-Type: text/html||"
                + "<hello>|--B--|";
        assertEquals(alone, form(server.last()));
        CurlMimePart around = outer.addPart();
        fetch.with(CurlOpt.MIMEPOST, outer);
        assertEquals(CurlCode.OK, around.subparts(inner));
        fetch.expect(CurlCode.OK, driven);
        assertEquals(
            "--B|Content-Disposition: form-data|Content-Type: multipart/mixed; boundary=INNER||"
                + alone.replace("form-data", "attachment").replace("--B", "--INNER")
                + "|--B--|",
            form(server.last()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFormIsSentAgainBehindARedirect(Drive drive, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.dat"), "from a file\n");
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      CurlMimePart own = part(mime, "own");
      own.headers(List.of("X-One: 1", "Content-Type: text/x"));
      own.data("x");
      CurlMime files = CurlMime.init();
      for (int i = 0; i < 2; i++) {
        files.addPart().filedata(file.toString());
      }
      part(mime, "multifile").subparts(files);
      callback(part(mime, "unknown"), -1, new Bytes("y"));
      at(server, "/from")
          .with(CurlOpt.MIMEPOST, mime)
          .with(CurlOpt.FOLLOWLOCATION, 1)
          .with(CurlOpt.POSTREDIR, CurlSymbols.CURL_REDIR_POST_301)
          .expect(CurlCode.OK, driven);
      assertEquals(2, server.requests().size());
      assertEquals("POST", server.last().method());
      String first = form(server.requests().get(0));
      assertEquals(first, form(server.last()));
      assertTrue(first.contains("name=\"own\"|Content-Type: text/x|X-One: 1||x|"), first);
      String each =
          "|Content-Disposition: attachment; filename=\"f.dat\"|"
              + "Content-Type: application/octet-stream||from a file\n|--INNER";
      assertTrue(first.contains("--INNER" + each + each + "--|"), first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartMayPause(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      Bytes bytes = new Bytes("AB");
      bytes.pauseBefore = 1;
      callback(part(mime, "field"), 2, bytes);
      Fetch fetch = at(server, "/x").with(CurlOpt.MIMEPOST, mime);
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, () -> bytes.calls == 2);
      assertEquals(2, driven.call(() -> bytes.calls));
      driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT));
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertEquals(field("field", "AB") + "--B--|", form(server.last()));
      assertEquals(3, bytes.calls);
      driven.remove(fetch.easy());
    }
  }

  /** Within perform of the handle itself the progress callback is who can go on. */
  @Test
  void theProgressCallbackGoesOnWithAPartThatPaused() {
    try (RecordingServer server = server();
        CurlMime mime = CurlMime.init()) {
      Bytes bytes = new Bytes("AB");
      bytes.pauseBefore = 1;
      callback(part(mime, "field"), 2, bytes);
      int[] asked = new int[1];
      CurlEasy easy =
          at(server, "/x").with(CurlOpt.MIMEPOST, mime).with(CurlOpt.NOPROGRESS, 0).easy();
      easy.setopt(
          CurlOpt.XFERINFOFUNCTION,
          (dltotal, dlnow, ultotal, ulnow, data) -> {
            if (bytes.calls == 2 && ++asked[0] == 2) {
              easy.pause(CurlSymbols.CURLPAUSE_CONT);
            }
            return 0;
          });
      assertEquals(CurlCode.OK, easy.perform(), easy.errorMessage());
      assertEquals(field("field", "AB") + "--B--|", form(server.last()));
      easy.close();
    }
  }
}
