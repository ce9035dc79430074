package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A callback that throws fails its own transfer, and nothing else. */
@Timeout(180)
class ThrowingCallbacksTest {
  private static final int OTHERS = 5;

  /** A callback and the code that its exception comes to. */
  private enum Thrower {
    WRITE(
        CurlCode.WRITE_ERROR,
        fetch ->
            fetch.with(
                CurlOpt.WRITEFUNCTION,
                (data, userdata) -> {
                  throw new IllegalStateException("write");
                })),
    HEADER(
        CurlCode.WRITE_ERROR,
        fetch ->
            fetch.with(
                CurlOpt.HEADERFUNCTION,
                (line, userdata) -> {
                  throw new IllegalStateException("header");
                })),
    READ(
        CurlCode.ABORTED_BY_CALLBACK,
        fetch ->
            fetch
                .with(CurlOpt.UPLOAD, 1)
                .with(
                    CurlOpt.READFUNCTION,
                    (into, userdata) -> {
                      throw new IllegalStateException("read");
                    })),
    PROGRESS(
        CurlCode.ABORTED_BY_CALLBACK,
        fetch ->
            fetch
                .with(CurlOpt.NOPROGRESS, 0)
                .with(
                    CurlOpt.XFERINFOFUNCTION,
                    (dltotal, dlnow, ultotal, ulnow, userdata) -> {
                      throw new IllegalStateException("progress");
                    })),
    DEBUG(
        CurlCode.ABORTED_BY_CALLBACK,
        fetch ->
            fetch
                .with(CurlOpt.VERBOSE, 1)
                .with(
                    CurlOpt.DEBUGFUNCTION,
                    (easy, type, data, userdata) -> {
                      throw new IllegalStateException("debug");
                    })),
    SEEK(
        CurlCode.SEND_FAIL_REWIND,
        fetch ->
            fetch
                .with(CurlOpt.UPLOAD, 1)
                .with(CurlOpt.FOLLOWLOCATION, 1)
                .with(CurlOpt.INFILESIZE_LARGE, 4)
                .with(
                    CurlOpt.READFUNCTION,
                    (into, userdata) -> {
                      into.put(new byte[] {'b', 'o', 'd', 'y'});
                      return 4;
                    })
                .with(
                    CurlOpt.SEEKFUNCTION,
                    (offset, userdata) -> {
                      throw new IllegalStateException("seek");
                    })),
    PREREQ(
        CurlCode.ABORTED_BY_CALLBACK,
        fetch ->
            fetch.with(
                CurlOpt.PREREQFUNCTION,
                (primaryIp, localIp, primaryPort, localPort, userdata) -> {
                  throw new IllegalStateException("prereq");
                }));

    private final CurlCode code;
    private final UnaryOperator<Fetch> prepare;

    Thrower(CurlCode code, UnaryOperator<Fetch> prepare) {
      this.code = code;
      this.prepare = prepare;
    }
  }

  /** A PUT is sent on to another path, so that its body is needed twice. */
  private static void serve(Peer peer) throws IOException {
    for (String head = peer.readHead(); head != null; head = peer.readHead()) {
      if (head.startsWith("PUT") && head.contains("Content-Length: 4")) {
        peer.read(4);
        peer.send("HTTP/1.1 307 There\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n");
      } else {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void failTheirOwnTransferOnly(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(ThrowingCallbacksTest::serve)) {
      Map<Thrower, CurlCode> expected = new EnumMap<>(Thrower.class);
      Map<Thrower, CurlCode> results = new EnumMap<>(Thrower.class);
      for (Thrower thrower : Thrower.values()) {
        expected.put(thrower, thrower.code);
        results.put(thrower, runAmongOthers(driven, server, thrower));
      }
      assertEquals(expected, results);
    }
  }

  private static CurlCode runAmongOthers(Driven driven, ScriptedServer server, Thrower thrower) {
    Fetch bad = thrower.prepare.apply(new Fetch("http://" + server.authority() + "/bad"));
    List<Fetch> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      others.add(new Fetch("http://" + server.authority() + "/other"));
    }
    driven.add(others.get(0).easy(), others.get(1).easy(), bad.easy());
    driven.add(others.get(2).easy(), others.get(3).easy(), others.get(4).easy());
    Map<Object, CurlCode> results = new HashMap<>();
    for (CurlMessage message : driven.take(OTHERS + 1, Fetch.LIMIT)) {
      results.put(message.easy(), message.result());
    }
    for (Fetch other : others) {
      assertEquals(CurlCode.OK, results.get(other.easy()), thrower::name);
      assertEquals("good", other.body(), thrower::name);
      driven.remove(other.easy());
    }
    driven.remove(bad.easy());
    assertTrue(
        bad.easy().errorMessage().contains(thrower.name().toLowerCase(java.util.Locale.ROOT)),
        () -> thrower + ": " + bad.easy().errorMessage());
    assertNull(driven.next(Duration.ZERO));
    assertEquals(0, driven.call(() -> driven.multi().getOfft(MultiInfo.XFERS_CURRENT)));
    return results.get(bad.easy());
  }

  /** Paused, gone on with from outside, and throwing then. */
  @ParameterizedTest
  @EnumSource
  void whenGoneOnWith(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(ThrowingCallbacksTest::serve)) {
      int[] calls = new int[1];
      Fetch bad =
          new Fetch("http://" + server.authority() + "/bad")
              .with(
                  CurlOpt.WRITEFUNCTION,
                  (data, userdata) -> {
                    if (calls[0]++ == 0) {
                      return CurlSymbols.CURL_WRITEFUNC_PAUSE;
                    }
                    throw new IllegalStateException("write");
                  });
      driven.add(bad.easy());
      driven.until(Fetch.LIMIT, () -> calls[0] == 1);
      driven.call(() -> bad.easy().pause(CurlSymbols.CURLPAUSE_CONT));
      assertEquals(CurlCode.WRITE_ERROR, driven.next(Fetch.LIMIT).result());
      driven.remove(bad.easy());
      Fetch good = new Fetch("http://" + server.authority() + "/good");
      good.expect(CurlCode.OK, driven);
    }
  }

  /** Errors are not exceptions to hide, but the loop survives them all the same. */
  @ParameterizedTest
  @EnumSource
  void errorsToo(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(ThrowingCallbacksTest::serve)) {
      Fetch bad =
          new Fetch("http://" + server.authority() + "/bad")
              .with(
                  CurlOpt.WRITEFUNCTION,
                  (data, userdata) -> {
                    throw new StackOverflowError("write");
                  });
      bad.expect(CurlCode.WRITE_ERROR, driven);
      new Fetch("http://" + server.authority() + "/good").expect(CurlCode.OK, driven);
    }
  }
}
