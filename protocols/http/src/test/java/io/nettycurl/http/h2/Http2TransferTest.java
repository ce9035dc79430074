package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlShare;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.CurlShareOpt;
import io.nettycurl.option.EasyOption;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole transfers through a multi, with Netty's own HTTP/2 server at the other end. */
class Http2TransferTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Owned by the thread that drives. A handle that keeps what it is given. */
  private static final class Fetch implements AutoCloseable {
    final CurlEasy easy = CurlEasy.init();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    final ByteArrayOutputStream headers = new ByteArrayOutputStream();

    Fetch(String url) {
      with(CurlOpt.URL, url);
      with(CurlOpt.SSL_VERIFYPEER, 0L);
      with(CurlOpt.SSL_VERIFYHOST, 0L);
      with(CurlOpt.WRITEFUNCTION, (data, userdata) -> take(data, body));
      with(CurlOpt.HEADERFUNCTION, (data, userdata) -> take(data, headers));
      if (url.startsWith("http:")) {
        with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE);
      }
    }

    <T> Fetch with(EasyOption<T> option, T value) {
      assertEquals(CurlCode.OK, easy.setopt(option, value), option.name());
      return this;
    }

    private static long take(ByteBuffer data, ByteArrayOutputStream into) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      into.writeBytes(bytes);
      return bytes.length;
    }

    void ok(Driven driven) {
      body.reset();
      headers.reset();
      CurlMessage message = driven.run(easy, LIMIT);
      assertEquals(CurlCode.OK, message.result(), easy.errorMessage());
    }

    String headerText() {
      return headers.toString(StandardCharsets.ISO_8859_1);
    }

    void assertTwo() {
      assertEquals(CurlSymbols.CURL_HTTP_VERSION_2_0, easy.getinfo(CurlInfo.HTTP_VERSION));
      assertTrue(headerText().startsWith("HTTP/2 "), headerText());
    }

    @Override
    public void close() {
      easy.close();
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void bodiesOfAllSizes(Drive drive) {
    for (boolean secure : new boolean[] {false, true}) {
      try (EchoServer server = new EchoServer(secure, "h2", "http/1.1");
          Driven driven = drive.open()) {
        for (int size : new int[] {0, 1, 65536, 65537, 12_000_000}) {
          try (Fetch fetch = new Fetch(server.url("/size/" + size))) {
            fetch.ok(driven);
            fetch.assertTwo();
            assertArrayEquals(bytes(size), fetch.body.toByteArray());
            assertEquals(
                "200",
                fetch.easy.header(":status", 0, CurlSymbols.CURLH_PSEUDO, 0).header().value());
          }
        }
        assertEquals(1, server.accepted());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void uploadsBeyondTheWindows(Drive drive) {
    for (boolean secure : new boolean[] {false, true}) {
      try (EchoServer server = new EchoServer(secure, "h2");
          Driven driven = drive.open();
          Fetch fetch = new Fetch(server.url("/echo"))) {
        byte[] bytes = bytes(3_000_000);
        fetch.with(CurlOpt.POSTFIELDS, bytes);
        fetch.ok(driven);
        fetch.assertTwo();
        assertArrayEquals(bytes, fetch.body.toByteArray());
        assertEquals(3_000_000L, fetch.easy.getinfo(CurlInfo.SIZE_UPLOAD_T));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void uploadOfUnknownLength(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open();
        Fetch fetch = new Fetch(server.url("/echo"))) {
      byte[] bytes = bytes(300_000);
      ByteBuffer left = ByteBuffer.wrap(bytes);
      fetch.with(CurlOpt.UPLOAD, 1L);
      fetch.with(
          CurlOpt.READFUNCTION,
          (into, userdata) -> {
            int count = Math.min(into.remaining(), Math.min(left.remaining(), 5000));
            into.put(left.slice().limit(count));
            left.position(left.position() + count);
            return count;
          });
      fetch.ok(driven);
      assertArrayEquals(bytes, fetch.body.toByteArray());
      assertTrue(fetch.headerText().contains("x-method: PUT\r\n"), fetch.headerText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void redirectsAndHeads(Drive drive) {
    try (EchoServer server = new EchoServer(true, "h2");
        Driven driven = drive.open();
        Fetch fetch = new Fetch(server.url("/to/to/size/5")).with(CurlOpt.FOLLOWLOCATION, 1L);
        Fetch head = new Fetch(server.url("/size/1000")).with(CurlOpt.NOBODY, 1L)) {
      fetch.ok(driven);
      assertArrayEquals(bytes(5), fetch.body.toByteArray());
      assertEquals(2L, fetch.easy.getinfo(CurlInfo.REDIRECT_COUNT));
      head.ok(driven);
      assertEquals(0, head.body.size());
      assertTrue(head.headerText().contains("x-method: HEAD\r\n"), head.headerText());
      assertEquals(1, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnce(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open()) {
      List<Fetch> fetches = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Fetch fetch = new Fetch(server.url("/size/" + i * 1000));
        fetches.add(fetch);
        driven.add(fetch.easy);
      }
      for (int i = 0; i < 60; i++) {
        CurlMessage message = driven.next(LIMIT);
        assertEquals(CurlCode.OK, message.result());
      }
      for (int i = 0; i < 60; i++) {
        assertArrayEquals(bytes(i * 1000), fetches.get(i).body.toByteArray());
        driven.remove(fetches.get(i).easy);
        fetches.get(i).close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceOnAConnectionThatIsThere(Drive drive) {
    try (EchoServer server = new EchoServer(true, "h2");
        Driven driven = drive.open();
        Fetch first = new Fetch(server.url("/size/5"))) {
      first.ok(driven);
      List<Fetch> fetches = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        fetches.add(new Fetch(server.url("/size/" + i * 1000)));
      }
      driven.add(fetches.stream().map(fetch -> fetch.easy).toArray(CurlEasy[]::new));
      for (int i = 0; i < 100; i++) {
        assertEquals(CurlCode.OK, driven.next(LIMIT).result());
      }
      for (int i = 0; i < 100; i++) {
        assertArrayEquals(bytes(i * 1000), fetches.get(i).body.toByteArray());
        driven.remove(fetches.get(i).easy);
        fetches.get(i).close();
      }
      assertEquals(1, server.accepted());
    }
  }

  @Test
  void versionsThatAreDemanded() {
    try (EchoServer server = new EchoServer(true, "h2", "http/1.1");
        Driven driven = Drive.CALLER.open();
        Fetch fetch = new Fetch(server.url("/size/5"))) {
      for (long version :
          new long[] {
            CurlSymbols.CURL_HTTP_VERSION_NONE,
            CurlSymbols.CURL_HTTP_VERSION_2_0,
            CurlSymbols.CURL_HTTP_VERSION_2TLS,
            CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
          }) {
        fetch.with(CurlOpt.HTTP_VERSION, version);
        fetch.ok(driven);
        fetch.assertTwo();
      }
      // A connection of HTTP/2 does not serve a request that demands 1.1, nor the other way round.
      fetch.with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_1);
      fetch.ok(driven);
      assertEquals(CurlSymbols.CURL_HTTP_VERSION_1_1, fetch.easy.getinfo(CurlInfo.HTTP_VERSION));
      fetch.with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_0);
      fetch.ok(driven);
      fetch.assertTwo();
    }
  }

  @ParameterizedTest
  @EnumSource
  void clearConnectionIsUpgraded(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open();
        Fetch fetch = new Fetch(server.url("/size/100000"))) {
      fetch.with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_0);
      fetch.ok(driven);
      assertArrayEquals(bytes(100_000), fetch.body.toByteArray());
      assertTrue(fetch.headerText().startsWith("HTTP/1.1 101 "), fetch.headerText());
      assertTrue(fetch.headerText().contains("\r\n\r\nHTTP/2 200 \r\n"), fetch.headerText());
      assertEquals(CurlSymbols.CURL_HTTP_VERSION_2_0, fetch.easy.getinfo(CurlInfo.HTTP_VERSION));
      fetch.ok(driven);
      fetch.assertTwo();
      assertEquals(1, server.accepted());
      // A body does not wait for the upgrade, which a connection of HTTP/2 has behind it.
      fetch.with(CurlOpt.URL, server.url("/echo")).with(CurlOpt.POSTFIELDS, bytes(1000));
      fetch.ok(driven);
      fetch.assertTwo();
      assertArrayEquals(bytes(1000), fetch.body.toByteArray());
    }
  }

  @Test
  void upgradeIsNotAskedForWithABody() {
    try (EchoServer server = new EchoServer(false);
        Driven driven = Drive.CALLER.open();
        Fetch fetch = new Fetch(server.url("/echo"))) {
      fetch.with(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_0);
      fetch.with(CurlOpt.POSTFIELDS, bytes(1000));
      fetch.ok(driven);
      assertEquals(CurlSymbols.CURL_HTTP_VERSION_1_1, fetch.easy.getinfo(CurlInfo.HTTP_VERSION));
      assertArrayEquals(bytes(1000), fetch.body.toByteArray());
    }
  }

  @Test
  void serverWithoutHttp2IsSpokenToInHttp1() {
    try (EchoServer server = new EchoServer(true, "http/1.1");
        Driven driven = Drive.CALLER.open();
        Fetch fetch = new Fetch(server.url("/size/5"))) {
      fetch.ok(driven);
      assertEquals(CurlSymbols.CURL_HTTP_VERSION_1_1, fetch.easy.getinfo(CurlInfo.HTTP_VERSION));
      assertArrayEquals(bytes(5), fetch.body.toByteArray());
    }
  }

  /** Streams are added by the multi that has the connection; when it is idle, any may have it. */
  @ParameterizedTest
  @EnumSource
  void aSharedConnectionHasTheStreamsOfOneMultiAtATime(Drive drive) {
    CurlShare share = CurlShare.init();
    assertEquals(
        CurlShareCode.OK, share.setopt(CurlShareOpt.SHARE, CurlSymbols.CURL_LOCK_DATA_CONNECT));
    try (EchoServer server = new EchoServer(true, "h2");
        Driven one = drive.open();
        Driven two = drive.open();
        Fetch first = new Fetch(server.url("/size/100")).with(CurlOpt.SHARE, share);
        Fetch second = new Fetch(server.url("/size/200")).with(CurlOpt.SHARE, share)) {
      first.ok(one);
      for (int i = 0; i < 3; i++) {
        second.ok(two);
        assertEquals(0, second.easy.getinfo(CurlInfo.NUM_CONNECTS));
        one.add(first.easy);
        two.add(second.easy);
        assertEquals(CurlCode.OK, one.next(LIMIT).result());
        assertEquals(CurlCode.OK, two.next(LIMIT).result());
        one.remove(first.easy);
        two.remove(second.easy);
      }
      assertEquals(400, second.body.size(), "the last two answers");
    }
    assertEquals(CurlShareCode.OK, share.cleanup());
  }
}
