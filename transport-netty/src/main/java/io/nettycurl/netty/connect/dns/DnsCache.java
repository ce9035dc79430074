package io.nettycurl.netty.connect.dns;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Owned by the loop. Answers that were seen, by name and port; time is told from outside. */
final class DnsCache {
  /** libcurl's bound. */
  private static final int MAX_ENTRIES = 29_999;

  /** Never gets old. */
  static final long FOREVER = -1;

  private record Key(String host, int port) {}

  /**
   * Immutable. One answer.
   *
   * @param addresses the addresses; empty if the name has none
   * @param since when it was learnt, in nanoseconds
   * @param permanent whether it never gets old
   */
  record Entry(List<InetAddress> addresses, long since, boolean permanent) {
    boolean stale(long now, long maxAge) {
      if (permanent || maxAge == FOREVER) {
        return false;
      }
      // an answer that there is no such name is believed half as long
      long age = addresses.isEmpty() ? 2 * (now - since) : now - since;
      return age >= maxAge;
    }
  }

  private final Map<Key, Entry> entries = new HashMap<>();
  private boolean wildcards;

  /**
   * Looks for an answer and forgets it if it is too old.
   *
   * @param host the name
   * @param port the port
   * @param now the time in nanoseconds
   * @param maxAge how old it may be in nanoseconds, or {@link #FOREVER}
   * @return the answer, or null
   */
  Entry get(String host, int port, long now, long maxAge) {
    Entry entry = fresh(key(host, port), now, maxAge);
    return entry == null && wildcards ? fresh(key(ResolveEntry.ANY, port), now, maxAge) : entry;
  }

  private Entry fresh(Key key, long now, long maxAge) {
    Entry entry = entries.get(key);
    if (entry != null && entry.stale(now, maxAge)) {
      entries.remove(key);
      return null;
    }
    return entry;
  }

  /** Keeps an answer of the resolver's. */
  void put(String host, int port, List<InetAddress> addresses, long now, long maxAge) {
    if (maxAge == 0) {
      return;
    }
    if (entries.size() >= MAX_ENTRIES) {
      prune(now, maxAge);
    }
    entries.put(key(host, port), new Entry(addresses, now, false));
  }

  /** Acts on an entry of CURLOPT_RESOLVE. */
  void apply(ResolveEntry entry, long now) {
    Key key = key(entry.host(), entry.port());
    if (entry.remove()) {
      entries.remove(key);
      return;
    }
    entries.put(key, new Entry(entry.addresses(), now, entry.permanent()));
    wildcards |= entry.host().equals(ResolveEntry.ANY);
  }

  int size() {
    return entries.size();
  }

  void clear() {
    entries.clear();
    wildcards = false;
  }

  private void prune(long now, long maxAge) {
    entries.values().removeIf(entry -> entry.stale(now, maxAge));
    long oldest = maxAge;
    while (entries.size() >= MAX_ENTRIES && oldest != 0) {
      oldest = oldestAge(now) / 2;
      long limit = oldest;
      entries.values().removeIf(entry -> entry.stale(now, limit));
    }
  }

  private long oldestAge(long now) {
    long oldest = 0;
    for (Entry entry : entries.values()) {
      if (!entry.permanent()) {
        oldest = Math.max(oldest, now - entry.since());
      }
    }
    return oldest;
  }

  private static Key key(String host, int port) {
    return new Key(host.toLowerCase(Locale.ROOT), port);
  }
}
