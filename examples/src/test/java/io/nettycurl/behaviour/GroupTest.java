package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.MultiOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several loops are one multi: one pool, one queue, one set of limits. */
@Timeout(180)
class GroupTest {
  private static final int LOOPS = 4;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static MultiThreadIoEventLoopGroup group;

  @BeforeAll
  static void start() {
    group = new MultiThreadIoEventLoopGroup(LOOPS, Transport.preferred().newIoHandlerFactory(0));
  }

  @AfterAll
  static void stop() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** Answers, and knows how many connections it had at a time. */
  private static ScriptedServer counting(AtomicInteger open, AtomicInteger most) {
    return new ScriptedServer(
        peer -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          try {
            while (peer.readHead() != null) {
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            }
          } finally {
            open.decrementAndGet();
          }
        });
  }

  private static void drive(CurlMulti multi, int count) {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    int done = 0;
    while (done < count) {
      assertTrue(System.nanoTime() - deadline < 0, "done: " + done);
      assertEquals(CurlMultiCode.OK, multi.perform());
      for (CurlMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
        assertEquals(CurlCode.OK, m.result(), m.easy()::errorMessage);
        done++;
      }
      if (done < count) {
        multi.poll(100);
      }
    }
  }

  /** No limit makes one host's connection go for another's here, so servers can count exactly. */
  @Test
  void limitsHoldOverAllLoops() {
    AtomicInteger mostA = new AtomicInteger();
    AtomicInteger mostB = new AtomicInteger();
    try (ScriptedServer a = counting(new AtomicInteger(), mostA);
        ScriptedServer b = counting(new AtomicInteger(), mostB)) {
      fetchAll(CurlMultiOpt.MAX_HOST_CONNECTIONS, 3, a, b);
      assertTrue(mostA.get() <= 3, "to one host: " + mostA);
      assertTrue(mostB.get() <= 3, "to one host: " + mostB);
      assertTrue(a.accepted() <= 3 && b.accepted() <= 3, "made anew");
    }
    try (ScriptedServer a = counting(new AtomicInteger(), mostA)) {
      fetchAll(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 5, a, a);
      assertTrue(mostA.get() <= 5, "in all: " + mostA);
      assertTrue(a.accepted() <= 5, "made anew");
    }
    assertFalse(group.isShuttingDown());
  }

  private static void fetchAll(
      MultiOption<Long> limit, long number, ScriptedServer one, ScriptedServer other) {
    try (CurlMulti multi = NettyCurl.groupMulti(group)) {
      multi.setopt(limit, number);
      List<Fetch> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Fetch fetch = new Fetch("http://" + (i % 2 == 0 ? one : other).authority() + "/" + i);
        all.add(fetch);
        assertEquals(CurlMultiCode.OK, multi.addHandle(fetch.easy()));
      }
      drive(multi, all.size());
      all.forEach(fetch -> assertEquals("hello", fetch.body()));
      assertEquals(0, multi.getOfft(MultiInfo.XFERS_PENDING));
      all.forEach(fetch -> assertEquals(CurlMultiCode.OK, multi.removeHandle(fetch.easy())));
      assertEquals(0, multi.getOfft(MultiInfo.XFERS_CURRENT));
    }
  }

  /** The one connection there may be serves the transfers of all loops, each once. */
  @Test
  void oneConnectionServesAllLoops() {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  for (String head = peer.readHead(); head != null; head = peer.readHead()) {
                    asked.add(head.substring("GET /".length(), head.indexOf(" HTTP")));
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                  }
                });
        CurlMulti multi = NettyCurl.groupMulti(group, 3)) {
      multi.setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 1);
      Fetch first = new Fetch("http://" + server.authority() + "/first");
      multi.addHandle(first.easy());
      drive(multi, 1);
      Set<String> expected = new HashSet<>();
      List<Fetch> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Fetch fetch = new Fetch("http://" + server.authority() + "/" + i);
        expected.add("" + i);
        all.add(fetch);
        multi.addHandle(fetch.easy());
      }
      drive(multi, all.size());
      assertEquals(1, server.accepted());
      assertEquals(61, asked.size());
      assertEquals(expected, new HashSet<>(asked.subList(1, asked.size())));
      for (Fetch fetch : all) {
        assertEquals(0, fetch.info(CurlInfo.NUM_CONNECTS));
      }
    }
  }

  @Test
  void wantsLoops() {
    assertThrows(IllegalArgumentException.class, () -> NettyCurl.groupMulti(group, 0));
  }
}
