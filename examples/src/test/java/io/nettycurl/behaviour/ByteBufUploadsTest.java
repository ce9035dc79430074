package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.ByteBufReadCallback;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads as buffers: whole, without a copy, and every buffer is given back once. */
@Timeout(180)
class ByteBufUploadsTest {
  private static final SSLContext TLS = Certificates.serverContext();

  /** A body in buffers that it remembers. */
  private static final class Source {
    private final byte[] bytes;
    private final int piece;
    private final List<ByteBuf> given = new CopyOnWriteArrayList<>();
    private volatile int at;

    Source(int size, int piece) {
      bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      this.piece = piece;
    }

    String text() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    ByteBuf read(int wanted, Object userdata) {
      if (at == bytes.length) {
        return Unpooled.EMPTY_BUFFER;
      }
      int from = at;
      int count = Math.min(piece, bytes.length - from);
      ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer(count).writeBytes(bytes, from, count);
      // One thread at a time reads; others only look how far it is.
      at = from + count;
      given.add(buffer);
      return buffer;
    }

    Fetch into(Fetch fetch) {
      return fetch
          .with(CurlOpt.UPLOAD, 1)
          .with(NettyOpt.BYTEBUF_READFUNCTION, this::read)
          .with(
              CurlOpt.SEEKFUNCTION,
              (offset, userdata) -> {
                at = (int) offset;
                return CurlSymbols.CURL_SEEKFUNC_OK;
              });
    }

    void assertGivenBack() {
      assertTrue(!given.isEmpty());
      for (ByteBuf buffer : given) {
        assertEquals(0, buffer.refCnt());
      }
    }

    /** Where what was written may still be on its way out of the channel. */
    void awaitGivenBack(Driven driven) {
      driven.until(Fetch.LIMIT, () -> given.stream().allMatch(buffer -> buffer.refCnt() == 0));
      assertGivenBack();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofKnownAndUnknownLength(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"));
        RecordingServer secure = new RecordingServer(TLS, r -> RecordingServer.ok("taken"))) {
      for (int size : new int[] {1, 70_000, 700_000}) {
        for (boolean known : new boolean[] {true, false}) {
          for (boolean tls : new boolean[] {false, true}) {
            for (int piece : new int[] {size / 30 + 1, 200_000}) {
              Source source = new Source(size, piece);
              String url = tls ? "https://" + secure.authority() : "http://" + server.authority();
              Fetch fetch =
                  source
                      .into(new Fetch(url + "/x"))
                      .with(CurlOpt.CAINFO_BLOB, Certificates.trusted())
                      .with(CurlOpt.INFILESIZE_LARGE, known ? size : -1);
              fetch.expect(CurlCode.OK, driven);
              assertTrue((tls ? secure : server).last().body().equals(source.text()));
              assertEquals("taken", fetch.body());
              long sent = fetch.info(CurlInfo.SIZE_UPLOAD_T);
              assertTrue(known ? sent == size : sent >= size + 5, () -> "sent " + sent);
              source.assertGivenBack();
            }
          }
        }
      }
      assertEquals(1, server.connections());
    }
  }

  /** The size line, the data and the line end are shown as one. */
  @ParameterizedTest
  @EnumSource
  void traceShowsWhatGoesOut(Drive drive) {
    StringBuffer shown = new StringBuffer();
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"))) {
      Source source = new Source(300, 200);
      source
          .into(new Fetch("http://" + server.authority() + "/x"))
          .with(CurlOpt.VERBOSE, 1)
          .with(
              CurlOpt.DEBUGFUNCTION,
              (easy, type, data, userdata) -> {
                if (type == CurlSymbols.CURLINFO_DATA_OUT) {
                  shown.append(StandardCharsets.ISO_8859_1.decode(data));
                }
                return 0;
              })
          .expect(CurlCode.OK, driven);
      String text = source.text();
      assertEquals(
          "c8\r\n" + text.substring(0, 200) + "\r\n64\r\n" + text.substring(200) + "\r\n0\r\n\r\n",
          shown.toString());
    }
  }

  /** Nobody copies what the callback gave, but for the system. */
  private static final class Uncopied extends UnpooledDirectByteBuf {
    private final AtomicInteger copies;

    Uncopied(int size, AtomicInteger copies) {
      super(UnpooledByteBufAllocator.DEFAULT, size, size);
      this.copies = copies;
    }

    @Override
    public ByteBuf getBytes(int index, ByteBuf into, int at, int length) {
      copies.incrementAndGet();
      return super.getBytes(index, into, at, length);
    }

    @Override
    public ByteBuf getBytes(int index, byte[] into, int at, int length) {
      copies.incrementAndGet();
      return super.getBytes(index, into, at, length);
    }

    @Override
    public ByteBuf getBytes(int index, ByteBuffer into) {
      copies.incrementAndGet();
      return super.getBytes(index, into);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsCopied(Drive drive) {
    AtomicInteger copies = new AtomicInteger();
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"));
        SoakH2Server h2 = new SoakH2Server();
        ScriptedServer ftp = new ScriptedServer(script)) {
      for (String url :
          List.of(
              "http://" + server.authority() + "/x",
              "http://" + h2.authority() + "/echo/0",
              "ftp://" + ftp.authority() + "/f")) {
        AtomicInteger left = new AtomicInteger(3);
        ByteBufReadCallback read =
            (wanted, userdata) ->
                left.getAndDecrement() > 0
                    ? new Uncopied(20_000, copies).writeZero(20_000)
                    : Unpooled.EMPTY_BUFFER;
        Fetch fetch =
            new Fetch(url).with(CurlOpt.UPLOAD, 1).with(NettyOpt.BYTEBUF_READFUNCTION, read);
        if (url.contains("echo")) {
          fetch.with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE);
        }
        fetch.expect(CurlCode.OK, driven);
        assertEquals(0, copies.get(), url);
      }
      assertEquals(60_000, server.last().body().length());
      assertEquals(60_000, script.received().length());
    }
  }

  @ParameterizedTest
  @EnumSource
  void overHttp2(Drive drive) {
    try (Driven driven = drive.open();
        SoakH2Server server = new SoakH2Server()) {
      for (boolean known : new boolean[] {true, false}) {
        Source source = new Source(300_000, 50_000);
        Fetch fetch =
            source
                .into(new Fetch("http://" + server.authority() + "/echo/0"))
                .with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE)
                .with(CurlOpt.INFILESIZE_LARGE, known ? 300_000 : -1);
        fetch.expect(CurlCode.OK, driven);
        assertTrue(fetch.body().equals(source.text()));
        source.assertGivenBack();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void overFtpAndIntoAFile(Drive drive, @TempDir Path folder) throws IOException {
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Source source = new Source(300_000, 90_000);
      source.into(new Fetch("ftp://" + server.authority() + "/f")).expect(CurlCode.OK, driven);
      assertTrue(script.received().equals(source.text()));
      source.assertGivenBack();
      Source another = new Source(200_000, 90_000);
      Path file = folder.resolve("f");
      another.into(new Fetch(file.toUri().toString())).expect(CurlCode.OK, driven);
      assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).equals(another.text()));
      another.assertGivenBack();
    }
  }

  /** What a resumed upload has to leave out is read over where nobody can seek. */
  @ParameterizedTest
  @EnumSource
  void resumedUploadReadsOverWhatIsThere(Drive drive) {
    FtpScript script = new FtpScript();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script);
        RecordingServer http = new RecordingServer(request -> RecordingServer.ok("taken"))) {
      for (String url : List.of("ftp://" + server.authority(), "http://" + http.authority())) {
        Source source = new Source(1000, 300);
        source
            .into(new Fetch(url + "/f"))
            .with(CurlOpt.SEEKFUNCTION, (offset, userdata) -> CurlSymbols.CURL_SEEKFUNC_CANTSEEK)
            .with(CurlOpt.RESUME_FROM_LARGE, 700)
            .with(CurlOpt.INFILESIZE_LARGE, 1000)
            .expect(CurlCode.OK, driven);
        String got = url.startsWith("ftp") ? script.received() : http.last().body();
        assertTrue(got.equals(source.text().substring(700)), url);
        source.assertGivenBack();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void againAfterRedirect(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.path().equals("/307")
                        ? RecordingServer.redirect(307, "/end")
                        : RecordingServer.ok("taken"))) {
      Source source = new Source(100_000, 9_000);
      source
          .into(new Fetch("http://" + server.authority() + "/307"))
          .with(CurlOpt.FOLLOWLOCATION, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 100_000)
          .expect(CurlCode.OK, driven);
      assertEquals(2, server.requests().size());
      server.requests().forEach(request -> assertTrue(request.body().equals(source.text())));
      source.assertGivenBack();
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreThanWasAnnouncedIsNotSent(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"))) {
      Source source = new Source(1000, 600);
      source
          .into(new Fetch("http://" + server.authority() + "/x"))
          .with(CurlOpt.INFILESIZE_LARGE, 700)
          .expect(CurlCode.OK, driven);
      assertEquals(source.text().substring(0, 700), server.last().body());
      source.assertGivenBack();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerHasItsCode(Drive drive) {
    record Case(ByteBufReadCallback callback, CurlCode code) {}
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"))) {
      Source first = new Source(10, 10);
      for (Case row :
          List.of(
              new Case((w, u) -> ByteBufReadCallback.ABORT, CurlCode.ABORTED_BY_CALLBACK),
              new Case((w, u) -> null, CurlCode.READ_ERROR),
              new Case(
                  (w, u) -> {
                    throw new IllegalStateException("no more");
                  },
                  CurlCode.ABORTED_BY_CALLBACK),
              new Case((w, u) -> Unpooled.EMPTY_BUFFER, CurlCode.READ_ERROR))) {
        first.at = 0;
        new Fetch("http://" + server.authority() + "/x")
            .with(CurlOpt.UPLOAD, 1)
            .with(CurlOpt.INFILESIZE_LARGE, 20)
            .with(
                NettyOpt.BYTEBUF_READFUNCTION,
                (wanted, userdata) ->
                    first.at == 0
                        ? first.read(wanted, userdata)
                        : row.callback().read(wanted, null))
            .expect(row.code(), driven);
        first.awaitGivenBack(driven);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void pauseLastsUntilItGoesOn(Drive drive) {
    AtomicBoolean paused = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"))) {
      Source source = new Source(3000, 1000);
      Fetch fetch =
          source
              .into(new Fetch("http://" + server.authority() + "/x"))
              .with(
                  NettyOpt.BYTEBUF_READFUNCTION,
                  (wanted, userdata) -> {
                    asked.incrementAndGet();
                    if (source.at == 1000 && paused.compareAndSet(false, true)) {
                      return ByteBufReadCallback.PAUSE;
                    }
                    return source.read(wanted, userdata);
                  });
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, paused::get);
      assertEquals(2, asked.get());
      assertEquals(CurlCode.OK, driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT)));
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      driven.remove(fetch.easy());
      assertTrue(server.last().body().equals(source.text()));
      source.assertGivenBack();
    }
  }

  /** The peer reads nothing: the callback is left alone, and what it gave is given back. */
  @ParameterizedTest
  @EnumSource
  void aPeerThatDoesNotReadHoldsItUp(Drive drive) {
    CountDownLatch over = new CountDownLatch(1);
    int size = 60_000_000;
    try (Driven driven = drive.open();
        RecordingServer other = new RecordingServer(request -> RecordingServer.ok("taken"));
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  assertDoesNotThrow(() -> over.await(60, TimeUnit.SECONDS));
                })) {
      Source source = new Source(size, 1_000_000);
      Fetch fetch =
          source
              .into(new Fetch("http://" + server.authority() + "/x"))
              .with(CurlOpt.EXPECT_100_TIMEOUT_MS, 1)
              .with(CurlOpt.INFILESIZE_LARGE, size);
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, () -> source.at >= 1_000_000);
      for (int i = 0; i < 20; i++) {
        new Fetch("http://" + other.authority() + "/").expect(CurlCode.OK, driven);
      }
      assertTrue(source.at < size / 2, () -> "read " + source.at);
      driven.remove(fetch.easy());
      source.awaitGivenBack(driven);
    } finally {
      over.countDown();
    }
  }
}
