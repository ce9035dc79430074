package io.nettycurl.netty.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.netty.pool.PoolMachine.Answer;
import io.nettycurl.netty.pool.PoolMachine.Slot;
import io.nettycurl.netty.pool.PoolMachine.Verdict;
import io.nettycurl.netty.pool.PoolMachine.Waiter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolMachineTest {
  private final PoolMachine<String> pool = new PoolMachine<>();

  private static final class Client extends Waiter<String> {
    private final String name;
    private final String host;

    private Client(String name, String host) {
      this.name = name;
      this.host = host;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Slot<String> open(String host) {
    assertEquals(Verdict.OPEN, pool.ask(host, host, false).verdict());
    return pool.opened(host, host, new Object());
  }

  private Client wait(String name, String host) {
    Client client = new Client(name, host);
    pool.waits(client, host, host);
    return client;
  }

  @Test
  void withoutLimitsEverybodyGetsAConnection() {
    open("a");
    open("a");
    open("b");
    assertEquals(3, pool.open());
    assertEquals(0, pool.idle());
  }

  @Test
  void anIdleConnectionIsReusedTheLatestFirst() {
    Slot<String> first = open("a");
    Slot<String> second = open("a");
    pool.idled(first, 1);
    pool.idled(second, 2);
    Answer<String> answer = pool.ask("a", "a", false);
    assertEquals(Verdict.REUSE, answer.verdict());
    assertSame(second, answer.slot());
    assertEquals(Verdict.OPEN, pool.ask("a", "a", true).verdict());
    assertEquals(Verdict.OPEN, pool.ask("b", "b", false).verdict());
    assertSame(first, pool.oldestIdle());
  }

  @Test
  void aConnectionThatIsTiedToALoginIsFoundUnderThatOnly() {
    Slot<String> slot = open("a");
    pool.capacity(slot, 1);
    pool.rekey(slot, "a me");
    assertEquals("a me", slot.key());
    pool.idled(slot, 1);
    assertSame(slot, pool.find("a me"));
    assertNull(pool.find("a"));
    assertEquals(Verdict.OPEN, pool.ask("a", "a", false).verdict());
    pool.limits(0, 1);
    assertEquals(Verdict.CLOSE_IDLE, pool.ask("a", "a", false).verdict(), "it counts as before");
    pool.closed(slot);
    assertNull(pool.find("a me"));
    assertEquals(0, pool.open());
  }

  @Test
  void aSharedConnectionIsNotJoinedByOthersOnceItIsTied() {
    Slot<String> slot = open("a");
    pool.capacity(slot, 3);
    assertSame(slot, pool.find("a"));
    pool.rekey(slot, "a me");
    assertNull(pool.find("a"));
    assertSame(slot, pool.find("a me"));
  }

  @Test
  void theTotalLimitClosesAnIdleOneBeforeItMakesAnyoneWait() {
    pool.limits(1, 0);
    Slot<String> slot = open("a");
    assertEquals(Verdict.WAIT, pool.ask("b", "b", false).verdict());
    pool.idled(slot, 1);
    Answer<String> answer = pool.ask("b", "b", false);
    assertEquals(Verdict.CLOSE_IDLE, answer.verdict());
    assertSame(slot, answer.slot());
    pool.closed(slot);
    assertEquals(Verdict.OPEN, pool.ask("b", "b", false).verdict());
    assertEquals(0, pool.open());
  }

  @Test
  void theLimitOfAHostHoldsUpThatHostOnly() {
    pool.limits(0, 1);
    Slot<String> slot = open("a");
    assertEquals(Verdict.WAIT, pool.ask("a", "a", false).verdict());
    Client waiting = wait("1", "a");
    assertNull(pool.next());
    assertEquals(Verdict.OPEN, pool.ask("b", "b", false).verdict());
    assertFalse(pool.mustQueue("b", "b"));
    assertTrue(pool.mustQueue("a", "a"));
    pool.closed(slot);
    assertSame(waiting, pool.next());
  }

  @Test
  void waitersGoOnInTheirOrderWhateverTheirHost() {
    pool.limits(2, 1);
    Slot<String> a = open("a");
    Slot<String> b = open("b");
    Client first = wait("1", "a");
    Client second = wait("2", "b");
    Client third = wait("3", "c");
    assertEquals(3, pool.pending());
    assertSame(third, pool.next());
    pool.closed(b);
    assertSame(second, pool.next());
    pool.closed(a);
    assertSame(first, pool.next());
    pool.leaves(first);
    assertSame(second, pool.next());
    pool.leaves(second);
    pool.leaves(third);
    assertNull(pool.next());
    assertEquals(0, pool.pending());
  }

  @Test
  void leavingFromTheMiddleKeepsTheOrder() {
    pool.limits(1, 0);
    Slot<String> slot = open("a");
    Client first = wait("1", "a");
    Client second = wait("2", "a");
    Client third = wait("3", "a");
    pool.leaves(second);
    pool.leaves(second);
    assertFalse(second.isWaiting());
    assertSame(first, pool.next());
    pool.leaves(first);
    assertSame(third, pool.next());
    pool.closed(slot);
    pool.closed(slot);
    assertEquals(0, pool.open());
  }

  @Test
  void oneOnItsWayOutMakesRoomOnlyOnce() {
    pool.limits(2, 0);
    Slot<String> a = open("a");
    Slot<String> b = open("b");
    pool.idled(a, 1);
    pool.idled(b, 2);
    assertSame(a, pool.ask("c", "c", false).slot());
    pool.leaves(a);
    pool.leaves(a);
    assertEquals(2, pool.open());
    assertEquals(1, pool.staying());
    assertEquals(Verdict.WAIT, pool.ask("c", "c", false).verdict());
    assertEquals(Verdict.WAIT, pool.ask("a", "a", false).verdict());
    pool.closed(a);
    assertEquals(Verdict.OPEN, pool.ask("c", "c", false).verdict());
    assertEquals(1, pool.staying());
  }

  @Test
  void theOldestIdleOneOfAHostGoesFirst() {
    pool.limits(0, 2);
    Slot<String> other = open("b");
    Slot<String> first = open("a");
    Slot<String> second = open("a");
    pool.idled(other, 1);
    pool.idled(first, 2);
    pool.idled(second, 3);
    assertSame(first, pool.ask("a", "a", true).slot());
    assertSame(other, pool.oldestIdle());
  }

  /**
   * Ten hosts of which nine are held up by their own limit: the tenth's come first, then by age.
   */
  @Test
  void manyHostsTakeTurnsByAge() {
    pool.limits(0, 1);
    List<Slot<String>> slots = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      slots.add(open("host" + i));
    }
    for (int i = 0; i < 1000; i++) {
      wait("" + i, "host" + i % 10);
    }
    assertNull(pool.next());
    pool.idled(slots.get(7), 1);
    assertEquals("7", pool.next().toString());
    pool.closed(slots.get(3));
    assertEquals("3", pool.next().toString());
    pool.leaves(pool.next());
    assertEquals("7", pool.next().toString());
    pool.leaves(pool.next());
    assertEquals("13", pool.next().toString());
    assertEquals(998, pool.pending());
  }

  @Test
  void aConnectionWithRoomIsSharedUntilItIsFull() {
    Slot<String> slot = open("a");
    assertEquals(Verdict.OPEN, pool.ask("a", "a", false).verdict());
    pool.capacity(slot, 2);
    assertSame(slot, pool.ask("a", "a", false).slot());
    pool.taken(slot);
    assertEquals(2, slot.users());
    assertEquals(Verdict.OPEN, pool.ask("a", "a", false).verdict());
    pool.capacity(slot, 3);
    assertSame(slot, pool.ask("a", "a", false).slot());
    pool.capacity(slot, 0);
    assertEquals(Verdict.OPEN, pool.ask("a", "a", false).verdict());
    pool.left(slot);
    assertThrows(IllegalStateException.class, () -> pool.left(slot));
    pool.idled(slot, 1);
    assertEquals(1, pool.idle());
    pool.closed(slot);
    assertEquals(0, pool.open());
    assertEquals(0, pool.idle());
  }

  @Test
  void whoWaitsForThePeerGoesOnOnceItIsKnown() {
    Slot<String> slot = open("a");
    assertTrue(pool.peerUnknown("a"));
    Client first = new Client("1", "a");
    pool.waitsForPeer(first, "a", "a");
    Client second = wait("2", "b");
    assertSame(second, pool.next());
    pool.capacity(slot, 1);
    assertFalse(pool.peerUnknown("a"));
    assertSame(first, pool.next());
    Slot<String> lost = pool.opened("c", "c", new Object());
    Client third = new Client("3", "c");
    pool.waitsForPeer(third, "c", "c");
    pool.leaves(first);
    pool.leaves(second);
    assertNull(pool.next());
    pool.closed(lost);
    assertSame(third, pool.next());
  }

  @Test
  void nobodyWaitsForThePeerWhereItIsKnownByOthers() {
    Slot<String> single = open("a");
    pool.capacity(single, 1);
    Slot<String> made = pool.opened("a", "a", new Object());
    assertFalse(pool.peerUnknown("a"), "the busy one tells what this one will be");
    pool.idled(single, 1);
    assertFalse(pool.peerUnknown("a"), "there is one to be had");
    pool.closed(single);
    assertTrue(pool.peerUnknown("a"));
    pool.capacity(made, 2);
    Slot<String> another = pool.opened("a", "a", new Object());
    assertFalse(pool.peerUnknown("a"), "there is room");
    pool.taken(made);
    assertTrue(pool.peerUnknown("a"));
    Client early = wait("1", "a");
    Client late = wait("2", "a");
    pool.waitsForPeer(early);
    pool.leaves(late);
    pool.waits(late, "a", "a");
    pool.capacity(another, 1);
    assertSame(early, pool.next(), "it keeps its place");
  }

  @Test
  void raisingALimitLetsTheHeldUpOnesGoOn() {
    pool.limits(0, 1);
    open("a");
    Client first = wait("1", "a");
    assertNull(pool.next());
    pool.limits(0, 2);
    assertSame(first, pool.next());
  }

  @Test
  void misuseIsNoticed() {
    Slot<String> slot = open("a");
    assertThrows(IllegalStateException.class, () -> pool.taken(slot));
    pool.idled(slot, 1);
    assertThrows(IllegalStateException.class, () -> pool.idled(slot, 2));
  }

  /** Whatever happens, limits hold, everybody is served, and in the end nothing is left. */
  @Test
  void limitsHoldAndNobodyIsForgotten() {
    for (int seed = 0; seed < 200; seed++) {
      simulate(new Random(seed));
    }
  }

  private void simulate(Random random) {
    PoolMachine<String> machine = new PoolMachine<>();
    int total = random.nextInt(4);
    int perHost = random.nextInt(3);
    machine.limits(total, perHost);
    List<Slot<String>> inUse = new ArrayList<>();
    Queue<Client> served = new ArrayDeque<>();
    int asked = 0;
    while (asked < 60 || !inUse.isEmpty()) {
      if (asked < 60 && random.nextInt(3) > 0) {
        Client client = new Client("" + asked++, "host" + random.nextInt(4));
        if (machine.mustQueue(client.host, client.host) || !serve(machine, client, inUse, served)) {
          machine.waits(client, client.host, client.host);
        }
      } else if (!inUse.isEmpty()) {
        Slot<String> slot = inUse.remove(random.nextInt(inUse.size()));
        if (random.nextBoolean()) {
          machine.idled(slot, asked);
        } else {
          machine.closed(slot);
        }
      }
      pump(machine, inUse, served);
      assertTrue(total == 0 || machine.open() <= total);
    }
    assertEquals(60, served.size());
    assertEquals(0, machine.pending());
    assertEquals(machine.idle(), machine.open());
  }

  private static void pump(
      PoolMachine<String> machine, List<Slot<String>> inUse, Queue<Client> served) {
    for (Waiter<String> next = machine.next(); next != null; next = machine.next()) {
      if (!serve(machine, (Client) next, inUse, served)) {
        return;
      }
      machine.leaves(next);
    }
  }

  private static boolean serve(
      PoolMachine<String> machine, Client client, List<Slot<String>> inUse, Queue<Client> served) {
    while (true) {
      Answer<String> answer = machine.ask(client.host, client.host, false);
      switch (answer.verdict()) {
        case REUSE -> {
          machine.taken(answer.slot());
          inUse.add(answer.slot());
          served.add(client);
          return true;
        }
        case OPEN -> {
          inUse.add(machine.opened(client.host, client.host, new Object()));
          served.add(client);
          return true;
        }
        case CLOSE_IDLE -> machine.closed(answer.slot());
        default -> {
          return false;
        }
      }
    }
  }
}
