package io.nettycurl.netty.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What poll reads while nobody performs: bounded, in order, and never lost. */
@Timeout(180)
class GateTest {
  private static final int PIECE = 64 * 1024;
  private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static CurlMulti open(boolean nio) {
    return nio ? NettyCurl.nioMulti() : CurlMulti.init();
  }

  /** Sends a body piece by piece, counts what it got rid of, and closes. */
  private static ScriptedServer sender(int size, AtomicLong sent) {
    return new ScriptedServer(
        peer -> {
          peer.readLine();
          peer.send(size + "\n");
          byte[] body = LineServer.body(size);
          for (int at = 0; at < size; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(body, at, Math.min(size, at + PIECE));
            peer.send(piece);
            sent.addAndGet(piece.length);
          }
        });
  }

  private static ByteArrayOutputStream into(CurlEasy easy) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    easy.setopt(
        CurlOpt.WRITEFUNCTION,
        (data, userdata) -> {
          byte[] bytes = new byte[data.remaining()];
          data.get(bytes);
          body.writeBytes(bytes);
          return bytes.length;
        });
    return body;
  }

  /** What the system's own buffers hold is little beside what the servers have. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pollingWithoutPerformingHoldsBackOnlySoMuch(boolean nio) {
    int size = 64 * 1024 * 1024;
    AtomicLong sent = new AtomicLong();
    try (ScriptedServer server = sender(size, sent);
        CurlMulti multi = open(nio)) {
      CurlEasy easy = CurlEasy.init();
      easy.setopt(CurlOpt.URL, "ws://" + server.authority() + "/");
      AtomicLong received = new AtomicLong();
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            received.addAndGet(data.remaining());
            return data.remaining();
          });
      multi.addHandle(easy);
      while (received.get() == 0) {
        multi.perform();
        multi.poll(100);
      }
      long last = -1;
      long since = System.nanoTime();
      while (System.nanoTime() - since < STILL_NANOS) {
        assertEquals(CurlMultiCode.OK, multi.poll(1));
        // Before anything is held back, the sender has not come that far.
        if (sent.get() != last || multi.numfds() != 1) {
          last = sent.get();
          since = System.nanoTime();
        }
      }
      assertTrue(last < size / 2, "went on reading: " + last);
      CurlMessage message = multi.infoRead();
      while (message == null) {
        multi.perform();
        multi.poll(100);
        message = multi.infoRead();
      }
      assertEquals(CurlCode.OK, message.result());
      assertEquals(size, received.get());
    }
  }

  /** The channel is closed long before perform comes to what it had read. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void aBudgetLosesNothingOfAChannelThatCloses(int budget) {
    int size = 300_000;
    AtomicLong sent = new AtomicLong();
    try (ScriptedServer server = sender(size, sent);
        CurlMulti multi = CurlMulti.init()) {
      multi.setopt(NettyOpt.WORK_BUDGET, budget);
      List<ByteArrayOutputStream> bodies = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, "ws://" + server.authority() + "/");
        bodies.add(into(easy));
        multi.addHandle(easy);
      }
      int done = 0;
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (done < bodies.size()) {
        assertTrue(System.nanoTime() - deadline < 0, "done: " + done);
        multi.perform();
        multi.poll(20);
        for (CurlMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
          assertEquals(CurlCode.OK, m.result());
          done++;
        }
      }
      for (ByteArrayOutputStream body : bodies) {
        assertArrayEquals(LineServer.body(size), body.toByteArray());
      }
    }
  }
}
