package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.TestNames;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The application sees, makes and closes the sockets. */
@Timeout(180)
class SocketCallbacksTest {
  private static RecordingServer server() {
    return new RecordingServer(request -> RecordingServer.ok("hi"));
  }

  private static Fetch of(RecordingServer server) {
    return new Fetch("http://" + server.authority() + "/x");
  }

  @ParameterizedTest
  @EnumSource
  void optionsAreSetBeforeConnecting(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      List<CurlSocket> seen = new CopyOnWriteArrayList<>();
      Fetch fetch =
          of(server)
              .with(CurlOpt.SOCKOPTDATA, seen)
              .with(
                  CurlOpt.SOCKOPTFUNCTION,
                  (socket, purpose, userdata) -> {
                    assertEquals(CurlSymbols.CURLSOCKTYPE_IPCXN, purpose);
                    assertSame(seen, userdata);
                    assertFalse(((Channel) socket.engineChannel()).isActive());
                    assertTrue(socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true));
                    assertTrue(socket.selectableChannel() != null ^ socket.fd() >= 0);
                    seen.add(socket);
                    return CurlSymbols.CURL_SOCKOPT_OK;
                  });
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(1, seen.size(), "once a socket");
      assertSame(seen.get(0), fetch.info(CurlInfo.ACTIVESOCKET));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedSocketIsTheResult(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      AtomicInteger calls = new AtomicInteger();
      Fetch fetch =
          of(server)
              .with(CurlOpt.RESOLVE, List.of("two.test:" + server.port() + ":127.0.0.1,127.0.0.2"))
              .with(CurlOpt.URL, "http://two.test:" + server.port() + "/")
              .with(
                  CurlOpt.SOCKOPTFUNCTION,
                  (socket, purpose, userdata) -> {
                    calls.incrementAndGet();
                    return CurlSymbols.CURL_SOCKOPT_ERROR;
                  });
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertEquals(2, calls.get(), "each address has its turn");
      fetch.with(
          CurlOpt.SOCKOPTFUNCTION,
          (socket, purpose, userdata) ->
              calls.incrementAndGet() == 3
                  ? CurlSymbols.CURL_SOCKOPT_ERROR
                  : CurlSymbols.CURL_SOCKOPT_OK);
      fetch.run(driven);
      assertEquals(4, calls.get());
      fetch.with(
          CurlOpt.SOCKOPTFUNCTION,
          (socket, purpose, userdata) -> {
            throw new IllegalStateException("on purpose");
          });
      fetch.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertTrue(fetch.easy().errorMessage().contains("on purpose"));
      fetch
          .with(CurlOpt.SOCKOPTFUNCTION, null)
          .with(CurlOpt.OPENSOCKETFUNCTION, (purpose, address, userdata) -> null);
      fetch.expect(CurlCode.COULDNT_CONNECT, driven);
      assertEquals(0, driven.call(() -> driven.multi().getHandles().size()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void addressIsChangedAndTheSocketIsTheEnginesOwn(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch fetch =
          new Fetch("http://127.0.0.1:1/")
              .with(
                  CurlOpt.OPENSOCKETFUNCTION,
                  (purpose, address, userdata) -> {
                    assertEquals(1, ((InetSocketAddress) address.address()).getPort());
                    address.address(new InetSocketAddress("127.0.0.1", server.port()));
                    return address.newSocket();
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(server.port(), fetch.info(CurlInfo.PRIMARY_PORT));
      assertEquals("hi", fetch.body());
    }
  }

  @Test
  void ownConnectedSocketIsUsedAndGivenBack() throws IOException {
    AtomicReference<CurlSocket> closed = new AtomicReference<>();
    try (ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  while (true) {
                    String line = peer.readLine();
                    if (line == null) {
                      return;
                    }
                    if (line.equals("\r\n")) {
                      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                    } else if (line.equals("still there?\n")) {
                      peer.send("yes");
                    }
                  }
                });
        SocketChannel own = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()))) {
      Fetch fetch =
          new Fetch("http://99.99.99.99:9999/")
              .with(CurlOpt.OPENSOCKETFUNCTION, (purpose, address, userdata) -> own)
              .with(
                  CurlOpt.SOCKOPTFUNCTION,
                  (socket, purpose, userdata) -> CurlSymbols.CURL_SOCKOPT_ALREADY_CONNECTED)
              .with(
                  CurlOpt.CLOSESOCKETFUNCTION,
                  (socket, userdata) -> {
                    closed.set(socket);
                    return 0;
                  });
      try (var multi = NettyCurl.nioMulti()) {
        assertEquals(CurlMultiCode.OK, multi.addHandle(fetch.easy()));
        while (multi.msgsInQueue() == 0) {
          multi.perform();
          multi.poll(1000);
        }
        assertEquals(CurlCode.OK, multi.infoRead().result());
        assertEquals("hi", fetch.body());
        assertEquals(1, server.accepted());
      }
      assertSame(own, closed.get().selectableChannel());
      assertTrue(own.isOpen(), "what the application leaves open stays open");
      own.configureBlocking(true);
      own.write(ByteBuffer.wrap("still there?\n".getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(3);
      own.read(answer);
      assertEquals("yes", new String(answer.array(), StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @EnumSource
  void claimedConnectionThatIsNoneFails(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      of(server)
          .with(
              CurlOpt.SOCKOPTFUNCTION,
              (socket, purpose, userdata) -> CurlSymbols.CURL_SOCKOPT_ALREADY_CONNECTED)
          .expect(CurlCode.COULDNT_CONNECT, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void creatorsCallbackClosesEvenWhenItIsGone(Drive drive) {
    List<CurlSocket> closed = new CopyOnWriteArrayList<>();
    AtomicReference<Object> data = new AtomicReference<>();
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch creator =
          of(server)
              .with(CurlOpt.CLOSESOCKETDATA, "mine")
              .with(
                  CurlOpt.CLOSESOCKETFUNCTION,
                  (socket, userdata) -> {
                    closed.add(socket);
                    data.set(userdata);
                    ((Channel) socket.engineChannel()).close();
                    return 0;
                  });
      creator.expect(CurlCode.OK, driven);
      driven.call(
          () -> {
            creator.easy().close();
            return null;
          });
      Fetch next =
          of(server)
              .with(
                  CurlOpt.CLOSESOCKETFUNCTION,
                  (socket, userdata) -> {
                    throw new AssertionError("not its connection");
                  })
              .with(CurlOpt.FORBID_REUSE, 1);
      next.expect(CurlCode.OK, driven);
      assertEquals(0, next.info(CurlInfo.NUM_CONNECTS));
      driven.until(Fetch.LIMIT, () -> !closed.isEmpty());
      assertEquals(1, closed.size());
      assertEquals("mine", data.get());
      driven.until(Fetch.LIMIT, () -> !closed.get(0).isOpen());
      assertFalse(closed.get(0).isOpen());
    }
    assertEquals(1, closed.size());
  }

  /** The one it listens on; what the server then connects to is closed without a word. */
  @ParameterizedTest
  @EnumSource
  void activeFtpListensOnASocketOfTheApplications(Drive drive) {
    List<Object> opened = new CopyOnWriteArrayList<>();
    List<CurlSocket> closed = new CopyOnWriteArrayList<>();
    AtomicInteger refuseFrom = new AtomicInteger(Integer.MAX_VALUE);
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(new ActiveFtpScript())) {
      Fetch fetch =
          new Fetch("ftp://" + server.authority() + "/f")
              .with(CurlOpt.FTPPORT, "-")
              .with(
                  CurlOpt.OPENSOCKETFUNCTION,
                  (purpose, address, userdata) -> {
                    assertEquals(CurlSymbols.CURLSOCKTYPE_IPCXN, purpose);
                    opened.add(address.address());
                    return opened.size() >= refuseFrom.get() ? null : address.newSocket();
                  })
              .with(
                  CurlOpt.CLOSESOCKETFUNCTION,
                  (socket, userdata) -> {
                    closed.add(socket);
                    ((Channel) socket.engineChannel()).close();
                    return 0;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      assertEquals(2, opened.size(), "control, listening");
      assertEquals(0, ((InetSocketAddress) opened.get(1)).getPort());
      assertEquals(1, closed.size());
      assertTrue(closed.get(0).engineChannel() instanceof ServerChannel);
      driven.until(Fetch.LIMIT, () -> !closed.get(0).isOpen());
      assertFalse(closed.get(0).isOpen());
      refuseFrom.set(3);
      fetch.expect(CurlCode.FTP_PORT_FAILED, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCallComesBeforeThePeersEndClosesTheDescriptor(Drive drive) {
    List<Boolean> open = new CopyOnWriteArrayList<>();
    List<CurlSocket> closed = new CopyOnWriteArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\n\r\nto the end");
                })) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/")
              .with(
                  CurlOpt.CLOSESOCKETFUNCTION,
                  (socket, userdata) -> {
                    open.add(socket.isOpen());
                    closed.add(socket);
                    ((Channel) socket.engineChannel()).close();
                    return 0;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals("to the end", fetch.body());
      driven.until(Fetch.LIMIT, () -> !closed.isEmpty() && !closed.get(0).isOpen());
      assertEquals(List.of(true), open);
      assertFalse(closed.get(0).isOpen());
    }
  }

  @ParameterizedTest
  @EnumSource
  void peerThatClosesIsToldOfToo(Drive drive) {
    AtomicInteger closed = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.0 200 OK\r\n\r\nhi");
                })) {
      new Fetch("http://" + server.authority() + "/")
          .with(CurlOpt.CLOSESOCKETFUNCTION, (socket, userdata) -> closed.incrementAndGet())
          .expect(CurlCode.OK, driven);
      driven.until(Fetch.LIMIT, () -> closed.get() > 0);
      assertEquals(1, closed.get());
    }
    assertEquals(1, closed.get());
  }

  @ParameterizedTest
  @EnumSource
  void lookupIsAnnouncedAndCanBeRefused(Drive drive) throws UnknownHostException {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      AtomicInteger calls = new AtomicInteger();
      Fetch fetch =
          new Fetch("http://localhost:" + server.port() + "/")
              .with(CurlOpt.RESOLVER_START_DATA, "me")
              .with(
                  CurlOpt.RESOLVER_START_FUNCTION,
                  (state, userdata) -> {
                    assertEquals("me", userdata);
                    calls.incrementAndGet();
                    return 0;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(1, calls.get());
      of(server)
          .with(CurlOpt.FRESH_CONNECT, 1)
          .with(CurlOpt.RESOLVER_START_FUNCTION, (state, userdata) -> 1)
          .expect(CurlCode.OK, driven);
      Fetch refused =
          new Fetch("http://" + TestNames.UNRESOLVABLE + "/")
              .with(CurlOpt.RESOLVER_START_FUNCTION, (state, userdata) -> 1);
      refused.expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertNotNull(refused.easy().errorMessage());
    }
  }

  @ParameterizedTest
  @EnumSource
  void bufferSizeBoundsWhatIsReadAtATime(Drive drive) {
    String body = "x".repeat(40_000);
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok(body))) {
      AtomicInteger longest = new AtomicInteger();
      Fetch fetch = of(server);
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            longest.accumulateAndGet(data.remaining(), Math::max);
            return fetch.take(data);
          });
      fetch.with(CurlOpt.BUFFERSIZE, 5).expect(CurlCode.OK, driven);
      assertEquals(40_000, fetch.size());
      assertTrue(longest.get() <= 1024, "brought up to the smallest: " + longest.get());
      longest.set(0);
      fetch.with(CurlOpt.BUFFERSIZE, 3000).expect(CurlCode.OK, driven);
      assertEquals(0, fetch.info(CurlInfo.NUM_CONNECTS), "on the same connection");
      assertTrue(longest.get() <= 3000, () -> "longest " + longest.get());
      assertTrue(longest.get() > 1024, () -> "longest " + longest.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherNetworkForgetsConnectionsAndNames(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = server()) {
      Fetch fetch =
          new Fetch("http://name.test:" + server.port() + "/")
              .with(CurlOpt.RESOLVE, List.of("name.test:" + server.port() + ":127.0.0.1"));
      fetch.expect(CurlCode.OK, driven);
      fetch.with(CurlOpt.RESOLVE, null);
      change(driven, CurlSymbols.CURLMNWC_CLEAR_CONNS);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(1, fetch.info(CurlInfo.NUM_CONNECTS));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(0, fetch.info(CurlInfo.NUM_CONNECTS), "it acts once");
      change(driven, CurlSymbols.CURLMNWC_CLEAR_ALL);
      fetch
          .with(CurlOpt.RESOLVER_START_FUNCTION, (state, userdata) -> 1)
          .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
    }
  }

  private static void change(Driven driven, long what) {
    assertEquals(
        CurlMultiCode.OK,
        driven.call(() -> driven.multi().setopt(CurlMultiOpt.NETWORK_CHANGED, what)));
  }

  @ParameterizedTest
  @EnumSource
  void anIpv6PeerIsToldWithoutBrackets(Drive drive) throws IOException {
    try (ServerSocket listener = ipv6()) {
      Assumptions.assumeTrue(listener != null, "no IPv6 here");
      try (Driven driven = drive.open()) {
        List<String> told = new CopyOnWriteArrayList<>();
        new Fetch("http://[::1]:" + listener.getLocalPort() + "/")
            .with(
                CurlOpt.PREREQFUNCTION,
                (remote, local, remotePort, localPort, userdata) -> {
                  told.add(remote + " " + local + " " + remotePort);
                  return CurlSymbols.CURL_PREREQFUNC_ABORT;
                })
            .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
        assertEquals(List.of("::1 ::1 " + listener.getLocalPort()), told);
      }
    }
  }

  private static ServerSocket ipv6() {
    try {
      return new ServerSocket(0, 8, InetAddress.getByName("::1"));
    } catch (IOException e) {
      return null;
    }
  }
}
