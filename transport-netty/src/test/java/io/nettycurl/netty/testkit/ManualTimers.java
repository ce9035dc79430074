package io.nettycurl.netty.testkit;

import io.nettycurl.netty.spi.TransferTimer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Owned by the test's thread. A clock that stands still until told otherwise, and its timers. */
public final class ManualTimers {
  private final List<Entry> entries = new ArrayList<>();
  private long nowNanos = 1_000_000_000L;

  private final class Entry implements TransferTimer {
    private final Runnable task;
    private final long dueNanos;

    Entry(Runnable task, long dueNanos) {
      this.task = task;
      this.dueNanos = dueNanos;
    }

    @Override
    public void cancel() {
      entries.remove(this);
    }
  }

  /** A clock without timers. */
  public ManualTimers() {}

  /** The time, in nanoseconds from an arbitrary start. */
  public long nanoTime() {
    return nowNanos;
  }

  /** Runs something once the clock was moved far enough. */
  public TransferTimer schedule(Runnable task, long delayMs) {
    Entry entry = new Entry(task, nowNanos + TimeUnit.MILLISECONDS.toNanos(delayMs));
    entries.add(entry);
    return entry;
  }

  /** How many timers wait. */
  public int pending() {
    return entries.size();
  }

  /** Moves the clock on, and runs what comes due, in order and each at its own time. */
  public void advance(long millis) {
    long target = nowNanos + TimeUnit.MILLISECONDS.toNanos(millis);
    Entry next = firstDue(target);
    while (next != null) {
      entries.remove(next);
      nowNanos = Math.max(nowNanos, next.dueNanos);
      next.task.run();
      next = firstDue(target);
    }
    nowNanos = target;
  }

  /** Calls everything off. */
  public void clear() {
    entries.clear();
  }

  private Entry firstDue(long target) {
    return entries.stream()
        .filter(entry -> entry.dueNanos <= target)
        .min(Comparator.comparingLong(entry -> entry.dueNanos))
        .orElse(null);
  }
}
