package io.nettycurl.netty.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.EasyState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue between the loops and the user's thread holds only so much, and starves nobody. */
class QueuedDeliveryTest {
  private static final int PIECE = 64 * 1024;

  private final DeliveryQueue queue = new DeliveryQueue();
  private final List<Runnable> loop = new ArrayList<>();
  private long taken;

  /** A transfer's way to the user, and how often its loop heard that reading may go on. */
  private final class Way {
    private final QueuedDelivery delivery;
    private int told;

    Way() {
      this(queue);
    }

    Way(DeliveryQueue queue) {
      EasyState easy = new EasyState(CurlEasy.init());
      easy.options()
          .set(
              CurlOpt.WRITEFUNCTION,
              (data, userdata) -> {
                taken += data.remaining();
                return data.remaining();
              });
      delivery = new QueuedDelivery(new UserSide(easy), queue);
      delivery.feedback(
          new QueuedDelivery.Feedback() {
            @Override
            public void aborted(CurlCode code) {
              throw new AssertionError(code.toString());
            }

            @Override
            public void flowChanged() {
              told++;
            }
          },
          loop::add);
      delivery.begin();
    }

    /** Reads until it is to stop; gives how much. */
    int fill() {
      int bytes = 0;
      while (!delivery.isPaused()) {
        delivery.body(Unpooled.wrappedBuffer(new byte[PIECE]));
        bytes += PIECE;
      }
      return bytes;
    }
  }

  @BeforeEach
  void forget() {
    taken = 0;
  }

  private void drain(long events) {
    queue.drain(events);
    loop.forEach(Runnable::run);
    loop.clear();
  }

  @Test
  void oneTransferStopsAtItsMarkAndGoesOnAtHalfOfIt() {
    Way way = new Way();
    int bytes = way.fill();
    assertTrue(bytes > 200_000 && bytes <= 400_000, "bytes: " + bytes);
    drain(2);
    assertEquals(0, way.told);
    drain(Long.MAX_VALUE);
    assertTrue(way.told > 0);
    assertFalse(way.delivery.isPaused());
    assertEquals(bytes, taken);
    assertEquals(0, queue.bytes());
  }

  @Test
  void allTogetherStopAtTheQueuesMarkAndNoneIsKeptOut() {
    List<Way> ways = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < 500; i++) {
      Way way = new Way();
      ways.add(way);
      int mine = way.fill();
      assertTrue(mine >= PIECE, "kept out: " + i);
      bytes += mine;
    }
    assertEquals(bytes, queue.bytes());
    assertTrue(bytes <= DeliveryQueue.HIGH_WATER + 500L * PIECE, "bytes: " + bytes);
    drain(Long.MAX_VALUE);
    assertEquals(bytes, taken);
    assertEquals(0, queue.bytes());
    for (Way way : ways) {
      assertTrue(way.told > 0, "never told");
      assertFalse(way.delivery.isPaused());
    }
  }

  /** A full queue of which everything is taken just after it was looked at. */
  private static final class SwiftlyTaken extends DeliveryQueue {
    private boolean armed;

    @Override
    boolean isFull() {
      if (!armed) {
        return super.isFull();
      }
      armed = false;
      drain(Long.MAX_VALUE);
      return true;
    }
  }

  /** Whoever takes the last piece before the loop has made up its mind to stop tells nobody. */
  @Test
  void whatIsTakenMeanwhileHoldsUpNobody() {
    SwiftlyTaken swift = new SwiftlyTaken();
    Way way = new Way(swift);
    way.delivery.body(Unpooled.wrappedBuffer(new byte[PIECE]));
    swift.armed = true;
    boolean paused = way.delivery.isPaused();
    assertEquals(PIECE, taken);
    loop.forEach(Runnable::run);
    assertFalse(paused && way.told == 0, "stopped for ever");
  }

  @Test
  void whatARemovedTransferHadCountsNoMore() {
    Way way = new Way();
    way.fill();
    way.delivery.drop();
    drain(Long.MAX_VALUE);
    assertEquals(0, taken);
    assertEquals(0, queue.bytes());
  }
}
