package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import io.nettycurl.netty.testkit.ScriptedServer.Script;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A handle is taken out of its multi wherever it is: there is no message, its place is given back,
 * and the next transfer works. One connection is all that is allowed here, so that a place that is
 * not given back holds up whatever follows.
 */
@Timeout(180)
class RemovalTest {
  private static final SSLContext TLS = Certificates.serverContext();

  /** Answers the good path, does with others what the test wants. */
  private static Script unlessGood(Script bad) {
    return peer -> {
      String head = peer.readHead();
      if (head != null && head.contains("/good")) {
        answer(peer);
      } else {
        bad.play(peer);
      }
    };
  }

  private static void answer(Peer peer) throws IOException {
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");
  }

  private static void removeWhen(Driven driven, Fetch fetch, Callable<Boolean> there)
      throws Exception {
    driven.add(fetch.easy());
    driven.until(Fetch.LIMIT, there);
    assertTrue(driven.call(there), "never got there");
    assertEquals(CurlMultiCode.OK, driven.remove(fetch.easy()));
    assertNull(driven.next(Duration.ZERO));
    assertEquals(CurlMultiCode.OK, driven.remove(fetch.easy()));
    assertEmpty(driven);
  }

  private static void assertEmpty(Driven driven) {
    driven.call(
        () -> {
          assertEquals(0, driven.multi().getOfft(MultiInfo.XFERS_CURRENT));
          assertEquals(0, driven.multi().getOfft(MultiInfo.XFERS_RUNNING));
          assertEquals(0, driven.multi().getOfft(MultiInfo.XFERS_PENDING));
          assertEquals(0, driven.multi().getOfft(MultiInfo.XFERS_DONE));
          assertEquals(0, driven.multi().runningHandles());
          assertEquals(0, driven.multi().msgsInQueue());
          assertTrue(driven.multi().getHandles().isEmpty());
          return null;
        });
  }

  private static Driven openWithOnePlace(Drive drive) {
    Driven driven = drive.open();
    driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 1L));
    return driven;
  }

  private static void goodFollows(Driven driven, ScriptedServer server) {
    Fetch good = new Fetch("http://" + server.authority() + "/good");
    good.expect(CurlCode.OK, driven);
    assertEquals("good", good.body());
    assertEmpty(driven);
  }

  @ParameterizedTest
  @EnumSource
  void beforeItStarts(Drive drive) throws Exception {
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(unlessGood(Peer::readToEnd))) {
      removeWhen(driven, new Fetch("http://" + server.authority() + "/x"), () -> true);
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileResolving(Drive drive) throws Exception {
    AtomicInteger steps = new AtomicInteger();
    try (SlowNetwork network = new SlowNetwork();
        Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(unlessGood(Peer::readToEnd))) {
      Fetch fetch = new Fetch("http://" + network.name() + "/x");
      removeWhen(driven, fetch, () -> steps.incrementAndGet() > 2);
      assertEquals(0, fetch.info(CurlInfo.NAMELOOKUP_TIME_T));
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileConnecting(Drive drive) throws Exception {
    AtomicInteger steps = new AtomicInteger();
    try (SlowNetwork network = new SlowNetwork();
        Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(unlessGood(Peer::readToEnd))) {
      Fetch fetch = new Fetch("http://" + network.authority() + "/x");
      removeWhen(driven, fetch, () -> steps.incrementAndGet() > 2);
      assertEquals(0, fetch.info(CurlInfo.CONNECT_TIME_T));
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inTheHandshake(Drive drive) throws Exception {
    AtomicInteger hellos = new AtomicInteger();
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  if (peer.read(1)[0] == 'G') {
                    peer.readHead();
                    answer(peer);
                  } else {
                    hellos.incrementAndGet();
                    peer.readToEnd();
                  }
                })) {
      Fetch fetch = new Fetch("https://" + server.authority() + "/x");
      removeWhen(driven, fetch, () -> hellos.get() == 1);
      assertEquals(0, fetch.info(CurlInfo.APPCONNECT_TIME_T));
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileWaitingForTheResponse(Drive drive) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    Script silent =
        unlessGood(
            peer -> {
              requests.incrementAndGet();
              peer.readToEnd();
            });
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(silent);
        ScriptedServer secure = new ScriptedServer(TLS, silent)) {
      removeWhen(
          driven, new Fetch("http://" + server.authority() + "/x"), () -> requests.get() == 1);
      removeWhen(
          driven,
          new Fetch("https://" + secure.authority() + "/x")
              .with(CurlOpt.CAINFO_BLOB, Certificates.trusted()),
          () -> requests.get() == 2);
      goodFollows(driven, server);
    }
  }

  private static final Script HALF =
      unlessGood(
          peer -> {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf");
            peer.readToEnd();
          });

  @ParameterizedTest
  @EnumSource
  void inTheBody(Drive drive) throws Exception {
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(HALF)) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/x");
      removeWhen(driven, fetch, () -> fetch.size() == 4);
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whilePaused(Drive drive) throws Exception {
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(HALF)) {
      AtomicInteger pauses = new AtomicInteger();
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(
                  CurlOpt.WRITEFUNCTION,
                  (data, userdata) -> {
                    pauses.incrementAndGet();
                    return CurlSymbols.CURL_WRITEFUNC_PAUSE;
                  });
      removeWhen(driven, fetch, () -> pauses.get() == 1);
      goodFollows(driven, server);
      assertEquals(1, pauses.get());
    }
  }

  /** All came, nothing was taken: over for the protocol, but not for the user. */
  @ParameterizedTest
  @EnumSource
  void whilePausedBehindTheEnd(Drive drive) throws Exception {
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(unlessGood(RemovalTest::answer))) {
      AtomicInteger pauses = new AtomicInteger();
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/x")
              .with(
                  CurlOpt.WRITEFUNCTION,
                  (data, userdata) -> {
                    pauses.incrementAndGet();
                    return CurlSymbols.CURL_WRITEFUNC_PAUSE;
                  });
      removeWhen(driven, fetch, () -> pauses.get() == 1);
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whilePending(Drive drive) throws Exception {
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(HALF)) {
      Fetch first = new Fetch("http://" + server.authority() + "/x");
      driven.add(first.easy());
      driven.until(Fetch.LIMIT, () -> first.size() == 4);
      Fetch second = new Fetch("http://" + server.authority() + "/good");
      Fetch third = new Fetch("http://" + server.authority() + "/good");
      driven.add(second.easy(), third.easy());
      driven.until(Fetch.LIMIT, () -> driven.multi().getOfft(MultiInfo.XFERS_PENDING) == 2);
      assertEquals(2, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_PENDING)));
      assertEquals(1, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_RUNNING)));
      assertEquals(CurlMultiCode.OK, driven.remove(second.easy()));
      assertEquals(1, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_PENDING)));
      assertEquals(CurlMultiCode.OK, driven.remove(first.easy()));
      assertEquals(third.easy(), driven.next(Fetch.LIMIT).easy());
      assertEquals("good", third.body());
      assertEquals("", second.body());
      assertTrue(third.info(CurlInfo.QUEUE_TIME_T) > 0);
      driven.remove(third.easy());
      assertEmpty(driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeItsMessageIsRead(Drive drive) throws Exception {
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(unlessGood(RemovalTest::answer))) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/good");
      driven.add(fetch.easy());
      if (drive == Drive.EMBEDDED) {
        // A listener is told at once.
        assertEquals(fetch.easy(), driven.next(Fetch.LIMIT).easy());
      } else {
        driven.until(Fetch.LIMIT, () -> driven.multi().msgsInQueue() == 1);
      }
      driven.remove(fetch.easy());
      assertNull(driven.next(Duration.ZERO));
      assertEmpty(driven);
      goodFollows(driven, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inAnUpload(Drive drive) throws Exception {
    AtomicInteger reads = new AtomicInteger();
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer server = new ScriptedServer(unlessGood(Peer::readToEnd))) {
      for (long answer : List.of(CurlSymbols.CURL_READFUNC_PAUSE, 1L)) {
        reads.set(0);
        Fetch fetch =
            new Fetch("http://" + server.authority() + "/x")
                // The server may be about to close the one before, and nothing here can rewind.
                .with(CurlOpt.FRESH_CONNECT, 1)
                .with(CurlOpt.UPLOAD, 1)
                .with(CurlOpt.INFILESIZE_LARGE, 1000)
                .with(
                    CurlOpt.READFUNCTION,
                    (into, userdata) -> {
                      if (reads.incrementAndGet() > 3) {
                        return CurlSymbols.CURL_READFUNC_PAUSE;
                      }
                      into.put((byte) 'x');
                      return answer;
                    });
        removeWhen(driven, fetch, () -> reads.get() >= 1);
        goodFollows(driven, server);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAnFtpTransfer(Drive drive) throws Exception {
    for (String command : List.of("greeting", "PASS", "PWD", "EPSV", "SIZE", "RETR")) {
      FtpScript script = new FtpScript().reply(command, "{hang}");
      try (Driven driven = openWithOnePlace(drive);
          ScriptedServer http = new ScriptedServer(unlessGood(Peer::readToEnd));
          ScriptedServer server = new ScriptedServer(script)) {
        Fetch fetch = new Fetch("ftp://" + server.authority() + "/f");
        removeWhen(
            driven,
            fetch,
            () ->
                command.equals("greeting")
                    ? server.accepted() == 1
                    : script.verbs().contains(command));
        goodFollows(driven, http);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAnFtpTransferInItsData(Drive drive) throws Exception {
    FtpScript script =
        new FtpScript().reply("RETR", "150 coming\r\n{start}{hang}").reply("SIZE", "213 9\r\n");
    try (Driven driven = openWithOnePlace(drive);
        ScriptedServer http = new ScriptedServer(unlessGood(Peer::readToEnd));
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = new Fetch("ftp://" + server.authority() + "/f");
      removeWhen(driven, fetch, () -> fetch.size() == 5);
      goodFollows(driven, http);
    }
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofThreeHundredAtAnyPoint(Drive drive) {
    CountDownLatch removed = new CountDownLatch(1);
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  awaitIt(removed);
                  answer(peer);
                })) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 4L));
      Fetch[] fetches = new Fetch[300];
      for (int i = 0; i < fetches.length; i++) {
        fetches[i] = new Fetch("http://" + server.authority() + "/good");
        driven.add(fetches[i].easy());
        if (i % 3 == 2) {
          driven.remove(fetches[i - 1].easy());
        }
      }
      removed.countDown();
      driven.take(200, Fetch.LIMIT);
      for (int i = 0; i < fetches.length; i++) {
        assertEquals(i % 3 == 1 ? "" : "good", fetches[i].body(), "transfer " + i);
        driven.remove(fetches[i].easy());
      }
      assertNull(driven.next(Duration.ZERO));
      assertEmpty(driven);
    }
  }
}
