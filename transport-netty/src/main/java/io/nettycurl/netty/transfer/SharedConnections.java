package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.nettycurl.netty.loop.CallerLoop;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.netty.pool.PoolMachine.Answer;
import io.nettycurl.netty.pool.PoolMachine.Slot;
import io.nettycurl.netty.pool.PoolMachine.Verdict;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * Any thread, one at a time. The connections of a share (CURL_LOCK_DATA_CONNECT), of whatever
 * multis: counts of all of them, so that each multi's limits hold for the whole, and those that
 * nobody uses.
 *
 * <p>A connection in use belongs to the multi that uses it, and to its loop; further streams are
 * added there only. When its last user leaves it is parked here, on a loop without a thread:
 * whoever looks for a connection runs that loop for a moment, which answers what came meanwhile and
 * notices who has hung up, then takes one off it and puts it on a loop of his own.
 */
final class SharedConnections implements AutoCloseable {
  private final PoolMachine<PoolKey> machine = new PoolMachine<>();
  private final Map<Transport, CallerLoop> parks = new EnumMap<>(Transport.class);
  private final Set<TransferCore> waiting = new HashSet<>();
  private final Set<Slot<PoolKey>> leaving = new HashSet<>();
  private long lastId = -1;
  private boolean closed;

  /**
   * Immutable. What keeps the connections of a share apart from all others, and from those on loops
   * that they cannot move to.
   *
   * @param connections the share's
   * @param transport what the loop stands on
   */
  record Realm(SharedConnections connections, Transport transport) {}

  /** What a multi asks and is told. */
  interface Taker {
    /** Whose loop it is. */
    TransferCore core();

    /** How many connections there may be in all; 0 for no limit. */
    int maxTotal();

    /** How many there may be to one host; 0 for no limit. */
    int maxPerHost();

    /** Whether one that was found idle may still be used. */
    boolean isUsable(Connection connection);

    /** A new connection, nothing done about it yet. */
    Connection newConnection(long id);
  }

  /**
   * Looks for a connection on behalf of a multi, or for a place for one.
   *
   * @param taker the multi
   * @param key for what
   * @param fresh whether one that was used before will not do
   * @return one that is off its former loop, or one to be opened; null if there is neither: the
   *     multi's queue is looked at again when something changes
   */
  synchronized Connection take(Taker taker, PoolKey key, boolean fresh) {
    look();
    machine.limits(taker.maxTotal(), taker.maxPerHost());
    while (true) {
      Answer<PoolKey> answer = machine.ask(key, key.group(), fresh);
      boolean awaits = answer.verdict() == Verdict.OPEN && !fresh && isLeaving(key);
      if (answer.verdict() == Verdict.WAIT || awaits) {
        waiting.add(taker.core());
        return null;
      }
      if (answer.verdict() == Verdict.OPEN) {
        Connection begun = taker.newConnection(++lastId);
        begun.placeInShare(this, machine.opened(key, key.group(), begun));
        return begun;
      }
      Connection connection = (Connection) answer.slot().connection();
      if (answer.verdict() == Verdict.REUSE && taker.isUsable(connection)) {
        machine.taken(answer.slot());
        leavePark(connection.channel());
        return connection;
      }
      discard(connection);
    }
  }

  private boolean isLeaving(PoolKey key) {
    return leaving.stream().anyMatch(place -> place.key().equals(key));
  }

  /**
   * The last user of a connection has left, and it comes here as soon as its loop lets it go.
   * Whoever looks for one meanwhile waits for it: its user may know already that the transfer is
   * over.
   */
  synchronized void leaving(Slot<PoolKey> place) {
    leaving.add(place);
  }

  /** It does not come after all. */
  synchronized void stays(Slot<PoolKey> place) {
    if (leaving.remove(place)) {
      tellWaiting();
    }
  }

  /** Runs the parks: answers what came, notices who is gone. */
  private void look() {
    for (CallerLoop park : parks.values()) {
      inPark(
          park,
          () -> {
            park.runIo(open());
            park.runTasks();
          });
    }
  }

  /** Nobody else can be in: all that is done here is done by one thread at a time. */
  private static void inPark(CallerLoop park, Runnable work) {
    boolean entered = park.enter();
    try {
      work.run();
    } finally {
      if (entered) {
        park.leave();
      }
    }
  }

  private static void put(Channel channel, EventLoop loop) {
    loop.register(channel);
  }

  private void leavePark(Channel channel) {
    CallerLoop park = (CallerLoop) channel.eventLoop();
    inPark(
        park,
        () -> {
          channel.deregister();
          park.runTasks();
        });
  }

  private void discard(Connection connection) {
    CallerLoop park = (CallerLoop) connection.channel().eventLoop();
    inPark(
        park,
        () -> {
          connection.closeParked();
          park.runTasks();
        });
  }

  /**
   * Takes a connection that nobody uses, and that is off its former loop.
   *
   * @param connection which
   * @param now the time
   * @param max how many to keep
   */
  synchronized void park(Connection connection, long now, long max) {
    Channel channel = connection.channel();
    leaving.remove(connection.placeInShare());
    if (connection.placeInShare().isClosed()) {
      return;
    }
    Transport transport = Transport.of(channel.eventLoop());
    CallerLoop park = parks.computeIfAbsent(transport, CallerLoop::new);
    inPark(
        park,
        () -> {
          put(channel, park);
          park.runTasks();
        });
    if (!connection.placeInShare().isClosed()) {
      machine.idled(connection.placeInShare(), now);
      if (closed || !connection.isAlive()) {
        discard(connection);
      }
    }
    while (machine.open() > max && machine.oldestIdle() != null) {
      discard((Connection) machine.oldestIdle().connection());
    }
    tellWaiting();
    if (closed) {
      destroyParks();
    }
  }

  /** A connection is closed, whatever it was doing. */
  synchronized void closed(Slot<PoolKey> place) {
    leaving.remove(place);
    machine.closed(place);
    tellWaiting();
  }

  private void tellWaiting() {
    for (TransferCore each : waiting) {
      try {
        each.eventLoop().execute(each::pumpLater);
      } catch (RejectedExecutionException e) {
        // its multi is closed
      }
    }
    waiting.clear();
  }

  /** How many connections there are. */
  synchronized int open() {
    return machine.open();
  }

  /** How many of them nobody uses. */
  synchronized int idle() {
    return machine.idle();
  }

  /** The share is given up: closes what is parked. */
  @Override
  public synchronized void close() {
    closed = true;
    while (machine.oldestIdle() != null) {
      discard((Connection) machine.oldestIdle().connection());
    }
    destroyParks();
  }

  private void destroyParks() {
    for (CallerLoop park : parks.values()) {
      inPark(park, park::destroy);
    }
    parks.clear();
  }
}
