package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second thread in a multi gets a code, or an answer: never a wait, never a mess. */
@Timeout(180)
class TwoThreadsTest {
  private static final int TRANSFERS = 300;

  /** Every function of the multi that returns a code, but those that any thread may call. */
  private static List<Object> refused(CurlMulti multi, CurlEasy inside, CurlEasy outside) {
    List<Object> codes = new ArrayList<>();
    codes.add(multi.addHandle(outside));
    codes.add(multi.removeHandle(inside));
    codes.add(multi.perform());
    codes.add(multi.poll(0));
    codes.add(multi.waitFor(List.of(), 0));
    codes.add(multi.socketAction(CurlSocket.TIMEOUT, 0));
    codes.add(multi.waitFds(new ArrayList<>()));
    codes.add(multi.setopt(CurlMultiOpt.MAXCONNECTS, 5));
    codes.add(multi.cleanup());
    codes.add(inside.pause(CurlSymbols.CURLPAUSE_ALL));
    codes.add(inside.upkeep());
    return codes;
  }

  /** One thread stands in a callback while another calls everything there is. */
  @ParameterizedTest
  @EnumSource
  void whileOneIsInACallback(Drive drive) {
    CountDownLatch called = new CountDownLatch(1);
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"))) {
      CurlMulti multi = driven.multi();
      Fetch fetch = new Fetch("http://" + server.authority() + "/");
      CurlEasy spare = CurlEasy.init();
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(
              () -> {
                assertTrue(assertDoesNotThrow(() -> called.await(60, TimeUnit.SECONDS)));
                callEverything(multi, fetch.easy(), spare);
              });
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            called.countDown();
            assertDoesNotThrow(() -> other.get(60, TimeUnit.SECONDS));
            return fetch.take(data);
          });
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      spare.close();
    }
  }

  private static void callEverything(CurlMulti multi, CurlEasy inside, CurlEasy outside) {
    for (Object code : refused(multi, inside, outside)) {
      assertEquals("RECURSIVE_API_CALL", code.toString());
    }
    assertTrue(multi.timeout() <= 0, "never a time of its own");
    assertEquals(1, multi.runningHandles());
    assertEquals(1, multi.getOfft(MultiInfo.XFERS_CURRENT));
    assertEquals(List.of(inside), multi.getHandles());
    assertEquals(0, multi.msgsInQueue());
    assertNull(multi.infoRead());
    assertEquals(CurlMultiCode.OK, multi.notifyEnable(CurlSymbols.CURLMNOTIFY_EASY_DONE));
  }

  /** Two drive at once, each as if the multi were its own: every message is read once. */
  @ParameterizedTest
  @EnumSource(names = {"CALLER", "CALLER_NIO", "GROUP"})
  void bothAtOnce(Drive drive) throws Exception {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"))) {
      CurlMulti multi = driven.multi();
      assertEquals(CurlMultiCode.OK, multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, 4));
      AtomicInteger read = new AtomicInteger();
      AtomicInteger bytes = new AtomicInteger();
      for (int i = 0; i < TRANSFERS; i++) {
        Fetch fetch = new Fetch("http://" + server.authority() + "/");
        fetch.with(CurlOpt.WRITEFUNCTION, (data, userdata) -> count(data, bytes));
        driven.add(fetch.easy());
      }
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Void> second =
          CompletableFuture.runAsync(
              () -> {
                while (!over.get()) {
                  turn(multi, read);
                }
              });
      long deadline = System.nanoTime() + Fetch.LIMIT.toNanos();
      while (read.get() < TRANSFERS && System.nanoTime() - deadline < 0) {
        turn(multi, read);
      }
      over.set(true);
      second.get(60, TimeUnit.SECONDS);
      assertEquals(TRANSFERS, read.get());
      assertEquals(2 * TRANSFERS, bytes.get());
      assertEquals(TRANSFERS, multi.getHandles().size());
      assertEquals(0, multi.msgsInQueue());
      assertEquals(TRANSFERS, multi.getOfft(MultiInfo.XFERS_ADDED));
      for (CurlEasy easy : multi.getHandles()) {
        driven.remove(easy);
      }
      assertEquals(0, multi.getOfft(MultiInfo.XFERS_CURRENT));
    }
  }

  private static long count(ByteBuffer data, AtomicInteger bytes) {
    bytes.addAndGet(data.remaining());
    return data.remaining();
  }

  private static void turn(CurlMulti multi, AtomicInteger read) {
    multi.perform();
    multi.poll(0);
    multi.timeout();
    assertTrue(multi.getHandles().size() == TRANSFERS);
    assertTrue(multi.runningHandles() <= TRANSFERS);
    assertTrue(multi.msgsInQueue() <= TRANSFERS);
    for (CurlMessage message = multi.infoRead(); message != null; message = multi.infoRead()) {
      assertEquals(CurlCode.OK, message.result());
      read.incrementAndGet();
    }
  }
}
