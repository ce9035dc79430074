package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The application speaks itself on a connection that was made for it. */
@Timeout(180)
class ConnectOnlyTest {
  private static final SSLContext TLS = Certificates.serverContext();

  /** Gives back each line; ends the connection after "bye". */
  private static final ScriptedServer.Script ECHO =
      peer -> {
        for (String line = peer.readLine(); line != null; line = peer.readLine()) {
          peer.send(line);
          if (line.equals("bye\n")) {
            return;
          }
        }
      };

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Fetch connect(String url) {
    return new Fetch(url)
        .with(CurlOpt.CONNECT_ONLY, 1)
        .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
  }

  /** Waits for so many bytes, or for the end. */
  private static String receive(Driven driven, CurlEasy easy, int count) {
    StringBuilder text = new StringBuilder();
    CurlCode[] end = new CurlCode[1];
    driven.until(
        Fetch.LIMIT,
        () -> {
          ByteBuffer into = ByteBuffer.allocate(count - text.length());
          CurlCode code = easy.recv(into);
          text.append(StandardCharsets.ISO_8859_1.decode(into.flip()));
          end[0] = code != CurlCode.AGAIN && into.limit() == 0 ? code : null;
          return end[0] != null || text.length() == count;
        });
    return end[0] == null ? text.toString() : text + "<" + end[0] + ">";
  }

  /** Where connecting takes a login, the application gets a connection that is logged in. */
  @ParameterizedTest
  @EnumSource
  void ftpLogsInFirst(Drive drive) {
    FtpScript script = new FtpScript().reply("NOOP", "200 still here\r\n");
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedServer server = new ScriptedServer(script);
        Driven driven = drive.open()) {
      CurlEasy easy =
          connect("ftp://" + server.authority() + "/dir/f")
              .with(
                  CurlOpt.PREREQFUNCTION,
                  (remote, local, remotePort, localPort, userdata) -> {
                    assertEquals("PWD", script.commands().get(script.commands().size() - 1));
                    asked.incrementAndGet();
                    return CurlSymbols.CURL_PREREQFUNC_OK;
                  })
              .easy();
      driven.add(easy);
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      assertEquals(1, asked.get());
      assertEquals(CurlCode.OK, driven.call(() -> easy.send(bytes("NOOP\r\n"))));
      assertEquals("200 still here\r\n", receive(driven, easy, 16));
      driven.remove(easy);
      assertEquals(List.of("USER", "PASS", "PWD", "NOOP"), verbs(script));
    }
  }

  /** Over FTP the user is asked after the login, too, and before anything else. */
  @ParameterizedTest
  @EnumSource
  void ftpRequestIsAskedForAfterTheLogin(Drive drive) {
    FtpScript script = new FtpScript();
    try (ScriptedServer server = new ScriptedServer(script);
        Driven driven = drive.open()) {
      AtomicInteger refusals = new AtomicInteger(1);
      Fetch fetch =
          new Fetch("ftp://" + server.authority() + "/f")
              .with(
                  CurlOpt.PREREQFUNCTION,
                  (remote, local, remotePort, localPort, userdata) ->
                      refusals.getAndDecrement() > 0
                          ? CurlSymbols.CURL_PREREQFUNC_ABORT
                          : CurlSymbols.CURL_PREREQFUNC_OK);
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertEquals(List.of("USER", "PASS", "PWD"), verbs(script));
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(-2, refusals.get(), "a connection that is used again is logged in");
      assertEquals("hello", fetch.body());
    }
  }

  private static List<String> verbs(FtpScript script) {
    return script.commands().stream().map(line -> line.split(" ")[0]).toList();
  }

  @ParameterizedTest
  @EnumSource
  void bytesGoBothWays(Drive drive) {
    for (String scheme : new String[] {"http", "https"}) {
      try (ScriptedServer server =
              scheme.equals("http") ? new ScriptedServer(ECHO) : new ScriptedServer(TLS, ECHO);
          Driven driven = drive.open()) {
        CurlEasy easy = connect(scheme + "://" + server.authority() + "/").easy();
        driven.add(easy);
        assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
        assertEquals(CurlCode.AGAIN, driven.call(() -> easy.recv(ByteBuffer.allocate(10))));
        ByteBuffer hello = bytes("hello\n");
        assertEquals(CurlCode.OK, driven.call(() -> easy.send(hello)));
        assertEquals(0, hello.remaining());
        assertEquals("hello\n", receive(driven, easy, 6));
        assertTrue(easy.getinfo(CurlInfo.ACTIVESOCKET).isOpen());
        driven.call(() -> easy.send(bytes("bye\n")));
        assertEquals("bye\n<OK>", receive(driven, easy, 7), "nothing received is the end");
        driven.remove(easy);
        assertEquals(
            CurlCode.UNSUPPORTED_PROTOCOL, driven.call(() -> easy.recv(ByteBuffer.allocate(1))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherReusesNorIsReused(Drive drive) {
    try (RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        Driven driven = drive.open()) {
      Fetch before = new Fetch("http://" + server.authority() + "/");
      before.expect(CurlCode.OK, driven);
      CurlEasy one = connect("http://" + server.authority() + "/").easy();
      CurlEasy two = connect("http://" + server.authority() + "/").easy();
      driven.add(one, two);
      driven.take(2, Fetch.LIMIT);
      driven.until(Fetch.LIMIT, () -> server.connections() == 3);
      assertEquals(3, server.connections());
      before.expect(CurlCode.OK, driven);
      assertEquals(3, server.connections());
      driven.remove(one);
      driven.remove(two);
      before.expect(CurlCode.OK, driven);
      assertEquals(3, server.connections());
      driven.until(Fetch.LIMIT, () -> !one.getinfo(CurlInfo.ACTIVESOCKET).isOpen());
      assertTrue(!one.getinfo(CurlInfo.ACTIVESOCKET).isOpen(), "removal closes it");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPeerThatDoesNotReadHoldsUpSending(Drive drive) throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  try {
                    sent.await(60, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    return;
                  }
                  peer.readToEnd();
                });
        Driven driven = drive.open()) {
      Fetch fetch = connect("http://" + server.authority() + "/");
      driven.add(fetch.easy());
      assertEquals(CurlCode.OK, driven.next(Fetch.LIMIT).result());
      ByteBuffer much = ByteBuffer.allocate(100_000_000);
      CurlCode code = CurlCode.OK;
      while (code == CurlCode.OK && much.hasRemaining()) {
        code = driven.call(() -> fetch.easy().send(much));
      }
      assertEquals(CurlCode.AGAIN, code);
      sent.countDown();
      CurlCode[] last = new CurlCode[1];
      int left = much.remaining();
      driven.until(
          Fetch.LIMIT,
          () -> {
            last[0] = fetch.easy().send(much);
            return last[0] != CurlCode.AGAIN;
          });
      assertEquals(CurlCode.OK, last[0]);
      assertTrue(much.remaining() < left);
      driven.remove(fetch.easy());
    }
  }

  @Test
  void pollReturnsWhenSomethingComes() {
    CountDownLatch connected = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  try {
                    connected.await(60, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    return;
                  }
                  peer.send("x");
                  peer.readToEnd();
                });
        CurlMulti multi = CurlMulti.init()) {
      CurlEasy easy = connect("http://" + server.authority() + "/").easy();
      multi.addHandle(easy);
      while (multi.msgsInQueue() == 0) {
        multi.perform();
        multi.poll(1000);
      }
      multi.perform();
      connected.countDown();
      assertEquals(CurlMultiCode.OK, multi.poll(20_000));
      assertEquals(1, multi.numfds());
      ByteBuffer into = ByteBuffer.allocate(10);
      assertEquals(CurlCode.OK, easy.recv(into));
      assertEquals(1, into.position());
      multi.removeHandle(easy);
    }
  }

  @Test
  void aHandleOfItsOwn() {
    try (ScriptedServer server = new ScriptedServer(ECHO)) {
      Fetch fetch = connect("http://" + server.authority() + "/");
      CurlEasy easy = fetch.easy();
      assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, easy.send(bytes("x")), "not connected");
      assertEquals(CurlCode.OK, easy.perform());
      assertEquals(CurlCode.OK, easy.send(bytes("one\n")));
      ByteBuffer into = ByteBuffer.allocate(4);
      CurlWaitFd fd =
          new CurlWaitFd(easy.getinfo(CurlInfo.ACTIVESOCKET), CurlSymbols.CURL_WAIT_POLLIN);
      try (CurlMulti waiting = CurlMulti.init()) {
        while (into.hasRemaining()) {
          if (easy.recv(into) == CurlCode.AGAIN) {
            assertEquals(CurlMultiCode.OK, waiting.poll(List.of(fd), 20_000));
            assertEquals(CurlSymbols.CURL_WAIT_POLLIN, fd.revents());
            assertEquals(1, waiting.numfds());
          }
        }
        assertEquals(CurlMultiCode.OK, waiting.poll(List.of(fd), 0));
        assertEquals(0, fd.revents());
      }
      assertEquals(CurlCode.OK, easy.perform(), "connects again");
      while (server.accepted() < 2) {
        Thread.onSpinWait();
      }
      fetch.with(CurlOpt.CONNECT_ONLY, 0);
      assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, easy.send(bytes("x")));
      assertEquals("CONNECT_ONLY is required", easy.errorMessage());
      fetch.with(CurlOpt.CONNECT_ONLY, 1);
      try (CurlMulti multi = CurlMulti.init()) {
        assertEquals(CurlMultiCode.OK, multi.addHandle(easy), "its own multi lets go of it");
        multi.removeHandle(easy);
      }
      easy.close();
    }
  }
}
