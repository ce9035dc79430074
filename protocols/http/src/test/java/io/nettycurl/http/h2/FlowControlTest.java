package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http2.Http2Error;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.TrailerCallback;
import io.nettycurl.http.h2.Http2Bench.Run;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies in both directions, as far as the windows allow. */
class FlowControlTest {
  private final Http2Bench bench = new Http2Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private FakeTransfer post(String text) {
    return bench
        .transfer()
        .requestKind(RequestKind.POST)
        .set(CurlOpt.POSTFIELDS, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private FakeTransfer upload(ScriptedBody body) {
    long length = body.length();
    return bench
        .transfer()
        .requestKind(RequestKind.PUT)
        .callbackBody(body)
        .set(CurlOpt.INFILESIZE_LARGE, length);
  }

  private List<String> startBehindHello(FakeTransfer transfer) {
    bench.start(transfer);
    List<String> sent = bench.sent();
    return sent.subList(3, sent.size());
  }

  @Test
  void smallBodyGoesWithTheHead() {
    FakeTransfer transfer = post("a=b");
    bench.start(transfer);
    assertEquals(1, bench.writes());
    assertEquals(3, transfer.uploaded());
    assertTrue(transfer.uploadIsDone());
  }

  @Test
  void postHasItsLength() {
    assertEquals(
        List.of(
            "HEADERS 1 :method=POST, :scheme=http, :authority=host.test, :path=/a, accept=*/*,"
                + " content-length=3, content-type=application/x-www-form-urlencoded",
            "DATA 1 END 'a=b'"),
        startBehindHello(post("a=b")));
  }

  @Test
  void emptyPostEndsWithItsHead() {
    List<String> sent = startBehindHello(post(""));
    assertEquals(1, sent.size());
    assertTrue(sent.get(0).startsWith("HEADERS 1 END :method=POST"), sent.get(0));
    assertTrue(sent.get(0).contains("content-length=0"));
  }

  @Test
  void unknownLengthNeedsNoChunks() {
    ScriptedBody body = ScriptedBody.unknown().piece("one").piece("two");
    List<String> sent = startBehindHello(upload(body));
    assertEquals(
        List.of(
            "HEADERS 1 :method=PUT, :scheme=http, :authority=host.test, :path=/a, accept=*/*",
            "DATA 1 'one'",
            "DATA 1 'two'",
            "DATA 1 END ''"),
        sent);
  }

  @Test
  void trailersEndAnUpload() {
    TrailerCallback trailers =
        (list, userdata) -> {
          list.add("X-Sum: 7");
          list.add("nonsense");
          return CurlSymbols.CURL_TRAILERFUNC_OK;
        };
    FakeTransfer transfer = upload(ScriptedBody.unknown().piece("one"));
    transfer.set(CurlOpt.TRAILERFUNCTION, trailers);
    List<String> sent = startBehindHello(transfer);
    assertEquals(List.of("DATA 1 'one'", "HEADERS 1 END x-sum=7"), sent.subList(1, 3));
    assertTrue(transfer.uploadIsDone());
  }

  @Test
  void refusedTrailersAreTheEnd() {
    TrailerCallback trailers = (list, userdata) -> CurlSymbols.CURL_TRAILERFUNC_ABORT;
    FakeTransfer transfer = upload(ScriptedBody.unknown().piece("one"));
    transfer.set(CurlOpt.TRAILERFUNCTION, trailers);
    List<String> sent = startBehindHello(transfer);
    assertEquals(CurlCode.ABORTED_BY_CALLBACK, transfer.result());
    assertEquals("RST 1 CANCEL", sent.get(sent.size() - 1));
  }

  @Test
  void pausedSourceIsResumed() {
    ScriptedBody body = ScriptedBody.unknown().piece("one").pause().piece("two");
    FakeTransfer transfer = upload(body);
    Run run = bench.start(transfer);
    List<String> sent = bench.sent();
    assertEquals("DATA 1 'one'", sent.get(sent.size() - 1));
    run.exchange().resumeSend();
    assertEquals(List.of("DATA 1 'two'", "DATA 1 END ''"), bench.sent());
  }

  @Test
  void failingSourceResetsItsStreamOnly() {
    FakeTransfer transfer = upload(ScriptedBody.announced(6).piece("one").abort());
    List<String> sent = startBehindHello(transfer);
    assertEquals(CurlCode.ABORTED_BY_CALLBACK, transfer.result());
    assertEquals("RST 1 CANCEL", sent.get(sent.size() - 1));
    assertTrue(transfer.reusable());
  }

  @Test
  void uploadStopsAtTheWindowsAndGoesOn() {
    FakeTransfer transfer = post("x".repeat(100_000));
    List<String> sent = startBehindHello(transfer);
    assertEquals(
        List.of(
            "DATA 1 16384 bytes", "DATA 1 16384 bytes", "DATA 1 16384 bytes", "DATA 1 16383 bytes"),
        sent.subList(1, sent.size()));
    bench.receive(bench.server.settings().window(1, 100_000));
    assertEquals(List.of("SETTINGS ACK"), bench.sent());
    bench.receive(bench.server.window(0, 10));
    assertEquals(List.of("DATA 1 'xxxxxxxxxx'"), bench.sent());
    bench.receive(bench.server.window(0, 100_000));
    assertEquals(
        List.of("DATA 1 16384 bytes", "DATA 1 16384 bytes", "DATA 1 END 1687 bytes"), bench.sent());
    assertEquals(100_000, transfer.uploaded());
  }

  @Test
  void settingsMoveTheWindowsOfOpenStreams() {
    FakeTransfer transfer = post("x".repeat(70_000));
    Run run = bench.start(transfer);
    bench.sent();
    bench.receive(bench.server.settings(4, 10).window(0, 100_000));
    assertEquals(List.of("SETTINGS ACK"), bench.sent());
    // The window is 10 less 65535 now.
    bench.receive(bench.server.window(1, 65_530));
    assertEquals(List.of("DATA 1 'xxxxx'"), bench.sent());
    bench.receive(bench.server.settings(4, 100_000));
    assertEquals(List.of("SETTINGS ACK", "DATA 1 END 4460 bytes"), bench.sent());
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    assertEquals(CurlCode.OK, run.transfer().result());
  }

  @Test
  void uploadsTakeTurns() {
    bench.get();
    bench.receive(bench.server.settings(4, 1));
    bench.sent();
    bench.start(post("x".repeat(40_001)));
    bench.start(post("y".repeat(40_001)));
    bench.sent();
    bench.receive(bench.server.window(0, 1_000_000).window(3, 40_000));
    assertEquals(3, bench.sent().size());
    bench.start(post("z".repeat(10)));
    bench.sent();
    bench.receive(bench.server.settings(4, 40_000));
    List<String> sent = bench.sent();
    assertEquals(
        List.of("SETTINGS ACK", "DATA 5 16384 bytes", "DATA 5 16384 bytes"), sent.subList(0, 3));
  }

  @Test
  void largerFramesOfThePeersAreNotNeeded() {
    bench.get();
    bench.receive(bench.server.settings(5, 1 << 20));
    bench.sent();
    bench.start(post("x".repeat(20_000)));
    List<String> sent = bench.sent();
    assertEquals(
        List.of("DATA 3 16384 bytes", "DATA 3 END 3616 bytes"), sent.subList(1, sent.size()));
  }

  // Expect

  @Test
  void nobodyExpectsUnlessAsked() {
    List<String> sent = startBehindHello(post("x".repeat(2_000_000)));
    assertFalse(sent.get(0).contains("expect"), sent.get(0));
  }

  @Test
  void expectWaitsForGo() {
    FakeTransfer transfer = post("a=b");
    transfer.set(CurlOpt.HTTPHEADER, List.of("Expect: 100-continue"));
    List<String> sent = startBehindHello(transfer);
    assertEquals(1, sent.size());
    assertTrue(sent.get(0).contains("expect=100-continue"));
    bench.receive(bench.server.settings().headers(1, false, ":status: 100"));
    assertEquals(List.of("SETTINGS ACK", "DATA 1 END 'a=b'"), bench.sent());
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    assertEquals(CurlCode.OK, transfer.result());
  }

  @Test
  void expectDoesNotWaitForEver() {
    FakeTransfer transfer = post("a=b");
    transfer.set(CurlOpt.HTTPHEADER, List.of("Expect: 100-continue"));
    startBehindHello(transfer);
    transfer.advance(1000);
    assertEquals(List.of("DATA 1 END 'a=b'"), bench.sent());
  }

  @Test
  void refusedExpectationIsSentAgainWithout() {
    FakeTransfer transfer = post("a=b");
    transfer.set(CurlOpt.HTTPHEADER, List.of("Expect: 100-continue"));
    bench.start(transfer);
    bench.sent();
    bench.receive(bench.server.settings().headers(1, true, ":status: 417"));
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(List.of("SETTINGS ACK", "RST 1 CANCEL"), bench.sent());
    assertTrue(bench.runs.get(0).next() != null);
    assertTrue(transfer.reusable());
  }

  // Early answers

  @Test
  void earlyErrorStopsTheUpload() {
    FakeTransfer transfer = post("x".repeat(100_000));
    bench.start(transfer);
    bench.sent();
    bench.receive(
        bench.server.settings().headers(1, false, ":status: 413").data(1, true, "too large"));
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals("too large", transfer.bodyText());
    assertTrue(transfer.uploadIsDone());
    List<String> sent = bench.sent();
    assertEquals("RST 1 CANCEL", sent.get(sent.size() - 1));
    assertTrue(transfer.reusable());
  }

  @Test
  void earlySuccessEndsTheUploadToo() {
    FakeTransfer transfer = post("x".repeat(100_000));
    bench.start(transfer);
    bench.sent();
    bench.receive(
        bench
            .server
            .settings()
            .headers(1, true, ":status: 200")
            .reset(1, Http2Error.NO_ERROR)
            .window(1, 1000));
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(List.of("SETTINGS ACK", "RST 1 CANCEL"), bench.sent());
  }

  // What we receive

  @Test
  void windowGrowsWithTheHeadOfALongResponse() {
    bench.get();
    bench.receive(bench.server.headers(1, false, ":status: 200"));
    assertEquals(List.of("WINDOW 1 " + (10 * 1024 * 1024 - 65536)), bench.sent());
  }

  @Test
  void windowOfAShortResponseIsLeftAlone() {
    bench.get();
    bench.receive(
        bench
            .server
            .headers(1, false, ":status: 200", "content-length: 65536")
            .data(1, false, new byte[16384])
            .data(1, false, new byte[16383]));
    assertEquals(List.of(), bench.sent());
  }

  @Test
  void windowIsGivenBackInLargePieces() {
    bench.get();
    bench.receive(bench.server.headers(1, false, ":status: 200"));
    bench.sent();
    int half = 5 * 1024 * 1024;
    for (int i = 0; i < half / 16384 - 1; i++) {
      bench.receive(bench.server.data(1, false, new byte[16384]));
    }
    assertEquals(List.of(), bench.sent());
    bench.receive(bench.server.data(1, false, new byte[16384]));
    assertEquals(List.of("WINDOW 1 " + half), bench.sent());
  }

  @Test
  void paddingIsGivenBackToo() {
    Run run = bench.get();
    run.transfer().set(CurlOpt.MAX_RECV_SPEED_LARGE, 1000L);
    bench.receive(bench.server.headers(1, false, ":status: 200"));
    assertEquals(List.of(), bench.sent());
    for (int i = 0; i < 128; i++) {
      bench.server.padded(1, false, "", 255);
    }
    bench.receive(bench.server);
    assertEquals(List.of("WINDOW 1 32768"), bench.sent());
  }

  @Test
  void rateLimitKeepsTheWindowSmall() {
    Run run = bench.get();
    run.transfer().set(CurlOpt.MAX_RECV_SPEED_LARGE, 100_000L);
    bench.receive(bench.server.headers(1, false, ":status: 200"));
    assertEquals(List.of("WINDOW 1 34464"), bench.sent());
  }

  @Test
  void pauseHoldsBackTheWindowOfItsStreamOnly() {
    Run paused = bench.get();
    Run other = bench.get();
    paused.exchange().pauseReceive(true);
    bench.receive(bench.server.headers(1, false, ":status: 200").headers(3, false, ":status: 200"));
    assertEquals(List.of("WINDOW 3 10420224"), bench.sent());
    for (int i = 0; i < 3; i++) {
      bench.server.data(1, false, new byte[16384]);
    }
    bench.receive(bench.server);
    assertEquals(List.of(), bench.sent());
    assertTrue(bench.channel.config().isAutoRead());
    paused.exchange().pauseReceive(false);
    assertEquals(List.of("WINDOW 1 " + (10 * 1024 * 1024 - 16384)), bench.sent());
    bench.receive(bench.server.data(1, true, "").data(3, true, ""));
    assertEquals(CurlCode.OK, paused.transfer().result());
    assertEquals(CurlCode.OK, other.transfer().result());
    assertEquals(3 * 16384, paused.transfer().bodyBytes().length);
  }

  @Test
  void connectionsWindowIsGivenBackWhateverIsPaused() {
    Run run = bench.get();
    bench.receive(bench.server.headers(1, false, ":status: 200"));
    bench.sent();
    long half = ClientSession.CONNECTION_WINDOW / 2;
    ReceiveWindow window = new ReceiveWindow(65535);
    assertEquals(
        ClientSession.CONNECTION_WINDOW - 65535, window.resize(ClientSession.CONNECTION_WINDOW));
    assertTrue(window.receive((int) half));
    assertEquals(0, window.use((int) half - 1));
    assertEquals(half, window.use(1));
    assertNull(run.transfer().result());
  }

  @Test
  void windowRules() {
    ReceiveWindow window = new ReceiveWindow(100);
    assertTrue(window.receive(60));
    assertEquals(60, window.use(60));
    assertTrue(window.receive(100));
    window.hold();
    assertEquals(0, window.use(100));
    assertEquals(0, window.resize(200));
    assertFalse(window.receive(1));
    window = new ReceiveWindow(100);
    window.hold();
    assertEquals(0, window.resize(200));
    assertEquals(100, window.release());
    assertEquals(0, window.resize(50));
    assertTrue(window.receive(200));
    assertEquals(50, window.use(200));
  }
}
