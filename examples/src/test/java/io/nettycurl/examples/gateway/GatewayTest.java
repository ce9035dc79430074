package io.nettycurl.examples.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.nettycurl.netty.testkit.DeadPort;
import io.nettycurl.netty.testkit.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every buffer is watched: one that is not given back fails the class. */
@Timeout(180)
class GatewayTest {
  /** Far more than the sockets between client and upstream server can hold. */
  private static final int MUCH = 48_000_000;

  private static final byte[] CHUNK = new byte[64_000];

  /** For how long servers may say nothing where that is not the point. */
  private static final int PATIENT_SECONDS = 120;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private ScriptedServer server;
  private Gateway gateway;

  private void serve(ScriptedServer.Script script) {
    serve(script, PATIENT_SECONDS);
  }

  private void serve(ScriptedServer.Script script, int silentSeconds) {
    server = new ScriptedServer(script);
    open("http://" + server.authority() + "/base/", silentSeconds);
  }

  private void open(String url, int silentSeconds) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    gateway = new Gateway(loops, any, new Upstream(url, silentSeconds));
  }

  @AfterEach
  void stop() {
    gateway.close();
    assertFalse(loops.isShuttingDown(), "the loops are borrowed");
    if (server != null) {
      server.close();
    }
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** The gateway's side of the only client. */
  private Channel client() {
    while (gateway.clients().isEmpty()) {
      Thread.onSpinWait();
    }
    return gateway.clients().iterator().next();
  }

  private static byte[] numbered(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }

  @Test
  void passesOnWhatIsMeantForTheOtherSide() throws Exception {
    List<String> heads = new ArrayList<>();
    serve(
        peer -> {
          for (String head = peer.readHead(); head != null; head = peer.readHead()) {
            heads.add(head);
            peer.send(
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                    + "HTTP/1.1 203 Other\r\nConnection: X-Hop\r\nX-Hop: 1\r\nKeep-Alive: max=3\r\n"
                    + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 5\r\n\r\nhello");
          }
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      // Both at once: the second waits for the first.
      String more =
          "Host: front\r\nConnection: X-Mine\r\nX-Mine: 1\r\nTE: trailers\r\nX-Kept: \u00c3\u00a9\r\n\r\n";
      client.send("GET /a/../b?q HTTP/1.1\r\n" + more + "DELETE /c HTTP/1.1\r\n" + more);
      for (int i = 0; i < 2; i++) {
        String head = client.head();
        assertTrue(head.startsWith("HTTP/1.1 203 "), head);
        assertTrue(head.contains("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"), head);
        assertFalse(head.contains("X-Hop") || head.contains("Keep-Alive"), head);
        assertEquals("hello", client.body(head));
      }
    }
    assertTrue(heads.get(0).startsWith("GET /base/a/../b?q HTTP/1.1\r\n"), heads.get(0));
    assertTrue(heads.get(1).startsWith("DELETE /base/c HTTP/1.1\r\n"), heads.get(1));
    assertTrue(heads.get(0).contains("\r\nHost: " + server.authority() + "\r\n"), heads.get(0));
    assertTrue(heads.get(0).contains("\r\nX-Kept: \u00c3\u00a9\r\n"), heads.get(0));
    assertTrue(heads.get(0).contains("\r\nVia: 1.1 nettycurl-gateway\r\n"), heads.get(0));
    assertFalse(heads.get(0).matches("(?s).*(X-Mine|TE:|Accept:|Connection).*"), heads.get(0));
    assertEquals(1, server.accepted(), "connections");
  }

  @Test
  void bodyWithoutALengthIsChunked() throws Exception {
    serve(
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\n\r\nto the end");
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertEquals("to the end", client.body(client.head()));
      client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
      assertTrue(client.head().startsWith("HTTP/1.1 200 "));
    }
    try (GatewayClient old = new GatewayClient(gateway.address())) {
      old.send("GET / HTTP/1.0\r\n\r\n");
      assertFalse(old.head().contains("chunked"));
      assertEquals("to the end", old.toEnd());
    }
  }

  @Test
  void slowClientHoldsUpTheUpstreamServer() throws Exception {
    byte[] content = numbered(MUCH);
    AtomicLong sent = new AtomicLong();
    serve(
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
          for (int at = 0; at < MUCH; at += CHUNK.length) {
            peer.send(Arrays.copyOfRange(content, at, at + CHUNK.length));
            sent.addAndGet(CHUNK.length);
          }
          peer.readToEnd();
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
      client.head();
      Channel channel = client();
      while (channel.isWritable()) {
        Thread.onSpinWait();
      }
      // A piece of 16 KiB, and what Netty adds for each message.
      long bound = Gateway.WAITING.high() + 32L * 1024;
      byte[] piece = new byte[CHUNK.length];
      for (int at = 0; at < MUCH; at += piece.length) {
        long waits = Gateway.WAITING.high() - channel.bytesBeforeUnwritable();
        waits =
            channel.isWritable() ? waits : channel.bytesBeforeWritable() + Gateway.WAITING.low();
        assertTrue(waits <= bound, () -> "more than " + bound + " wait");
        assertTrue(sent.get() - at < MUCH / 2, () -> "sent " + sent);
        client.read(piece);
        assertArrayEquals(Arrays.copyOfRange(content, at, at + piece.length), piece);
      }
    }
  }

  @Test
  void slowUpstreamServerHoldsUpTheClient() throws Exception {
    byte[] content = numbered(MUCH);
    CountDownLatch mayRead = new CountDownLatch(1);
    AtomicReference<byte[]> got = new AtomicReference<>();
    serve(
        peer -> {
          String head = peer.readHead();
          await(mayRead);
          got.set(peer.read(MUCH));
          peer.send("HTTP/1.1 201 Made\r\nContent-Length: 2\r\n\r\n" + head.charAt(0) + '\n');
          peer.readToEnd();
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("PUT /up HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n");
      client.send("Content-Length: " + MUCH + "\r\n\r\n");
      assertTrue(client.head().startsWith("HTTP/1.1 100 "));
      AtomicLong sent = new AtomicLong();
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> {
                for (int at = 0; at < MUCH; at += CHUNK.length) {
                  client.send(Arrays.copyOfRange(content, at, at + CHUNK.length));
                  sent.addAndGet(CHUNK.length);
                }
              });
      Channel channel = client();
      while (channel.config().isAutoRead()) {
        Thread.onSpinWait();
      }
      assertTrue(sent.get() < MUCH / 2, () -> "sent " + sent);
      mayRead.countDown();
      assertEquals("P\n", client.body(client.head()));
      sender.get(60, TimeUnit.SECONDS);
    }
    assertArrayEquals(content, got.get());
  }

  @Test
  void uploadWaitsForWhatComesLater() throws Exception {
    CountDownLatch firstCame = new CountDownLatch(1);
    serve(
        peer -> {
          assertTrue(peer.readHead().contains("Transfer-Encoding: chunked\r\n"));
          StringBuilder body = new StringBuilder();
          for (String size = peer.readLine(); !size.startsWith("0"); size = peer.readLine()) {
            body.append(peer.readLine().strip());
            firstCame.countDown();
          }
          peer.readLine();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
          peer.readToEnd();
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
      await(firstCame);
      client.send("3\r\ntwo\r\n0\r\n\r\n");
      assertEquals("onetwo", client.body(client.head()));
    }
  }

  @Test
  void clientThatGoesEndsTheTransfer() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    serve(
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
          try {
            for (int at = 0; at < MUCH; at += CHUNK.length) {
              peer.send(CHUNK);
            }
          } catch (IOException e) {
            gone.countDown();
          }
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      client.head();
      client.read(new byte[1000]);
    }
    await(gone);
  }

  @Test
  void clientThatGoesInTheMiddleOfItsUploadEndsTheTransfer() throws Exception {
    CountDownLatch came = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    serve(
        peer -> {
          peer.readHead();
          peer.read(3);
          came.countDown();
          peer.readToEnd();
          gone.countDown();
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\none");
      await(came);
    }
    await(gone);
  }

  @Test
  void earlyAnswerLeavesTheConnectionUsable() throws Exception {
    serve(
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 403 No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      for (int i = 0; i < 2; i++) {
        client.send("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\none");
        assertEquals("no", client.body(client.head()));
        client.send("two");
      }
    }
  }

  @Test
  void whoGoesOnForTooLongAfterItsAnswerLosesTheConnection() throws Exception {
    serve(
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 403 No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: " + MUCH + "\r\n\r\none");
      assertEquals("no", client.body(client.head()));
      Channel channel = client();
      assertThrows(
          UncheckedIOException.class,
          () -> {
            for (int at = 0; at < MUCH; at += CHUNK.length) {
              client.send(CHUNK);
            }
          });
      assertTrue(channel.closeFuture().await(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void truncatedBodyIsNotPassedOffAsWhole() throws Exception {
    serve(
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
        });
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      client.head();
      assertFalse(client.toEnd().contains("0\r\n"));
    }
  }

  @Test
  void errorsTellTheCode() throws Exception {
    try (DeadPort dead = new DeadPort()) {
      open("http://127.0.0.1:" + dead.number(), PATIENT_SECONDS);
      refusalIsTold();
    }
  }

  private void refusalIsTold() throws IOException {
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      for (int i = 0; i < 2; i++) {
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        String head = client.head();
        assertTrue(head.startsWith("HTTP/1.1 502 "), head);
        String body = client.body(head);
        assertTrue(body.startsWith("COULDNT_CONNECT: "), body);
      }
      client.send("GET @elsewhere/ HTTP/1.1\r\nHost: x\r\n\r\n");
      assertTrue(client.head().startsWith("HTTP/1.1 400 "));
    }
  }

  @Test
  void silenceIsATimeout() throws Exception {
    serve(ScriptedServer.Peer::readToEnd, 1);
    try (GatewayClient client = new GatewayClient(gateway.address())) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      String head = client.head();
      assertTrue(head.startsWith("HTTP/1.1 504 "), head);
      assertTrue(client.body(head).startsWith("OPERATION_TIMEDOUT: "));
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS), "nothing came");
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
