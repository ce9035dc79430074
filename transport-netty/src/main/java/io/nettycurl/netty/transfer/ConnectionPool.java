package io.nettycurl.netty.transfer;

import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.netty.pool.PoolMachine.Answer;
import io.nettycurl.netty.pool.PoolMachine.Slot;
import io.nettycurl.netty.pool.PoolMachine.Waiter;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Owned by the loop. Carries out what the pool's rules decide: hands connections to transfers,
 * opens and closes them, lets the next waiter go on. The rules are common to all loops of the
 * multi: a transfer whose connection is another loop's moves there, and one that is to go on, but
 * lives on another loop, goes on there.
 */
final class ConnectionPool {
  private static final long SECOND = 1_000_000_000L;

  private final TransferCore core;
  private final SharedPool shared;
  private final PoolMachine<PoolKey> machine;
  private final Set<Connection> all = new LinkedHashSet<>();
  private final ShareSide share;

  private boolean pumping;

  ConnectionPool(TransferCore core, SharedPool shared) {
    this.core = core;
    this.shared = shared;
    this.machine = shared.machine();
    this.share = new ShareSide(core, shared, this);
  }

  /** The limits changed: other numbers may use a connection, and others may go on. */
  void limitsChanged() {
    for (Connection connection : all) {
      if (connection.isReady()) {
        tellCapacity(connection);
      }
    }
    core.pumpLater();
  }

  /** A transfer wants a connection: it gets one, begins one, or waits. */
  void acquire(Transfer transfer, long now) {
    PoolKey key = transfer.hops().key();
    shared.enter();
    try {
      if (transfer.use().waitsForPeer() && machine.peerUnknown(key)) {
        machine.waitsForPeer(transfer.use().waiter(), key, key.group());
        transfer.queued();
        return;
      }
      if (machine.mustQueue(key, key.group())) {
        queue(transfer);
        return;
      }
    } finally {
      shared.exit();
    }
    serve(transfer, now);
  }

  private void queue(Transfer transfer) {
    if (!transfer.use().waiter().isWaiting()) {
      PoolKey key = transfer.hops().key();
      machine.waits(transfer.use().waiter(), key, key.group());
      transfer.queued();
    }
  }

  /** A transfer that waits is removed, or its time is up. */
  void stopWaiting(Transfer transfer) {
    share.stopWaiting(transfer);
    if (transfer.use().waiter().isWaiting()) {
      shared.enter();
      try {
        machine.leaves(transfer.use().waiter());
      } finally {
        shared.exit();
      }
    }
  }

  /**
   * What was decided for a transfer, with its place taken already.
   *
   * @param connection reused, begun, or to be closed; null to wait
   */
  private record Decision(PoolMachine.Verdict verdict, Connection connection) {}

  private static final Decision WAIT = new Decision(PoolMachine.Verdict.WAIT, null);

  /** Asks and takes in one go, so that no other loop gets in between. */
  private Decision decide(Transfer transfer) {
    PoolKey key = transfer.hops().key();
    shared.enter();
    try {
      Answer<PoolKey> answer = ask(transfer, key);
      Slot<PoolKey> slot = answer.slot();
      switch (answer.verdict()) {
        case REUSE:
          machine.taken(slot);
          machine.leaves(transfer.use().waiter());
          break;
        case CLOSE_IDLE:
          machine.leaves(slot);
          break;
        case OPEN:
          if (key.realm() != null) {
            return new Decision(answer.verdict(), null);
          }
          Connection begun = newConnection(transfer, shared.nextConnectionId());
          begun.slot(machine.opened(key, key.group(), begun));
          machine.leaves(transfer.use().waiter());
          return new Decision(answer.verdict(), begun);
        default:
          queue(transfer);
          return WAIT;
      }
      return new Decision(answer.verdict(), (Connection) slot.connection());
    } finally {
      shared.exit();
    }
  }

  Connection newConnection(Transfer transfer, long id) {
    return new Connection(
        core,
        transfer.hops().hop().provider(),
        transfer.hops().plan(),
        transfer.hops().key(),
        transfer.use().connectsOnly(),
        id);
  }

  /** Gives whether others may have their turn. */
  private boolean serve(Transfer transfer, long now) {
    while (true) {
      Decision decision = decide(transfer);
      Connection connection = decision.connection();
      switch (decision.verdict()) {
        case REUSE:
          if (connection.core() != core) {
            transfer.queued();
            transfer.moveTo(connection);
            return true;
          }
          if (assign(transfer, connection, now)) {
            return true;
          }
          break;
        case OPEN:
          if (connection == null) {
            share.take(transfer, now);
          } else {
            open(transfer, connection, now);
          }
          return true;
        case CLOSE_IDLE:
          close(connection);
          if (!makesRoom(transfer, connection)) {
            return false;
          }
          break;
        default:
          return false;
      }
    }
  }

  /** One that is tied to the transfer's own login comes before all others. */
  private Answer<PoolKey> ask(Transfer transfer, PoolKey key) {
    if (!transfer.use().wantsFresh()) {
      for (PoolKey bound : transfer.hops().boundKeys()) {
        Slot<PoolKey> slot = machine.find(bound);
        if (slot != null) {
          return new Answer<>(PoolMachine.Verdict.REUSE, slot);
        }
      }
    }
    return machine.ask(key, key.group(), transfer.use().wantsFresh());
  }

  /** A connection is its user's alone from now on, and of those who prove the same login. */
  void bind(Connection connection, String binding) {
    shared.enter();
    try {
      machine.rekey(connection.slot(), connection.key().boundTo(binding));
    } finally {
      shared.exit();
    }
  }

  void open(Transfer transfer, Connection connection, long now) {
    all.add(connection);
    transfer.connecting(connection, now);
    connection.open(transfer);
  }

  /** One that still says farewell lets the next waiter go on when it ends. */
  private boolean makesRoom(Transfer transfer, Connection victim) {
    shared.enter();
    try {
      if (!victim.slot().isClosed()) {
        queue(transfer);
      }
      return victim.slot().isClosed();
    } finally {
      shared.exit();
    }
  }

  /** The place is taken already; gives it up again if the connection turns out to be no good. */
  private boolean assign(Transfer transfer, Connection connection, long now) {
    if (isUsable(connection, transfer, now)) {
      connection.use(transfer);
      transfer.assigned(connection, now);
      return true;
    }
    discard(connection);
    return false;
  }

  /** A transfer comes from another loop, to a connection of this one. */
  void arrived(Transfer transfer, boolean still, Connection connection) {
    long now = core.nanoTime();
    if (!still) {
      giveBack(connection, true, now);
    } else if (!assign(transfer, connection, now)) {
      serve(transfer, now);
    }
  }

  /** No more users for it; it closes with its last. */
  private void discard(Connection connection) {
    boolean last;
    shared.enter();
    try {
      last = connection.slot().users() < 2;
      if (last) {
        machine.leaves(connection.slot());
      } else {
        machine.left(connection.slot());
        machine.capacity(connection.slot(), 0);
      }
    } finally {
      shared.exit();
    }
    if (last) {
      connection.close();
    }
  }

  private boolean isUsable(Connection connection, Transfer transfer, long now) {
    return connection.slot().users() > 1
        ? connection.isAlive()
        : isYoung(connection, connection.slot().idleSince(), transfer, now);
  }

  static boolean isYoung(Connection connection, long idleSince, Transfer transfer, long now) {
    long maxAge = transfer.options().number(CurlOpt.MAXAGE_CONN) * SECOND;
    long maxLife = transfer.options().number(CurlOpt.MAXLIFETIME_CONN) * SECOND;
    return (maxAge <= 0 || now - idleSince <= maxAge)
        && (maxLife <= 0 || now - connection.createdAt() <= maxLife)
        && connection.isAlive();
  }

  /** The peer is known, or changed its mind. */
  void capacity(Connection connection) {
    tellCapacity(connection);
    core.pumpLater();
  }

  private void tellCapacity(Connection connection) {
    int room = Math.min(shared.limits().streams(), connection.capacity());
    shared.enter();
    try {
      machine.capacity(connection.slot(), room);
    } finally {
      shared.exit();
    }
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
    giveBack(connection, reusable && !connection.isTied(), now);
  }

  private void giveBack(Connection connection, boolean reusable, long now) {
    Slot<PoolKey> slot = connection.slot();
    Connection oldest = null;
    shared.enter();
    try {
      if (slot.users() > 1 && !slot.isClosed()) {
        if (!reusable) {
          connection.retire();
        }
        machine.left(slot);
        if (connection.isRetired()) {
          machine.capacity(slot, 0);
        }
      } else if (reusable && connection.isAlive()) {
        machine.idled(slot, now);
        connection.idle();
        oldest = connection.shared() == null ? surplus() : null;
      } else {
        oldest = connection;
        machine.leaves(slot);
      }
    } finally {
      shared.exit();
    }
    if (oldest != null) {
      close(oldest);
    } else if (connection.shared() != null && slot.isIdle()) {
      // as a task, when those who wait here have had their turn and nothing is held back any more
      connection.shared().leaving(connection.placeInShare());
      core.eventLoop().execute(() -> share.park(connection));
    }
    core.pumpLater();
  }

  /**
   * As in libcurl, those in use count too, but only one that is idle has to go: the one idle for
   * longest, which may be the one that just came back.
   */
  private Connection surplus() {
    if (machine.staying() <= shared.maxKept()) {
      return null;
    }
    Slot<PoolKey> oldest = machine.oldestIdle();
    machine.leaves(oldest);
    return (Connection) oldest.connection();
  }

  private void close(Connection connection) {
    if (connection.core() == core) {
      connection.close();
    } else {
      connection.core().eventLoop().execute(connection::close);
    }
  }

  /** A connection is closed, for whatever reason. */
  void closed(Connection connection) {
    shared.enter();
    try {
      machine.closed(connection.slot());
    } finally {
      shared.exit();
    }
    all.remove(connection);
    core.pumpLater();
  }

  /** One comes from a share, in use already. */
  void adopted(Connection connection) {
    all.add(connection);
    tellCapacity(connection);
  }

  /** One goes back to its share. */
  void parted(Connection connection) {
    all.remove(connection);
  }

  /** Lets waiters go on, as far as there is room. */
  void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    share.queueAgain();
    try {
      Transfer next = nextHere();
      while (next != null && serve(next, core.nanoTime())) {
        next = nextHere();
      }
    } finally {
      pumping = false;
    }
  }

  /** Closes idle connections, and those of this loop in use when their last user is done. */
  void retireAll() {
    shared.enter();
    try {
      for (Connection connection : all) {
        if (connection.slot().users() > 0) {
          connection.retire();
          machine.capacity(connection.slot(), 0);
        }
      }
    } finally {
      shared.exit();
    }
    closeIdle();
  }

  /** Who is to go on next, if it lives here; tells its own loop otherwise. */
  private Transfer nextHere() {
    shared.enter();
    try {
      Waiter<PoolKey> waiter = machine.next();
      while (waiter != null) {
        Transfer next = ((ConnectionUse.PoolWaiter) waiter).transfer();
        TransferCore home = next.core();
        if (home != core) {
          home.pumpFromElsewhere();
          return null;
        }
        if (!next.use().waitsForPeer() || !machine.peerUnknown(next.hops().key())) {
          return next;
        }
        machine.waitsForPeer(waiter);
        waiter = machine.next();
      }
      return null;
    } finally {
      shared.exit();
    }
  }

  /** Closes idle connections. */
  void closeIdle() {
    for (Connection oldest = takeOldest(); oldest != null; oldest = takeOldest()) {
      close(oldest);
    }
  }

  private Connection takeOldest() {
    shared.enter();
    try {
      Slot<PoolKey> oldest = machine.oldestIdle();
      if (oldest == null) {
        return null;
      }
      machine.leaves(oldest);
      return (Connection) oldest.connection();
    } finally {
      shared.exit();
    }
  }

  /** Closes every connection of this loop. */
  void closeAll() {
    List<Connection> copy = new ArrayList<>(all);
    for (Connection connection : copy) {
      connection.close();
    }
  }
}
