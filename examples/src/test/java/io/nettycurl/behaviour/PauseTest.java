package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both directions stop when they are told to, lose nothing, and go on. */
@Timeout(180)
class PauseTest {
  private static final SSLContext TLS = Certificates.serverContext();
  private static final Duration A_WHILE = Duration.ofMillis(50);
  private static final int MUCH = 8_000_000;

  private static byte[] numbered(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    return bytes;
  }

  private static void assertNumbered(int size, Fetch fetch) {
    assertEquals(size, fetch.size());
    String body = fetch.body();
    for (int i = 0; i < size; i++) {
      if (body.charAt(i) != (char) ('a' + i % 23)) {
        throw new AssertionError("wrong byte at " + i);
      }
    }
  }

  /** A server that sends much, and counts what it got rid of. */
  private static ScriptedServer generous(SSLContext context, AtomicLong sent) {
    ScriptedServer.Script script =
        peer -> {
          // Left to itself, the system may hold more than is sent here.
          peer.socket().setSendBufferSize(64 * 1024);
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
          byte[] bytes = numbered(MUCH);
          int piece = 23 * 4000;
          for (int at = 0; at < MUCH; at += piece) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(MUCH, at + piece));
            peer.send(part);
            sent.addAndGet(part.length);
          }
          peer.readToEnd();
        };
    return context == null ? new ScriptedServer(script) : new ScriptedServer(context, script);
  }

  /** Paused by its write callback again and again, and by each direction of asking. */
  @ParameterizedTest
  @EnumSource
  void receivingLosesNothing(Drive drive) {
    for (SSLContext context : new SSLContext[] {null, TLS}) {
      AtomicLong sent = new AtomicLong();
      AtomicInteger pauses = new AtomicInteger();
      int[] calls = new int[1];
      try (Driven driven = drive.open();
          ScriptedServer server = generous(context, sent)) {
        Fetch fetch =
            new Fetch((context == null ? "http://" : "https://") + server.authority() + "/x")
                .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
        fetch.with(
            CurlOpt.WRITEFUNCTION,
            (data, userdata) -> {
              if (calls[0]++ % 40 == 0) {
                pauses.incrementAndGet();
                return CurlSymbols.CURL_WRITEFUNC_PAUSE;
              }
              return fetch.take(data);
            });
        driven.add(fetch.easy());
        int seen = 0;
        while (fetch.size() < MUCH) {
          int before = seen;
          driven.until(Fetch.LIMIT, () -> pauses.get() > before || fetch.size() == MUCH);
          if (pauses.get() > before) {
            seen = driven.call(pauses::get);
            assertEquals(
                CurlCode.OK, driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT)));
          }
        }
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
        assertNumbered(MUCH, fetch);
        assertTrue(seen > 5, "only " + seen + " pauses");
        driven.remove(fetch.easy());
      }
    }
  }

  /** A paused transfer stops its server; nothing piles up. */
  @ParameterizedTest
  @EnumSource
  void pausedReceiverStopsItsServer(Drive drive) {
    AtomicLong sent = new AtomicLong();
    AtomicInteger pauses = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server = generous(null, sent)) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/x");
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            if (pauses.get() == 0) {
              pauses.incrementAndGet();
              return CurlSymbols.CURL_WRITEFUNC_PAUSE;
            }
            return fetch.take(data);
          });
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, () -> pauses.get() == 1);
      long[] last = {-1};
      // Until the system's buffers are full; then nothing moves any more.
      driven.until(
          Fetch.LIMIT,
          () -> {
            long now = sent.get();
            boolean still = now == last[0];
            last[0] = now;
            return still;
          });
      driven.until(A_WHILE, () -> false);
      assertTrue(sent.get() < MUCH, "all was sent to one that does not listen");
      assertEquals(0, fetch.size());
      driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT));
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertNumbered(MUCH, fetch);
    }
  }

  /** The server is long gone when the user goes on: what it sent is there, and then the code. */
  @ParameterizedTest
  @EnumSource
  void endWaitsForThePausedUser(Drive drive) {
    for (boolean whole : new boolean[] {true, false}) {
      AtomicInteger pauses = new AtomicInteger();
      AtomicInteger over = new AtomicInteger();
      int[] calls = new int[1];
      try (Driven driven = drive.open();
          ScriptedServer server =
              new ScriptedServer(
                  peer -> {
                    peer.readHead();
                    int length = whole ? 100_000 : 200_000;
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
                    peer.send(numbered(100_000));
                    peer.cut();
                    over.incrementAndGet();
                  })) {
        Fetch fetch = new Fetch("http://" + server.authority() + "/x");
        fetch.with(
            CurlOpt.WRITEFUNCTION,
            (data, userdata) -> {
              if (calls[0]++ == 1) {
                pauses.incrementAndGet();
                return CurlSymbols.CURL_WRITEFUNC_PAUSE;
              }
              return fetch.take(data);
            });
        driven.add(fetch.easy());
        driven.until(Fetch.LIMIT, () -> pauses.get() == 1 && over.get() == 1);
        driven.until(A_WHILE, () -> false);
        assertNull(driven.next(Duration.ZERO));
        assertEquals(1, driven.call(() -> driven.multi().runningHandles()));
        assertEquals(
            CurlCode.OK, driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT)));
        assertEquals(
            whole ? CurlCode.OK : CurlCode.PARTIAL_FILE, driven.next(Fetch.LIMIT).result());
        assertNumbered(100_000, fetch);
        driven.remove(fetch.easy());
        assertEquals(0, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_CURRENT)));
      }
    }
  }

  /** U2: a pause does not stop the clock. */
  @ParameterizedTest
  @EnumSource
  void timeGoesOnWhilePaused(Drive drive) {
    for (boolean whole : new boolean[] {true, false}) {
      try (Driven driven = drive.open();
          ScriptedServer server =
              new ScriptedServer(
                  peer -> {
                    peer.readHead();
                    peer.send(
                        "HTTP/1.1 200 OK\r\nContent-Length: " + (whole ? 4 : 8) + "\r\n\r\nhalf");
                    peer.readToEnd();
                  })) {
        Fetch fetch =
            new Fetch("http://" + server.authority() + "/x")
                .with(CurlOpt.TIMEOUT_MS, 200)
                .with(CurlOpt.WRITEFUNCTION, (data, userdata) -> CurlSymbols.CURL_WRITEFUNC_PAUSE);
        fetch.expect(CurlCode.OPERATION_TIMEDOUT, driven);
      }
    }
  }

  /** From within a callback, of the transfer itself. */
  @ParameterizedTest
  @EnumSource
  void pausedFromWithin(Drive drive) {
    AtomicLong sent = new AtomicLong();
    AtomicInteger pauses = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server = generous(null, sent)) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/x");
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            if (pauses.get() < 10) {
              pauses.incrementAndGet();
              fetch.easy().pause(CurlSymbols.CURLPAUSE_RECV);
              if (pauses.get() % 2 == 0) {
                fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT);
              }
            }
            return fetch.take(data);
          });
      driven.add(fetch.easy());
      for (int i = 1; i < 10; i += 2) {
        int wanted = i;
        driven.until(Fetch.LIMIT, () -> pauses.get() >= wanted);
        driven.until(A_WHILE, () -> false);
        assertEquals(wanted, pauses.get());
        driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT));
      }
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertNumbered(MUCH, fetch);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendingStopsAndGoesOn(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("taken"))) {
      for (long size : new long[] {10, -1}) {
        AtomicInteger pauses = new AtomicInteger();
        int[] at = new int[1];
        boolean[] go = new boolean[1];
        Fetch fetch =
            new Fetch("http://" + server.authority() + "/x")
                .with(CurlOpt.UPLOAD, 1)
                .with(CurlOpt.INFILESIZE_LARGE, size)
                .with(
                    CurlOpt.READFUNCTION,
                    (into, userdata) -> {
                      if (at[0] == 10) {
                        return 0;
                      }
                      if (!go[0]) {
                        pauses.incrementAndGet();
                        return CurlSymbols.CURL_READFUNC_PAUSE;
                      }
                      go[0] = false;
                      into.put((byte) ('0' + at[0]++));
                      return 1;
                    });
        driven.add(fetch.easy());
        for (int i = 1; i <= 10; i++) {
          int wanted = i;
          driven.until(Fetch.LIMIT, () -> pauses.get() == wanted);
          assertEquals(wanted, driven.call(pauses::get));
          driven.call(
              () -> {
                go[0] = true;
                return fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT);
              });
        }
        driven.until(Fetch.LIMIT, () -> pauses.get() > 10 || driven.multi().runningHandles() == 0);
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
        assertEquals("0123456789", server.last().body());
        assertEquals("taken", fetch.body());
        driven.remove(fetch.easy());
      }
    }
  }

  /** Each call gives the state of both directions. */
  @ParameterizedTest
  @EnumSource
  void onlyWithAConnection(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("x"))) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/x");
      assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, fetch.easy().pause(CurlSymbols.CURLPAUSE_ALL));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anFtpDownload(Drive drive) {
    byte[] bytes = numbered(3_000_000);
    FtpScript script =
        new FtpScript()
            .file(new String(bytes, StandardCharsets.ISO_8859_1))
            .reply("SIZE", "213 3000000\r\n");
    AtomicInteger pauses = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = new Fetch("ftp://" + server.authority() + "/f");
      int[] calls = new int[1];
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            if (calls[0]++ % 50 == 0) {
              pauses.incrementAndGet();
              return CurlSymbols.CURL_WRITEFUNC_PAUSE;
            }
            return fetch.take(data);
          });
      driven.add(fetch.easy());
      int seen = 0;
      while (fetch.size() < bytes.length) {
        int before = seen;
        driven.until(Fetch.LIMIT, () -> pauses.get() > before || fetch.size() == bytes.length);
        if (pauses.get() > before) {
          seen = driven.call(pauses::get);
          driven.call(() -> fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT));
        }
      }
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertNumbered(bytes.length, fetch);
    }
  }

  /** Trailers come behind a body that was paused; within perform progress goes on with it. */
  @Test
  void trailersWaitForTheBody() {
    try (ScriptedServer server =
        new ScriptedServer(
            peer -> {
              peer.readHead();
              peer.send(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: T\r\n\r\n"
                      + "4\r\ndata\r\n5\r\nd474\n\r\n0\r\nT: amazing\r\n\r\n");
            })) {
      List<String> order = new ArrayList<>();
      int[] asked = new int[2];
      Fetch fetch = new Fetch("http://" + server.authority() + "/x").with(CurlOpt.NOPROGRESS, 0);
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            if (asked[0]++ == 0) {
              return CurlSymbols.CURL_WRITEFUNC_PAUSE;
            }
            order.add("body");
            return fetch.take(data);
          });
      fetch.with(
          CurlOpt.HEADERFUNCTION,
          (line, userdata) -> {
            byte[] bytes = new byte[line.remaining()];
            line.get(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.startsWith("T:")) {
              order.add(text.strip());
            }
            return bytes.length;
          });
      fetch.with(
          CurlOpt.XFERINFOFUNCTION,
          (dltotal, dlnow, ultotal, ulnow, userdata) -> {
            if (asked[0] == 1 && ++asked[1] == 2) {
              fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT);
            }
            return 0;
          });
      assertEquals(CurlCode.OK, fetch.easy().perform(), fetch.easy().errorMessage());
      assertEquals("datad474\n", fetch.body());
      assertEquals("T: amazing", order.get(order.size() - 1));
      assertEquals("body", order.get(0));
      fetch.easy().close();
    }
  }
}
