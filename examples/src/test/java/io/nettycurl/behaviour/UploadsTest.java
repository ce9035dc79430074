package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.behaviour.RecordingServer.Request;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies go out whole, from the start where they have to go twice. */
@Timeout(180)
class UploadsTest {
  private static final SSLContext TLS = Certificates.serverContext();

  @TempDir private Path folder;

  /** A body that can be read again. */
  private static final class Source {
    private final byte[] bytes;
    private final int piece;
    private int at;
    private int reads;
    private int seeks;

    Source(int size, int piece) {
      bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      this.piece = piece;
    }

    String text() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    long read(ByteBuffer into) {
      reads++;
      int count = Math.min(Math.min(piece, into.remaining()), bytes.length - at);
      into.put(bytes, at, count);
      at += count;
      return count;
    }

    long seek(long offset) {
      seeks++;
      at = (int) offset;
      return CurlSymbols.CURL_SEEKFUNC_OK;
    }

    Fetch into(Fetch fetch) {
      return fetch
          .with(CurlOpt.READFUNCTION, (into, userdata) -> read(into))
          .with(CurlOpt.SEEKFUNCTION, (offset, userdata) -> seek(offset));
    }
  }

  private static String answer(Request request) {
    return switch (request.path()) {
      case "/307" -> RecordingServer.redirect(307, "/end");
      case "/417" ->
          request.field("Expect") == null
              ? RecordingServer.ok("taken")
              : "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n";
      default -> RecordingServer.ok("taken");
    };
  }

  @ParameterizedTest
  @EnumSource
  void ofKnownAndUnknownLength(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer);
        RecordingServer secure = new RecordingServer(TLS, UploadsTest::answer)) {
      for (int size : new int[] {0, 1, 1000, 70_000, 1_500_000}) {
        for (boolean known : new boolean[] {true, false}) {
          for (boolean tls : new boolean[] {false, true}) {
            Source source = new Source(size, 50_000);
            String url = tls ? "https://" + secure.authority() : "http://" + server.authority();
            Fetch fetch =
                source
                    .into(new Fetch(url + "/x"))
                    .with(CurlOpt.CAINFO_BLOB, Certificates.trusted())
                    .with(CurlOpt.UPLOAD, 1)
                    .with(CurlOpt.INFILESIZE_LARGE, known ? size : -1);
            String what = size + (known ? " known" : " unknown") + (tls ? " TLS" : "");
            assertEquals(CurlCode.OK, fetch.run(driven), what);
            Request request = (tls ? secure : server).last();
            assertTrue(request.body().equals(source.text()), what);
            assertEquals(known ? null : "chunked", request.field("Transfer-Encoding"), what);
            assertEquals("taken", fetch.body(), what);
            long sent = fetch.info(CurlInfo.SIZE_UPLOAD_T);
            // Chunks count as they go over the wire.
            assertTrue(known ? sent == size : sent >= size + 5, () -> what + ": " + sent);
          }
        }
      }
      assertEquals(1, server.connections());
      assertEquals(1, secure.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromAStream(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer)) {
      byte[] bytes = "streamed".getBytes(StandardCharsets.US_ASCII);
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.READDATA, new ByteArrayInputStream(bytes))
          .expect(CurlCode.OK, driven);
      assertEquals("streamed", server.last().body());
    }
  }

  private Path file(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(folder.resolve("file"), bytes);
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource
  void fromAFile(Drive drive) throws IOException {
    int size = 3_000_000;
    Path file = file(size);
    String text = text(file);
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer);
        RecordingServer secure = new RecordingServer(TLS, UploadsTest::answer);
        FileChannel data = FileChannel.open(file)) {
      for (boolean tls : new boolean[] {false, true}) {
        for (boolean known : new boolean[] {true, false}) {
          data.position(0);
          String url = tls ? "https://" + secure.authority() : "http://" + server.authority();
          Fetch fetch =
              new Fetch(url + "/307")
                  .with(CurlOpt.CAINFO_BLOB, Certificates.trusted())
                  .with(CurlOpt.UPLOAD, 1)
                  .with(CurlOpt.FOLLOWLOCATION, 1)
                  .with(CurlOpt.INFILESIZE_LARGE, known ? size : -1)
                  .with(CurlOpt.READDATA, data);
          fetch.expect(CurlCode.OK, driven);
          assertTrue((tls ? secure : server).last().body().equals(text), url + known);
          assertEquals("/end", (tls ? secure : server).last().path());
          assertEquals(size, data.position());
          assertTrue(known ? fetch.info(CurlInfo.SIZE_UPLOAD_T) == size : data.isOpen());
        }
      }
    }
  }

  /** The position is where the body starts, and another transfer goes on where one ended. */
  @ParameterizedTest
  @EnumSource
  void partsOfAFile(Drive drive) throws IOException {
    Path file = file(900_000);
    String text = text(file);
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer);
        FileChannel data = FileChannel.open(file)) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.INFILESIZE_LARGE, 400_000)
              .with(CurlOpt.READDATA, data);
      for (int part = 0; part < 2; part++) {
        fetch.expect(CurlCode.OK, driven);
        String expected = text.substring(part * 400_000, (part + 1) * 400_000);
        assertTrue(server.last().body().equals(expected), "part " + part);
      }
      assertEquals(1, server.connections());
      fetch.expect(CurlCode.READ_ERROR, driven);
      assertEquals(
          "client read function EOF fail, only 100000/400000 of needed bytes read",
          fetch.easy().errorMessage());
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromAFileOverFtp(Drive drive) throws IOException {
    Path file = file(3_000_000);
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script);
        FileChannel data = FileChannel.open(file)) {
      Fetch fetch =
          new Fetch("ftp://" + server.authority() + "/f")
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.READDATA, data);
      fetch.expect(CurlCode.OK, driven);
      assertTrue(script.received().equals(text(file)));
      assertEquals(3_000_000L, fetch.info(CurlInfo.SIZE_UPLOAD_T));
      assertTrue(data.isOpen());
    }
  }

  @ParameterizedTest
  @EnumSource
  void againAfterRedirect(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer)) {
      Source source = new Source(100_000, 9_000);
      Fetch fetch =
          source
              .into(new Fetch("http://" + server.authority() + "/307"))
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.FOLLOWLOCATION, 1)
              .with(CurlOpt.INFILESIZE_LARGE, 100_000);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(2, server.requests().size());
      for (Request request : server.requests()) {
        assertEquals("PUT", request.method());
        assertTrue(request.body().equals(source.text()), request.path());
      }
      assertEquals("/end", server.last().path());
      assertEquals(1, source.seeks);
    }
  }

  /** 417 before anything of the body was sent. */
  @ParameterizedTest
  @EnumSource
  void againWithoutExpect(Drive drive) {
    List<String> heads = new CopyOnWriteArrayList<>();
    Source source = new Source(2_000_000, 100_000);
    AtomicInteger bytes = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  for (String head = peer.readHead(); head != null; head = peer.readHead()) {
                    heads.add(head);
                    if (head.contains("Expect:")) {
                      peer.send("HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n");
                    } else {
                      bytes.addAndGet(peer.read(2_000_000).length);
                      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                  }
                })) {
      Fetch fetch =
          source
              .into(new Fetch("http://" + server.authority() + "/x"))
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.EXPECT_100_TIMEOUT_MS, 60_000)
              .with(CurlOpt.INFILESIZE_LARGE, 2_000_000);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("ok", fetch.body());
      assertEquals(2, heads.size());
      assertEquals(2_000_000, bytes.get());
      assertEquals(0, source.seeks);
    }
  }

  /** Without 100 the body goes out all the same, after a while. */
  @ParameterizedTest
  @EnumSource
  void withoutContinue(Drive drive) {
    Source source = new Source(10, 10);
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.read(10);
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                })) {
      source
          .into(new Fetch("http://" + server.authority() + "/x"))
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 10)
          .with(CurlOpt.HTTPHEADER, List.of("Expect: 100-continue"))
          .with(CurlOpt.EXPECT_100_TIMEOUT_MS, 50)
          .expect(CurlCode.OK, driven);
    }
  }

  /** H9: an error in the middle is read, and the rest of the body stays at home. */
  @ParameterizedTest
  @EnumSource
  void refusedInTheMiddle(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.read(1000);
                  peer.send("HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno");
                  peer.readToEnd();
                })) {
      Source source = new Source(1_000, 1_000);
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.INFILESIZE_LARGE, 5_000_000)
              .with(
                  CurlOpt.READFUNCTION,
                  (into, userdata) -> {
                    long count = source.read(into);
                    return count == 0 ? CurlSymbols.CURL_READFUNC_PAUSE : count;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(403, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals("no", fetch.body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shorterThanAnnouncedOrAborted(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer)) {
      Source shorter = new Source(5, 5);
      shorter
          .into(new Fetch("http://" + server.authority() + "/x"))
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 10)
          .expect(CurlCode.READ_ERROR, driven);
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 10)
          .with(CurlOpt.READFUNCTION, (into, userdata) -> CurlSymbols.CURL_READFUNC_ABORT)
          .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      new Fetch("http://" + server.authority() + "/x")
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 10)
          .with(CurlOpt.READFUNCTION, (into, userdata) -> into.remaining() + 1L)
          .expect(CurlCode.READ_ERROR, driven);
      assertEquals(0, server.requests().size());
    }
  }

  /** Item 17. */
  @ParameterizedTest
  @EnumSource
  void nextRequestIsNotTheLast(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer)) {
      Source source = new Source(5, 5);
      Fetch fetch =
          source
              .into(new Fetch("http://" + server.authority() + "/x"))
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.INFILESIZE_LARGE, 5);
      fetch.expect(CurlCode.OK, driven);
      int reads = source.reads;
      fetch.with(CurlOpt.POSTFIELDS, "a=b");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("POST", server.last().method());
      assertEquals("a=b", server.last().body());
      assertEquals(reads, source.reads);
      fetch.with(CurlOpt.HTTPGET, 1);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("GET", server.last().method());
      assertEquals("", server.last().body());
      assertNull(server.last().field("Content-Length"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void trailersFollow(Drive drive) {
    List<String> raw = new CopyOnWriteArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  for (String line = peer.readLine();
                      !line.equals("0\r\n");
                      line = peer.readLine()) {
                    raw.add(line);
                  }
                  raw.add(peer.readHead());
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                })) {
      Source source = new Source(1, 1);
      Fetch fetch =
          source
              .into(new Fetch("http://" + server.authority() + "/x"))
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.HTTPHEADER, List.of("Expect:", "Trailer: X"))
              .with(
                  CurlOpt.TRAILERFUNCTION,
                  (trailers, userdata) -> {
                    trailers.add("X: y");
                    return CurlSymbols.CURL_TRAILERFUNC_OK;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals("X: y\r\n\r\n", raw.get(raw.size() - 1));
      assertNotNull(fetch.body());
    }
  }

  /** B14: what the peer has is gone over by seeking, or where that cannot be by reading. */
  @ParameterizedTest
  @EnumSource
  void goesOnInTheMiddle(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(UploadsTest::answer)) {
      for (long seekAnswer :
          new long[] {
            CurlSymbols.CURL_SEEKFUNC_OK, CurlSymbols.CURL_SEEKFUNC_CANTSEEK, NO_CALLBACK
          }) {
        Source source = new Source(50_000, 7_000);
        Fetch fetch =
            source
                .into(new Fetch("http://" + server.authority() + "/x"))
                .with(CurlOpt.UPLOAD, 1)
                .with(CurlOpt.INFILESIZE_LARGE, 50_000)
                .with(CurlOpt.RESUME_FROM_LARGE, 20_000);
        if (seekAnswer == NO_CALLBACK) {
          fetch.with(CurlOpt.SEEKFUNCTION, null);
        } else {
          fetch.with(
              CurlOpt.SEEKFUNCTION,
              (offset, userdata) ->
                  seekAnswer == CurlSymbols.CURL_SEEKFUNC_OK ? source.seek(offset) : seekAnswer);
        }
        fetch.expect(CurlCode.OK, driven);
        assertEquals(source.text().substring(20_000), server.last().body(), "" + seekAnswer);
        assertEquals("bytes 20000-49999/50000", server.last().field("Content-Range"));
      }
      Source source = new Source(50_000, 7_000);
      source
          .into(new Fetch("http://" + server.authority() + "/x"))
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 50_000)
          .with(CurlOpt.RESUME_FROM_LARGE, 20_000)
          .with(CurlOpt.SEEKFUNCTION, (offset, userdata) -> CurlSymbols.CURL_SEEKFUNC_FAIL)
          .expect(CurlCode.READ_ERROR, driven);
      assertEquals(3, server.requests().size());
    }
  }

  private static final long NO_CALLBACK = -1;
}
