package io.nettycurl.netty.connect.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.netty.connect.dns.NumericAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EyeballsTest {
  private static final long DELAY = 200;

  private static List<SocketAddress> addresses(String... texts) {
    List<SocketAddress> all = new ArrayList<>();
    for (String text : texts) {
      all.add(new InetSocketAddress(NumericAddress.parse(text, 0), 80));
    }
    return all;
  }

  @Test
  void familiesTakeTurnsIpv6First() {
    assertEquals(
        addresses("fd00::1", "10.0.0.1", "fd00::2", "10.0.0.2", "10.0.0.3"),
        Eyeballs.interleave(addresses("10.0.0.1", "10.0.0.2", "10.0.0.3", "fd00::1", "fd00::2")));
  }

  @Test
  void nextStartsAfterTheDelay() {
    Eyeballs eyeballs = new Eyeballs(addresses("10.0.0.1", "10.0.0.2"), DELAY);
    assertEquals(addresses("10.0.0.1").get(0), eyeballs.poll(1000));
    assertNull(eyeballs.poll(1000));
    assertEquals(150, eyeballs.untilNext(1050));
    assertNull(eyeballs.poll(1199));
    assertEquals(addresses("10.0.0.2").get(0), eyeballs.poll(1200));
    assertEquals(-1, eyeballs.untilNext(1200));
    assertFalse(eyeballs.exhausted());
  }

  @Test
  void nextStartsAtOnceWhenNothingRuns() {
    Eyeballs eyeballs = new Eyeballs(addresses("10.0.0.1", "10.0.0.2"), DELAY);
    eyeballs.poll(0);
    eyeballs.ended();
    assertEquals(addresses("10.0.0.2").get(0), eyeballs.poll(1));
    assertFalse(eyeballs.exhausted());
    eyeballs.ended();
    assertTrue(eyeballs.exhausted());
    assertNull(eyeballs.poll(DELAY * 10));
  }

  @Test
  void oneOfTwoFailingDoesNotHurryTheNext() {
    Eyeballs eyeballs = new Eyeballs(addresses("10.0.0.1", "10.0.0.2", "10.0.0.3"), DELAY);
    eyeballs.poll(0);
    eyeballs.poll(DELAY);
    eyeballs.ended();
    assertNull(eyeballs.poll(DELAY + 1));
    assertEquals(addresses("10.0.0.3").get(0), eyeballs.poll(2 * DELAY));
  }

  @Test
  void atMostSixRun() {
    Eyeballs eyeballs =
        new Eyeballs(
            addresses(
                "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7"),
            0);
    for (int i = 0; i < 6; i++) {
      eyeballs.poll(i);
      assertFalse(eyeballs.crowded());
    }
    eyeballs.poll(6);
    assertTrue(eyeballs.crowded());
    eyeballs.ended();
    assertFalse(eyeballs.crowded());
  }
}
