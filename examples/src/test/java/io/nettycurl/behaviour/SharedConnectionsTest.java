package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlShare;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connections of a share serve whichever multi needs one. */
@Timeout(180)
class SharedConnectionsTest {
  private static final SSLContext TLS = Certificates.serverContext();

  private final CurlShare share = CurlShare.init();
  private final List<Fetch> fetches = new ArrayList<>();

  SharedConnectionsTest() {
    assertEquals(
        CurlShareCode.OK, share.setopt(CurlShareOpt.SHARE, CurlSymbols.CURL_LOCK_DATA_CONNECT));
  }

  @AfterEach
  void giveUp() {
    fetches.forEach(fetch -> fetch.easy().close());
    assertEquals(CurlShareCode.OK, share.cleanup());
  }

  private Fetch fetch(String url) {
    Fetch fetch =
        new Fetch(url).with(CurlOpt.SHARE, share).with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
    fetches.add(fetch);
    return fetch;
  }

  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("hi"));
  }

  @ParameterizedTest
  @EnumSource
  void oneConnectionGoesFromMultiToMulti(Drive drive) {
    try (Driven one = drive.open();
        Driven two = drive.open();
        RecordingServer clear = server();
        RecordingServer secure = new RecordingServer(TLS, request -> RecordingServer.ok("hi"))) {
      for (String url :
          List.of("http://" + clear.authority() + "/", "https://" + secure.authority() + "/")) {
        Fetch first = fetch(url);
        Fetch second = fetch(url);
        first.expect(CurlCode.OK, one);
        for (int i = 0; i < 3; i++) {
          second.expect(CurlCode.OK, two);
          assertEquals(0, second.info(CurlInfo.NUM_CONNECTS));
          assertEquals(first.info(CurlInfo.CONN_ID), second.info(CurlInfo.CONN_ID));
          first.expect(CurlCode.OK, one);
          assertEquals(0, first.info(CurlInfo.NUM_CONNECTS));
        }
        assertEquals("hi", second.body());
      }
      assertEquals(1, clear.connections());
      assertEquals(1, secure.connections());
    }
  }

  /** Login, directory and type go along; data connections are made where the transfer is. */
  @ParameterizedTest
  @EnumSource
  void anFtpSessionGoesFromMultiToMulti(Drive drive) {
    FtpScript script = new FtpScript();
    try (Driven one = drive.open();
        Driven two = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch first = fetch("ftp://" + server.authority() + "/d/f");
      Fetch second = fetch("ftp://" + server.authority() + "/d/g");
      first.expect(CurlCode.OK, one);
      assertEquals(
          List.of("USER", "PASS", "PWD", "CWD", "EPSV", "TYPE", "SIZE", "RETR"), script.verbs());
      for (int i = 0; i < 3; i++) {
        for (Driven next : List.of(two, one)) {
          script.commands().clear();
          second.expect(CurlCode.OK, next);
          assertEquals("hello", second.body());
          assertEquals(1, second.info(CurlInfo.NUM_CONNECTS), "for the data");
          assertEquals(first.info(CurlInfo.CONN_ID), second.info(CurlInfo.CONN_ID));
          assertEquals(
              List.of("EPSV", "SIZE g", "RETR g"),
              script.commands().stream()
                  .map(line -> line.startsWith("EPSV") ? "EPSV" : line)
                  .toList());
        }
      }
      assertEquals(1, server.accepted());
      // Another login is none of its business.
      Fetch other = fetch("ftp://" + server.authority() + "/d/g").with(CurlOpt.USERPWD, "me:mine");
      other.expect(CurlCode.OK, two);
      assertEquals(2, server.accepted());
      assertTrue(script.commands().contains("USER me"));
      second.expect(CurlCode.OK, two);
      assertEquals(2, server.accepted());
      second
          .with(CurlOpt.UPLOAD, 1)
          .with(CurlOpt.INFILESIZE_LARGE, 4)
          .with(CurlOpt.READDATA, new ByteArrayInputStream(new byte[] {'b', 'o', 'd', 'y'}))
          .expect(CurlCode.OK, one);
      assertEquals("body", script.received());
      assertEquals(2, server.accepted());
    }
  }

  /**
   * The key for TLS sessions goes along too: a data connection resumes its control connection's.
   */
  @ParameterizedTest
  @EnumSource
  void anFtpsSessionGoesFromMultiToMulti(Drive drive) {
    FtpScript script = new FtpScript().context(TLS);
    try (Driven one = drive.open();
        Driven two = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch =
          fetch("ftp://" + server.authority() + "/f")
              .with(CurlOpt.USE_SSL, CurlSymbols.CURLUSESSL_ALL)
              .with(CurlOpt.SSLVERSION, CurlSymbols.CURL_SSLVERSION_MAX_TLSv1_2);
      for (Driven next : List.of(one, two, one, two)) {
        fetch.expect(CurlCode.OK, next);
        assertEquals("hello", fetch.body());
      }
      assertEquals(1, server.accepted());
      assertEquals(1, script.verbs().stream().filter("AUTH"::equals).count());
      assertEquals(List.of(true, true, true, true), script.resumptions());
    }
  }

  /**
   * Its multi goes while its data come; the session stays with the share or dies, nothing leaks.
   */
  @ParameterizedTest
  @EnumSource
  void anFtpSessionThatWasLeftInTheMiddleIsNotTaken(Drive drive) {
    FtpScript script = new FtpScript().reply("RETR", "150 coming\r\n{start}{hang}");
    try (Driven two = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      try (Driven one = drive.open()) {
        Fetch fetch = fetch("ftp://" + server.authority() + "/f");
        one.add(fetch.easy());
        one.until(Fetch.LIMIT, () -> fetch.size() == 5);
        one.remove(fetch.easy());
      }
      script.reply("RETR", "150 coming\r\n{data}226 done\r\n");
      Fetch next = fetch("ftp://" + server.authority() + "/f");
      next.expect(CurlCode.OK, two);
      assertEquals("hello", next.body());
      assertEquals(2, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void handlesWithoutTheShareHaveNoPartInIt(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      String url = "http://" + server.authority() + "/";
      fetch(url).expect(CurlCode.OK, driven);
      new Fetch(url).expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
      fetch(url).expect(CurlCode.OK, driven);
      new Fetch(url).expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionOutlivesTheMultiThatMadeIt(Drive drive) {
    try (Driven two = drive.open();
        RecordingServer server = server()) {
      String url = "http://" + server.authority() + "/";
      try (Driven one = drive.open()) {
        fetch(url).expect(CurlCode.OK, one);
      }
      fetch(url).expect(CurlCode.OK, two);
      assertEquals(1, server.connections());
    }
  }

  /**
   * Noticed before anything is sent, so that even a body that cannot be sent again gets through.
   */
  @ParameterizedTest
  @EnumSource
  void oneThatWasClosedMeanwhileIsNotTaken(Drive drive) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (Driven one = drive.open();
        Driven two = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  if (peer.number() == 1) {
                    peer.send(RecordingServer.ok("hi"));
                    peer.socket().close();
                    closed.countDown();
                  } else {
                    peer.read(4);
                    peer.send(RecordingServer.ok("ho"));
                  }
                })) {
      String url = "http://" + server.authority() + "/";
      fetch(url).expect(CurlCode.OK, one);
      closed.await();
      AtomicInteger reads = new AtomicInteger();
      Fetch upload =
          fetch(url)
              .with(CurlOpt.UPLOAD, 1)
              .with(CurlOpt.INFILESIZE_LARGE, 4)
              .with(
                  CurlOpt.READFUNCTION,
                  (into, userdata) -> {
                    into.put(new byte[] {'b', 'o', 'd', 'y'});
                    return reads.incrementAndGet() == 1 ? 4 : 0;
                  });
      upload.expect(CurlCode.OK, two);
      assertEquals("ho", upload.body());
      assertEquals(1, upload.info(CurlInfo.NUM_CONNECTS));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLimitsOfEachMultiHoldForAll(Drive drive) {
    CountDownLatch goOn = new CountDownLatch(1);
    try (Driven one = drive.open();
        Driven two = drive.open();
        RecordingServer other = server();
        RecordingServer server =
            new RecordingServer(
                request -> {
                  if (request.path().equals("/slow")) {
                    try {
                      goOn.await();
                    } catch (InterruptedException e) {
                      return "";
                    }
                  }
                  return RecordingServer.ok("hi");
                })) {
      two.call(() -> two.multi().setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 1L));
      Fetch slow = fetch("http://" + server.authority() + "/slow");
      one.add(slow.easy());
      one.until(Fetch.LIMIT, () -> server.requests().size() == 1);

      Fetch waits = fetch("http://" + server.authority() + "/");
      two.add(waits.easy());
      fetch("http://" + other.authority() + "/").expect(CurlCode.OK, two);
      assertEquals(1, server.requests().size(), "the limit holds though the other multi has it");

      goOn.countDown();
      assertEquals(CurlCode.OK, one.next(Fetch.LIMIT).result());
      assertEquals(CurlCode.OK, two.next(Fetch.LIMIT).result());
      assertEquals(1, server.connections());
      one.remove(slow.easy());
      two.remove(waits.easy());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOldestIdleOneMakesRoom(Drive drive) {
    try (Driven one = drive.open();
        Driven two = drive.open();
        RecordingServer first = server();
        RecordingServer second = server()) {
      two.call(() -> two.multi().setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 1L));
      fetch("http://" + first.authority() + "/").expect(CurlCode.OK, one);
      fetch("http://" + second.authority() + "/").expect(CurlCode.OK, two);
      Fetch again = fetch("http://" + first.authority() + "/");
      again.expect(CurlCode.OK, one);
      assertEquals(1, again.info(CurlInfo.NUM_CONNECTS));
      assertNotEquals(0, again.info(CurlInfo.CONN_ID));
    }
  }

  /** Four threads, each with handles that perform for themselves. */
  @Test
  void underContention() throws Exception {
    int threads = 4;
    int rounds = 50;
    List<String> troubles = new CopyOnWriteArrayList<>();
    List<Long> locks = new CopyOnWriteArrayList<>();
    share.setopt(CurlShareOpt.LOCKFUNC, (easy, data, access, userdata) -> locks.add(data));
    try (RecordingServer server = server();
        RecordingServer secure = new RecordingServer(TLS, request -> RecordingServer.ok("hi"))) {
      List<Thread> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread thread = new Thread(() -> perform(server, secure, rounds, troubles));
        running.add(thread);
        thread.start();
      }
      for (Thread thread : running) {
        thread.join();
      }
      assertEquals(List.of(), troubles);
      assertEquals(threads * rounds, server.requests().size());
      assertEquals(threads * rounds, secure.requests().size());
      assertTrue(server.connections() <= threads, "clear: " + server.connections());
      assertTrue(secure.connections() <= threads, "TLS: " + secure.connections());
      assertTrue(locks.contains(CurlSymbols.CURL_LOCK_DATA_CONNECT));
    }
  }

  private void perform(
      RecordingServer server, RecordingServer secure, int rounds, List<String> troubles) {
    try (CurlEasy easy = CurlEasy.init()) {
      easy.setopt(CurlOpt.MAXCONNECTS, 20);
      easy.setopt(CurlOpt.SHARE, share);
      easy.setopt(CurlOpt.CAINFO_BLOB, Certificates.trusted());
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            return data.remaining();
          });
      for (int i = 0; i < rounds; i++) {
        for (String url :
            List.of("http://" + server.authority() + "/", "https://" + secure.authority() + "/")) {
          easy.setopt(CurlOpt.URL, url);
          CurlCode code = easy.perform();
          if (code != CurlCode.OK) {
            troubles.add(code + " " + easy.errorMessage());
          }
        }
      }
    }
  }
}
