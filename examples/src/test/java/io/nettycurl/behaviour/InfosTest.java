package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.EasyInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a transfer while it runs and afterwards, and what reset and a new one forget. */
@Timeout(180)
class InfosTest {
  private static final List<EasyInfo<Long>> TIMES =
      List.of(
          CurlInfo.NAMELOOKUP_TIME_T,
          CurlInfo.CONNECT_TIME_T,
          CurlInfo.PRETRANSFER_TIME_T,
          CurlInfo.POSTTRANSFER_TIME_T,
          CurlInfo.TOTAL_TIME_T);

  private static ScriptedServer answering(String... answers) {
    return new ScriptedServer(
        peer -> {
          for (String answer : answers) {
            if (peer.readHead() == null) {
              return;
            }
            peer.send(answer);
          }
          peer.readToEnd();
        });
  }

  private static Fetch of(ScriptedServer server) {
    return new Fetch("http://" + server.authority() + "/x");
  }

  private static long clear(Fetch fetch, EasyInfo<Long> info) {
    fetch.easy().reset();
    return fetch.info(info);
  }

  @ParameterizedTest
  @EnumSource
  void timesFollowEachOther(Drive drive) {
    try (Driven driven = drive.open();
        // So much that even a machine that takes its time is faster than a byte in a second.
        RecordingServer server =
            new RecordingServer(request -> RecordingServer.ok("x".repeat(10_000)))) {
      Fetch fetch = new Fetch("http://localhost:" + server.port() + "/");
      List<Long> early = new ArrayList<>();
      fetch.with(
          CurlOpt.HEADERFUNCTION,
          (line, userdata) -> {
            if (early.isEmpty()) {
              for (EasyInfo<Long> info :
                  List.of(
                      CurlInfo.CONNECT_TIME_T,
                      CurlInfo.PRETRANSFER_TIME_T,
                      CurlInfo.STARTTRANSFER_TIME_T,
                      CurlInfo.TOTAL_TIME_T,
                      CurlInfo.APPCONNECT_TIME_T,
                      CurlInfo.SPEED_DOWNLOAD_T)) {
                early.add(fetch.info(info));
              }
            }
            return line.remaining();
          });
      fetch.expect(CurlCode.OK, driven);
      assertTrue(early.subList(0, 4).stream().allMatch(time -> time > 0), early::toString);
      assertEquals(0, early.get(4), "no TLS");
      // The loops of a group may be further than the callbacks.
      assertTrue(drive == Drive.GROUP || early.get(5) == 0, "no body yet");
      assertTrue(fetch.info(CurlInfo.PRIMARY_IP).matches("127\\.0\\.0\\.1|::1"));
      assertEquals(0, fetch.info(CurlInfo.APPCONNECT_TIME_T));
      assertTrue(fetch.info(CurlInfo.SPEED_DOWNLOAD_T) > 0);
      long before = 0;
      for (EasyInfo<Long> info : TIMES) {
        long time = fetch.info(info);
        assertTrue(time > 0 && time >= before, info.name() + ": " + time + " after " + before);
        before = time;
      }
      long first = fetch.info(CurlInfo.STARTTRANSFER_TIME_T);
      assertTrue(first >= fetch.info(CurlInfo.PRETRANSFER_TIME_T));
      assertTrue(first <= fetch.info(CurlInfo.TOTAL_TIME_T));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTimeOfAFile(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering(
                "HTTP/1.1 200 OK\r\nLast-Modified: Thu, 01 Jan 1970 00:00:30 GMT\r\n"
                    + "Content-Length: 0\r\n\r\n")) {
      Fetch fetch = of(server).with(CurlOpt.FILETIME, 1);
      assertEquals(-1, fetch.info(CurlInfo.FILETIME));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(30, fetch.info(CurlInfo.FILETIME));
      assertEquals(30, fetch.info(CurlInfo.FILETIME_T));
      try (CurlEasy copy = fetch.easy().duplicate()) {
        assertEquals(-1, copy.getinfo(CurlInfo.FILETIME));
      }
      assertEquals(-1, clear(fetch, CurlInfo.FILETIME));
    }
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("deprecation")
  void theProtocol(Drive drive, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "hello");
    try (Driven driven = drive.open();
        ScriptedServer server = answering("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      Fetch fetch = of(server);
      assertEquals(0, fetch.info(CurlInfo.PROTOCOL));
      assertEquals(-1, fetch.info(CurlInfo.LASTSOCKET));
      fetch.expect(CurlCode.OK, driven);
      assertEquals((long) fetch.info(CurlInfo.ACTIVESOCKET).fd(), fetch.info(CurlInfo.LASTSOCKET));
      assertEquals(CurlSymbols.CURLPROTO_HTTP, fetch.info(CurlInfo.PROTOCOL));
      assertEquals(200, fetch.info(CurlInfo.RESPONSE_CODE));
      try (CurlEasy copy = fetch.easy().duplicate()) {
        assertEquals(0, copy.getinfo(CurlInfo.PROTOCOL));
      }
      Fetch local = new Fetch("file://" + file);
      local.expect(CurlCode.OK, driven);
      assertEquals("hello", local.body());
      assertEquals(CurlSymbols.CURLPROTO_FILE, local.info(CurlInfo.PROTOCOL));
      assertEquals(0, clear(fetch, CurlInfo.PROTOCOL));
      assertEquals(0, fetch.info(CurlInfo.RESPONSE_CODE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void howLongToWait(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering(
                "HTTP/1.1 301 Moved\r\nRetry-After: 22\r\nLocation: /2\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")) {
      Fetch fetch = of(server);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(22, fetch.info(CurlInfo.RETRY_AFTER));
      fetch.with(CurlOpt.URL, fetch.info(CurlInfo.REDIRECT_URL)).expect(CurlCode.OK, driven);
      assertEquals(503, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(0, fetch.info(CurlInfo.RETRY_AFTER), "of this response");
      assertEquals(0, clear(fetch, CurlInfo.RETRY_AFTER));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whetherATimeConditionHolds(Drive drive) {
    String dated =
        "HTTP/1.1 200 OK\r\nLast-Modified: Mon, 22 Apr 2013 17:45:05 GMT\r\n"
            + "Content-Length: 5\r\nConnection: close\r\n\r\nhello";
    try (Driven driven = drive.open();
        ScriptedServer server = answering(dated, dated)) {
      Fetch fetch =
          of(server)
              .with(CurlOpt.TIMECONDITION, CurlSymbols.CURL_TIMECOND_IFMODSINCE)
              .with(CurlOpt.TIMEVALUE, 1_566_210_680);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(1, fetch.info(CurlInfo.CONDITION_UNMET));
      assertEquals("", fetch.body());
      fetch.with(CurlOpt.TIMEVALUE, 1).expect(CurlCode.OK, driven);
      assertEquals(0, fetch.info(CurlInfo.CONDITION_UNMET));
      assertEquals("hello", fetch.body());
    }
  }

  /** A length is that of the last response, and progress never gets beyond it. */
  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("deprecation")
  void theLengthOfWhatComes(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering(
                "HTTP/1.1 302 OK\r\nLocation: /2\r\nContent-Length: 6\r\n\r\n-foo-\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "9\r\nlarger!!!\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      List<String> beyond = new ArrayList<>();
      Fetch fetch =
          of(server)
              .with(CurlOpt.FOLLOWLOCATION, 1)
              .with(CurlOpt.NOPROGRESS, 0)
              .with(
                  CurlOpt.PROGRESSFUNCTION,
                  (dltotal, dlnow, ultotal, ulnow, userdata) -> {
                    if (dltotal > 0 && dlnow > dltotal) {
                      beyond.add(dlnow + " of " + dltotal);
                    }
                    return 0;
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of(), beyond);
      assertEquals("larger!!!", fetch.body());
      assertEquals(-1.0, fetch.info(CurlInfo.CONTENT_LENGTH_DOWNLOAD));
      assertEquals(-1, fetch.info(CurlInfo.CONTENT_LENGTH_DOWNLOAD_T));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(0.0, fetch.info(CurlInfo.CONTENT_LENGTH_DOWNLOAD));
    }
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("deprecation")
  void progressOfASmallBodyEndsWithItsSize(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"))) {
      double[] last = new double[2];
      new Fetch("http://" + server.authority() + "/")
          .with(CurlOpt.POSTFIELDS, "a short string")
          .with(CurlOpt.NOPROGRESS, 0)
          .with(
              CurlOpt.PROGRESSFUNCTION,
              (dltotal, dlnow, ultotal, ulnow, userdata) -> {
                last[0] = ultotal;
                last[1] = ulnow;
                return 0;
              })
          .expect(CurlCode.OK, driven);
      assertEquals(14.0, last[0]);
      assertEquals(14.0, last[1]);
    }
  }

  /** Whoever says no is not asked again. */
  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("deprecation")
  void progressThatSaysNoIsAskedOnce(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 204 PARTIAL\r\nX: y\r\n");
                  peer.readToEnd();
                })) {
      int[] calls = new int[1];
      of(server)
          .with(CurlOpt.NOPROGRESS, 0)
          .with(CurlOpt.PROGRESSFUNCTION, (dltotal, dlnow, ultotal, ulnow, userdata) -> ++calls[0])
          .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertEquals(1, calls[0]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLocationThatIsNoUrlIsAPath(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering(
                "HTTP/1.1 302 broken\r\nLocation: h ttp://1.2.4.5/test\r\n"
                    + "Content-Length: 0\r\n\r\n")) {
      Fetch fetch = of(server);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(302, fetch.info(CurlInfo.RESPONSE_CODE));
      assertEquals(0, fetch.info(CurlInfo.REDIRECT_COUNT));
      String base = "http://" + server.authority() + "/";
      assertEquals(base + "x", fetch.info(CurlInfo.EFFECTIVE_URL));
      assertEquals(base + "h%20ttp://1.2.4.5/test", fetch.info(CurlInfo.REDIRECT_URL));
    }
  }

  /** Two places to go to are an error, followed or not; of two types the last one counts. */
  @ParameterizedTest
  @EnumSource
  void fieldsThatComeTwice(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering(
                "HTTP/1.1 200 good\r\nContent-Type: text/html\r\nContent-Length: 0\r\n"
                    + "Content-Type: changed/my-mind\r\n\r\n",
                "HTTP/1.1 302 eat\r\nLocation: first\r\nContent-Length: 0\r\n"
                    + "Location: another one / x\r\n\r\n")) {
      Fetch fetch = of(server);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("changed/my-mind", fetch.info(CurlInfo.CONTENT_TYPE));
      fetch.expect(CurlCode.WEIRD_SERVER_REPLY, driven);
      assertNull(fetch.info(CurlInfo.CONTENT_TYPE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oddHeadsThatAreTaken(Drive drive) {
    String longLine = "Long: " + "A".repeat(100_000) + "\r\n";
    try (Driven driven = drive.open();
        ScriptedServer server =
            answering(
                "HTTP/1.1 200 OK\r\n" + longLine + "Content-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\n\tFolded: first\nContent-Length: 2\n\nhi");
        ScriptedServer radio = answering("ICY 200 OK\r\nContent-Length: 2\r\n\r\nmo")) {
      int[] longest = new int[1];
      Fetch fetch =
          of(server)
              .with(
                  CurlOpt.HEADERFUNCTION,
                  (line, userdata) -> {
                    longest[0] = Math.max(longest[0], line.remaining());
                    return line.remaining();
                  });
      fetch.expect(CurlCode.OK, driven);
      assertEquals(longLine.length(), longest[0], "in one piece");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      assertEquals(1, server.accepted());
      Fetch icy = of(radio).with(CurlOpt.HTTP200ALIASES, List.of("ICY 200 OK"));
      icy.expect(CurlCode.OK, driven);
      assertEquals("mo", icy.body());
      assertEquals(200, icy.info(CurlInfo.RESPONSE_CODE));
    }
  }
}
