package io.nettycurl.netty.connect.dns;

import io.nettycurl.CurlCode;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Any thread. What names were resolved to, and who waits for which: one for all handles of a multi,
 * and one in each share. Several who ask for one name wait for one lookup, on whatever loops they
 * are.
 */
public final class Names {
  private final DnsCache cache = new DnsCache();
  private final Map<String, List<Waiter>> running = new HashMap<>();

  /** Knows nothing. */
  public Names() {}

  /** Owned by {@link Names}. One that waits for a lookup. */
  static final class Waiter {
    private final Resolver.Question question;
    private final Resolver asker;
    private final Resolver.Listener listener;
    private boolean first;
    private volatile boolean gone;

    Waiter(Resolver.Question question, Resolver asker, Resolver.Listener listener) {
      this.question = question;
      this.asker = asker;
      this.listener = listener;
    }

    Resolver.Question question() {
      return question;
    }

    Resolver asker() {
      return asker;
    }

    Resolver.Listener listener() {
      return listener;
    }

    /** Whether it is the first for its name. */
    boolean isFirst() {
      return first;
    }

    /** It waits no more. Called on its loop. */
    void leave() {
      gone = true;
    }

    boolean isGone() {
      return gone;
    }
  }

  /**
   * The addresses known for a name.
   *
   * @param question what
   * @param now the time in nanoseconds
   * @return the addresses, empty if the name is known to have none; null if nothing is known
   */
  synchronized List<InetAddress> known(Resolver.Question question, long now) {
    DnsCache.Entry entry = cache.get(question.host(), question.port(), now, question.maxAgeNanos());
    return entry == null ? null : entry.addresses();
  }

  /**
   * One starts to wait, unless the answer came since it looked.
   *
   * @param waiter which; knows afterwards whether it has to see to the lookup
   * @param now the time in nanoseconds
   * @return the answer; null if it waits
   */
  synchronized List<InetAddress> join(Waiter waiter, long now) {
    List<InetAddress> known = known(waiter.question(), now);
    if (known != null) {
      return known;
    }
    List<Waiter> waiters = running.get(lookedUp(waiter.question()));
    waiter.first = waiters == null;
    if (waiter.first) {
      waiters = new ArrayList<>(1);
      running.put(lookedUp(waiter.question()), waiters);
    }
    waiters.add(waiter);
    return null;
  }

  /**
   * A lookup is over: remembers the answer.
   *
   * @param lookup what {@link #lookedUp} gives for it
   * @param addresses the addresses; empty if there are none
   * @param now the time in nanoseconds
   * @return those who waited, to be told
   */
  synchronized List<Waiter> answered(String lookup, List<InetAddress> addresses, long now) {
    List<Waiter> waiters = running.remove(lookup);
    if (waiters == null) {
      return List.of();
    }
    for (Waiter waiter : waiters) {
      Resolver.Question question = waiter.question();
      cache.put(question.host(), question.port(), addresses, now, question.maxAgeNanos());
    }
    return waiters;
  }

  /** What has to be equal for two questions to wait for one lookup: the name, and who is asked. */
  static String lookedUp(Resolver.Question question) {
    String name = question.host().toLowerCase(Locale.ROOT);
    return question.servers() == null ? name : name + ' ' + question.servers();
  }

  /**
   * Puts entries of CURLOPT_RESOLVE in.
   *
   * @param entries the list
   * @param now the time in nanoseconds
   * @return OK; SETOPT_OPTION_SYNTAX at the first malformed one, those before it are in
   */
  synchronized CurlCode apply(List<String> entries, long now) {
    for (String text : entries) {
      ResolveEntry entry = ResolveEntry.parse(text);
      if (entry == null) {
        return CurlCode.SETOPT_OPTION_SYNTAX;
      }
      if (entry != ResolveEntry.IGNORED) {
        cache.apply(entry, now);
      }
    }
    return CurlCode.OK;
  }

  /** Forgets what it knows; who waits goes on waiting. */
  synchronized void clear() {
    cache.clear();
  }
}
