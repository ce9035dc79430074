package io.nettycurl.netty.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Owned by the loop. The rules of the pool, without any I/O: who gets which connection, who waits,
 * what is closed. The driver asks, and carries out the answer.
 *
 * <p>Waiting is first come first served. A freed connection or slot lets exactly one waiter go on;
 * one that waits for its own host does not hold up those of other hosts. Every operation takes
 * constant time, whatever the number of waiters.
 *
 * @param <K> what makes two connections the same
 */
public final class PoolMachine<K> {
  /** What a limit of 0 means. */
  public static final int UNLIMITED = 0;

  private final Map<K, KeyState<K>> keys = new HashMap<>();
  private final Map<String, Group<K>> groups = new HashMap<>();
  private final Lane<Slot<K>> idle = new Lane<>();
  private final Lane<Waiter<K>> waiting = new Lane<>();
  private int maxTotal;
  private int maxPerGroup;
  private int open;
  private int pending;
  private long newest;

  /** No connections, no limits. */
  public PoolMachine() {}

  /** One place in the pool: a connection from when it is begun until it is closed. */
  public static final class Slot<K> extends Lane.Node<Slot<K>> {
    private final K key;
    private final Group<K> group;
    private final KeyState<K> keyState;
    private final Object connection;
    private final Lane.Link<Slot<K>> keyLink = new Lane.Link<>(this);
    private int users = 1;
    private int capacity;
    private boolean shared;
    private boolean closed;
    private long idleSince;

    private Slot(KeyState<K> keyState, Group<K> group, Object connection) {
      this.key = keyState.key;
      this.keyState = keyState;
      this.group = group;
      this.connection = connection;
    }

    /** The driver's own object. */
    public Object connection() {
      return connection;
    }

    /** What it is the same as. */
    public K key() {
      return key;
    }

    /** When it became idle. */
    public long idleSince() {
      return idleSince;
    }

    /** How many use it. */
    public int users() {
      return users;
    }

    /** Whether it is closed. */
    public boolean isClosed() {
      return closed;
    }

    /** Whether nobody uses it. */
    public boolean isIdle() {
      return users == 0 && !closed;
    }
  }

  /** One that waits. The driver extends it. */
  public abstract static class Waiter<K> extends Lane.Node<Waiter<K>> {
    private K key;
    private String groupName;
    private Group<K> group;
    private Lane<Waiter<K>> lane;
    private long sequence;

    /** Not waiting. */
    protected Waiter() {}

    /** Whether it waits. */
    public final boolean isWaiting() {
      return lane != null;
    }

    /** What it waits for. */
    public final K key() {
      return key;
    }
  }

  private static final class KeyState<K> {
    private final K key;
    private final Lane.Links<Slot<K>> idle = new Lane.Links<>();
    private final Lane.Links<Slot<K>> shared = new Lane.Links<>();
    private final Lane<Waiter<K>> forPeer = new Lane<>();
    private int slots;
    private int unknown;
    private int single;

    private KeyState(K key) {
      this.key = key;
    }
  }

  private static final class Group<K> {
    private final String name;
    private final Lane<Waiter<K>> blocked = new Lane<>();
    private int open;
    private int idle;
    private int waiters;

    private Group(String name) {
      this.name = name;
    }
  }

  /** What to do for one that wants a connection. */
  public enum Verdict {
    /** Use the connection given: an idle one, or one with room for another user. */
    REUSE,
    /** Open a new one. */
    OPEN,
    /** Close the idle connection given, then ask again. */
    CLOSE_IDLE,
    /** Wait. */
    WAIT
  }

  /** A verdict and the connection it is about. */
  public record Answer<K>(Verdict verdict, Slot<K> slot) {}

  private final Answer<K> openAnswer = new Answer<>(Verdict.OPEN, null);
  private final Answer<K> waitAnswer = new Answer<>(Verdict.WAIT, null);

  /**
   * Sets the limits.
   *
   * @param total how many connections there may be in all; 0 for no limit
   * @param perGroup how many there may be to one host; 0 for no limit
   */
  public void limits(int total, int perGroup) {
    maxTotal = total;
    maxPerGroup = perGroup;
    for (Group<K> group : groups.values()) {
      while (!group.blocked.isEmpty() && !isBlocked(group)) {
        unblock(group);
      }
    }
  }

  /** How many connections there are, those being made and idle ones included. */
  public int open() {
    return open;
  }

  /** How many connections nobody uses. */
  public int idle() {
    return idle.size();
  }

  /** How many wait. */
  public int pending() {
    return pending;
  }

  /**
   * What one that wants a connection is to do. Says nothing of those who wait already: the driver
   * asks {@link #mustQueue} first.
   *
   * @param key for what
   * @param groupName the host the limit counts for
   * @param fresh whether an idle one will not do
   * @return what to do
   */
  public Answer<K> ask(K key, String groupName, boolean fresh) {
    KeyState<K> state = keys.get(key);
    if (!fresh && state != null && !state.shared.isEmpty()) {
      return new Answer<>(Verdict.REUSE, state.shared.last());
    }
    if (!fresh && state != null && !state.idle.isEmpty()) {
      return new Answer<>(Verdict.REUSE, state.idle.last());
    }
    Group<K> group = groups.get(groupName);
    if (maxPerGroup != UNLIMITED && group != null && group.open >= maxPerGroup) {
      Slot<K> victim = oldestIdleOf(group);
      return victim == null ? waitAnswer : new Answer<>(Verdict.CLOSE_IDLE, victim);
    }
    if (maxTotal != UNLIMITED && open >= maxTotal) {
      return idle.isEmpty() ? waitAnswer : new Answer<>(Verdict.CLOSE_IDLE, idle.first());
    }
    return openAnswer;
  }

  /**
   * Whether a connection is being made that may turn out to have room for more than one user, and
   * there is none to be had now. Where the host's others carry one user each, so will this one.
   *
   * @param key for what
   */
  public boolean peerUnknown(K key) {
    KeyState<K> state = keys.get(key);
    return state != null
        && state.unknown > 0
        && state.shared.isEmpty()
        && state.idle.isEmpty()
        && (state.single == 0 || state.slots > state.unknown + state.single);
  }

  /**
   * Whether there are waiters that a new one must not overtake.
   *
   * @param key for what
   * @param groupName the host the limit counts for
   */
  public boolean mustQueue(K key, String groupName) {
    KeyState<K> state = keys.get(key);
    if (state != null && !state.shared.isEmpty()) {
      return false;
    }
    if (!waiting.isEmpty()) {
      return true;
    }
    Group<K> group = groups.get(groupName);
    return group != null && !group.blocked.isEmpty();
  }

  private Slot<K> oldestIdleOf(Group<K> group) {
    for (Slot<K> slot = idle.first(); slot != null; slot = idle.next(slot)) {
      if (slot.group == group) {
        return slot;
      }
    }
    return null;
  }

  /**
   * A connection is begun; one uses it.
   *
   * @param key for what
   * @param groupName the host the limit counts for
   * @param connection the driver's own object
   * @return its place
   */
  public Slot<K> opened(K key, String groupName, Object connection) {
    Group<K> group = groups.computeIfAbsent(groupName, Group::new);
    KeyState<K> state = keys.computeIfAbsent(key, KeyState::new);
    state.slots++;
    group.open++;
    open++;
    state.unknown++;
    return new Slot<>(state, group, connection);
  }

  /**
   * The peer is known, or has changed its mind: how many users a connection has room for.
   *
   * @param slot which
   * @param room how many; 0 to let nobody join any more
   */
  public void capacity(Slot<K> slot, int room) {
    if (slot.closed) {
      return;
    }
    boolean known = slot.capacity != 0;
    int before = slot.capacity;
    slot.capacity = Math.max(1, room == 0 ? slot.users : room);
    slot.keyState.single += (slot.capacity == 1 ? 1 : 0) - (before == 1 ? 1 : 0);
    if (!known) {
      peerKnown(slot.keyState);
    }
    share(slot);
  }

  /** Those who waited to learn about the peer may compete with the others now. */
  private void peerKnown(KeyState<K> state) {
    state.unknown--;
    for (Waiter<K> waiter = state.forPeer.first(); waiter != null; ) {
      state.forPeer.remove(waiter);
      join(waiter, isBlocked(waiter.group) ? waiter.group.blocked : waiting);
      waiter = state.forPeer.first();
    }
  }

  private void share(Slot<K> slot) {
    boolean room = !slot.closed && slot.users > 0 && slot.users < slot.capacity;
    if (room && !slot.shared) {
      slot.keyState.shared.add(slot.keyLink);
    } else if (!room && slot.shared) {
      slot.keyState.shared.remove(slot.keyLink);
    }
    slot.shared = room;
  }

  /**
   * One more uses a connection that is idle or has room.
   *
   * @param slot which
   */
  public void taken(Slot<K> slot) {
    if (slot.users > 0 && slot.users < slot.capacity && !slot.closed) {
      slot.users++;
      share(slot);
      return;
    }
    if (!slot.isIdle()) {
      throw new IllegalStateException("not idle");
    }
    slot.users = 1;
    slot.group.idle--;
    idle.remove(slot);
    slot.keyState.idle.remove(slot.keyLink);
    share(slot);
  }

  /**
   * One of several users leaves a connection; the others stay.
   *
   * @param slot which
   */
  public void left(Slot<K> slot) {
    if (slot.users < 2) {
      throw new IllegalStateException("the last user");
    }
    slot.users--;
    share(slot);
  }

  /**
   * A connection has no user any more and is kept.
   *
   * @param slot which
   * @param now the time
   */
  public void idled(Slot<K> slot, long now) {
    if (slot.closed || slot.users == 0) {
      throw new IllegalStateException("not in use");
    }
    slot.users = 0;
    share(slot);
    slot.idleSince = now;
    slot.group.idle++;
    idle.add(slot);
    slot.keyState.idle.add(slot.keyLink);
    unblock(slot.group);
  }

  /**
   * A connection is closed, whatever it was doing.
   *
   * @param slot which
   */
  public void closed(Slot<K> slot) {
    if (slot.closed) {
      return;
    }
    if (slot.users == 0) {
      slot.group.idle--;
      idle.remove(slot);
      slot.keyState.idle.remove(slot.keyLink);
    }
    slot.closed = true;
    share(slot);
    open--;
    if (slot.capacity == 0) {
      peerKnown(slot.keyState);
    } else if (slot.capacity == 1) {
      slot.keyState.single--;
    }
    if (--slot.keyState.slots == 0) {
      keys.remove(slot.key);
    }
    slot.group.open--;
    unblock(slot.group);
    forgetIfEmpty(slot.group);
  }

  private void forgetIfEmpty(Group<K> group) {
    if (group.open == 0 && group.waiters == 0) {
      groups.remove(group.name);
    }
  }

  /** The connection idle for longest; null if there is none. */
  public Slot<K> oldestIdle() {
    return idle.first();
  }

  /**
   * One starts to wait, behind all others.
   *
   * @param waiter which
   * @param key for what
   * @param groupName the host the limit counts for
   */
  public void waits(Waiter<K> waiter, K key, String groupName) {
    waiter.key = Objects.requireNonNull(key);
    waiter.groupName = groupName;
    waiter.sequence = ++newest;
    waiter.group = groups.computeIfAbsent(groupName, Group::new);
    waiter.group.waiters++;
    pending++;
    join(waiter, isBlocked(waiter.group) ? waiter.group.blocked : waiting);
  }

  /**
   * One starts to wait until a connection being made tells how many users it has room for.
   *
   * @param waiter which
   * @param key for what; {@link #peerUnknown} holds
   * @param groupName the host the limit counts for
   */
  public void waitsForPeer(Waiter<K> waiter, K key, String groupName) {
    waits(waiter, key, groupName);
    waitsForPeer(waiter);
  }

  /**
   * One that waits already waits for that as well, at its old place.
   *
   * @param waiter which; {@link #peerUnknown} holds for its key
   */
  public void waitsForPeer(Waiter<K> waiter) {
    waiter.lane.remove(waiter);
    join(waiter, keys.get(waiter.key).forPeer);
  }

  /**
   * One that was let go on and found no room waits again, at its old place.
   *
   * @param waiter which
   */
  public void waitsAgain(Waiter<K> waiter) {
    long place = waiter.sequence;
    waits(waiter, waiter.key, waiter.groupName);
    waiter.lane.remove(waiter);
    waiter.sequence = place;
    join(waiter, waiter.lane);
  }

  private boolean isBlocked(Group<K> group) {
    return maxPerGroup != UNLIMITED && group.open >= maxPerGroup && group.idle == 0;
  }

  /**
   * The oldest stand first; one that comes back to a lane is old, so its place is near the front.
   */
  private void join(Waiter<K> waiter, Lane<Waiter<K>> lane) {
    Waiter<K> successor = null;
    if (!lane.isEmpty() && waiter.sequence < newest) {
      successor = lane.first();
      while (successor != null && successor.sequence < waiter.sequence) {
        successor = lane.next(successor);
      }
    }
    waiter.lane = lane;
    lane.insert(waiter, successor);
  }

  /** A host has room again: its oldest waiter may compete with those of other hosts. */
  private void unblock(Group<K> group) {
    Waiter<K> waiter = group.blocked.first();
    if (waiter != null && !isBlocked(group)) {
      group.blocked.remove(waiter);
      join(waiter, waiting);
    }
  }

  /**
   * One waits no more.
   *
   * @param waiter which; does nothing if it did not wait
   */
  public void leaves(Waiter<K> waiter) {
    if (waiter.lane == null) {
      return;
    }
    waiter.lane.remove(waiter);
    waiter.lane = null;
    pending--;
    waiter.group.waiters--;
    forgetIfEmpty(waiter.group);
    waiter.group = null;
  }

  /**
   * Who is to go on next: the one that waits for longest among those whom no limit of their own
   * host holds up.
   *
   * @return the waiter, still waiting; null if there is none
   */
  public Waiter<K> next() {
    Waiter<K> head = waiting.first();
    while (head != null && isBlocked(head.group)) {
      waiting.remove(head);
      join(head, head.group.blocked);
      head = waiting.first();
    }
    return head;
  }
}
