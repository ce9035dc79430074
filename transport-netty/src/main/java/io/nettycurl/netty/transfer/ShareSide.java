package io.nettycurl.netty.transfer;

import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.netty.pool.PoolMachine.Slot;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import io.nettycurl.spi.ShareState;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Owned by the loop. What one loop's pool has to do with connections of shares: takes them for
 * transfers, and gives them back when nobody here uses them.
 */
final class ShareSide {
  private final TransferCore core;
  private final SharedPool shared;
  private final ConnectionPool pool;
  private final PoolMachine<PoolKey> machine;

  /** They wait for what another multi of their share has, and hold up nobody here. */
  private final Set<Transfer> heldUpElsewhere = new LinkedHashSet<>();

  ShareSide(TransferCore core, SharedPool shared, ConnectionPool pool) {
    this.core = core;
    this.shared = shared;
    this.pool = pool;
    this.machine = shared.machine();
  }

  /** A share's connection, wherever it was, or a new one that will be the share's. */
  void take(Transfer transfer, long now) {
    PoolKey key = transfer.hops().key();
    SharedConnections connections = ((SharedConnections.Realm) key.realm()).connections();
    EasyState easy = transfer.state();
    ShareState share = easy.share();
    share.lock(easy, ShareKind.CONNECT, true);
    Connection found;
    try {
      found = connections.take(new Taking(transfer, now), key, transfer.use().wantsFresh());
    } finally {
      share.unlock(easy, ShareKind.CONNECT);
    }
    boolean used = found != null && found.isReady();
    if (used) {
      found.adopt(core, easy.easy());
    }
    shared.enter();
    try {
      machine.leaves(transfer.use().waiter());
      if (found != null) {
        found.slot(machine.opened(key, key.group(), found));
      }
    } finally {
      shared.exit();
    }
    if (found == null) {
      heldUpElsewhere.add(transfer);
      shared.heldUpElsewhere(1);
      transfer.queued();
    } else if (used) {
      pool.adopted(found);
      found.use(transfer);
      transfer.assigned(found, now);
    } else {
      pool.open(transfer, found, now);
    }
  }

  /** What a share asks when one of ours wants a connection. */
  private final class Taking implements SharedConnections.Taker {
    private final Transfer transfer;
    private final long now;

    private Taking(Transfer transfer, long now) {
      this.transfer = transfer;
      this.now = now;
    }

    @Override
    public TransferCore core() {
      return core;
    }

    @Override
    public int maxTotal() {
      return shared.limits().total();
    }

    @Override
    public int maxPerHost() {
      return shared.limits().perHost();
    }

    @Override
    public boolean isUsable(Connection connection) {
      return ConnectionPool.isYoung(
          connection, connection.placeInShare().idleSince(), transfer, now);
    }

    @Override
    public Connection newConnection(long id) {
      return pool.newConnection(transfer, id);
    }
  }

  /** A transfer is removed, or its time is up. */
  void stopWaiting(Transfer transfer) {
    if (!heldUpElsewhere.isEmpty() && heldUpElsewhere.remove(transfer)) {
      shared.heldUpElsewhere(-1);
    }
  }

  /** Those who were held up elsewhere may compete with the others here. */
  void queueAgain() {
    if (heldUpElsewhere.isEmpty()) {
      return;
    }
    shared.enter();
    try {
      for (Transfer transfer : heldUpElsewhere) {
        machine.waits(
            transfer.use().waiter(), transfer.hops().key(), transfer.hops().key().group());
      }
    } finally {
      shared.exit();
    }
    shared.heldUpElsewhere(-heldUpElsewhere.size());
    heldUpElsewhere.clear();
  }

  /** A share's connection is for all its multis when nobody here uses it. */
  void park(Connection connection) {
    Slot<PoolKey> slot = connection.slot();
    if (!isTakenToLeave(slot)) {
      connection.shared().stays(connection.placeInShare());
      return;
    }
    boolean leaves = connection.isAlive() && connection.leavesLoop();
    shared.enter();
    try {
      if (leaves) {
        machine.closed(slot);
      } else {
        machine.idled(slot, slot.idleSince());
      }
    } finally {
      shared.exit();
    }
    if (leaves) {
      pool.parted(connection);
      connection.park(slot.idleSince(), shared.maxKept());
    } else {
      connection.shared().stays(connection.placeInShare());
    }
  }

  /** So that no other loop of the multi gets it meanwhile. */
  private boolean isTakenToLeave(Slot<PoolKey> slot) {
    shared.enter();
    try {
      boolean idle = slot.isIdle();
      if (idle) {
        machine.taken(slot);
      }
      return idle;
    } finally {
      shared.exit();
    }
  }
}
