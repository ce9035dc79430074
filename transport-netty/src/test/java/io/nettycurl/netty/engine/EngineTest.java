package io.nettycurl.netty.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlShare;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.DeadPort;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds in every way to drive a multi, whatever the protocol. */
class EngineTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A download into memory. */
  private static final class Fetch {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CurlEasy easy = CurlEasy.init();

    private Fetch(ScriptedServer server, int size) {
      set("ws://" + server.authority() + "/" + size);
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            body.writeBytes(bytes);
            return bytes.length;
          });
    }

    private void set(String url) {
      assertEquals(CurlCode.OK, easy.setopt(CurlOpt.URL, url));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTransferDeliversAndReports(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        Driven driven = drive.open()) {
      Fetch fetch = new Fetch(server, 100_000);
      CurlMessage message = driven.run(fetch.easy, LIMIT);
      assertEquals(CurlCode.OK, message.result());
      assertEquals(CurlSymbols.CURLMSG_DONE, message.msg());
      assertArrayEquals(LineServer.body(100_000), fetch.body.toByteArray());
      assertEquals(100_000L, fetch.easy.getinfo(CurlInfo.SIZE_DOWNLOAD_T));
      assertEquals(1L, fetch.easy.getinfo(CurlInfo.NUM_CONNECTS));
      assertEquals("127.0.0.1", fetch.easy.getinfo(CurlInfo.PRIMARY_IP));
      assertEquals(server.port(), fetch.easy.getinfo(CurlInfo.PRIMARY_PORT));
      assertTrue(
          fetch.easy.getinfo(CurlInfo.TOTAL_TIME_T)
              >= fetch.easy.getinfo(CurlInfo.STARTTRANSFER_TIME_T));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionIsReused(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        Driven driven = drive.open()) {
      for (int i = 0; i < 5; i++) {
        Fetch fetch = new Fetch(server, 10);
        assertEquals(CurlCode.OK, driven.run(fetch.easy, LIMIT).result());
        assertEquals(i == 0 ? 1L : 0L, fetch.easy.getinfo(CurlInfo.NUM_CONNECTS));
      }
      assertEquals(1, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void limitsQueueAndCountersTell(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        Driven driven = drive.open()) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 2));
      List<Fetch> fetches = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        fetches.add(new Fetch(server, 1000 + i));
      }
      fetches.forEach(fetch -> driven.add(fetch.easy));
      List<CurlMessage> messages = driven.take(50, LIMIT);
      assertTrue(messages.stream().allMatch(message -> message.result() == CurlCode.OK));
      assertTrue(server.accepted() <= 2, "connections: " + server.accepted());
      for (Fetch fetch : fetches) {
        assertEquals(CurlMultiCode.OK, driven.remove(fetch.easy));
      }
      assertEquals(0L, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_CURRENT)));
      assertEquals(0L, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_PENDING)));
      assertEquals(50L, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_ADDED)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteErrorEndsItsOwnTransferOnly(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        Driven driven = drive.open()) {
      Fetch good = new Fetch(server, 50_000);
      Fetch bad = new Fetch(server, 50_000);
      bad.easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> 0);
      Fetch thrower = new Fetch(server, 50_000);
      thrower.easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            throw new IllegalStateException("on purpose");
          });
      driven.add(good.easy, bad.easy, thrower.easy);
      for (CurlMessage message : driven.take(3, LIMIT)) {
        assertEquals(
            message.easy() == good.easy ? CurlCode.OK : CurlCode.WRITE_ERROR, message.result());
      }
      assertTrue(thrower.easy.errorMessage().contains("on purpose"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPausedTransferWaitsAndLosesNothing(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        Driven driven = drive.open()) {
      Fetch fetch = new Fetch(server, 2_000_000);
      AtomicInteger calls = new AtomicInteger();
      fetch.easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            if (calls.incrementAndGet() == 3) {
              return CurlSymbols.CURL_WRITEFUNC_PAUSE;
            }
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            fetch.body.writeBytes(bytes);
            return bytes.length;
          });
      driven.add(fetch.easy);
      driven.until(LIMIT, () -> calls.get() >= 3);
      assertEquals(3, calls.get());
      assertNull(driven.next(Duration.ofMillis(50)));
      assertEquals(CurlCode.OK, driven.call(() -> fetch.easy.pause(0)));
      assertEquals(CurlCode.OK, driven.take(1, LIMIT).get(0).result());
      assertArrayEquals(LineServer.body(2_000_000), fetch.body.toByteArray());
      driven.remove(fetch.easy);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedTransferGivesNoMessage(Drive drive) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        ScriptedServer good = LineServer.start();
        Driven driven = drive.open()) {
      Fetch stuck = new Fetch(server, 10);
      driven.add(stuck.easy);
      driven.until(LIMIT, () -> server.accepted() == 1);
      assertEquals(CurlMultiCode.OK, driven.remove(stuck.easy));
      assertEquals(CurlMultiCode.OK, driven.remove(stuck.easy));
      Fetch fetch = new Fetch(good, 10);
      CurlMessage message = driven.run(fetch.easy, LIMIT);
      assertEquals(fetch.easy, message.easy());
      assertNull(driven.call(() -> driven.multi().infoRead()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void timesRunOut(Drive drive) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        Driven driven = drive.open()) {
      Fetch fetch = new Fetch(server, 10);
      fetch.easy.setopt(CurlOpt.TIMEOUT_MS, 100);
      assertEquals(CurlCode.OPERATION_TIMEDOUT, driven.run(fetch.easy, LIMIT).result());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStaleConnectionIsRetriedOnceFresh(Drive drive) {
    try (ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  String line = peer.readLine();
                  if (line != null) {
                    peer.send("2\nok");
                    if (peer.readLine() != null) {
                      peer.reset();
                    }
                  }
                });
        Driven driven = drive.open()) {
      for (int i = 0; i < 4; i++) {
        Fetch fetch = new Fetch(server, 10);
        assertEquals(CurlCode.OK, driven.run(fetch.easy, LIMIT).result());
        assertEquals("ok", fetch.body.toString(StandardCharsets.US_ASCII));
      }
      assertEquals(4, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatSpeaksFirstAndLeavesIsHeard(Drive drive) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.send("5\nhello"));
        Driven driven = drive.open()) {
      for (int i = 0; i < 20; i++) {
        Fetch one = new Fetch(server, 5);
        Fetch two = new Fetch(server, 5);
        driven.add(one.easy, two.easy);
        for (CurlMessage message : driven.take(2, LIMIT)) {
          assertEquals(CurlCode.OK, message.result());
        }
        assertEquals("hello", one.body.toString(StandardCharsets.US_ASCII));
        assertEquals("hello", two.body.toString(StandardCharsets.US_ASCII));
        driven.remove(one.easy);
        driven.remove(two.easy);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyGoesUp(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        Driven driven = drive.open()) {
      byte[] content = LineServer.body(300_000);
      Fetch fetch = new Fetch(server, 1);
      int[] at = new int[1];
      fetch.easy.setopt(CurlOpt.UPLOAD, 1);
      fetch.easy.setopt(CurlOpt.INFILESIZE_LARGE, content.length);
      fetch.easy.setopt(
          CurlOpt.READFUNCTION,
          (into, userdata) -> {
            int count = Math.min(into.remaining(), content.length - at[0]);
            into.put(content, at[0], count);
            at[0] += count;
            return count;
          });
      assertEquals(CurlCode.OK, driven.run(fetch.easy, LIMIT).result());
      assertEquals(Arrays.hashCode(content) + "", fetch.body.toString(StandardCharsets.US_ASCII));
      assertEquals(content.length, fetch.easy.getinfo(CurlInfo.SIZE_UPLOAD_T));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyListens(Drive drive) {
    try (DeadPort dead = new DeadPort();
        Driven driven = drive.open()) {
      CurlEasy easy = CurlEasy.init();
      easy.setopt(CurlOpt.URL, "ws://127.0.0.1:" + dead.number() + "/1");
      assertEquals(CurlCode.COULDNT_CONNECT, driven.run(easy, LIMIT).result());
      easy.setopt(CurlOpt.URL, "nosuch://127.0.0.1/");
      assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, driven.run(easy, LIMIT).result());
      easy.setopt(CurlOpt.URL, "ws://[::1/");
      assertEquals(CurlCode.URL_MALFORMAT, driven.run(easy, LIMIT).result());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aShareIsInUseWhileAHandleHasItAndStaysThroughTransfers(Drive drive) {
    try (ScriptedServer server = LineServer.start();
        CurlShare share = CurlShare.init();
        Driven driven = drive.open()) {
      Fetch fetch = new Fetch(server, 10);
      assertEquals(CurlCode.OK, fetch.easy.setopt(CurlOpt.SHARE, share));
      assertEquals(CurlShareCode.IN_USE, share.setopt(CurlShareOpt.USERDATA, this));
      List<CurlCode> meanwhile = new ArrayList<>();
      fetch.easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            meanwhile.add(fetch.easy.setopt(CurlOpt.SHARE, null));
            int size = data.remaining();
            data.position(data.limit());
            return size;
          });
      driven.add(fetch.easy);
      assertEquals(CurlCode.OK, driven.next(LIMIT).result());
      assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, meanwhile.get(0));
      assertEquals(CurlShareCode.IN_USE, share.cleanup());
      assertEquals(CurlCode.OK, driven.call(() -> fetch.easy.setopt(CurlOpt.SHARE, null)));
      assertEquals(CurlShareCode.OK, share.cleanup());
      driven.remove(fetch.easy);
    }
  }

  @Test
  void resetKeepsTheShareADuplicateDoesNotGetItAndCloseLetsItGo() {
    CurlShare share = CurlShare.init();
    CurlEasy easy = CurlEasy.init();
    easy.setopt(CurlOpt.SHARE, share);
    try (CurlEasy copy = easy.duplicate()) {
      easy.reset();
      assertEquals(CurlShareCode.IN_USE, share.cleanup());
      easy.close();
      assertEquals(CurlShareCode.OK, share.cleanup());
      assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, copy.setopt(CurlOpt.SHARE, share));
    }
  }
}
