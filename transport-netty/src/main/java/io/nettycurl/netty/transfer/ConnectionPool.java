package io.nettycurl.netty.transfer;

import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.netty.pool.PoolMachine.Answer;
import io.nettycurl.netty.pool.PoolMachine.Waiter;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Owned by the loop. Carries out what the pool's rules decide: hands connections to transfers,
 * opens and closes them, lets the next waiter go on.
 */
final class ConnectionPool {
  private static final long SECOND = 1_000_000_000L;

  private final TransferCore core;
  private final PoolMachine<PoolKey> machine = new PoolMachine<>();
  private final Set<Connection> all = new LinkedHashSet<>();
  private long lastId = -1;
  private Limits limits = Limits.DEFAULT;
  private boolean pumping;

  ConnectionPool(TransferCore core) {
    this.core = core;
  }

  void limits(Limits set) {
    limits = set;
    machine.limits(set.total(), set.perHost());
    for (Connection connection : all) {
      if (connection.isReady()) {
        tellCapacity(connection);
      }
    }
    core.pumpLater();
  }

  /** Whether transfers may share a connection at all. */
  boolean multiplexes() {
    return limits.multiplex();
  }

  int open() {
    return machine.open();
  }

  int idle() {
    return machine.idle();
  }

  int pending() {
    return machine.pending();
  }

  /** A transfer wants a connection: it gets one, begins one, or waits. */
  void acquire(Transfer transfer, long now) {
    PoolKey key = transfer.poolKey();
    if (transfer.waitsForPeer() && machine.peerUnknown(key)) {
      machine.waitsForPeer(transfer.waiter(), key, key.group());
      transfer.queued();
    } else if (machine.mustQueue(key, key.group()) || !tryServe(transfer, now)) {
      machine.waits(transfer.waiter(), key, key.group());
      transfer.queued();
    }
  }

  /** A transfer that waits is removed, or its time is up. */
  void stopWaiting(Transfer transfer) {
    machine.leaves(transfer.waiter());
  }

  private boolean tryServe(Transfer transfer, long now) {
    PoolKey key = transfer.poolKey();
    while (true) {
      Answer<PoolKey> answer = machine.ask(key, key.group(), transfer.wantsFresh());
      switch (answer.verdict()) {
        case REUSE:
          Connection idle = (Connection) answer.slot().connection();
          if (isUsable(idle, transfer, now)) {
            machine.taken(answer.slot());
            idle.use(transfer);
            transfer.assigned(idle, now);
            return true;
          }
          retire(idle);
          break;
        case CLOSE_IDLE:
          Connection victim = (Connection) answer.slot().connection();
          victim.close();
          if (!answer.slot().isClosed()) {
            // It still says farewell; its end lets the next waiter go on.
            giveUp(victim);
            return false;
          }
          break;
        case OPEN:
          open(transfer, now);
          return true;
        default:
          return false;
      }
    }
  }

  /** One that still says farewell must not be found again, though it counts until it is closed. */
  private void giveUp(Connection connection) {
    if (connection.slot().isIdle()) {
      machine.taken(connection.slot());
    }
  }

  /** No more users for it; it closes with its last. */
  private void retire(Connection connection) {
    if (connection.slot().users() > 0) {
      machine.capacity(connection.slot(), 0);
      return;
    }
    connection.close();
    giveUp(connection);
  }

  private boolean isUsable(Connection connection, Transfer transfer, long now) {
    if (connection.slot().users() > 0) {
      return connection.isAlive();
    }
    long maxAge = transfer.options().number(CurlOpt.MAXAGE_CONN) * SECOND;
    long maxLife = transfer.options().number(CurlOpt.MAXLIFETIME_CONN) * SECOND;
    return (maxAge <= 0 || now - connection.slot().idleSince() <= maxAge)
        && (maxLife <= 0 || now - connection.createdAt() <= maxLife)
        && connection.isAlive();
  }

  private void open(Transfer transfer, long now) {
    PoolKey key = transfer.poolKey();
    Connection connection =
        new Connection(
            core, transfer.provider(), transfer.plan(), key, transfer.connectsOnly(), ++lastId);
    connection.slot(machine.opened(key, key.group(), connection));
    all.add(connection);
    transfer.connecting(connection, now);
    connection.open(transfer);
  }

  /** The peer is known, or changed its mind. */
  void capacity(Connection connection) {
    tellCapacity(connection);
    core.pumpLater();
  }

  private void tellCapacity(Connection connection) {
    machine.capacity(connection.slot(), Math.min(limits.streams(), connection.capacity()));
  }

  /** Sends what keeps connections from being forgotten, where the time for it has come. */
  void upkeep(long intervalNanos) {
    long now = core.nanoTime();
    for (Connection connection : List.copyOf(all)) {
      connection.upkeep(now, intervalNanos);
    }
  }

  /** A transfer is done with its connection. */
  void release(Connection connection, Transfer transfer, boolean reusable, long now) {
    connection.unuse(transfer);
    if (connection.slot().users() > 1 && !connection.slot().isClosed()) {
      if (!reusable) {
        connection.retire();
      }
      machine.left(connection.slot());
      if (!connection.isRetired()) {
        core.pumpLater();
      } else {
        machine.capacity(connection.slot(), 0);
      }
      return;
    }
    if (!reusable || !connection.isAlive()) {
      connection.close();
      return;
    }
    machine.idled(connection.slot(), now);
    trimIdle();
    core.pumpLater();
  }

  private void trimIdle() {
    long max = limits.idle() > 0 ? limits.idle() : 4L * Math.max(1, core.running());
    while (machine.idle() > max) {
      Connection oldest = (Connection) machine.oldestIdle().connection();
      oldest.close();
      giveUp(oldest);
    }
  }

  /** A connection is closed, for whatever reason. */
  void closed(Connection connection) {
    machine.closed(connection.slot());
    all.remove(connection);
    core.pumpLater();
  }

  /** Lets waiters go on, as far as there is room. */
  void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      Waiter<PoolKey> next = machine.next();
      while (next != null) {
        Transfer transfer = ((Transfer.PoolWaiter) next).transfer();
        if (transfer.waitsForPeer() && machine.peerUnknown(transfer.poolKey())) {
          machine.waitsForPeer(next);
        } else {
          machine.leaves(next);
          if (!tryServe(transfer, core.nanoTime())) {
            machine.waitsAgain(next);
            return;
          }
        }
        next = machine.next();
      }
    } finally {
      pumping = false;
    }
  }

  /** Closes idle connections, and those in use when their last user is done. */
  void retireAll() {
    for (Connection connection : all) {
      if (connection.slot().users() > 0) {
        connection.retire();
        machine.capacity(connection.slot(), 0);
      }
    }
    closeIdle();
  }

  /** Closes idle connections. */
  void closeIdle() {
    while (machine.oldestIdle() != null) {
      Connection oldest = (Connection) machine.oldestIdle().connection();
      oldest.close();
      giveUp(oldest);
    }
  }

  /** Closes every connection. */
  void closeAll() {
    List<Connection> copy = new ArrayList<>(all);
    for (Connection connection : copy) {
      connection.close();
    }
  }
}
