package io.nettycurl.examples.stories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.nettycurl.CurlCode;
import io.nettycurl.examples.demo.DemoServers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTest {
  @TempDir Path directory;
  private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private HttpServer server;
  private String base;

  @BeforeEach
  void start() throws Exception {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(exchange.getRequestBody().readAllBytes());
          byte[] answer = exchange.getRequestURI().getPath().getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    System.setOut(out);
    server.stop(0);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tenLines() {
    TenLines.main(new String[] {base + "/one", base + "/three"});
    assertTrue(printed().contains(base + "/one: OK, 4 bytes\n"), printed());
    assertTrue(printed().contains(base + "/three: OK, 6 bytes\n"), printed());
  }

  @Test
  void easyToFile() throws Exception {
    Path file = Files.writeString(directory.resolve("f"), "something longer");
    assertEquals(CurlCode.OK, EasyToFile.fetch(base + "/path", file));
    assertEquals("/path", Files.readString(file));
  }

  @Test
  void uploadFromCallback() throws Exception {
    byte[] content = new byte[200_000];
    content[content.length - 1] = 1;
    Path file = Files.write(directory.resolve("f"), content);
    assertEquals(200, UploadFromCallback.upload(file, base + "/up"));
    assertArrayEquals(content, bodies.poll());
  }

  @Test
  void manyFtpFiles() throws Exception {
    try (DemoServers servers = new DemoServers(20)) {
      String[] names = new String[20];
      for (int i = 0; i < names.length; i++) {
        names[i] = "file-" + i + ".bin";
      }
      ManyFtpFiles.Totals totals = ManyFtpFiles.fetch(servers.ftp(), names);
      assertEquals(20, totals.files());
      assertEquals(0, totals.failed());
      assertEquals(servers.totalSize(), totals.bytes());
      assertTrue(totals.connections() <= 4, totals::toString);
    }
  }

  @Test
  void ownSelector() throws Exception {
    OwnSelector.main(new String[] {base + "/a", base + "/b", "http://localhost:1/"});
    assertEquals(
        List.of("COULDNT_CONNECT", "OK", "OK"), printed().lines().sorted().toList(), printed());
  }

  @Test
  void wakeUp() throws Exception {
    WakeUp transfers = new WakeUp();
    Thread thread = new Thread(transfers);
    thread.start();
    transfers.fetch(base + "/a");
    transfers.fetch(base + "/b");
    transfers.end();
    thread.join(TimeUnit.SECONDS.toMillis(60));
    assertFalse(thread.isAlive());
    assertEquals("OK\nOK\n", printed().replace("\r", ""));
  }

  /** One event brings at most one buffer of 64 KiB, which makes four pieces and a rest. */
  @Test
  void responsiveLoop() {
    int[] drawn = new int[1];
    ResponsiveLoop.Outcome outcome = ResponsiveLoop.fetch(base + "/x", 1000, 8, () -> drawn[0]++);
    assertEquals(1000, outcome.done());
    assertEquals(outcome.turns(), drawn[0]);
    assertTrue(outcome.mostPieces() <= 8 * 5, outcome::toString);
    assertTrue(outcome.turns() >= 1000 / (8 * 5), outcome::toString);
  }
}
