package io.nettycurl.netty.connect.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsCacheTest {
  private static final List<InetAddress> ONE = List.of(NumericAddress.parse("10.0.0.1", 0));
  private static final long MAX_AGE = 100;

  private final DnsCache cache = new DnsCache();

  @Test
  void answersUntilTooOld() {
    cache.put("Host", 80, ONE, 1000, MAX_AGE);
    assertEquals(ONE, cache.get("hOST", 80, 1099, MAX_AGE).addresses());
    assertNull(cache.get("host", 81, 1000, MAX_AGE));
    assertNull(cache.get("host", 80, 1100, MAX_AGE));
    assertEquals(0, cache.size());
  }

  @Test
  void negativeAnswersAgeTwiceAsFast() {
    cache.put("host", 80, List.of(), 0, MAX_AGE);
    assertTrue(cache.get("host", 80, 49, MAX_AGE).addresses().isEmpty());
    assertNull(cache.get("host", 80, 50, MAX_AGE));
  }

  @Test
  void foreverAndNever() {
    cache.put("a", 80, ONE, 0, DnsCache.FOREVER);
    assertNotNull(cache.get("a", 80, Long.MAX_VALUE, DnsCache.FOREVER));
    cache.put("b", 80, ONE, 0, 0);
    assertEquals(1, cache.size());
  }

  @Test
  void entriesOfTheUserStayOrGetOld() {
    cache.apply(ResolveEntry.parse("stay:80:10.0.0.1"), 0);
    cache.apply(ResolveEntry.parse("+go:80:10.0.0.1"), 0);
    assertNotNull(cache.get("stay", 80, 10 * MAX_AGE, MAX_AGE));
    assertNotNull(cache.get("go", 80, MAX_AGE - 1, MAX_AGE));
    assertNull(cache.get("go", 80, MAX_AGE, MAX_AGE));
    cache.apply(ResolveEntry.parse("-stay:80"), 0);
    assertNull(cache.get("stay", 80, 0, MAX_AGE));
  }

  @Test
  void wildcardStandsForEveryNameOnItsPort() {
    cache.put("known", 80, List.of(NumericAddress.parse("10.0.0.9", 0)), 0, MAX_AGE);
    cache.apply(ResolveEntry.parse("*:80:10.0.0.1"), 0);
    assertEquals(ONE, cache.get("any", 80, 0, MAX_AGE).addresses());
    assertNull(cache.get("any", 443, 0, MAX_AGE));
    assertEquals(
        "10.0.0.9", NumericAddress.text(cache.get("known", 80, 0, MAX_AGE).addresses().get(0)));
  }

  @Test
  void staysBounded() {
    for (int i = 0; i < 40_000; i++) {
      cache.put("h" + i, 80, ONE, i, 1_000_000);
    }
    assertTrue(cache.size() < 30_000, "size " + cache.size());
    assertNotNull(cache.get("h39999", 80, 40_000, 1_000_000));
  }
}
