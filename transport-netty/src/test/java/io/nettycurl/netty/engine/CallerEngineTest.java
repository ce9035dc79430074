package io.nettycurl.netty.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for a multi that its caller drives, and for no other. */
@Timeout(180)
class CallerEngineTest {
  private static CurlEasy fetch(ScriptedServer server, int size) {
    CurlEasy easy = CurlEasy.init();
    easy.setopt(CurlOpt.URL, "ws://" + server.authority() + "/" + size);
    easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
    return easy;
  }

  private static CurlMessage drive(CurlMulti multi) {
    CurlMessage message = null;
    for (int i = 0; i < 10_000 && message == null; i++) {
      CurlMultiCode code = multi.perform();
      assertTrue(code == CurlMultiCode.OK || code == CurlMultiCode.CALL_MULTI_PERFORM);
      message = multi.infoRead();
      if (message == null && code == CurlMultiCode.OK) {
        multi.poll(100);
      }
    }
    assertNotNull(message);
    return message;
  }

  @Test
  void performNeverWaitsAndMayBeCalledJustInCase() {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        CurlMulti multi = CurlMulti.init()) {
      assertEquals(CurlMultiCode.OK, multi.perform());
      assertEquals(0, multi.runningHandles());
      CurlEasy easy = fetch(server, 1);
      multi.addHandle(easy);
      long start = System.nanoTime();
      for (int i = 0; i < 1000; i++) {
        assertEquals(CurlMultiCode.OK, multi.perform());
        assertEquals(1, multi.runningHandles());
      }
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30));
      assertEquals(CurlMultiCode.OK, multi.removeHandle(easy));
      assertEquals(0, multi.runningHandles());
    }
  }

  @Test
  void pollCallsNobody() {
    try (ScriptedServer server = LineServer.start();
        CurlMulti multi = CurlMulti.init()) {
      CurlEasy easy = fetch(server, 100_000);
      int[] calls = new int[1];
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            calls[0]++;
            return data.remaining();
          });
      multi.addHandle(easy);
      CurlMessage message = null;
      while (message == null) {
        multi.perform();
        int before = calls[0];
        multi.poll(100);
        multi.poll(0);
        assertEquals(before, calls[0]);
        message = multi.infoRead();
      }
      assertEquals(CurlCode.OK, message.result());
      assertTrue(calls[0] > 0);
    }
  }

  /** In the middle of a transfer: the second half is sent when another thread drives. */
  @Test
  void aMultiMovesBetweenThreads() throws Exception {
    int half = 1_500_000;
    CountDownLatch moved = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readLine();
                  peer.send(2 * half + "\n");
                  peer.send(new byte[half]);
                  try {
                    moved.await();
                  } catch (InterruptedException e) {
                    return;
                  }
                  peer.send(new byte[half]);
                });
        CurlMulti multi = CurlMulti.init()) {
      Set<Thread> callers = new HashSet<>();
      long[] received = new long[1];
      CurlEasy easy = fetch(server, 2 * half);
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            callers.add(Thread.currentThread());
            received[0] += data.remaining();
            return data.remaining();
          });
      multi.addHandle(easy);
      Thread other =
          new Thread(
              () -> {
                while (received[0] < half) {
                  multi.perform();
                  multi.poll(100);
                }
              });
      other.start();
      other.join();
      assertEquals(Set.of(other), callers);
      moved.countDown();
      assertEquals(CurlCode.OK, drive(multi).result());
      assertEquals(2 * half, received[0]);
      assertEquals(Set.of(other, Thread.currentThread()), callers);
    }
  }

  @Test
  void twoThreadsAtOnceGetACode() throws Exception {
    try (CurlMulti multi = CurlMulti.init()) {
      CompletableFuture<CurlMultiCode> polling =
          CompletableFuture.supplyAsync(
              () -> {
                CurlMultiCode polled = multi.poll(60_000);
                while (polled == CurlMultiCode.RECURSIVE_API_CALL) {
                  polled = multi.poll(60_000);
                }
                return polled;
              });
      CurlMultiCode code = multi.perform();
      while (code == CurlMultiCode.OK && !polling.isDone()) {
        code = multi.perform();
      }
      assertEquals(CurlMultiCode.RECURSIVE_API_CALL, code);
      multi.wakeup();
      assertEquals(CurlMultiCode.OK, polling.get(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void wakeupIsStickyAndCollapses() {
    try (CurlMulti multi = CurlMulti.init()) {
      multi.wakeup();
      multi.wakeup();
      long start = System.nanoTime();
      assertEquals(CurlMultiCode.OK, multi.poll(60_000));
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30));
      assertEquals(0, multi.numfds());
      start = System.nanoTime();
      multi.poll(30);
      assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(25));
    }
  }

  @Test
  void aWakeupOutlivesPerform() {
    try (CurlMulti multi = CurlMulti.init()) {
      long start = System.nanoTime();
      multi.wakeup();
      assertEquals(CurlMultiCode.OK, multi.perform());
      assertEquals(CurlMultiCode.OK, multi.poll(20_000));
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
    }
  }

  @Test
  void waitingForNothingReturnsAtOnceWherePollSleeps() {
    try (CurlMulti multi = CurlMulti.init()) {
      long start = System.nanoTime();
      assertEquals(CurlMultiCode.OK, multi.waitFor(List.of(), 60_000));
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30));
      assertEquals(CurlMultiCode.BAD_FUNCTION_ARGUMENT, multi.poll(-1));
      assertEquals(CurlMultiCode.BAD_FUNCTION_ARGUMENT, multi.waitFor(List.of(), -1));
    }
  }

  @Test
  void timeoutTellsWhenPerformIsDue() {
    try (ScriptedServer server = new ScriptedServer(peer -> peer.readToEnd());
        CurlMulti multi = CurlMulti.init()) {
      assertEquals(-1, multi.timeout());
      CurlEasy easy = fetch(server, 1);
      easy.setopt(CurlOpt.TIMEOUT_MS, 5000);
      multi.addHandle(easy);
      assertEquals(0, multi.timeout());
      multi.perform();
      long left = multi.timeout();
      assertTrue(left >= 0 && left <= 5000, "left: " + left);
    }
  }

  @Test
  void callsFromWithinACallbackAreRefused() {
    try (ScriptedServer server = LineServer.start();
        CurlMulti multi = CurlMulti.init()) {
      List<Object> answers = new ArrayList<>();
      CurlEasy easy = fetch(server, 10);
      CurlEasy other = fetch(server, 10);
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            answers.add(multi.perform());
            answers.add(multi.poll(0));
            answers.add(multi.waitFor(List.of(), 0));
            answers.add(multi.addHandle(other));
            answers.add(multi.removeHandle(easy));
            answers.add(multi.setopt(CurlMultiOpt.MAXCONNECTS, 5));
            answers.add(multi.cleanup());
            assertNull(multi.infoRead());
            assertEquals(1, multi.getHandles().size());
            multi.wakeup();
            return data.remaining();
          });
      multi.addHandle(easy);
      assertEquals(CurlCode.OK, drive(multi).result());
      assertEquals(7, answers.size());
      answers.forEach(code -> assertEquals(CurlMultiCode.RECURSIVE_API_CALL, code));
    }
  }

  @Test
  void handlesBelongToOneMulti() {
    try (ScriptedServer server = LineServer.start();
        CurlMulti multi = CurlMulti.init();
        CurlMulti another = CurlMulti.init()) {
      CurlEasy easy = fetch(server, 10);
      assertEquals(CurlMultiCode.OK, multi.addHandle(easy));
      assertEquals(CurlMultiCode.ADDED_ALREADY, multi.addHandle(easy));
      assertEquals(CurlMultiCode.ADDED_ALREADY, another.addHandle(easy));
      assertEquals(CurlMultiCode.BAD_EASY_HANDLE, another.removeHandle(easy));
      assertEquals(CurlCode.FAILED_INIT, easy.perform());
      assertEquals(CurlCode.OK, drive(multi).result());
      assertEquals(CurlMultiCode.ADDED_ALREADY, multi.addHandle(easy));
      assertEquals(CurlMultiCode.OK, multi.removeHandle(easy));
      assertEquals(CurlMultiCode.OK, another.addHandle(easy));
      assertEquals(CurlCode.OK, drive(another).result());
      another.removeHandle(easy);
      assertEquals(CurlCode.OK, easy.perform());
      assertEquals(CurlCode.OK, easy.perform());
      easy.close();
      assertEquals(CurlMultiCode.BAD_EASY_HANDLE, multi.addHandle(easy));
      assertEquals(CurlMultiCode.BAD_EASY_HANDLE, multi.addHandle(null));
    }
  }

  @Test
  void aMessageGoesWithItsHandle() {
    try (ScriptedServer server = LineServer.start();
        CurlMulti multi = CurlMulti.init()) {
      CurlEasy easy = fetch(server, 10);
      multi.addHandle(easy);
      for (int i = 0; i < 1000 && multi.msgsInQueue() == 0; i++) {
        multi.perform();
        multi.poll(10);
      }
      assertEquals(1, multi.msgsInQueue());
      multi.removeHandle(easy);
      assertEquals(0, multi.msgsInQueue());
      assertNull(multi.infoRead());
    }
  }

  @Test
  void aWorkBudgetAsksToBeCalledAgain() {
    try (ScriptedServer server = LineServer.start();
        CurlMulti multi = CurlMulti.init()) {
      assertEquals(CurlMultiCode.OK, multi.setopt(NettyOpt.WORK_BUDGET, 1));
      assertEquals(CurlMultiCode.BAD_FUNCTION_ARGUMENT, multi.setopt(NettyOpt.WORK_BUDGET, -1));
      List<CurlEasy> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        CurlEasy easy = fetch(server, 1000);
        all.add(easy);
        multi.addHandle(easy);
      }
      int again = 0;
      int done = 0;
      while (done < all.size()) {
        if (multi.perform() == CurlMultiCode.CALL_MULTI_PERFORM) {
          again++;
          assertEquals(0, multi.timeout());
        } else {
          multi.poll(100);
        }
        for (CurlMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
          assertEquals(CurlCode.OK, m.result());
          done++;
        }
      }
      assertTrue(again >= 19, "again: " + again);
    }
  }

  @Test
  void aSelectorCanWaitForTheReadinessChannel() throws Exception {
    try (ScriptedServer server = LineServer.start();
        CurlMulti multi = CurlMulti.init();
        Selector selector = Selector.open()) {
      SelectableChannel channel = multi.readinessChannel();
      assertSame(channel, multi.readinessChannel());
      channel.register(selector, SelectionKey.OP_READ);
      multi.addHandle(fetch(server, 2_000_000));
      CurlMessage message = null;
      int selected = 0;
      while (message == null) {
        assertEquals(CurlMultiCode.OK, multi.perform());
        message = multi.infoRead();
        if (message == null) {
          selected += selector.select(60_000);
          selector.selectedKeys().clear();
        }
      }
      assertEquals(CurlCode.OK, message.result());
      assertTrue(selected > 0);
      assertEquals(0, selector.selectNow());
    }
  }

  /** Who waits with a Selector never polls, so perform has to be enough. */
  @Test
  void aWakeupMakesTheReadinessChannelReadableUntilPerform() throws Exception {
    try (CurlMulti multi = CurlMulti.init();
        Selector selector = Selector.open()) {
      multi.readinessChannel().register(selector, SelectionKey.OP_READ);
      for (int i = 0; i < 20; i++) {
        multi.wakeup();
        assertEquals(1, selector.select(60_000), "told");
        selector.selectedKeys().clear();
        // Whatever else is called does not make it go away.
        multi.removeHandle(CurlEasy.init());
        assertEquals(1, selector.select(60_000), "still there");
        selector.selectedKeys().clear();
        assertEquals(CurlMultiCode.OK, multi.perform());
        assertEquals(0, selector.select(i == 0 ? 100 : 1), "nothing more to do");
      }
      // A poll has not heard of it yet.
      long start = System.nanoTime();
      assertEquals(CurlMultiCode.OK, multi.poll(60_000));
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30));
      assertEquals(CurlMultiCode.OK, multi.poll(1));
    }
  }

  @Test
  void pollWatchesExtraChannels() throws Exception {
    Pipe pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    try (CurlMulti multi = CurlMulti.init()) {
      CurlWaitFd fd = new CurlWaitFd(pipe.source(), CurlSymbols.CURL_WAIT_POLLIN);
      assertEquals(CurlMultiCode.OK, multi.poll(List.of(fd), 10));
      assertEquals(0, fd.revents());
      assertEquals(0, multi.numfds());
      pipe.sink().write(ByteBuffer.wrap(new byte[1]));
      assertEquals(CurlMultiCode.OK, multi.poll(List.of(fd), 60_000));
      assertEquals(CurlSymbols.CURL_WAIT_POLLIN, fd.revents());
      assertEquals(1, multi.numfds());
    } finally {
      pipe.sink().close();
      pipe.source().close();
    }
  }

  @Test
  void afterCloseEverythingIsRefused() {
    CurlMulti multi = CurlMulti.init();
    CurlEasy easy = CurlEasy.init();
    multi.addHandle(easy);
    assertEquals(CurlMultiCode.OK, multi.cleanup());
    assertEquals(CurlMultiCode.BAD_HANDLE, multi.cleanup());
    assertEquals(CurlMultiCode.BAD_HANDLE, multi.perform());
    assertEquals(CurlMultiCode.BAD_HANDLE, multi.addHandle(easy));
    assertEquals(CurlMultiCode.BAD_HANDLE, multi.poll(0));
    assertEquals(CurlMultiCode.BAD_HANDLE, multi.wakeup());
    assertFalse(multi.getHandles().contains(easy));
    multi.close();
  }
}
