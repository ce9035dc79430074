package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a POST sends, wherever its body comes from and whatever the handle did before. */
@Timeout(180)
class PostsTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final List<String> wire = new CopyOnWriteArrayList<>();

  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("ok"));
  }

  private static String url(RecordingServer server) {
    return "http://" + server.authority() + "/x";
  }

  /** One piece a call, then the end; it fails if it is called again after that. */
  private static ReadCallback pieces(String... pieces) {
    List<String> all = new ArrayList<>(List.of(pieces));
    all.add("");
    Iterator<String> rest = all.iterator();
    return (into, userdata) -> {
      byte[] piece = rest.next().getBytes(StandardCharsets.US_ASCII);
      into.put(piece);
      return piece.length;
    };
  }

  /** Keeps chunked bodies as they come over the wire, and answers each with the next text. */
  private ScriptedServer chunkServer(String... answers) {
    return new ScriptedServer(
        peer -> {
          for (String answer : answers) {
            String head = peer.readHead();
            if (head == null) {
              return;
            }
            if (head.contains("Expect:")) {
              peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            }
            wire.add(head + chunks(peer));
            peer.send(answer);
          }
          peer.readToEnd();
        });
  }

  private static String chunks(Peer peer) throws IOException {
    StringBuilder raw = new StringBuilder();
    String line = peer.readLine();
    while (line != null && !line.equals("\r\n")) {
      raw.append(line);
      int size = line.matches("[0-9a-f]+\r\n") ? Integer.parseInt(line.strip(), 16) : 0;
      if (size > 0) {
        raw.append(new String(peer.read(size + 2), StandardCharsets.ISO_8859_1));
      }
      line = peer.readLine();
    }
    return raw.append(line).toString();
  }

  private String lastBody() {
    String last = wire.get(wire.size() - 1);
    return last.substring(last.indexOf("\r\n\r\n") + 4).replace("\r\n", "|");
  }

  @ParameterizedTest
  @EnumSource
  void aCallbackSuppliesAsManyBytesAsAnnounced(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      new Fetch(url(server))
          .with(CurlOpt.POST, 1)
          .with(CurlOpt.POSTFIELDSIZE, 3)
          .with(CurlOpt.READFUNCTION, pieces("a", "b", "c"))
          .expect(CurlCode.OK, driven);
      assertEquals("POST", server.last().method());
      assertEquals("3", server.last().field("Content-Length"));
      assertEquals(FORM, server.last().field("Content-Type"));
      assertNull(server.last().field("Expect"));
      assertEquals("abc", server.last().body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachReadIsAChunkWhereTheSizeIsUnknown(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = chunkServer(RecordingServer.ok("ok"))) {
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.POST, 1)
          .with(CurlOpt.READFUNCTION, pieces("d", "um", "my"))
          .expect(CurlCode.OK, driven);
      assertEquals("1|d|2|um|2|my|0||", lastBody());
      String head = wire.get(0);
      assertTrue(head.contains("\r\nTransfer-Encoding: chunked\r\n"), head);
      assertTrue(head.contains("\r\nExpect: 100-continue\r\n"), head);
      assertTrue(!head.contains("Content-Length"), head);
    }
  }

  /** A size means nothing where chunks are asked for. */
  @ParameterizedTest
  @EnumSource
  void chunksThatAreAskedForGoBeforeASize(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = chunkServer(RecordingServer.ok("ok"))) {
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.POSTFIELDSIZE, 4)
          .with(CurlOpt.POSTFIELDS, (byte[]) null)
          .with(CurlOpt.READFUNCTION, pieces("one", "three", "four"))
          .with(CurlOpt.POST, 1)
          .with(CurlOpt.HTTPHEADER, List.of("Expect:", "Transfer-Encoding: chunked"))
          .expect(CurlCode.OK, driven);
      assertEquals("3|one|5|three|4|four|0||", lastBody());
      assertTrue(!wire.get(0).contains("Content-Length"), wire.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void trailersFollowFieldsThatGoInChunks(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = chunkServer(RecordingServer.ok("ok"))) {
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.POSTFIELDS, "x=y&a=b")
          .with(CurlOpt.HTTPHEADER, List.of("Trailer: X-One", "Transfer-Encoding: chunked"))
          .with(
              CurlOpt.TRAILERFUNCTION,
              (trailers, userdata) -> {
                trailers.add("X-One: 1");
                return CurlSymbols.CURL_TRAILERFUNC_OK;
              })
          .expect(CurlCode.OK, driven);
      assertEquals("7|x=y&a=b|0|X-One: 1||", lastBody());
    }
  }

  /** Digest asks first; the first request is an empty chunk, and expects nothing. */
  @ParameterizedTest
  @EnumSource
  void chunksWaitForTheChallenge(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            chunkServer(
                "HTTP/1.1 401 who\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\n"
                    + "Content-Length: 0\r\n\r\n",
                RecordingServer.ok("ok"))) {
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.POST, 1)
          .with(CurlOpt.READFUNCTION, pieces("one", "two"))
          .with(CurlOpt.HTTPHEADER, List.of("Transfer-Encoding: chunked"))
          .with(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_DIGEST)
          .with(CurlOpt.USERPWD, "me:secret")
          .expect(CurlCode.OK, driven);
      assertEquals(2, wire.size());
      assertTrue(wire.get(0).endsWith("\r\n\r\n0\r\n\r\n"), wire.get(0));
      assertTrue(!wire.get(0).contains("Expect"), wire.get(0));
      assertTrue(wire.get(1).contains("\r\nAuthorization: Digest "), wire.get(1));
      assertTrue(wire.get(1).contains("\r\nExpect: 100-continue\r\n"), wire.get(1));
      assertEquals("3|one|3|two|0||", lastBody());
    }
  }

  @ParameterizedTest
  @EnumSource
  void fieldsThatAreTakenBackLeaveAnEmptyPost(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      new Fetch(url(server))
          .with(CurlOpt.POSTFIELDS, (byte[]) null)
          .with(CurlOpt.POSTFIELDSIZE, 0)
          .expect(CurlCode.OK, driven);
      assertEquals("POST", server.last().method());
      assertEquals("0", server.last().field("Content-Length"));
      assertEquals(FORM, server.last().field("Content-Type"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHeadFollowsAPostThatWasPrepared(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(request -> "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n")) {
      Fetch fetch =
          new Fetch(url(server))
              .with(CurlOpt.POSTFIELDS, "moo")
              .with(CurlOpt.POSTFIELDSIZE, 3)
              .with(CurlOpt.POST, 1)
              .with(CurlOpt.NOBODY, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("HEAD", server.last().method());
      assertNull(server.last().field("Content-Length"));
      assertNull(server.last().field("Content-Type"));
      assertEquals(6, fetch.info(CurlInfo.CONTENT_LENGTH_DOWNLOAD_T));
    }
  }

  /** With a size that was set before, zero bytes are as good as others. */
  @ParameterizedTest
  @EnumSource
  void copiesAreTheHandlesOwnAndItsDuplicatesToo(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      byte[] fields = "bin\0ary".getBytes(StandardCharsets.ISO_8859_1);
      CurlEasy copy;
      try (CurlEasy easy = CurlEasy.init()) {
        easy.setopt(CurlOpt.URL, url(server));
        easy.setopt(CurlOpt.POSTFIELDSIZE, fields.length);
        assertEquals(CurlCode.OK, easy.setopt(CurlOpt.COPYPOSTFIELDS, fields));
        easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
        fields[0] = 'X';
        copy = easy.duplicate();
      }
      assertEquals(CurlCode.OK, driven.run(copy, Fetch.LIMIT).result());
      assertEquals("bin\0ary", server.last().body());
      copy.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyFollowsAHeadOfManyKibibytes(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      List<String> lines = new ArrayList<>(List.of("Expect:"));
      for (int i = 0; i < 8; i++) {
        lines.add("Header" + i + ": " + "A".repeat(5000));
      }
      String[] parts = new String[40];
      java.util.Arrays.fill(parts, "B".repeat(1024));
      new Fetch(url(server))
          .with(CurlOpt.HTTPHEADER, lines)
          .with(CurlOpt.POST, 1)
          .with(CurlOpt.POSTFIELDSIZE, 40_960)
          .with(CurlOpt.READFUNCTION, pieces(parts))
          .expect(CurlCode.OK, driven);
      assertEquals("A".repeat(5000), server.last().field("Header7"));
      assertEquals("B".repeat(40_960), server.last().body());
    }
  }

  /** Nothing counts twice, however small the pieces that the system takes. */
  @ParameterizedTest
  @EnumSource
  void whatIsSentCountsOnce(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch fetch =
          new Fetch(url(server))
              .with(CurlOpt.POSTFIELDS, "A".repeat(400_000))
              .with(CurlOpt.HTTPHEADER, List.of("Expect:"))
              .with(
                  CurlOpt.SOCKOPTFUNCTION,
                  (socket, purpose, userdata) ->
                      socket.setOption(StandardSocketOptions.SO_SNDBUF, 4096)
                          ? CurlSymbols.CURL_SOCKOPT_OK
                          : CurlSymbols.CURL_SOCKOPT_ERROR);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(400_000, server.last().body().length());
      assertEquals(400_000, fetch.info(CurlInfo.SIZE_UPLOAD_T));
    }
  }

  /** Options may be set until perform; on a loop of its own a transfer starts when it is added. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EMBEDDED")
  void optionsMayBeSetOnceAdded(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      try (CurlEasy easy = CurlEasy.init()) {
        driven.add(easy);
        easy.setopt(CurlOpt.URL, url(server));
        easy.setopt(CurlOpt.POSTFIELDSIZE_LARGE, 8L);
        easy.setopt(CurlOpt.POSTFIELDS, ".abc\0xyz");
        easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
        assertEquals(".abc\0xyz", server.last().body());
        driven.remove(easy);
      }
    }
  }

  /** What cannot be read again fails; reset makes the handle as good as new. */
  @ParameterizedTest
  @EnumSource
  void aSourceThatCannotBeReadAgainIsForgottenByReset(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(request -> RecordingServer.redirect(307, "/x"))) {
      Fetch fetch =
          new Fetch(url(server))
              .with(CurlOpt.FOLLOWLOCATION, 1)
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.INFILESIZE, 5)
              .with(CurlOpt.READFUNCTION, pieces("hello"));
      fetch.expect(CurlCode.SEND_FAIL_REWIND, driven);
      fetch.easy().reset();
      fetch.with(CurlOpt.URL, url(server)).expect(CurlCode.OK, driven);
      Request last = server.last();
      assertEquals("GET", last.method());
      assertEquals(307, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorPageIsForgottenByReset(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.path().equals("/x")
                        ? "HTTP/1.1 404 Bad\r\nContent-Length: 3\r\n\r\nbad"
                        : RecordingServer.ok("fine"))) {
      Fetch fetch = new Fetch(url(server)).with(CurlOpt.FAILONERROR, 1);
      fetch.expect(CurlCode.HTTP_RETURNED_ERROR, driven);
      assertEquals("", fetch.body());
      fetch.easy().reset();
      fetch
          .with(CurlOpt.URL, url(server) + "/2")
          .with(CurlOpt.FAILONERROR, 1)
          .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> fetch.take(data));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("fine", fetch.body());
    }
  }
}
