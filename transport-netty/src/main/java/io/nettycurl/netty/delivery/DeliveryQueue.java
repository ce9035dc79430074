package io.nettycurl.netty.delivery;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Filled by the loops, drained by the user's thread. What waits for perform in a multi whose loops
 * have threads of their own: first in, first out, so that no transfer overtakes another.
 */
public class DeliveryQueue {
  /** Bytes of all transfers above which those that have some here stop reading. */
  static final long HIGH_WATER = 16L * 1024 * 1024;

  private static final long LOW_WATER = HIGH_WATER / 2;

  private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private volatile boolean waiting;
  private volatile boolean woken;
  private volatile Runnable listener;
  private final AtomicLong bytes = new AtomicLong();
  private final Set<QueuedDelivery> stopped = ConcurrentHashMap.newKeySet();

  /** Empty. */
  public DeliveryQueue() {}

  /** Adds an event. Any thread. */
  public void add(Runnable event) {
    events.add(event);
    signal();
  }

  /** So many bytes wait more. */
  void grow(int count) {
    bytes.addAndGet(count);
  }

  /** So many bytes were taken. */
  void shrink(int count) {
    long left = bytes.addAndGet(-count);
    if (left <= LOW_WATER && !stopped.isEmpty()) {
      for (QueuedDelivery one : List.copyOf(stopped)) {
        if (stopped.remove(one)) {
          one.queueLow();
        }
      }
    }
  }

  /** How many bytes wait. */
  long bytes() {
    return bytes.get();
  }

  /** Whether there is enough for now. */
  boolean isFull() {
    return bytes.get() > HIGH_WATER;
  }

  /** One that stops reading because of all others wants to know when it may go on. */
  void tellWhenLow(QueuedDelivery one) {
    stopped.add(one);
    if (!isFull() && stopped.remove(one)) {
      one.queueLow();
    }
  }

  /** Ends a wait, or keeps the next one from waiting. Any thread. */
  public void wakeup() {
    woken = true;
    signal();
  }

  private void signal() {
    Runnable told = listener;
    if (told != null) {
      told.run();
    }
    if (waiting) {
      lock.lock();
      try {
        filled.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Who hears of every event.
   *
   * @param task called on the thread that adds
   */
  public void listener(Runnable task) {
    listener = task;
  }

  /** Whether nothing waits. */
  public boolean isEmpty() {
    return events.isEmpty();
  }

  /** Whether a wakeup is there to be consumed. */
  public boolean isWoken() {
    return woken;
  }

  /** Takes a wakeup, if there was one. */
  public boolean consumeWakeup() {
    boolean was = woken;
    woken = false;
    return was;
  }

  /**
   * Runs what waits.
   *
   * @param most how many at most
   * @return how many
   */
  public long drain(long most) {
    long count = 0;
    while (count < most) {
      Runnable event = events.poll();
      if (event == null) {
        break;
      }
      event.run();
      count++;
    }
    return count;
  }

  /**
   * Waits until something is there or a wakeup comes.
   *
   * @param nanos at most so long
   */
  public void await(long nanos) {
    if (!events.isEmpty() || woken) {
      return;
    }
    lock.lock();
    try {
      waiting = true;
      long left = nanos;
      while (left > 0 && events.isEmpty() && !woken) {
        left = filled.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting = false;
      lock.unlock();
    }
  }
}
