package io.nettycurl.netty.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimersTest {
  private final Timers timers = new Timers();
  private final List<Integer> expired = new ArrayList<>();

  private final class Entry extends Timers.Entry {
    private final int number;

    private Entry(int number) {
      this.number = number;
    }

    @Override
    protected void expired() {
      expired.add(number);
    }
  }

  @Test
  void expiresInOrderAndOnlyWhatIsDue() {
    Entry late = new Entry(3);
    timers.set(late, 30);
    timers.set(new Entry(1), 10);
    timers.set(new Entry(2), 20);
    assertEquals(10, timers.first());
    assertEquals(2, timers.expire(20));
    assertEquals(List.of(1, 2), expired);
    assertTrue(late.isSet());
    timers.clear(late);
    timers.clear(late);
    assertFalse(late.isSet());
    assertTrue(timers.isEmpty());
  }

  @Test
  void movesBothWays() {
    Entry a = new Entry(1);
    Entry b = new Entry(2);
    timers.set(a, 10);
    timers.set(b, 20);
    timers.set(a, 30);
    timers.set(b, 25);
    assertEquals(2, timers.expire(100));
    assertEquals(List.of(2, 1), expired);
  }

  @Test
  void agreesWithASortedMap() {
    Random random = new Random(1);
    Entry[] entries = new Entry[200];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new Entry(i);
    }
    TreeMap<Long, Integer> model = new TreeMap<>();
    for (int step = 0; step < 5000; step++) {
      int at = random.nextInt(entries.length);
      model.values().remove(at);
      if (random.nextInt(4) == 0) {
        timers.clear(entries[at]);
      } else {
        long deadline = random.nextInt(1000) * 10_000L + step;
        timers.set(entries[at], deadline);
        model.put(deadline, at);
      }
    }
    timers.expire(Long.MAX_VALUE / 2);
    assertEquals(new ArrayList<>(model.values()), expired);
  }
}
