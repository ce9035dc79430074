package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens in whatever order: nothing leaks, no message gets lost, no handle gets stuck,
 * and in the end the counters are exact. HTTP/1 with and without TLS, HTTP/2 and FTP in one multi;
 * servers that reset, cut and stall; handles added, removed, paused and woken at random.
 *
 * <p>{@code -Dsoak.seconds} says how long for each way to drive; 300 makes 20 minutes of it.
 */
class SoakTest {
  private static final long SECONDS =
      Long.getLong("soak.seconds", Boolean.getBoolean("real.servers") ? 30 : 5);
  private static final long SEED = Long.getLong("soak.seed", 20_261_124L);
  private static final int MOST = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final SSLContext TLS = Certificates.serverContext();

  /** What a server does, by the first part of the path. */
  private enum Manner {
    WHOLE("whole"),
    SLOW("slow"),
    CHUNKED("chunked"),
    RESET("reset"),
    CUT("cut"),
    STALL("stall");

    private final String path;

    Manner(String path) {
      this.path = path;
    }

    boolean good() {
      return ordinal() <= CHUNKED.ordinal();
    }
  }

  /** Where to. */
  private enum Kind {
    HTTP,
    HTTPS,
    H2,
    FTP
  }

  /** One use of a handle. */
  private static final class Work {
    private final Fetch fetch;
    private final Kind kind;
    private final Manner manner;
    private final int size;
    private int restarts;

    Work(Fetch fetch, Kind kind, Manner manner, int size) {
      this.fetch = fetch;
      this.kind = kind;
      this.manner = manner;
      this.size = size;
    }

    @Override
    public String toString() {
      return kind + " " + manner + " " + size + " restarted " + restarts;
    }
  }

  static byte[] body(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    return bytes;
  }

  private static void serve(Peer peer, AtomicInteger open) throws IOException {
    open.incrementAndGet();
    try {
      for (String head = peer.readHead(); head != null; head = peer.readHead()) {
        String[] path = head.substring(0, head.indexOf(" HTTP/")).split("/");
        int size = Integer.parseInt(path[2]);
        if (!answer(peer, path[1], body(size))) {
          return;
        }
      }
    } finally {
      open.decrementAndGet();
    }
  }

  /** Gives whether the connection goes on. */
  private static boolean answer(Peer peer, String manner, byte[] body) throws IOException {
    String start = "HTTP/1.1 200 OK\r\n";
    String length = start + "Content-Length: " + body.length + "\r\n\r\n";
    switch (manner) {
      case "slow":
        peer.send(length);
        for (int at = 0; at < body.length; at += 20_000) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
          peer.send(Arrays.copyOfRange(body, at, Math.min(body.length, at + 20_000)));
        }
        return true;
      case "chunked":
        peer.send(start + "Transfer-Encoding: chunked\r\n\r\n");
        if (body.length > 0) {
          peer.send(Integer.toHexString(body.length) + "\r\n");
          peer.send(body);
          peer.send("\r\n");
        }
        peer.send("0\r\n\r\n");
        return true;
      case "reset":
        peer.send(length);
        peer.send(Arrays.copyOf(body, body.length / 2));
        peer.reset();
        return false;
      case "cut":
        return false;
      case "stall":
        peer.readToEnd();
        return false;
      default:
        peer.send(length);
        peer.send(body);
        return true;
    }
  }

  private static void serveFtp(Peer peer, AtomicInteger open) throws IOException {
    open.incrementAndGet();
    try {
      String file = new String(body(30_000), StandardCharsets.US_ASCII);
      new FtpScript().file(file).reply("SIZE", "213 30000\r\n").play(peer);
    } finally {
      open.decrementAndGet();
    }
  }

  @ParameterizedTest
  @EnumSource
  void survives(Drive drive) throws InterruptedException {
    AtomicInteger open = new AtomicInteger();
    try (ScriptedServer http = new ScriptedServer(peer -> serve(peer, open));
        ScriptedServer https = new ScriptedServer(TLS, peer -> serve(peer, open));
        ScriptedServer ftp = new ScriptedServer(peer -> serveFtp(peer, open));
        SoakH2Server h2 = new SoakH2Server()) {
      Map<Kind, String> bases = new EnumMap<>(Kind.class);
      bases.put(Kind.HTTP, "http://" + http.authority());
      bases.put(Kind.HTTPS, "https://" + https.authority());
      bases.put(Kind.H2, "http://" + h2.authority());
      bases.put(Kind.FTP, "ftp://" + ftp.authority());
      try (Driven driven = drive.open()) {
        new Run(drive, driven, bases, new Random(SEED + drive.ordinal())).run();
      }
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while ((open.get() > 0 || h2.open() > 0) && System.nanoTime() - deadline < 0) {
        Thread.onSpinWait();
      }
      assertEquals(0, open.get(), "connections left open");
      assertEquals(0, h2.open(), "connections left open");
      assertEquals(List.of(), http.failures());
      assertEquals(List.of(), https.failures());
      assertEquals(List.of(), ftp.failures());
    }
  }

  /** Owned by the test's thread. */
  private static final class Run {
    private final Drive drive;
    private final Driven driven;
    private final Map<Kind, String> bases;
    private final Random random;
    private final Map<Object, Work> active = new IdentityHashMap<>();
    private final List<Work> idle = new ArrayList<>();
    private long added;
    private long removed;
    private long messages;
    private volatile boolean over;

    Run(Drive drive, Driven driven, Map<Kind, String> bases, Random random) {
      this.drive = drive;
      this.driven = driven;
      this.bases = bases;
      this.random = random;
    }

    void run() throws InterruptedException {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 24L));
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 9L));
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAXCONNECTS, 12L));
      Thread waker = new Thread(this::wake, "waker");
      waker.start();
      try {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        // However slow the machine: enough has to happen for the numbers below to mean something.
        while (System.nanoTime() - end < 0 || messages <= 5 * SECONDS) {
          assertTrue(System.nanoTime() - end < PATIENCE.toNanos(), () -> "messages: " + messages);
          act(random.nextInt(10));
          message(Duration.ofMillis(random.nextInt(3)));
        }
      } finally {
        over = true;
        waker.join();
      }
      finish();
    }

    /** From another thread, as often as that gets to run, but with a breath in between. */
    private void wake() {
      Random mine = new Random(SEED);
      while (!over) {
        driven.multi().wakeup();
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200 + mine.nextInt(5000)));
      }
    }

    private void act(int what) {
      switch (what) {
        case 0, 1, 2, 3, 4 -> add();
        case 5 -> remove();
        case 6 -> pause(true);
        case 7, 8 -> pause(false);
        default -> driven.call(() -> driven.multi().perform());
      }
    }

    private void add() {
      if (active.size() >= MOST) {
        return;
      }
      // Half of the time one that was in use before.
      Work work =
          !idle.isEmpty() && random.nextBoolean()
              ? again(idle.remove(random.nextInt(idle.size())))
              : make();
      active.put(work.fetch.easy(), work);
      driven.add(work.fetch.easy());
      added++;
    }

    private Work again(Work before) {
      before.restarts++;
      before.fetch.forget();
      return before;
    }

    private Work make() {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      Manner manner = Manner.values()[random.nextInt(Manner.values().length)];
      int size =
          kind == Kind.FTP ? 30_000 : random.nextInt(4) == 0 ? 300_000 : random.nextInt(3000);
      if (kind == Kind.FTP) {
        manner = Manner.WHOLE;
      } else if (kind == Kind.H2 && manner.good()) {
        manner = Manner.WHOLE;
      }
      Fetch fetch = new Fetch(bases.get(kind) + "/" + manner.path + "/" + size);
      fetch.with(CurlOpt.TIMEOUT_MS, manner == Manner.STALL ? 300 : 20_000);
      fetch.with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
      if (kind == Kind.H2) {
        fetch.with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE);
      }
      return new Work(fetch, kind, manner, size);
    }

    private Work any() {
      int number = random.nextInt(active.size());
      return active.values().stream().skip(number).findFirst().orElseThrow();
    }

    private void remove() {
      if (!active.isEmpty()) {
        takeOut(any(), drive != Drive.EMBEDDED);
        removed++;
      }
    }

    /** A message that a listener was told already cannot be taken back: such a handle rests. */
    private void takeOut(Work work, boolean goesOn) {
      active.remove(work.fetch.easy());
      assertEquals(CurlMultiCode.OK, driven.remove(work.fetch.easy()));
      if (goesOn && idle.size() < MOST) {
        idle.add(work);
      }
    }

    private void pause(boolean receive) {
      if (active.isEmpty()) {
        return;
      }
      Work work = any();
      long mask = receive ? CurlSymbols.CURLPAUSE_RECV : CurlSymbols.CURLPAUSE_CONT;
      CurlCode code = driven.call(() -> work.fetch.easy().pause(mask));
      assertTrue(
          code == CurlCode.OK || code == CurlCode.BAD_FUNCTION_ARGUMENT, () -> work + ": " + code);
    }

    private boolean message(Duration limit) {
      CurlMessage message = driven.next(limit);
      if (message == null) {
        return false;
      }
      Work work = active.get(message.easy());
      if (work == null) {
        // Told in the moment in which it was taken out.
        return true;
      }
      messages++;
      judge(work, message.result());
      takeOut(work, true);
      return true;
    }

    private void judge(Work work, CurlCode code) {
      boolean neighbours = work.kind == Kind.H2 && code != CurlCode.OK;
      if (neighbours) {
        // A stream goes down with its connection, whoever cut that.
        return;
      }
      if (work.manner == Manner.STALL) {
        assertEquals(CurlCode.OPERATION_TIMEDOUT, code, work::toString);
      } else if (work.manner.good()) {
        // One that stays paused for too long is out of time.
        if (code != CurlCode.OPERATION_TIMEDOUT) {
          assertEquals(CurlCode.OK, code, () -> work + ": " + work.fetch.easy().errorMessage());
          assertEquals(work.size, work.fetch.size(), work::toString);
          assertTrue(
              work.fetch.body().equals(new String(body(work.size), StandardCharsets.US_ASCII)),
              work::toString);
        }
      } else {
        assertTrue(code != CurlCode.OK || work.size < 2, () -> work + ": " + code);
      }
    }

    private void finish() {
      for (Work work : List.copyOf(active.values())) {
        driven.call(() -> work.fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT));
      }
      while (!active.isEmpty()) {
        assertTrue(message(PATIENCE), () -> "stuck: " + active.values());
      }
      assertNull(driven.next(Duration.ZERO));
      assertEquals(0, driven.call(() -> driven.multi().runningHandles()));
      assertEquals(0, driven.call(() -> driven.multi().msgsInQueue()));
      assertEquals(0L, offt(MultiInfo.XFERS_CURRENT));
      assertEquals(0L, offt(MultiInfo.XFERS_RUNNING));
      assertEquals(0L, offt(MultiInfo.XFERS_PENDING));
      assertEquals(0L, offt(MultiInfo.XFERS_DONE));
      assertEquals(added, offt(MultiInfo.XFERS_ADDED));
      assertEquals(added, messages + removed);
    }

    private long offt(MultiInfo info) {
      return driven.call(() -> driven.multi().getOfft(info));
    }
  }
}
