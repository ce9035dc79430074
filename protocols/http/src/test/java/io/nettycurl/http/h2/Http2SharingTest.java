package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.MultiOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many transfers share a connection, and what keeps one that nobody uses alive. */
class Http2SharingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Owned by the thread that drives. Uploads that pause before their first byte. */
  private static final class Paused {
    private final List<CurlEasy> all = new ArrayList<>();
    private final AtomicInteger paused = new AtomicInteger();
    private volatile boolean goOn;

    private Paused(EchoServer server, int count, boolean pipeWait) {
      for (int i = 0; i < count; i++) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, server.url("/echo"));
        easy.setopt(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE);
        easy.setopt(CurlOpt.PIPEWAIT, pipeWait ? 1 : 0);
        easy.setopt(CurlOpt.UPLOAD, 1);
        easy.setopt(
            CurlOpt.READFUNCTION,
            (into, userdata) -> {
              if (goOn) {
                return 0;
              }
              paused.incrementAndGet();
              return CurlSymbols.CURL_READFUNC_PAUSE;
            });
        all.add(easy);
      }
    }

    /** Runs all of them at once and lets them end when each has its connection. */
    private void run(Driven driven) {
      driven.add(all.toArray(new CurlEasy[0]));
      driven.until(LIMIT, () -> paused.get() >= all.size());
      assertEquals(all.size(), paused.get());
      goOn = true;
      driven.call(
          () -> {
            all.forEach(easy -> easy.pause(CurlSymbols.CURLPAUSE_CONT));
            return null;
          });
      for (CurlMessage message : driven.take(all.size(), LIMIT)) {
        assertEquals(CurlCode.OK, message.result());
      }
      all.forEach(driven::remove);
    }
  }

  private static void set(Driven driven, MultiOption<Long> option, long value) {
    assertEquals(CurlMultiCode.OK, driven.call(() -> driven.multi().setopt(option, value)));
  }

  @ParameterizedTest
  @EnumSource
  void thoseWhoWaitShareUpToTheLimit(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open()) {
      set(driven, CurlMultiOpt.MAX_CONCURRENT_STREAMS, 2);
      new Paused(server, 6, true).run(driven);
      assertEquals(3, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void raisedLimitHoldsForOpenConnections(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open()) {
      set(driven, CurlMultiOpt.MAX_CONCURRENT_STREAMS, 1);
      new Paused(server, 1, true).run(driven);
      set(driven, CurlMultiOpt.MAX_CONCURRENT_STREAMS, 50);
      new Paused(server, 20, false).run(driven);
      assertEquals(1, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodySharesWithoutMultiplexing(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open()) {
      set(driven, CurlMultiOpt.PIPELINING, CurlSymbols.CURLPIPE_HTTP1);
      new Paused(server, 4, true).run(driven);
      assertEquals(4, server.accepted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void upkeepPingsWhatIsNotToBeForgotten(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        Driven driven = drive.open()) {
      Paused one = new Paused(server, 1, false);
      CurlEasy easy = one.all.get(0);
      one.run(driven);
      assertEquals(CurlCode.OK, driven.call(easy::upkeep));
      driven.add(easy);
      assertEquals(CurlCode.OK, driven.call(easy::upkeep), "not due for a minute");
      driven.take(1, LIMIT);
      assertEquals(0, server.pings());
      easy.setopt(CurlOpt.UPKEEP_INTERVAL_MS, 0);
      assertEquals(CurlCode.OK, driven.call(easy::upkeep));
      driven.until(LIMIT, () -> server.pings() > 0);
      assertEquals(1, server.pings());
      driven.remove(easy);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "CALLER")
  void upkeepOfAHandlesOwnConnections(Drive drive) {
    try (EchoServer server = new EchoServer(false);
        CurlEasy easy = new Paused(server, 1, false).all.get(0)) {
      easy.setopt(CurlOpt.UPKEEP_INTERVAL_MS, 0);
      easy.setopt(CurlOpt.READFUNCTION, (into, userdata) -> 0);
      assertEquals(CurlCode.OK, easy.upkeep(), "there is nothing to do yet");
      assertEquals(CurlCode.OK, easy.perform());
      assertEquals(CurlCode.OK, easy.upkeep());
      assertEquals(CurlCode.OK, easy.perform());
      assertEquals(1, server.pings());
      assertEquals(1, server.accepted());
    }
  }
}
