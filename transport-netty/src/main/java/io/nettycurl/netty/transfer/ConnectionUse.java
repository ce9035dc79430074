package io.nettycurl.netty.transfer;

import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;

/**
 * Owned by the loop. One transfer's use of connections: what it asks of the pool, the one that it
 * has, and how that goes back.
 */
final class ConnectionUse {
  private final Transfer transfer;
  private final KeptConnection kept = new KeptConnection();
  private final PoolWaiter waiter;
  private Connection connection;
  private boolean wantsFresh;
  private boolean connectsOnly;
  private volatile boolean wasBegun;

  ConnectionUse(Transfer transfer) {
    this.transfer = transfer;
    this.waiter = new PoolWaiter(transfer);
  }

  /** In the pool's queue. Owned by the loop. */
  static final class PoolWaiter extends PoolMachine.Waiter<PoolKey> {
    private final Transfer transfer;

    PoolWaiter(Transfer transfer) {
      this.transfer = transfer;
    }

    Transfer transfer() {
      return transfer;
    }
  }

  /** The transfer was added: has had none yet. */
  void added() {
    wasBegun = false;
  }

  void start(OptionValues options) {
    wantsFresh = options.on(CurlOpt.FRESH_CONNECT);
    connectsOnly = options.on(CurlOpt.CONNECT_ONLY);
    kept.giveUp(transfer);
  }

  PoolWaiter waiter() {
    return waiter;
  }

  /** The connection of the present hop; null while there is none. */
  Connection connection() {
    return connection;
  }

  /** Whether there was one since the transfer was added. Any thread. */
  boolean wasBegun() {
    return wasBegun;
  }

  /** What the application speaks on. */
  KeptConnection kept() {
    return kept;
  }

  /** Whether the application itself speaks on the connection. */
  boolean connectsOnly() {
    return connectsOnly;
  }

  boolean wantsFresh() {
    return wantsFresh || connectsOnly;
  }

  /** Whether the next hop has to have a connection that nobody used before. */
  void nextIsFresh(boolean fresh) {
    wantsFresh = fresh;
  }

  /** Whether it would rather share a connection being made than open another. */
  boolean waitsForPeer() {
    return transfer.core().shared().limits().multiplex()
        && transfer.hops().plan().multiplex()
        && !wantsFresh
        && transfer.options().on(CurlOpt.PIPEWAIT);
  }

  /** Looks for the one that the present hop asks for. */
  void find(long now) {
    if (connection == null) {
      transfer.core().pool().acquire(transfer, now);
      return;
    }
    // still there from the hop before
    Connection same = connection;
    if (same.key().equals(transfer.hops().key()) && same.isAlive()) {
      same.use(transfer);
      transfer.assigned(same, now);
    } else {
      connection = null;
      transfer.core().pool().release(same, transfer, false, now);
      transfer.core().pool().acquire(transfer, now);
    }
  }

  /** It has one, ready or being made. */
  void begun(Connection found) {
    connection = found;
    wasBegun = true;
  }

  /** It could not be made. */
  void failed() {
    connection = null;
  }

  /** The application speaks on it from now on. */
  void keep() {
    kept.keep(connection);
  }

  /** The hop is over. The connection's place is given back here only. */
  void end(boolean reusable, long now) {
    Connection used = connection;
    connection = null;
    if (used != null && !kept.is(used)) {
      boolean keep = reusable && !transfer.options().on(CurlOpt.FORBID_REUSE);
      if (transfer.log().verbose()) {
        transfer.log().info(keep ? leftIntact(used) : "shutting down connection #" + used.id());
      }
      transfer.core().pool().release(used, transfer, keep, now);
    }
  }

  private String leftIntact(Connection used) {
    Hop hop = transfer.hops().hop();
    return "Connection #"
        + used.id()
        + " to host "
        + hop.host()
        + ":"
        + hop.port()
        + " left intact";
  }
}
