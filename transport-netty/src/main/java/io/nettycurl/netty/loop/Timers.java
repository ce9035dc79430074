package io.nettycurl.netty.loop;

import java.util.Arrays;

/**
 * Owned by the loop. Deadlines in a heap whose entries know their place, so that setting, moving
 * and taking one out makes no garbage: every transfer has several.
 */
public final class Timers {
  private static final int FIRST_SIZE = 64;

  private Entry[] heap = new Entry[FIRST_SIZE];
  private int size;

  /** No deadlines. */
  public Timers() {}

  /** Something that happens at a time. Owned by the loop. */
  public abstract static class Entry {
    private int place = -1;
    private long deadline;

    /** Nothing set yet. */
    protected Entry() {}

    /** Called when the time has come; the entry is out of the heap then. */
    protected abstract void expired();

    /** Whether a time is set. */
    public final boolean isSet() {
      return place >= 0;
    }
  }

  /**
   * Sets or moves a deadline.
   *
   * @param entry whose
   * @param deadline on the loop's clock
   */
  public void set(Entry entry, long deadline) {
    if (entry.place >= 0) {
      long before = entry.deadline;
      entry.deadline = deadline;
      if (deadline - before < 0) {
        up(entry.place);
      } else {
        down(entry.place);
      }
      return;
    }
    entry.deadline = deadline;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    place(entry, size++);
    up(entry.place);
  }

  /**
   * Takes a deadline out, if it is in.
   *
   * @param entry whose
   */
  public void clear(Entry entry) {
    int at = entry.place;
    if (at < 0) {
      return;
    }
    entry.place = -1;
    Entry last = heap[--size];
    heap[size] = null;
    if (last != entry) {
      place(last, at);
      up(at);
      down(last.place);
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The first deadline; only if there is one. */
  public long first() {
    return heap[0].deadline;
  }

  /**
   * Calls whatever is due.
   *
   * @param now the time
   * @return how many were
   */
  public int expire(long now) {
    int count = 0;
    while (size > 0 && heap[0].deadline - now <= 0) {
      Entry entry = heap[0];
      clear(entry);
      entry.expired();
      count++;
    }
    return count;
  }

  private void place(Entry entry, int at) {
    heap[at] = entry;
    entry.place = at;
  }

  private void up(int at) {
    Entry entry = heap[at];
    int child = at;
    while (child > 0) {
      int parent = (child - 1) >>> 1;
      if (heap[parent].deadline - entry.deadline <= 0) {
        break;
      }
      place(heap[parent], child);
      child = parent;
    }
    place(entry, child);
  }

  private void down(int at) {
    Entry entry = heap[at];
    int parent = at;
    for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      if (child + 1 < size && heap[child + 1].deadline - heap[child].deadline < 0) {
        child++;
      }
      if (entry.deadline - heap[child].deadline <= 0) {
        break;
      }
      place(heap[child], parent);
      parent = child;
    }
    place(entry, parent);
  }
}
