package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.nettycurl.CurlCode;
import io.nettycurl.http.h2.Http2Bench.Run;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers do wrong, and what becomes of the exchange and of the connection. */
class Http2ErrorsTest {
  private final Http2Bench bench = new Http2Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  /** What the server sends on stream 1, and what it comes to; each was tried on libcurl 8.22. */
  private record Case(
      String name,
      UnaryOperator<ServerFrames> frames,
      CurlCode code,
      String body,
      Http2Error reset,
      boolean spares) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case ends(String name, CurlCode code, UnaryOperator<ServerFrames> frames) {
    return new Case(name, frames, code, "", null, true);
  }

  private static Case ends(
      String name, CurlCode code, String body, UnaryOperator<ServerFrames> frames) {
    return new Case(name, frames, code, body, null, true);
  }

  /** A malformed response: we reset the stream. */
  private static Case malformed(String name, String body, UnaryOperator<ServerFrames> frames) {
    return new Case(name, frames, CurlCode.HTTP2_STREAM, body, Http2Error.PROTOCOL_ERROR, true);
  }

  private static Case head(String name, String... fields) {
    return malformed(name, "", s -> s.headers(1, true, fields));
  }

  /** A broken connection. */
  private static Case broken(String name, Http2Error error, UnaryOperator<ServerFrames> frames) {
    return new Case(name, frames, CurlCode.HTTP2, "", error, false);
  }

  static Stream<Case> resets() {
    List<Case> cases = new ArrayList<>();
    for (Http2Error error :
        List.of(
            Http2Error.PROTOCOL_ERROR,
            Http2Error.INTERNAL_ERROR,
            Http2Error.STREAM_CLOSED,
            Http2Error.CANCEL,
            Http2Error.ENHANCE_YOUR_CALM)) {
      cases.add(ends(error + " first", CurlCode.HTTP2_STREAM, s -> s.reset(1, error)));
      cases.add(
          ends(
              error + " in the body",
              CurlCode.HTTP2_STREAM,
              "abc",
              s -> s.headers(1, false, ":status: 200").data(1, false, "abc").reset(1, error)));
    }
    cases.add(ends("unknown code", CurlCode.HTTP2_STREAM, s -> s.frame(3, 0, 1, 99)));
    cases.add(ends("NO_ERROR first", CurlCode.HTTP2_STREAM, s -> s.reset(1, Http2Error.NO_ERROR)));
    cases.add(
        ends(
            "NO_ERROR after a body",
            CurlCode.OK,
            "abc",
            s ->
                s.headers(1, false, ":status: 200")
                    .data(1, false, "abc")
                    .reset(1, Http2Error.NO_ERROR)));
    cases.add(
        ends(
            "NO_ERROR within a body",
            CurlCode.PARTIAL_FILE,
            "abc",
            s ->
                s.headers(1, false, ":status: 200", "content-length: 10")
                    .data(1, false, "abc")
                    .reset(1, Http2Error.NO_ERROR)));
    return cases.stream();
  }

  static Stream<Case> malformed() {
    return Stream.of(
        ends(
            "less than its length",
            CurlCode.HTTP2_STREAM,
            "abc",
            s -> s.headers(1, false, ":status: 200", "content-length: 10").data(1, true, "abc")),
        malformed(
            "more than its length",
            "ab",
            s ->
                s.headers(1, false, ":status: 200", "content-length: 2")
                    .data(1, false, "ab")
                    .data(1, true, "c")),
        malformed(
            "a body with 204", "", s -> s.headers(1, false, ":status: 204").data(1, true, "abc")),
        malformed(
            "a body with 304",
            "",
            s -> s.headers(1, false, ":status: 304", "content-length: 3").data(1, true, "abc")),
        malformed(
            "a body after an interim head",
            "",
            s -> s.headers(1, false, ":status: 103").data(1, true, "abc")),
        malformed(
            "trailers that do not end it",
            "x",
            s -> s.headers(1, false, ":status: 200").data(1, false, "x").headers(1, false, "t: 1")),
        malformed(
            "a pseudo field in the trailers",
            "x",
            s ->
                s.headers(1, false, ":status: 200")
                    .data(1, false, "x")
                    .headers(1, true, ":status: 200")),
        malformed(
            "a second head",
            "",
            s -> s.headers(1, false, ":status: 200").headers(1, true, ":status: 200")),
        malformed("no field at all", "", s -> s.headers(1, true)),
        head("Content-Length no number", ":status: 200", "content-length: x"),
        head("Content-Length too large", ":status: 200", "content-length: 99999999999999999999"),
        head("Content-Length twice", ":status: 200", "content-length: 0", "content-length: 0"),
        head("Content-Length with 204", ":status: 204", "content-length: 3"),
        head("Content-Length with 103", ":status: 103", "content-length: 3"),
        head("status twice", ":status: 200", ":status: 200"),
        head("status of two digits", ":status: 20"),
        head("status of four digits", ":status: 2000"),
        head("status that is none", ":status: 2x0"),
        head("101", ":status: 101"),
        head("an interim response at the end", ":status: 103"),
        head("an unknown pseudo field", ":status: 200", ":foo: 1"),
        head("a pseudo field behind others", ":status: 200", "a: b", ":path: /"),
        head("an upper case name", ":status: 200", "Foo: 1"),
        head("a blank in a name", ":status: 200", "fo o: 1"),
        head("a NUL in a value", ":status: 200", "foo: a\0b"),
        head("CR LF in a value", ":status: 200", "foo: a\r\nb: c"),
        head("connection", ":status: 200", "connection: close"),
        head("keep-alive", ":status: 200", "keep-alive: 3"),
        head("transfer-encoding", ":status: 200", "transfer-encoding: chunked"),
        head("te", ":status: 200", "te: gzip"),
        new Case(
            "a window that overflows",
            s -> s.window(1, Integer.MAX_VALUE),
            CurlCode.HTTP2_STREAM,
            "",
            Http2Error.FLOW_CONTROL_ERROR,
            true),
        malformed("a window update of nothing", "", s -> s.window(1, 0)),
        new Case(
            "a field before the status",
            s -> s.headers(1, true, "a: b", ":status: 200"),
            CurlCode.WEIRD_SERVER_REPLY,
            "",
            Http2Error.CANCEL,
            true),
        new Case(
            "a status below 100",
            s -> s.headers(1, false, ":status: 099"),
            CurlCode.UNSUPPORTED_PROTOCOL,
            "",
            Http2Error.CANCEL,
            true),
        ends("a status of 999", CurlCode.OK, s -> s.headers(1, true, ":status: 999")),
        ends(
            "204 of length 0",
            CurlCode.OK,
            s -> s.headers(1, true, ":status: 204", "content-length: 0")),
        ends(
            "unknown frames and priorities",
            CurlCode.OK,
            s ->
                s.frame(99, 0, 1, 7)
                    .frame(99, 0, 0, 7)
                    .frame(2, 0, 1, Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 3, 9}))
                    .headers(1, true, ":status: 200")));
  }

  static Stream<Case> brokenConnections() {
    Http2Error protocol = Http2Error.PROTOCOL_ERROR;
    Http2Error size = Http2Error.FRAME_SIZE_ERROR;
    Http2Error flow = Http2Error.FLOW_CONTROL_ERROR;
    return Stream.of(
        broken("a body before any head", protocol, s -> s.data(1, true, "x")),
        broken("DATA of an idle stream", protocol, s -> s.data(5, true, "x")),
        broken("DATA of a server's stream", protocol, s -> s.data(2, true, "x")),
        broken("HEADERS of an idle stream", protocol, s -> s.headers(5, true, ":status: 200")),
        broken("RST_STREAM of an idle stream", protocol, s -> s.reset(5, Http2Error.CANCEL)),
        broken("WINDOW_UPDATE of an idle stream", protocol, s -> s.window(5, 1)),
        broken("a window update of nothing", protocol, s -> s.window(0, 0)),
        broken("a window that overflows", flow, s -> s.window(0, Integer.MAX_VALUE)),
        broken("settings that overflow a window", flow, s -> s.settings(4, -1)),
        broken(
            "settings that overflow a stream's window",
            flow,
            s -> s.window(1, Integer.MAX_VALUE - 65535).settings(4, 65536)),
        broken("settings that let us push", protocol, s -> s.settings(2, 1)),
        broken("settings with a wrong switch", protocol, s -> s.settings(2, 2)),
        broken("settings with a wrong frame size", protocol, s -> s.settings(5, 5)),
        broken(
            "settings of five bytes",
            size,
            s -> s.frame(4, 0, 0, Unpooled.wrappedBuffer(new byte[5]))),
        broken("a short ping", size, s -> s.frame(6, 0, 0, 1)),
        broken("a frame too large", size, s -> s.data(1, true, new byte[16385])),
        broken(
            "a push",
            protocol,
            s ->
                s.frame(
                    5, 4, 1, Unpooled.buffer().writeInt(2).writeBytes(new byte[] {(byte) 0x82}))),
        broken("CONTINUATION alone", protocol, s -> s.frame(9, 4, 1)),
        broken("CONTINUATION of another stream", protocol, s -> s.frame(1, 0, 1).frame(9, 4, 3)),
        broken("a frame within a head", protocol, s -> s.frame(1, 0, 1).ping(1)),
        broken(
            "wrong compression",
            Http2Error.COMPRESSION_ERROR,
            s -> s.frame(1, 4, 1, Unpooled.wrappedBuffer(new byte[] {(byte) 0xfe}))),
        broken(
            "GOAWAY that takes back",
            protocol,
            s -> s.goAway(3, Http2Error.NO_ERROR).goAway(5, Http2Error.NO_ERROR)));
  }

  @ParameterizedTest
  @MethodSource({"resets", "malformed", "brokenConnections"})
  void endsAsItHasTo(Case it) {
    Run run = bench.get();
    Run other = bench.get();
    bench.receive(it.frames.apply(bench.server));
    assertEquals(it.code, run.transfer().result(), run.transfer().failure());
    assertEquals(it.body, run.transfer().bodyText());
    assertNull(run.next());
    List<String> sent = bench.sent();
    if (it.spares) {
      assertTrue(run.transfer().reusable());
      assertTrue(bench.handler.alive());
      assertNull(other.transfer().result());
      String last = it.reset == null ? "" : "RST 1 " + it.reset;
      assertEquals(last, sent.isEmpty() || it.reset == null ? "" : sent.get(sent.size() - 1));
      bench.receive(bench.server.headers(3, true, ":status: 200"));
      assertEquals(CurlCode.OK, other.transfer().result());
    } else {
      assertEquals("GOAWAY 0 " + it.reset, sent.get(sent.size() - 1));
      assertFalse(bench.handler.alive());
      assertFalse(bench.channel.isActive());
      assertEquals(CurlCode.HTTP2, other.transfer().result());
      assertFalse(run.transfer().reusable());
    }
  }

  @Test
  void serverThatSpeaksHttp1() {
    Run run = bench.start(bench.transfer());
    bench.receive(bench.server.raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
    assertEquals(CurlCode.HTTP2, run.transfer().result());
    assertTrue(run.transfer().failure().contains("does not speak HTTP/2"));
  }

  @Test
  void firstFrameHasToBeSettings() {
    Run run = bench.start(bench.transfer());
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    assertEquals(CurlCode.HTTP2, run.transfer().result());
    assertEquals(List.of(), run.transfer().headers());
  }

  // Requests that the server did not take

  @Test
  void refusedStreamIsSentAgainElsewhere() {
    Run run = bench.get();
    Run other = bench.get();
    bench.receive(bench.server.reset(1, Http2Error.REFUSED_STREAM));
    assertEquals(NextStep.again(), run.next());
    assertFalse(run.transfer().reusable());
    assertFalse(bench.handler.alive());
    bench.receive(bench.server.headers(3, true, ":status: 200"));
    assertEquals(CurlCode.OK, other.transfer().result());
    assertFalse(other.transfer().reusable());
  }

  @Test
  void refusalsHaveAnEnd() {
    FakeTransfer transfer = bench.transfer();
    for (int i = 0; i < 5; i++) {
      try (Http2Bench one = new Http2Bench()) {
        transfer.connection(one.connection);
        Run run = one.start(transfer);
        one.receive(one.server.settings().reset(1, Http2Error.REFUSED_STREAM));
        assertEquals(NextStep.again(), run.next());
        transfer.nextHop();
      }
    }
    transfer.connection(bench.connection);
    Run run = bench.start(transfer);
    bench.receive(bench.server.settings().reset(1, Http2Error.REFUSED_STREAM));
    assertNull(run.next());
    assertEquals(CurlCode.RECV_ERROR, transfer.result());
  }

  @Test
  void refusalAfterAHeadIsAnError() {
    Run run = bench.get();
    bench.receive(
        bench.server.headers(1, false, ":status: 200").reset(1, Http2Error.REFUSED_STREAM));
    assertEquals(CurlCode.RECV_ERROR, run.transfer().result());
    assertNull(run.next());
  }

  @Test
  void bodyIsRewoundForARefusedRequest() {
    ScriptedBody body = ScriptedBody.of("body");
    FakeTransfer transfer =
        bench
            .transfer()
            .requestKind(RequestKind.POST)
            .callbackBody(body)
            .set(CurlOpt.POSTFIELDSIZE_LARGE, 4L);
    Run run = bench.start(transfer);
    bench.sent();
    bench.receive(bench.server.settings().reset(1, Http2Error.REFUSED_STREAM));
    assertEquals(NextStep.again(), run.next());
    assertEquals(1, body.seeks());
  }

  @Test
  void bodyThatCannotBeRewoundIsTheEnd() {
    ScriptedBody body = ScriptedBody.of("body").notSeekable();
    FakeTransfer transfer =
        bench
            .transfer()
            .requestKind(RequestKind.POST)
            .callbackBody(body)
            .set(CurlOpt.POSTFIELDSIZE_LARGE, 4L);
    Run run = bench.start(transfer);
    bench.sent();
    bench.receive(bench.server.settings().reset(1, Http2Error.REFUSED_STREAM));
    assertEquals(CurlCode.SEND_FAIL_REWIND, transfer.result());
    assertNull(run.next());
  }

  @Test
  void oneOneIsUsedWhereItIsRequired() {
    Run run = bench.get();
    bench.receive(bench.server.reset(1, Http2Error.HTTP_1_1_REQUIRED));
    assertEquals(NextStep.again(), run.next());
    assertFalse(run.transfer().reusable());
    ConnectionPlan plan = new ConnectionPlan(bench.http, "host.test", 80, false);
    run.transfer().nextHop().set(CurlOpt.HTTP_VERSION, 5L);
    assertEquals(CurlCode.OK, bench.provider.newExchange(run.transfer()).prepare(plan));
    assertEquals("", plan.affinity());
    assertFalse(plan.multiplex());
  }

  @Test
  void goAwayEndsWhatWasNotTaken() {
    Run taken = bench.get();
    Run left = bench.get();
    bench.receive(bench.server.goAway(1, Http2Error.NO_ERROR));
    assertFalse(bench.handler.alive());
    assertEquals(0, bench.handler.capacity());
    assertNull(taken.transfer().result());
    assertEquals(NextStep.again(), left.next());
    assertFalse(left.transfer().reusable());
    bench.receive(bench.server.headers(1, false, ":status: 200").data(1, true, "x"));
    assertEquals(CurlCode.OK, taken.transfer().result());
    assertFalse(taken.transfer().reusable());
  }

  @Test
  void goAwayMayComeInTwoSteps() {
    Run run = bench.get();
    bench.receive(bench.server.goAway(Integer.MAX_VALUE, Http2Error.NO_ERROR));
    assertFalse(bench.handler.alive());
    assertNull(run.transfer().result());
    bench.receive(bench.server.goAway(0, Http2Error.NO_ERROR));
    assertEquals(NextStep.again(), run.next());
  }

  @Test
  void goAwayClosesAnIdleConnection() {
    bench.get();
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    bench.receive(bench.server.goAway(1, Http2Error.NO_ERROR));
    assertFalse(bench.channel.isActive());
    assertFalse(bench.handler.alive());
  }

  @Test
  void exchangeThatComesTooLateIsSentElsewhere() {
    bench.get();
    bench.receive(bench.server.goAway(1, Http2Error.NO_ERROR));
    Run late = bench.start(bench.transfer());
    assertEquals(List.of(), bench.sent());
    assertEquals(NextStep.again(), late.next());
  }

  // The connection ends

  @Test
  void endWithoutAHead() {
    Run run = bench.get();
    bench.receiveEnd();
    assertEquals(CurlCode.HTTP2, run.transfer().result());
  }

  @Test
  void endWithinABody() {
    Run run = bench.get();
    bench.receive(bench.server.headers(1, false, ":status: 200").data(1, false, "abc"));
    bench.receiveEnd();
    assertEquals(CurlCode.PARTIAL_FILE, run.transfer().result());
    assertEquals("abc", run.transfer().bodyText());
  }

  @Test
  void endAfterAHead() {
    Run run = bench.get();
    bench.receive(bench.server.headers(1, false, ":status: 200"));
    bench.receiveEnd();
    assertEquals(CurlCode.HTTP2, run.transfer().result());
  }

  @Test
  void usedConnectionThatWasDeadAllAlong() {
    bench.get();
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    bench.connection.useCount(1);
    Run run = bench.get();
    bench.receiveEnd();
    assertEquals(CurlCode.RECV_ERROR, run.transfer().result());
  }

  @Test
  void usedConnectionThatStillAnswered() {
    bench.get();
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    bench.connection.useCount(1);
    Run run = bench.get();
    bench.receive(bench.server.ping(1));
    bench.receiveEnd();
    assertEquals(CurlCode.HTTP2, run.transfer().result());
  }

  @Test
  void failureOfReading() {
    Run run = bench.get();
    bench.channel.pipeline().fireExceptionCaught(new IOException("Connection reset"));
    assertEquals(CurlCode.RECV_ERROR, run.transfer().result());
    assertFalse(bench.channel.isActive());
  }

  // Bounds

  @Test
  void endlessPingsAreCutOff() {
    Run run = bench.get();
    for (int i = 0; i <= FrameBudget.BURST; i++) {
      bench.server.ping(i);
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2, run.transfer().result());
    List<String> sent = bench.sent();
    assertEquals("GOAWAY 0 ENHANCE_YOUR_CALM", sent.get(sent.size() - 1));
  }

  @Test
  void pingsNowAndThenAreFine() {
    Run run = bench.get();
    for (int i = 0; i < 3 * FrameBudget.BURST; i++) {
      bench.now += Http2Bench.SECOND / FrameBudget.RATE;
      bench.receive(bench.server.ping(i));
    }
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    assertEquals(CurlCode.OK, run.transfer().result());
  }

  @Test
  void endlessSettingsAreCutOff() {
    Run run = bench.get();
    for (int i = 0; i <= FrameBudget.BURST; i++) {
      bench.server.settings();
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2, run.transfer().result());
  }

  @Test
  void endlessEmptyFramesAreCutOff() {
    Run run = bench.get();
    bench.server.headers(1, false, ":status: 200");
    for (int i = 0; i <= FrameBudget.BURST; i++) {
      bench.server.data(1, false, "");
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2, run.transfer().result());
  }

  @Test
  void endlessResetsOfClosedStreamsAreCutOff() {
    Run run = bench.get();
    for (int i = 0; i <= FrameBudget.BURST + 8; i++) {
      bench.server.reset(1, Http2Error.CANCEL);
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2_STREAM, run.transfer().result());
    assertFalse(bench.handler.alive());
  }

  @Test
  void endlessContinuationIsCutOff() {
    Run run = bench.get();
    bench.server.frame(1, 0, 1, bench.server.block(":status: 200"));
    for (int i = 0; i < 20; i++) {
      bench.server.frame(9, 0, 1, bench.server.block("a: b"));
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2, run.transfer().result());
    List<String> sent = bench.sent();
    assertEquals("GOAWAY 0 ENHANCE_YOUR_CALM", sent.get(sent.size() - 1));
  }

  @Test
  void headThatIsTooLargeOnTheWire() {
    Run run = bench.get();
    bench.server.frame(1, 0, 1, bench.server.block(":status: 200"));
    for (int i = 0; i < 64; i++) {
      bench.server.frame(9, 0, 1, Unpooled.wrappedBuffer(new byte[16 * 1024]));
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2, run.transfer().result());
  }

  @Test
  void headThatIsTooLargeOnceDecompressed() {
    Run run = bench.get();
    String[] fields = new String[200];
    java.util.Arrays.fill(fields, "a: " + "b".repeat(3000));
    fields[0] = ":status: 200";
    bench.receive(bench.server.headers(1, true, fields));
    assertEquals(CurlCode.RECV_ERROR, run.transfer().result());
    assertTrue(run.transfer().responseSeen());
    assertTrue(run.transfer().reusable());
  }

  @Test
  void tooManyLines() {
    Run run = bench.get();
    String[] fields = new String[5002];
    java.util.Arrays.fill(fields, "a: b");
    fields[0] = ":status: 200";
    bench.receive(bench.server.headers(1, true, fields));
    assertEquals(CurlCode.TOO_LARGE, run.transfer().result());
    assertEquals(5001, run.transfer().headers().size());
  }

  @Test
  void lineThatIsTooLong() {
    Run run = bench.get();
    String value = "b".repeat(StreamResponse.MAX_LINE);
    bench.server.frame(1, 0, 1, bench.server.block(":status: 200"));
    io.netty.buffer.ByteBuf block = bench.server.block("a: " + value);
    while (block.readableBytes() > 16384) {
      bench.server.frame(9, 0, 1, block.readRetainedSlice(16384));
    }
    bench.receive(bench.server.frame(9, 4, 1, block));
    assertEquals(CurlCode.TOO_LARGE, run.transfer().result());
    assertTrue(run.transfer().reusable());
  }

  @Test
  void moreThanAStreamsWindow() {
    Run run = bench.get();
    run.exchange().pauseReceive(true);
    bench.server.headers(1, false, ":status: 200");
    for (int i = 0; i < 5; i++) {
      bench.server.data(1, false, new byte[16384]);
    }
    bench.receive(bench.server);
    assertEquals(CurlCode.HTTP2_STREAM, run.transfer().result());
    assertTrue(bench.sent().contains("RST 1 FLOW_CONTROL_ERROR"));
    assertEquals(65536, run.transfer().bodyBytes().length);
  }
}
