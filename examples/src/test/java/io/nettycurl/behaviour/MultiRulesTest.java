package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the multi interface promises about handles, messages, the queue and the pool. */
class MultiRulesTest {
  private static ScriptedServer answering(AtomicInteger open, List<String> paths) {
    return new ScriptedServer(
        peer -> {
          open.incrementAndGet();
          try {
            for (String head = peer.readHead(); head != null; head = peer.readHead()) {
              paths.add(head.substring("GET ".length(), head.indexOf(" HTTP")));
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            }
          } finally {
            open.decrementAndGet();
          }
        });
  }

  private static ScriptedServer answering() {
    return answering(new AtomicInteger(), new CopyOnWriteArrayList<>());
  }

  private static ScriptedServer silent() {
    return new ScriptedServer(ScriptedServer.Peer::readToEnd);
  }

  private static long offt(Driven driven, MultiInfo info) {
    return driven.call(() -> driven.multi().getOfft(info));
  }

  /** M3, M4, P7. */
  @ParameterizedTest
  @EnumSource
  void thoseQueuedRunToo(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = silent()) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 1L));
      List<Fetch> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(new Fetch("http://" + server.authority() + "/" + i));
        driven.add(all.get(i).easy());
      }
      driven.until(
          Fetch.LIMIT,
          () -> server.accepted() == 1 && driven.multi().getOfft(MultiInfo.XFERS_PENDING) == 2);
      assertEquals(3, driven.call(() -> driven.multi().runningHandles()));
      assertEquals(1, offt(driven, MultiInfo.XFERS_RUNNING));
      assertEquals(2, offt(driven, MultiInfo.XFERS_PENDING));
      assertEquals(3, offt(driven, MultiInfo.XFERS_CURRENT));
      all.forEach(fetch -> driven.remove(fetch.easy()));
      assertEquals(0, offt(driven, MultiInfo.XFERS_PENDING));
    }
  }

  /** M5, M7, M10, M14, M17: what fails at once is told by its message alone. */
  @ParameterizedTest
  @EnumSource
  void aMessageTellsOfWhatFailedAtOnceAndOutlivesItsHandle(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      Fetch fetch = new Fetch("nosuch://127.0.0.1/");
      CurlMessage message = driven.run(fetch.easy(), Fetch.LIMIT);
      fetch.with(CurlOpt.URL, "http://" + server.authority() + "/");
      assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, message.result());
      assertSame(fetch.easy(), message.easy());
      assertFalse(fetch.easy().errorMessage().isEmpty());
      driven.add(fetch.easy());
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertEquals("", fetch.easy().errorMessage());
      assertEquals("hi", fetch.body());
    }
  }

  /** M6: in the order in which they ended, and the count is of what is left. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EMBEDDED")
  void messagesAreReadInTheirOrder(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      List<Fetch> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(new Fetch("http://" + server.authority() + "/" + i));
        driven.add(all.get(i).easy());
        int count = i + 1;
        driven.until(
            Fetch.LIMIT,
            () -> {
              driven.multi().perform();
              return driven.multi().msgsInQueue() == count;
            });
      }
      for (int i = 0; i < 4; i++) {
        assertSame(all.get(i).easy(), driven.multi().infoRead().easy());
        assertEquals(3 - i, driven.multi().msgsInQueue());
      }
      assertEquals(null, driven.multi().infoRead());
    }
  }

  /** M9, M18: one that is done stays until it is taken out. */
  @ParameterizedTest
  @EnumSource
  void handlesAreListedUntilTheyAreTakenOut(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      driven.add(fetch.easy());
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertEquals(List.of(fetch.easy()), driven.call(() -> driven.multi().getHandles()));
      assertEquals(
          CurlMultiCode.ADDED_ALREADY, driven.call(() -> driven.multi().addHandle(fetch.easy())));
      driven.remove(fetch.easy());
      assertEquals(List.of(), driven.call(() -> driven.multi().getHandles()));
    }
  }

  /** M19: a handle's own connections are there from one easy perform to the next. */
  @Test
  void anEasyHandleKeepsItsConnections() {
    try (ScriptedServer server = answering()) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      assertEquals(CurlCode.OK, fetch.easy().perform());
      assertEquals(CurlCode.OK, fetch.easy().perform());
      assertEquals(1, server.accepted());
      assertEquals("hihi", fetch.body());
      fetch.easy().close();
    }
  }

  /** P8: six behind one place go in the order in which they were added. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GROUP")
  void theQueueKeepsItsOrder(Drive drive) {
    List<String> paths = new CopyOnWriteArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server = answering(new AtomicInteger(), paths)) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 1L));
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        expected.add("/" + i);
        driven.add(new Fetch("http://" + server.authority() + "/" + i).easy());
      }
      driven.take(6, Fetch.LIMIT);
      assertEquals(expected, paths);
      assertEquals(1, server.accepted());
    }
  }

  /** P9: the total time runs out in the queue too, and so does the connect phase's. */
  @ParameterizedTest
  @EnumSource
  void timesRunOutInTheQueue(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = silent()) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 1L));
      Fetch first = new Fetch("http://" + server.authority() + "/1");
      driven.add(first.easy());
      driven.until(Fetch.LIMIT, () -> server.accepted() == 1);
      Fetch second = new Fetch("http://" + server.authority() + "/2").with(CurlOpt.TIMEOUT_MS, 50);
      Fetch third =
          new Fetch("http://" + server.authority() + "/3").with(CurlOpt.CONNECTTIMEOUT_MS, 60);
      driven.add(second.easy(), third.easy());
      for (CurlMessage message : driven.take(2, Fetch.LIMIT)) {
        assertEquals(CurlCode.OPERATION_TIMEDOUT, message.result());
      }
      assertEquals(0, offt(driven, MultiInfo.XFERS_PENDING));
      assertEquals(1, server.accepted());
    }
  }

  /** Ours: they do not, where that is asked for; they do once it has left the queue. */
  @ParameterizedTest
  @EnumSource
  void timesMayStartBehindTheQueue(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = silent()) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 1L));
      String url = "http://" + server.authority() + "/";
      Fetch first = new Fetch(url);
      Fetch second =
          new Fetch(url)
              .with(NettyOpt.TIMEOUT_AFTER_QUEUE, 1)
              .with(CurlOpt.TIMEOUT_MS, 200)
              .with(CurlOpt.CONNECTTIMEOUT_MS, 200);
      driven.add(first.easy());
      driven.until(Fetch.LIMIT, () -> server.accepted() == 1);
      driven.add(second.easy());
      driven.until(Fetch.LIMIT, () -> driven.multi().getOfft(MultiInfo.XFERS_PENDING) == 1);
      driven.until(Duration.ofMillis(400), () -> false);
      assertEquals(1, offt(driven, MultiInfo.XFERS_PENDING), "its time has not begun");
      driven.remove(first.easy());
      CurlMessage message = driven.next(Fetch.LIMIT);
      assertSame(second.easy(), message.easy());
      assertEquals(CurlCode.OPERATION_TIMEDOUT, message.result());
      assertEquals(0, offt(driven, MultiInfo.XFERS_PENDING));
      assertTrue(second.info(CurlInfo.QUEUE_TIME_T) > 0);
    }
  }

  /** P2, P3: the number bounds what is kept, not what is open. */
  @ParameterizedTest
  @EnumSource
  void maxConnectsBoundsWhatIsKept(Drive drive) {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  open.incrementAndGet();
                  peer.readHead();
                  asked.incrementAndGet();
                  while (asked.get() < 3) {
                    Thread.onSpinWait();
                  }
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                  peer.readToEnd();
                  open.decrementAndGet();
                })) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAXCONNECTS, 1L));
      for (int i = 0; i < 3; i++) {
        driven.add(new Fetch("http://" + server.authority() + "/" + i).easy());
      }
      driven.take(3, Fetch.LIMIT);
      assertEquals(3, server.accepted());
      driven.until(Fetch.LIMIT, () -> open.get() == 1);
      assertEquals(1, open.get());
    }
  }

  /** P1: without a number four times as many as run are kept, one that runs included. */
  @ParameterizedTest
  @EnumSource
  void fourTimesAsManyAreKeptAsRun(Drive drive) {
    AtomicInteger open = new AtomicInteger();
    List<ScriptedServer> servers = new ArrayList<>();
    try (Driven driven = drive.open()) {
      for (int i = 0; i < 6; i++) {
        servers.add(answering(open, new CopyOnWriteArrayList<>()));
        new Fetch("http://" + servers.get(i).authority() + "/").expect(CurlCode.OK, driven);
      }
      driven.until(Fetch.LIMIT, () -> open.get() == 4);
      assertEquals(4, open.get());
    } finally {
      servers.forEach(ScriptedServer::close);
    }
  }

  /** P4, P5: how old a connection may be is the next user's to say. */
  @ParameterizedTest
  @EnumSource
  void anOldConnectionIsNotReusedByThoseWhoMind(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      String url = "http://" + server.authority() + "/";
      new Fetch(url).with(CurlOpt.MAXAGE_CONN, 1).expect(CurlCode.OK, driven);
      driven.until(Duration.ofMillis(1100), () -> false);
      new Fetch(url).with(CurlOpt.MAXAGE_CONN, 0).expect(CurlCode.OK, driven);
      assertEquals(1, server.accepted());
      new Fetch(url).with(CurlOpt.MAXLIFETIME_CONN, 1).expect(CurlCode.OK, driven);
      assertEquals(2, server.accepted());
      driven.until(Duration.ofMillis(1100), () -> false);
      new Fetch(url).with(CurlOpt.MAXAGE_CONN, 1).expect(CurlCode.OK, driven);
      assertEquals(3, server.accepted());
    }
  }

  /** P12. */
  @ParameterizedTest
  @EnumSource
  void freshConnectionsArePooledAndForbiddenOnesAreNot(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.path().equals("/from")
                        ? RecordingServer.redirect(302, "/to")
                        : RecordingServer.ok("there"))) {
      String url = "http://" + server.authority();
      new Fetch(url + "/1").expect(CurlCode.OK, driven);
      Fetch fresh =
          new Fetch(url + "/from").with(CurlOpt.FRESH_CONNECT, 1).with(CurlOpt.FOLLOWLOCATION, 1);
      fresh.expect(CurlCode.OK, driven);
      // The redirect goes on over one that is there, and so does who comes next.
      assertEquals(1, fresh.info(CurlInfo.NUM_CONNECTS));
      assertEquals(2, server.connections());
      new Fetch(url + "/2").with(CurlOpt.FORBID_REUSE, 1).expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
      new Fetch(url + "/3").expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
      new Fetch(url + "/4").with(CurlOpt.FORBID_REUSE, 1).expect(CurlCode.OK, driven);
      new Fetch(url + "/5").expect(CurlCode.OK, driven);
      assertEquals(3, server.connections());
    }
  }

  /** B2, B3: pieces of at most 16 KiB, and none at all where there is no body. */
  @ParameterizedTest
  @EnumSource
  void bodiesComeInPiecesOfSixteenKibibytes(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    RecordingServer.ok(request.path().equals("/0") ? "" : "x".repeat(200_000)))) {
      for (String path : List.of("/0", "/1")) {
        int[] calls = new int[1];
        Fetch fetch = new Fetch("http://" + server.authority() + path);
        fetch.with(
            CurlOpt.WRITEFUNCTION,
            (data, userdata) -> {
              calls[0]++;
              return data.remaining() <= CurlSymbols.CURL_MAX_WRITE_SIZE ? fetch.take(data) : 0;
            });
        fetch.expect(CurlCode.OK, driven);
        assertEquals(path.equals("/0") ? 0 : 200_000, fetch.size());
        assertEquals(path.equals("/0"), calls[0] == 0);
      }
    }
  }

  /** B5, B7, B8: lines whole, of every response; into the body where that is asked for. */
  @ParameterizedTest
  @EnumSource
  void headerLinesGoWhereTheyAreWanted(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server =
            new RecordingServer(
                request ->
                    request.path().equals("/from")
                        ? RecordingServer.redirect(302, "/to")
                        : RecordingServer.ok("there"))) {
      String url = "http://" + server.authority() + "/from";
      List<String> lines = new ArrayList<>();
      new Fetch(url)
          .with(CurlOpt.FOLLOWLOCATION, 1)
          .with(
              CurlOpt.HEADERFUNCTION,
              (line, userdata) -> {
                byte[] bytes = new byte[line.remaining()];
                line.get(bytes);
                lines.add(new String(bytes, StandardCharsets.ISO_8859_1));
                return bytes.length;
              })
          .expect(CurlCode.OK, driven);
      assertTrue(lines.stream().allMatch(line -> line.endsWith("\r\n")), lines::toString);
      assertEquals(2, lines.stream().filter(line -> line.startsWith("HTTP/1.1 ")).count());
      assertEquals(2, lines.stream().filter("\r\n"::equals).count());
      Fetch both = new Fetch(url).with(CurlOpt.FOLLOWLOCATION, 1).with(CurlOpt.HEADER, 1);
      both.expect(CurlCode.OK, driven);
      assertEquals(String.join("", lines) + "there", both.body());
      List<Object> told = new ArrayList<>();
      Fetch data = new Fetch(url).with(CurlOpt.HEADERFUNCTION, null);
      data.with(CurlOpt.HEADERDATA, told)
          .with(
              CurlOpt.WRITEFUNCTION,
              (bytes, userdata) -> {
                told.add(userdata == null ? "body" : userdata);
                return bytes.remaining();
              })
          .expect(CurlCode.OK, driven);
      assertSame(told, told.get(0));
    }
  }

  /** B16: only when it is asked for; anything but 0 ends the transfer. */
  @ParameterizedTest
  @EnumSource
  void progressIsToldOnlyIfItIsAskedFor(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      int[] calls = new int[1];
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/")
              .with(
                  CurlOpt.XFERINFOFUNCTION,
                  (dltotal, dlnow, ultotal, ulnow, userdata) -> {
                    calls[0]++;
                    return 0;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(0, calls[0]);
      fetch.with(CurlOpt.NOPROGRESS, 0).expect(CurlCode.OK, driven);
      assertTrue(calls[0] > 0);
      fetch
          .with(CurlOpt.XFERINFOFUNCTION, (dltotal, dlnow, ultotal, ulnow, userdata) -> 1)
          .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
    }
  }

  /** B18: for each request, reused connections included. */
  @ParameterizedTest
  @EnumSource
  void eachRequestIsAskedFor(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      int[] calls = new int[1];
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/")
              .with(
                  CurlOpt.PREREQFUNCTION,
                  (remote, local, remotePort, localPort, userdata) ->
                      ++calls[0] < 3
                          ? CurlSymbols.CURL_PREREQFUNC_OK
                          : CurlSymbols.CURL_PREREQFUNC_ABORT);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertEquals(3, calls[0]);
    }
  }

  /** B22: with VERBOSE only. */
  @ParameterizedTest
  @EnumSource
  void theTraceIsToldOnlyIfItIsAskedFor(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = answering()) {
      List<Long> types = new ArrayList<>();
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/")
              .with(
                  CurlOpt.DEBUGFUNCTION,
                  (easy, type, data, userdata) -> {
                    types.add(type);
                    return 0;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of(), types);
      fetch.with(CurlOpt.VERBOSE, 1).expect(CurlCode.OK, driven);
      assertTrue(types.contains(CurlSymbols.CURLINFO_HEADER_OUT));
      assertTrue(types.contains(CurlSymbols.CURLINFO_DATA_IN));
    }
  }

  /** U2: perform has to follow. */
  @Test
  void whoeverGoesOnHasToPerform() {
    try (CurlMulti multi = CurlMulti.init();
        ScriptedServer server = answering()) {
      CurlEasy easy = CurlEasy.init();
      int[] calls = new int[1];
      easy.setopt(CurlOpt.URL, "http://" + server.authority() + "/");
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) ->
              calls[0]++ == 0 ? CurlSymbols.CURL_WRITEFUNC_PAUSE : data.remaining());
      multi.addHandle(easy);
      for (int i = 0; i < 1000 && calls[0] == 0; i++) {
        multi.perform();
        multi.poll(20);
      }
      multi.perform();
      assertEquals(CurlCode.OK, easy.pause(CurlSymbols.CURLPAUSE_CONT));
      assertEquals(2, calls[0]);
      assertEquals(0, multi.timeout());
      multi.perform();
      assertEquals(CurlCode.OK, multi.infoRead().result());
    }
  }

  /**
   * B9, and USED_PROXY: what the proxy says about the tunnel is shown unless that is not wanted.
   */
  @ParameterizedTest
  @EnumSource
  void connectRepliesCanBeHidden(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer proxy =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 tunnel\r\n\r\n");
                  peer.readHead();
                  peer.send("HTTP/1.1 200 origin\r\nContent-Length: 2\r\n\r\nhi");
                })) {
      for (long hidden = 0; hidden < 2; hidden++) {
        Fetch fetch =
            new Fetch("http://server.test/")
                .with(CurlOpt.PROXY, "http://" + proxy.authority())
                .with(CurlOpt.HTTPPROXYTUNNEL, 1)
                .with(CurlOpt.SUPPRESS_CONNECT_HEADERS, hidden);
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hi", fetch.body());
        assertTrue(fetch.headers().contains("200 origin"));
        assertEquals(hidden == 0, fetch.headers().contains("200 tunnel"));
        assertEquals(1, fetch.info(CurlInfo.USED_PROXY));
        assertEquals(200, fetch.info(CurlInfo.HTTP_CONNECTCODE));
      }
    }
  }

  /** Slower than the limit for as long as the time says. */
  @ParameterizedTest
  @EnumSource
  void aTransferThatIsTooSlowEnds(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhi");
                  peer.readToEnd();
                })) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/").with(CurlOpt.LOW_SPEED_LIMIT, 100);
      fetch.outOfTime(
          driven,
          1,
          time -> fetch.with(CurlOpt.LOW_SPEED_TIME, time),
          () -> fetch.body().equals("hi"));
    }
  }
}
