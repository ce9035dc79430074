package io.nettycurl.netty.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Owned by the loop; where several loops have one pool, by the one that holds its lock. The rules
 * of the pool, without any I/O: who gets which connection, who waits, what is closed. The driver
 * asks, and carries out the answer.
 *
 * <p>Waiting is first come first served. A freed connection or slot lets exactly one waiter go on;
 * one that waits for its own host does not hold up those of other hosts. No operation depends on
 * the number of waiters or of connections; those about waiting grow with the logarithm of the
 * number of hosts that are waited for.
 *
 * @param <K> what makes two connections the same
 */
public final class PoolMachine<K> {
  /** What a limit of 0 means. */
  public static final int UNLIMITED = 0;

  private final Map<K, KeyState<K>> keys = new HashMap<>();
  private final Map<String, Group<K>> groups = new HashMap<>();
  private final Lane<Slot<K>> idle = new Lane<>();
  private final TreeMap<Long, Group<K>> turns = new TreeMap<>();
  private int maxTotal;
  private int maxPerGroup;
  private int open;
  private int leaving;
  private int pending;
  private long newest;

  /** No connections, no limits. */
  public PoolMachine() {}

  /** One place in the pool: a connection from when it is begun until it is closed. */
  public static final class Slot<K> extends Lane.Node<Slot<K>> {
    private final Group<K> group;
    private final Object connection;
    private KeyState<K> keyState;
    private final Lane.Link<Slot<K>> keyLink = new Lane.Link<>(this);
    private final Lane.Link<Slot<K>> groupLink = new Lane.Link<>(this);
    private int users = 1;
    private int capacity;
    private boolean shared;
    private boolean closed;
    private boolean leaving;
    private long idleSince;

    private Slot(KeyState<K> keyState, Group<K> group, Object connection) {
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
      return keyState.key;
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
    private final Lane<Waiter<K>> waiting = new Lane<>();
    private final Lane.Links<Slot<K>> idle = new Lane.Links<>();
    private int open;
    private int leaving;
    private int waiters;

    /** The place of its first waiter, while that may go on; 0 while it may not. */
    private long turn;

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
    groups.values().forEach(this::changed);
  }

  /** How many connections there are, those being made and idle ones included. */
  public int open() {
    return open;
  }

  /** How many of them are not on their way out. */
  public int staying() {
    return open - leaving;
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
    Slot<K> found = fresh ? null : find(key);
    if (found != null) {
      return new Answer<>(Verdict.REUSE, found);
    }
    Group<K> group = groups.get(groupName);
    if (maxPerGroup != UNLIMITED && group != null && group.open >= maxPerGroup) {
      // One that is on its way out makes the room; no other has to.
      boolean hopeless = group.idle.isEmpty() || group.open - group.leaving < maxPerGroup;
      return hopeless ? waitAnswer : new Answer<>(Verdict.CLOSE_IDLE, group.idle.first());
    }
    if (maxTotal != UNLIMITED && open >= maxTotal) {
      boolean hopeless = idle.isEmpty() || open - leaving < maxTotal;
      return hopeless ? waitAnswer : new Answer<>(Verdict.CLOSE_IDLE, idle.first());
    }
    return openAnswer;
  }

  /**
   * The connection that one could use at once.
   *
   * @param key for what
   * @return one with room for another user, or an idle one; null if there is none
   */
  public Slot<K> find(K key) {
    KeyState<K> state = keys.get(key);
    if (state == null) {
      return null;
    }
    return state.shared.isEmpty() ? state.idle.last() : state.shared.last();
  }

  /**
   * A connection in use is the same as others than before, as somebody has said on it who he is.
   *
   * @param slot which; its peer is known
   * @param key what it is the same as from now on
   */
  public void rekey(Slot<K> slot, K key) {
    if (slot.users == 0 || slot.capacity == 0) {
      throw new IllegalStateException("not in use, or not known");
    }
    if (slot.closed || slot.key().equals(key)) {
      return;
    }
    if (slot.shared) {
      slot.keyState.shared.remove(slot.keyLink);
      slot.shared = false;
    }
    int single = slot.capacity == 1 ? 1 : 0;
    slot.keyState.single -= single;
    forgetSlot(slot.keyState);
    slot.keyState = keys.computeIfAbsent(key, KeyState::new);
    slot.keyState.slots++;
    slot.keyState.single += single;
    share(slot);
  }

  private void forgetSlot(KeyState<K> state) {
    if (--state.slots == 0) {
      keys.remove(state.key);
    }
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
    if (!turns.isEmpty()) {
      return true;
    }
    Group<K> group = groups.get(groupName);
    return group != null && !group.waiting.isEmpty();
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
    changed(group);
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
    Waiter<K> successor = null;
    Group<K> group = null;
    for (Waiter<K> waiter = state.forPeer.first(); waiter != null; waiter = state.forPeer.first()) {
      state.forPeer.remove(waiter);
      Lane<Waiter<K>> lane = waiter.group.waiting;
      if (group != waiter.group) {
        group = waiter.group;
        successor = lane.first();
      }
      // Both stand in the order in which they came, so this goes through the lane once.
      while (successor != null && successor.sequence < waiter.sequence) {
        successor = lane.next(successor);
      }
      waiter.lane = lane;
      lane.insert(waiter, successor);
      changed(group);
    }
  }

  private void share(Slot<K> slot) {
    boolean room = !slot.closed && !slot.leaving && slot.users > 0 && slot.users < slot.capacity;
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
    notIdle(slot);
    slot.users = 1;
    share(slot);
    changed(slot.group);
  }

  private void notIdle(Slot<K> slot) {
    idle.remove(slot);
    slot.keyState.idle.remove(slot.keyLink);
    slot.group.idle.remove(slot.groupLink);
  }

  /**
   * A connection is on its way out: it counts until it is closed, and nobody finds it any more.
   *
   * @param slot which; idle, or with one user
   */
  public void leaves(Slot<K> slot) {
    if (slot.closed || slot.leaving) {
      return;
    }
    if (slot.isIdle()) {
      taken(slot);
    }
    slot.leaving = true;
    share(slot);
    slot.group.leaving++;
    leaving++;
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
    idle.add(slot);
    slot.keyState.idle.add(slot.keyLink);
    slot.group.idle.add(slot.groupLink);
    changed(slot.group);
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
      notIdle(slot);
    }
    slot.closed = true;
    share(slot);
    open--;
    if (slot.leaving) {
      leaving--;
      slot.group.leaving--;
    }
    if (slot.capacity == 0) {
      peerKnown(slot.keyState);
    } else if (slot.capacity == 1) {
      slot.keyState.single--;
    }
    forgetSlot(slot.keyState);
    slot.group.open--;
    changed(slot.group);
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
    enqueue(waiter, key, groupName);
    waiter.lane = waiter.group.waiting;
    waiter.lane.add(waiter);
    changed(waiter.group);
  }

  private void enqueue(Waiter<K> waiter, K key, String groupName) {
    waiter.key = Objects.requireNonNull(key);
    waiter.sequence = ++newest;
    waiter.group = groups.computeIfAbsent(groupName, Group::new);
    waiter.group.waiters++;
    pending++;
  }

  /**
   * One starts to wait until a connection being made tells how many users it has room for.
   *
   * @param waiter which
   * @param key for what; {@link #peerUnknown} holds
   * @param groupName the host the limit counts for
   */
  public void waitsForPeer(Waiter<K> waiter, K key, String groupName) {
    enqueue(waiter, key, groupName);
    waiter.lane = keys.get(key).forPeer;
    waiter.lane.add(waiter);
  }

  /**
   * One that waits already waits for that as well, at its old place.
   *
   * @param waiter which; {@link #peerUnknown} holds for its key
   */
  public void waitsForPeer(Waiter<K> waiter) {
    waiter.lane.remove(waiter);
    changed(waiter.group);
    Lane<Waiter<K>> lane = keys.get(waiter.key).forPeer;
    Waiter<K> successor = null;
    if (!lane.isEmpty() && lane.last().sequence > waiter.sequence) {
      successor = lane.first();
      while (successor.sequence < waiter.sequence) {
        successor = lane.next(successor);
      }
    }
    waiter.lane = lane;
    lane.insert(waiter, successor);
  }

  private boolean isBlocked(Group<K> group) {
    return maxPerGroup != UNLIMITED && group.open >= maxPerGroup && group.idle.isEmpty();
  }

  /** Whether the first waiter of a host may go on, and when it came, may be different now. */
  private void changed(Group<K> group) {
    Waiter<K> first = group.waiting.first();
    long turn = first == null || isBlocked(group) ? 0 : first.sequence;
    if (turn == group.turn) {
      return;
    }
    if (group.turn != 0) {
      turns.remove(group.turn);
    }
    group.turn = turn;
    if (turn != 0) {
      turns.put(turn, group);
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
    changed(waiter.group);
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
    return turns.isEmpty() ? null : turns.firstEntry().getValue().waiting.first();
  }
}
