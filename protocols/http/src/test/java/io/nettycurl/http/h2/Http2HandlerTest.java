package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http2.Http2Error;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.http.h2.Http2Bench.Run;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.FakeTransfer.HeaderLine;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exchanges that go as they should. */
class Http2HandlerTest {
  private final Http2Bench bench = new Http2Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void helloAndFirstRequestLeaveTogether() {
    bench.start(bench.transfer());
    assertEquals(
        List.of(
            "PREFACE",
            "SETTINGS 3=100 4=65536 2=0",
            "WINDOW 1048510465",
            "HEADERS 1 END :method=GET, :scheme=http, :authority=host.test, :path=/a, accept=*/*"),
        bench.sent());
  }

  @Test
  void oneWriteForAllThatIsStartedTogether() {
    for (int i = 0; i < 50; i++) {
      bench.start(bench.transfer());
    }
    assertEquals(1, bench.writes());
  }

  @Test
  void responseIsRenderedAsLines() {
    Run run = bench.get();
    bench.receive(
        bench
            .server
            .headers(1, false, ":status: 200", "content-type: text/plain", "x-a: b")
            .data(1, true, "hello"));
    FakeTransfer transfer = run.transfer();
    assertEquals(CurlCode.OK, transfer.result());
    assertTrue(transfer.reusable());
    assertEquals(
        "HTTP/2 200 \r\ncontent-type: text/plain\r\nx-a: b\r\n\r\n", transfer.headerText());
    assertEquals("hello", transfer.bodyText());
    assertTrue(transfer.uploadIsDone());
    assertTrue(transfer.bodyIsDone());
    assertEquals(CurlSymbols.CURL_HTTP_VERSION_2_0, transfer.infos().get(CurlInfo.HTTP_VERSION));
    assertEquals(200L, transfer.infos().get(CurlInfo.RESPONSE_CODE));
    assertEquals("text/plain", transfer.infos().get(CurlInfo.CONTENT_TYPE));
    assertTrue(bench.handler.alive());
  }

  @Test
  void byteByByteIsTheSame() {
    Run run = bench.get();
    bench.receiveSlowly(
        bench
            .server
            .headers(1, false, ":status: 200", "content-length: 5")
            .padded(1, false, "he", 7)
            .data(1, true, "llo"));
    assertEquals(CurlCode.OK, run.transfer().result());
    assertEquals("hello", run.transfer().bodyText());
    assertEquals(5, run.transfer().downloadSize());
  }

  @Test
  void responsesOfSeveralStreamsMix() {
    Run first = bench.get();
    Run second = bench.get();
    bench.receive(
        bench
            .server
            .headers(3, false, ":status: 200")
            .headers(1, false, ":status: 404")
            .data(1, false, "a")
            .data(3, true, "b")
            .data(1, true, "c"));
    assertEquals(CurlCode.OK, first.transfer().result());
    assertEquals(CurlCode.OK, second.transfer().result());
    assertEquals("ac", first.transfer().bodyText());
    assertEquals("b", second.transfer().bodyText());
    assertEquals(404L, first.transfer().infos().get(CurlInfo.RESPONSE_CODE));
  }

  @Test
  void interimResponsesAndTrailers() {
    Run run = bench.get();
    bench.receive(
        bench
            .server
            .headers(1, false, ":status: 103", "link: </x>")
            .headers(1, false, ":status: 200", "trailer: x-sum")
            .data(1, false, "body")
            .headers(1, true, "x-sum: 7"));
    assertEquals(CurlCode.OK, run.transfer().result());
    assertEquals(
        List.of(
            new HeaderLine("HTTP/2 103 \r\n", HeaderKind.INTERIM),
            new HeaderLine("link: </x>\r\n", HeaderKind.INTERIM),
            new HeaderLine("\r\n", HeaderKind.INTERIM),
            new HeaderLine("HTTP/2 200 \r\n", HeaderKind.HEADER),
            new HeaderLine("trailer: x-sum\r\n", HeaderKind.HEADER),
            new HeaderLine("\r\n", HeaderKind.HEADER),
            new HeaderLine("x-sum: 7\r\n", HeaderKind.TRAILER)),
        run.transfer().headers());
    assertEquals("body", run.transfer().bodyText());
  }

  @Test
  void fieldsThatMayNotStandInHttp2AreLeftOut() {
    FakeTransfer transfer =
        bench
            .transfer("http://host.test:81/p?q")
            .set(CurlOpt.USERAGENT, "Agent/1")
            .set(
                CurlOpt.HTTPHEADER,
                List.of(
                    "Connection: x",
                    "Keep-Alive: 1",
                    "Upgrade: x",
                    "Proxy-Connection: x",
                    "Transfer-Encoding: chunked",
                    "TE: gzip, Trailers;q=1",
                    "Host: other.test",
                    "X-Custom:  V ",
                    "X-Empty;"));
    bench.start(transfer);
    assertEquals(
        "HEADERS 1 END :method=GET, :scheme=http, :authority=other.test, :path=/p?q,"
            + " user-agent=Agent/1, accept=*/*, te=trailers, x-custom=V, x-empty=",
        bench.sent().get(3));
  }

  @Test
  void watchersSeeTheHeadInTheFormOfHttp1() {
    FakeTransfer transfer = bench.transfer().verbose(true);
    bench.start(transfer);
    String head = "GET /a HTTP/2\r\nHost: host.test\r\nAccept: */*\r\n\r\n";
    assertEquals(
        new FakeTransfer.DebugEvent(CurlSymbols.CURLINFO_HEADER_OUT, head),
        transfer.debugEvents().get(0));
    assertEquals(head.length(), transfer.requestBytes());
  }

  @Test
  void weightIsTold() {
    bench.start(bench.transfer().set(CurlOpt.STREAM_WEIGHT, 200L));
    assertTrue(bench.sent().get(3).startsWith("HEADERS 1 END weight=200 :method=GET"));
    bench.start(bench.transfer().set(CurlOpt.STREAM_WEIGHT, 16L));
    assertTrue(bench.sent().get(0).startsWith("HEADERS 3 END :method=GET"));
  }

  @Test
  void largeHeadsGoIntoSeveralFrames() {
    bench.start(bench.transfer().set(CurlOpt.HTTPHEADER, List.of("x: " + "~".repeat(40_000))));
    String head = bench.sent().get(3);
    assertTrue(head.startsWith("HEADERS 1 END CONT CONT :method=GET"), head.substring(0, 60));
    assertTrue(head.endsWith("x=" + "~".repeat(40_000)));
  }

  @Test
  void headHasNoBodyWhateverItsLength() {
    Run run = bench.start(bench.transfer().set(CurlOpt.NOBODY, 1L));
    assertTrue(bench.sent().get(3).startsWith("HEADERS 1 END :method=HEAD"));
    bench.receive(bench.server.settings().headers(1, true, ":status: 200", "content-length: 1000"));
    assertEquals(CurlCode.OK, run.transfer().result());
    assertEquals(List.of("SETTINGS ACK"), bench.sent());
  }

  @Test
  void headIsOverWithTheHeadThoughTheServerDoesNotEndIt() {
    Run run = bench.start(bench.transfer().set(CurlOpt.NOBODY, 1L));
    bench.sent();
    bench.receive(bench.server.settings().headers(1, false, ":status: 200"));
    assertEquals(CurlCode.OK, run.transfer().result());
    assertEquals(List.of("SETTINGS ACK", "RST 1 CANCEL"), bench.sent());
    assertTrue(run.transfer().reusable());
  }

  @Test
  void headThatEndsWithAnEmptyFrameIsNotReset() {
    Run run = bench.start(bench.transfer().set(CurlOpt.NOBODY, 1L));
    bench.sent();
    bench.receive(bench.server.settings().headers(1, false, ":status: 200").data(1, true, ""));
    assertEquals(CurlCode.OK, run.transfer().result());
    assertEquals(List.of("SETTINGS ACK"), bench.sent());
  }

  @Test
  void pingAndSettingsAreAnswered() {
    bench.get();
    bench.receive(bench.server.ping(42).settings(3, 7).settingsAck());
    assertEquals(List.of("PING ACK 42", "SETTINGS ACK"), bench.sent());
    assertEquals(7, bench.handler.capacity());
  }

  @Test
  void capacityIsThePeersLimit() {
    assertEquals(100, bench.handler.capacity());
    bench.get();
    bench.receive(bench.server.settings(3, 1000));
    assertEquals(1000, bench.handler.capacity());
    bench.receive(bench.server.settings(3, 0));
    assertEquals(0, bench.handler.capacity());
    assertFalse(bench.handler.alive());
  }

  @Test
  void everyChangeOfCapacityIsTold() {
    bench.get();
    assertEquals(0, bench.connection.capacityChanges());
    bench.receive(bench.server.settings(3, 100));
    assertEquals(0, bench.connection.capacityChanges());
    bench.receive(bench.server.settings(3, 5));
    assertEquals(1, bench.connection.capacityChanges());
    bench.receive(bench.server.settings(3, 5));
    assertEquals(1, bench.connection.capacityChanges());
    bench.receive(bench.server.goAway(1, Http2Error.NO_ERROR));
    assertEquals(2, bench.connection.capacityChanges());
    assertEquals(0, bench.handler.capacity());
  }

  @Test
  void upkeepIsAPing() {
    bench.get();
    bench.handler.upkeep();
    assertEquals(List.of("PING 0"), bench.sent());
    bench.receive(bench.server.frame(6, 1, 0, 0, 0));
    assertTrue(bench.handler.alive());
  }

  @Test
  void cancelResetsTheStreamAndSparesTheOthers() {
    Run first = bench.get();
    Run second = bench.get();
    assertTrue(bench.handler.cancel(first.exchange(), CurlCode.ABORTED_BY_CALLBACK));
    assertEquals(List.of("RST 1 CANCEL"), bench.sent());
    first.transfer().release();
    // What is still on its way for it is ignored.
    bench.receive(
        bench
            .server
            .headers(1, false, ":status: 200")
            .data(1, false, "x")
            .window(1, 5)
            .reset(1, Http2Error.NO_ERROR)
            .headers(3, true, ":status: 204"));
    assertNull(first.transfer().result());
    assertEquals(List.of(), first.transfer().headers());
    assertEquals(CurlCode.OK, second.transfer().result());
    assertEquals(List.of(), bench.sent());
  }

  @Test
  void farewellIsSaid() {
    bench.get();
    bench.receive(bench.server.headers(1, true, ":status: 200"));
    bench.handler.close();
    assertEquals(List.of("GOAWAY 0 NO_ERROR"), bench.sent());
    assertFalse(bench.channel.isActive());
    assertFalse(bench.handler.alive());
  }

  @Test
  void failingCallbackEndsItsStreamOnly() {
    FakeTransfer bad = bench.transfer().failBody(CurlCode.WRITE_ERROR);
    Run run = bench.start(bad);
    Run other = bench.start(bench.transfer());
    bench.sent();
    bench.receive(bench.server.settings().headers(1, false, ":status: 200").data(1, false, "x"));
    assertEquals(CurlCode.WRITE_ERROR, run.transfer().result());
    assertTrue(run.transfer().reusable());
    assertEquals(List.of("SETTINGS ACK", "WINDOW 1 10420224", "RST 1 CANCEL"), bench.sent());
    bench.receive(bench.server.headers(3, true, ":status: 200"));
    assertEquals(CurlCode.OK, other.transfer().result());
  }

  @Test
  void refusedHeaderEndsItsStreamOnly() {
    Run run = bench.start(bench.transfer().failHeaders(1, CurlCode.WRITE_ERROR));
    bench.sent();
    bench.receive(bench.server.settings().headers(1, false, ":status: 200", "a: b"));
    assertEquals(CurlCode.WRITE_ERROR, run.transfer().result());
    assertTrue(run.transfer().reusable());
  }

  @Test
  void resumedDownloadOfAllThereIsEndsAtOnce() {
    FakeTransfer transfer = bench.transfer().set(CurlOpt.RESUME_FROM_LARGE, 5L);
    Run run = bench.start(transfer);
    bench.sent();
    bench.receive(bench.server.settings().headers(1, false, ":status: 200", "content-length: 5"));
    assertEquals(CurlCode.OK, run.transfer().result());
    assertEquals(List.of("SETTINGS ACK", "RST 1 CANCEL"), bench.sent());
    assertTrue(run.transfer().reusable());
  }
}
