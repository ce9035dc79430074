package io.nettycurl.netty.transfer;

import io.nettycurl.netty.connect.Connector;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Owned by the multi; its rules belong to whoever is between {@link #enter} and {@link #exit}. What
 * the loops of one multi have in common: one pool with one queue and one set of limits, which
 * therefore hold exactly however many loops there are. Nothing is waited for in between, and nobody
 * is called.
 */
public final class SharedPool {
  private final PoolMachine<PoolKey> machine = new PoolMachine<>();
  private final ReentrantLock lock;
  private final IntSupplier running;
  private final AtomicInteger heldUpElsewhere = new AtomicInteger();
  private final AtomicLong transferIds = new AtomicLong(-1);
  private final AtomicLong connectionIds = new AtomicLong(-1);
  private final Connector.Memory memory = new Connector.Memory();
  private volatile Limits limits = Limits.DEFAULT;

  private SharedPool(ReentrantLock lock, IntSupplier running) {
    this.lock = lock;
    this.running = running;
  }

  /**
   * For a multi with one loop, on which all happens: needs no lock.
   *
   * @param running how many transfers are under way, those included that were added and not started
   */
  public static SharedPool ofOneLoop(IntSupplier running) {
    return new SharedPool(null, running);
  }

  /**
   * For a multi with several loops, or with one that it is not on itself.
   *
   * @param running as for one loop; asked on any of them
   */
  public static SharedPool ofLoops(IntSupplier running) {
    return new SharedPool(new ReentrantLock(), running);
  }

  void enter() {
    if (lock != null) {
      lock.lock();
    }
  }

  void exit() {
    if (lock != null) {
      lock.unlock();
    }
  }

  /** The rules; to be used between {@link #enter} and {@link #exit} only. */
  PoolMachine<PoolKey> machine() {
    return machine;
  }

  /**
   * Sets the limits. Any thread, if there is a lock.
   *
   * @param set from now on
   */
  public void limits(Limits set) {
    enter();
    try {
      machine.limits(set.total(), set.perHost());
      limits = set;
    } finally {
      exit();
    }
  }

  /** Names and TLS sessions. */
  Connector.Memory memory() {
    return memory;
  }

  Limits limits() {
    return limits;
  }

  /** How many connections may be there when one becomes idle and is kept. */
  long maxKept() {
    return limits.idle() > 0 ? limits.idle() : 4L * Math.max(1, running.getAsInt());
  }

  /** How many transfers wait for a connection. */
  public int pending() {
    enter();
    try {
      return machine.pending() + heldUpElsewhere.get();
    } finally {
      exit();
    }
  }

  /** How many connections there are. */
  public int open() {
    enter();
    try {
      return machine.open();
    } finally {
      exit();
    }
  }

  /** How many connections are idle. */
  public int idle() {
    enter();
    try {
      return machine.idle();
    } finally {
      exit();
    }
  }

  /** So many more wait for what another multi of their share has. */
  void heldUpElsewhere(int more) {
    heldUpElsewhere.addAndGet(more);
  }

  long nextTransferId() {
    return transferIds.incrementAndGet();
  }

  long nextConnectionId() {
    return connectionIds.incrementAndGet();
  }
}
