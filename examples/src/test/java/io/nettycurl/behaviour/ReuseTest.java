package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections are used again, and a dead one is noticed before anybody is told of it. */
@Timeout(180)
class ReuseTest {
  private static final SSLContext TLS = Certificates.serverContext();

  private static Fetch of(RecordingServer server) {
    return new Fetch("http://" + server.authority() + "/x");
  }

  @ParameterizedTest
  @EnumSource
  void oneConnectionForOneAfterTheOther(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        RecordingServer secure = new RecordingServer(TLS, request -> RecordingServer.ok("hi"))) {
      for (int i = 0; i < 20; i++) {
        Fetch clear = of(server);
        clear.expect(CurlCode.OK, driven);
        assertEquals(i == 0 ? 1 : 0, clear.info(CurlInfo.NUM_CONNECTS));
        Fetch tls =
            new Fetch("https://" + secure.authority() + "/x")
                .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
        tls.expect(CurlCode.OK, driven);
        assertEquals(i == 0 ? 1 : 0, tls.info(CurlInfo.NUM_CONNECTS));
        assertTrue(tls.info(CurlInfo.APPCONNECT_TIME_T) > 0);
        assertNotEquals(clear.info(CurlInfo.CONN_ID), tls.info(CurlInfo.CONN_ID));
      }
      assertEquals(1, server.connections());
      assertEquals(1, secure.connections());
    }
  }

  private static WeakReference<CurlEasy> fetchOnce(RecordingServer server, Driven driven) {
    Fetch fetch = of(server);
    fetch.expect(CurlCode.OK, driven);
    return new WeakReference<>(fetch.easy());
  }

  /** A crawler that throws handles away must not find them all in its idle connections. */
  @ParameterizedTest
  @EnumSource
  void keptConnectionDoesNotKeepTheHandle(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"))) {
      WeakReference<CurlEasy> used = fetchOnce(server, driven);
      // what is left of a transfer on a thread or in a queue goes with the next one
      of(server).expect(CurlCode.OK, driven);
      for (int i = 0; i < 100 && used.get() != null; i++) {
        System.gc();
      }
      assertNull(used.get());
      assertEquals(1, server.connections());
    }
  }

  @ParameterizedTest
  @EnumSource
  void notWhereItMayNot(Drive drive) {
    String closing = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi";
    String old = "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi";
    String tooLong = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi there";
    for (String answer : List.of(closing, old, tooLong)) {
      try (Driven driven = drive.open();
          RecordingServer server = new RecordingServer(request -> answer)) {
        of(server).expect(CurlCode.OK, driven);
        of(server).expect(CurlCode.OK, driven);
        assertEquals(2, server.connections(), answer);
      }
    }
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"))) {
      of(server).with(CurlOpt.FORBID_REUSE, 1).expect(CurlCode.OK, driven);
      of(server).expect(CurlCode.OK, driven);
      assertEquals(2, server.connections());
      of(server).with(CurlOpt.FRESH_CONNECT, 1).expect(CurlCode.OK, driven);
      assertEquals(3, server.connections());
      of(server).expect(CurlCode.OK, driven);
      assertEquals(3, server.connections());
    }
  }

  /** A server that closes when it wants to; the client finds out before or while it asks. */
  private static ScriptedServer closingAfter(int requests, List<String> seen) {
    return new ScriptedServer(
        peer -> {
          for (int i = 0; i < requests; i++) {
            String head = peer.readHead();
            if (head == null) {
              return;
            }
            String body = readBody(peer, head);
            seen.add(head.split("\r\n")[0] + " " + body);
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
          }
        });
  }

  private static String readBody(Peer peer, String head) throws IOException {
    for (String line : head.split("\r\n")) {
      if (line.startsWith("Content-Length: ")) {
        int length = Integer.parseInt(line.substring("Content-Length: ".length()));
        return new String(peer.read(length), StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  @ParameterizedTest
  @EnumSource
  void deadConnectionIsNoError(Drive drive) {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server = closingAfter(1, seen)) {
      for (int i = 0; i < 30; i++) {
        Fetch fetch = new Fetch("http://" + server.authority() + "/" + i);
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hi", fetch.body());
      }
      assertEquals(30, seen.size());
      assertEquals(30, server.accepted());
    }
  }

  /**
   * The server reads the second request and then goes: the client cannot know whether it was acted
   * on, but nothing was answered, so it asks once more as libcurl does.
   */
  private static ScriptedServer goingOnSecond(List<String> seen, String parting) {
    return new ScriptedServer(
        peer -> {
          for (int i = 0; ; i++) {
            String head = peer.readHead();
            if (head == null) {
              return;
            }
            seen.add(head.split("\r\n")[0] + " " + readBody(peer, head));
            if (i == 1 && peer.number() == 1) {
              peer.send(parting);
              return;
            }
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void requestIsRepeatedOnce(Drive drive) {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server = goingOnSecond(seen, "")) {
      new Fetch("http://" + server.authority() + "/1").expect(CurlCode.OK, driven);
      Fetch repeated = new Fetch("http://" + server.authority() + "/2");
      repeated.expect(CurlCode.OK, driven);
      assertEquals("", repeated.easy().errorMessage());
      assertEquals(
          List.of("GET /1 HTTP/1.1 ", "GET /2 HTTP/1.1 ", "GET /2 HTTP/1.1 "), List.copyOf(seen));
      assertEquals(2, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void postIsRepeatedFromItsStart(Drive drive) {
    List<String> seen = new CopyOnWriteArrayList<>();
    AtomicInteger seeks = new AtomicInteger();
    int[] at = new int[1];
    byte[] body = "body".getBytes(StandardCharsets.US_ASCII);
    try (Driven driven = drive.open();
        ScriptedServer server = goingOnSecond(seen, "")) {
      String base = "http://" + server.authority();
      new Fetch(base + "/1").expect(CurlCode.OK, driven);
      new Fetch(base + "/2")
          .with(CurlOpt.POST, 1)
          .with(CurlOpt.POSTFIELDSIZE_LARGE, 4)
          .with(
              CurlOpt.READFUNCTION,
              (into, userdata) -> {
                int count = Math.min(into.remaining(), body.length - at[0]);
                into.put(body, at[0], count);
                at[0] += count;
                return count;
              })
          .with(
              CurlOpt.SEEKFUNCTION,
              (offset, userdata) -> {
                seeks.incrementAndGet();
                at[0] = (int) offset;
                return CurlSymbols.CURL_SEEKFUNC_OK;
              })
          .expect(CurlCode.OK, driven);
      assertEquals(
          List.of("GET /1 HTTP/1.1 ", "POST /2 HTTP/1.1 body", "POST /2 HTTP/1.1 body"),
          List.copyOf(seen));
      assertEquals(1, seeks.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void postWhoseBodyIsGoneIsNot(Drive drive) {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Driven driven = drive.open();
        ScriptedServer server = goingOnSecond(seen, "")) {
      String base = "http://" + server.authority();
      new Fetch(base + "/1").expect(CurlCode.OK, driven);
      Fetch post =
          new Fetch(base + "/2")
              .with(CurlOpt.POST, 1)
              .with(CurlOpt.POSTFIELDSIZE_LARGE, 4)
              .with(
                  CurlOpt.READFUNCTION,
                  (into, userdata) -> {
                    into.put(new byte[] {'b', 'o', 'd', 'y'});
                    return 4;
                  });
      post.expect(CurlCode.SEND_FAIL_REWIND, driven);
      assertEquals(List.of("GET /1 HTTP/1.1 ", "POST /2 HTTP/1.1 body"), List.copyOf(seen));
      new Fetch(base + "/3").expect(CurlCode.OK, driven);
    }
  }

  /** From the first byte of a response on it is the server's word against nobody's. */
  @ParameterizedTest
  @EnumSource
  void neverAfterTheFirstByte(Drive drive) {
    for (String parting :
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nX: y\r\n")) {
      List<String> seen = new CopyOnWriteArrayList<>();
      try (Driven driven = drive.open();
          ScriptedServer server = goingOnSecond(seen, parting)) {
        String base = "http://" + server.authority();
        new Fetch(base + "/1").expect(CurlCode.OK, driven);
        Fetch second = new Fetch(base + "/2");
        CurlCode code = second.run(driven);
        assertEquals(parting.endsWith("half") ? CurlCode.PARTIAL_FILE : CurlCode.OK, code, parting);
        assertEquals(2, seen.size());
        assertEquals(1, server.accepted());
      }
    }
  }

  /** Bytes nobody asked for are no response to what comes next. */
  @ParameterizedTest
  @EnumSource
  void unaskedBytesSpoilAConnection(Drive drive) {
    AtomicInteger left = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  try {
                    while (peer.readHead() != null) {
                      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
                    }
                  } finally {
                    // Closed with bytes unread, a connection ends by a reset.
                    left.incrementAndGet();
                  }
                })) {
      for (int i = 1; i <= 5; i++) {
        int number = i;
        Fetch fetch = new Fetch("http://" + server.authority() + "/x");
        fetch.expect(CurlCode.OK, driven);
        assertEquals("hi", fetch.body());
        driven.until(Fetch.LIMIT, () -> left.get() == number);
        assertEquals(number, server.accepted());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMoreIdleConnectionsThanAllowed(Drive drive) {
    AtomicInteger open = new AtomicInteger();
    try (Driven driven = drive.open();
        ScriptedServer one = counting(open);
        ScriptedServer two = counting(open);
        ScriptedServer three = counting(open)) {
      driven.call(() -> driven.multi().setopt(CurlMultiOpt.MAXCONNECTS, 2L));
      for (ScriptedServer server : List.of(one, two, three)) {
        new Fetch("http://" + server.authority() + "/x").expect(CurlCode.OK, driven);
      }
      driven.until(Fetch.LIMIT, () -> open.get() == 2);
      assertEquals(2, open.get());
      new Fetch("http://" + three.authority() + "/x").expect(CurlCode.OK, driven);
      new Fetch("http://" + two.authority() + "/x").expect(CurlCode.OK, driven);
      assertEquals(1, two.accepted());
      assertEquals(1, three.accepted());
      // The one idle for longest had to go.
      new Fetch("http://" + one.authority() + "/x").expect(CurlCode.OK, driven);
      assertEquals(2, one.accepted());
    }
  }

  private static ScriptedServer counting(AtomicInteger open) {
    return new ScriptedServer(
        peer -> {
          open.incrementAndGet();
          while (peer.readHead() != null) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
          }
          open.decrementAndGet();
        });
  }

  /** PORT holds for the repetition too. */
  @ParameterizedTest
  @EnumSource
  void aRepeatedRequestGoesToThePortOfTheOption(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                  peer.readHead();
                })) {
      Fetch fetch = new Fetch("http://127.0.0.1:1/").with(CurlOpt.PORT, server.port());
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      assertEquals(2, server.accepted());
    }
  }
}
