package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.nio.NioIoHandler;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.TestNames;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application with a loop of its own drives transfers by socketAction. */
@Timeout(180)
class EventModeTest {
  private static final SSLContext TLS = Certificates.serverContext();

  private static final MultiThreadIoEventLoopGroup GROUP =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /** What the application waits with, and the multi that goes with it. */
  enum Kind {
    SELECTOR(OwnLoop.OfSelector::new, NettyCurl::nioMulti),
    EPOLL(OwnLoop.OfEpoll::new, CurlMulti::init),
    GROUP(OwnLoop.OfSelector::new, () -> NettyCurl.groupMulti(EventModeTest.GROUP));

    private final Supplier<OwnLoop> loop;
    private final Supplier<CurlMulti> multi;

    Kind(Supplier<OwnLoop> loop, Supplier<CurlMulti> multi) {
      this.loop = loop;
      this.multi = multi;
    }

    App open() {
      Assumptions.assumeTrue(this != EPOLL || Epoll.isAvailable());
      return new App(loop.get(), multi.get());
    }
  }

  /** Owned by the test's thread. */
  private static final class App implements AutoCloseable {
    private final OwnLoop loop;
    private final CurlMulti multi;
    private final List<String> told = new ArrayList<>();
    private final Set<CurlSocket> watched = new HashSet<>();
    private long timerAt = Long.MAX_VALUE;
    private long answer;
    private int refuse;
    private boolean refuseTimer;

    private App(OwnLoop loop, CurlMulti multi) {
      this.loop = loop;
      this.multi = multi;
      set(CurlMultiCode.OK);
    }

    private void set(CurlMultiCode code) {
      assertEquals(
          code,
          multi.setopt(
              CurlMultiOpt.SOCKETFUNCTION,
              (easy, socket, what, me, mine) -> {
                told.add((easy == null ? "own " : "") + name(what) + (mine == null ? "" : mine));
                assertEquals("app", me);
                loop.watch(socket, what);
                if (what == CurlSymbols.CURL_POLL_REMOVE) {
                  assertTrue(watched.remove(socket), "was watched");
                } else {
                  watched.add(socket);
                }
                return answerTo(false);
              }));
      multi.setopt(CurlMultiOpt.SOCKETDATA, "app");
      multi.setopt(
          CurlMultiOpt.TIMERFUNCTION,
          (same, millis, me) -> {
            assertEquals(multi, same);
            told.add("timer" + (millis > 0 ? "+" : millis));
            timerAt =
                millis < 0
                    ? Long.MAX_VALUE
                    : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            return answerTo(true);
          });
    }

    private long answerTo(boolean timer) {
      return refuse > 0 && refuseTimer == timer && --refuse == 0 ? -1 : answer;
    }

    /** As a turn, but for what it comes to. */
    private CurlMultiCode step() {
      long left = TimeUnit.NANOSECONDS.toMillis(timerAt - System.nanoTime());
      CurlMultiCode code = CurlMultiCode.OK;
      for (CurlSocket socket :
          left <= 0 ? List.<CurlSocket>of() : loop.await(Math.min(left, 500))) {
        code = code == CurlMultiCode.OK ? multi.socketAction(socket, 0) : code;
      }
      if (code == CurlMultiCode.OK && timerAt - System.nanoTime() <= 0) {
        timerAt = Long.MAX_VALUE;
        code = multi.socketAction(CurlSocket.TIMEOUT, 0);
      }
      return code;
    }

    private static String name(long what) {
      return List.of("none", "IN", "OUT", "INOUT", "REMOVE").get((int) what);
    }

    private void add(Fetch... fetches) {
      for (Fetch fetch : fetches) {
        assertEquals(CurlMultiCode.OK, multi.addHandle(fetch.easy()));
      }
    }

    private void turn() {
      long left =
          timerAt == Long.MAX_VALUE
              ? 500
              : TimeUnit.NANOSECONDS.toMillis(timerAt - System.nanoTime());
      for (CurlSocket socket : left <= 0 ? List.<CurlSocket>of() : loop.await(left)) {
        assertEquals(CurlMultiCode.OK, multi.socketAction(socket, CurlSymbols.CURL_CSELECT_IN));
      }
      if (timerAt - System.nanoTime() <= 0) {
        timerAt = Long.MAX_VALUE;
        assertEquals(CurlMultiCode.OK, multi.socketAction(CurlSocket.TIMEOUT, 0));
      }
    }

    private CurlMessage next() {
      long end = System.nanoTime() + Fetch.LIMIT.toNanos();
      CurlMessage message = multi.infoRead();
      while (message == null && System.nanoTime() < end) {
        turn();
        message = multi.infoRead();
      }
      assertNotNull(message, () -> "no message; told " + told);
      return message;
    }

    private CurlCode run(Fetch fetch) {
      add(fetch);
      CurlCode code = next().result();
      multi.removeHandle(fetch.easy());
      return code;
    }

    @Override
    public void close() {
      multi.close();
      assertEquals(Set.of(), watched, "everything that was told is taken back");
      loop.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void transfersOfAllSizesBothWays(Kind kind) {
    String big = "0123456789".repeat(30_000);
    for (SSLContext tls : Arrays.asList(null, TLS)) {
      try (RecordingServer server =
              tls == null
                  ? new RecordingServer(
                      request -> RecordingServer.ok(big + request.body().length()))
                  : new RecordingServer(
                      tls, request -> RecordingServer.ok(big + request.body().length()));
          App app = kind.open()) {
        String base = (tls == null ? "http://" : "https://") + server.authority() + "/";
        List<Fetch> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          Fetch fetch = new Fetch(base + i).with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
          if (i % 2 == 0) {
            fetch.with(CurlOpt.POSTFIELDS, big);
          }
          all.add(fetch);
          app.add(fetch);
        }
        for (int i = 0; i < 8; i++) {
          assertEquals(CurlCode.OK, app.next().result());
        }
        for (int i = 0; i < 8; i++) {
          assertEquals(big + (i % 2 == 0 ? big.length() : 0), all.get(i).body());
          app.multi.removeHandle(all.get(i).easy());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECTOR", "EPOLL"})
  void theSequenceIsLibcurls(Kind kind) {
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        App app = kind.open()) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/").with(CurlOpt.TIMEOUT_MS, 30_000);
      app.add(fetch);
      assertEquals("timer0", app.told.get(app.told.size() - 1), "due at once");
      app.told.clear();
      app.turn();
      assertEquals(List.of("OUT", "timer+"), withoutOwn(app.told));
      app.told.clear();
      assertEquals(CurlCode.OK, app.next().result());
      List<String> rest = withoutOwn(app.told);
      assertEquals("IN", rest.get(0));
      assertEquals("REMOVE", rest.get(rest.indexOf("REMOVE")), "the connection is idle");
      assertEquals("timer-1", rest.get(rest.size() - 1));
      assertEquals(Set.of(), app.watched);
      app.multi.removeHandle(fetch.easy());
      app.told.clear();
      assertEquals(CurlCode.OK, app.run(fetch));
      assertFalse(withoutOwn(app.told).contains("OUT"), "comes back as IN: " + app.told);
      assertEquals(1, server.connections());
    }
  }

  /** The server waits for data, so that nothing but the socket listened on can tell of it. */
  @ParameterizedTest
  @EnumSource
  void activeFtpIsHeardToo(Kind kind) {
    ActiveFtpScript script = new ActiveFtpScript();
    try (ScriptedServer server = new ScriptedServer(script);
        App app = kind.open()) {
      byte[] left = "hello".getBytes(StandardCharsets.US_ASCII);
      AtomicBoolean given = new AtomicBoolean();
      Fetch fetch =
          new Fetch("ftp://" + server.authority() + "/f")
              .with(CurlOpt.FTPPORT, "-")
              .with(CurlOpt.ACCEPTTIMEOUT_MS, 20_000)
              .with(CurlOpt.UPLOAD, 1)
              .with(
                  CurlOpt.READFUNCTION,
                  (into, userdata) -> {
                    if (given.getAndSet(true)) {
                      return 0;
                    }
                    into.put(left);
                    return left.length;
                  });
      assertEquals(CurlCode.OK, app.run(fetch));
      assertEquals("hello", script.received());
    }
  }

  private static List<String> withoutOwn(List<String> told) {
    return told.stream().filter(each -> !each.startsWith("own")).toList();
  }

  @ParameterizedTest
  @EnumSource
  void namesAreResolvedElsewhereAndTheLoopHears(Kind kind) {
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        App app = kind.open()) {
      assertEquals(CurlCode.OK, app.run(new Fetch("http://localhost:" + server.port() + "/")));
      assertEquals(
          CurlCode.COULDNT_RESOLVE_HOST,
          app.run(new Fetch("http://" + TestNames.UNRESOLVABLE + "/")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void timesRunOut(Kind kind) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        App app = kind.open()) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/").with(CurlOpt.TIMEOUT_MS, 100);
      assertEquals(CurlCode.OPERATION_TIMEDOUT, app.run(fetch));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECTOR", "EPOLL"})
  void aTimerThatIsAskedForEarlyIsToldAgain(Kind kind) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        App app = kind.open()) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/").with(CurlOpt.TIMEOUT_MS, 30_000);
      app.add(fetch);
      while (!app.told.contains("IN")) {
        app.turn();
      }
      app.told.clear();
      assertEquals(CurlMultiCode.OK, app.multi.socketAction(new OtherSocket(), 0));
      assertEquals(List.of(), app.told, "an unknown socket is no harm, nothing changed");
      assertEquals(CurlMultiCode.OK, app.multi.socketAction(CurlSocket.TIMEOUT, 0));
      assertEquals(
          List.of("timer+"), app.told, () -> fetch.easy().errorMessage() + app.multi.msgsInQueue());
      app.multi.removeHandle(fetch.easy());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECTOR", "EPOLL"})
  void pausedTransfersAreNotWaitedFor(Kind kind) {
    String body = "x".repeat(3_000_000);
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok(body));
        App app = kind.open()) {
      boolean[] paused = new boolean[1];
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, me) -> {
            if (!paused[0]) {
              paused[0] = true;
              return CurlSymbols.CURL_WRITEFUNC_PAUSE;
            }
            return fetch.take(data);
          });
      app.add(fetch);
      while (!paused[0]) {
        app.turn();
      }
      assertEquals(1, app.watched.size(), "none but the multi's own");
      app.told.clear();
      fetch.easy().pause(CurlSymbols.CURLPAUSE_CONT);
      assertTrue(app.told.contains("IN"), () -> app.told + "");
      assertEquals(CurlCode.OK, app.next().result());
      assertEquals(3_000_000, fetch.size());
      app.multi.removeHandle(fetch.easy());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SELECTOR", "EPOLL"})
  void anObjectIsKeptWithASocket(Kind kind) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        App app = kind.open()) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      app.add(fetch);
      while (server.accepted() == 0 || app.watched.size() < 2) {
        app.turn();
      }
      for (CurlSocket socket : app.watched) {
        assertEquals(CurlMultiCode.OK, app.multi.assign(socket, "(mine)"));
      }
      assertEquals(CurlMultiCode.BAD_SOCKET, app.multi.assign(new OtherSocket(), "x"));
      app.told.clear();
      app.multi.removeHandle(fetch.easy());
      assertTrue(app.told.contains("REMOVE(mine)"), () -> app.told + "");
      assertTrue(app.told.contains("own REMOVE(mine)"), () -> app.told + "");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallbackThatSaysNoEndsEverything(Kind kind) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        App app = kind.open()) {
      Fetch one = new Fetch("http://" + server.authority() + "/1");
      Fetch two = new Fetch("http://" + server.authority() + "/2");
      app.answer = -1;
      CurlMultiCode added = app.multi.addHandle(one.easy());
      assertEquals(CurlMultiCode.ABORTED_BY_CALLBACK, added, "the first that is told");
      assertEquals(CurlMultiCode.ABORTED_BY_CALLBACK, app.multi.addHandle(two.easy()));
      app.answer = 0;
      app.multi.perform();
      long end = System.nanoTime() + Fetch.LIMIT.toNanos();
      CurlMessage message = app.multi.infoRead();
      while (message == null && System.nanoTime() < end) {
        app.multi.perform();
        message = app.multi.infoRead();
      }
      assertEquals(CurlCode.ABORTED_BY_CALLBACK, message.result());
      assertEquals(CurlMultiCode.ABORTED_BY_CALLBACK, app.multi.addHandle(two.easy()));
      assertEquals(CurlMultiCode.OK, app.multi.removeHandle(one.easy()));
      assertEquals(CurlMultiCode.OK, app.multi.addHandle(two.easy()), "all were removed");
      app.multi.removeHandle(two.easy());
      assertNull(app.multi.infoRead());
    }
  }

  /** Whichever call of the two callbacks it is, the transfer ends with it. */
  @ParameterizedTest
  @EnumSource(names = {"SELECTOR", "EPOLL"})
  void anyCallMaySayNo(Kind kind) {
    for (boolean timer : new boolean[] {true, false}) {
      for (int at = 1; at <= 3; at++) {
        try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
            App app = kind.open()) {
          Fetch fetch =
              new Fetch("http://" + server.authority() + "/").with(CurlOpt.TIMEOUT_MS, 30_000);
          app.refuse = at;
          app.refuseTimer = timer;
          CurlMultiCode code = app.multi.addHandle(fetch.easy());
          while (code == CurlMultiCode.OK && app.refuse > 0 && app.multi.msgsInQueue() == 0) {
            code = app.step();
          }
          assertEquals(0, app.refuse, () -> "never called so often: " + app.told);
          assertEquals(CurlMultiCode.ABORTED_BY_CALLBACK, code, timer + " " + at);
          app.multi.perform();
          CurlMessage message = app.multi.infoRead();
          // The last calls may come when all is done.
          assertTrue(message.result() == CurlCode.ABORTED_BY_CALLBACK || fetch.body().equals("hi"));
          app.multi.removeHandle(fetch.easy());
          app.watched.clear();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWakeupReachesTheLoop(Kind kind) {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        App app = kind.open()) {
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      app.add(fetch);
      // On a group the connection is none of this loop's.
      while (server.accepted() == 0 || kind != Kind.GROUP && !app.told.contains("IN")) {
        app.turn();
      }
      app.multi.wakeup();
      assertEquals(1, app.loop.await(60_000).size());
      app.multi.removeHandle(fetch.easy());
    }
  }

  @Test
  void whatIsWaitedForCanBeAsked() {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        CurlMulti multi = NettyCurl.nioMulti()) {
      List<CurlWaitFd> fds = new ArrayList<>();
      assertEquals(CurlMultiCode.OK, multi.waitFds(fds));
      assertEquals(0, fds.size());
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      multi.addHandle(fetch.easy());
      multi.perform();
      assertEquals(CurlMultiCode.OK, multi.waitFds(fds));
      assertEquals(1, fds.size());
      assertEquals(CurlSymbols.CURL_WAIT_POLLOUT, fds.get(0).events());
      while (server.accepted() == 0 || fds.get(0).events() != CurlSymbols.CURL_WAIT_POLLIN) {
        multi.poll(10);
        multi.perform();
        fds.clear();
        multi.waitFds(fds);
      }
      assertNotNull(fds.get(0).channel());
      multi.removeHandle(fetch.easy());
    }
  }

  @Test
  void embeddedHasNoUseForIt() {
    CurlMulti multi = NettyCurl.embeddedMulti(GROUP.next(), null);
    CurlMultiCode code =
        GROUP
            .next()
            .submit(
                () ->
                    multi.setopt(CurlMultiOpt.SOCKETFUNCTION, (easy, socket, what, me, mine) -> 0))
            .syncUninterruptibly()
            .getNow();
    assertEquals(CurlMultiCode.UNKNOWN_OPTION, code);
    GROUP.next().submit(multi::cleanup).syncUninterruptibly();
  }

  /** No socket of any multi's. */
  private static final class OtherSocket implements CurlSocket {
    @Override
    public java.nio.channels.SelectableChannel selectableChannel() {
      return null;
    }

    @Override
    public int fd() {
      return -1;
    }

    @Override
    public <T> boolean setOption(java.net.SocketOption<T> option, T value) {
      return false;
    }

    @Override
    public Object engineChannel() {
      return null;
    }

    @Override
    public boolean isOpen() {
      return false;
    }
  }
}
