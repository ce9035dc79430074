package io.nettycurl.netty.connect.dns;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Owned by the loop. Turns names into addresses: numbers, loopback names and cached answers at
 * once, the others by the system's resolver on another thread. Several who ask for one name wait
 * for one lookup.
 */
public final class Resolver {
  /** Asks the system; blocks. */
  @FunctionalInterface
  public interface Lookup {
    /**
     * All addresses of a name.
     *
     * @param host the name
     * @return at least one address
     * @throws UnknownHostException if there are none
     */
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  /** Told the answer, on the loop. */
  @FunctionalInterface
  public interface Listener {
    /**
     * The lookup is over.
     *
     * @param addresses the addresses that fit the question; empty if there are none
     * @param refusal why the name was not looked up at all; null if it was
     */
    void answered(List<InetAddress> addresses, String refusal);
  }

  /**
   * Immutable. What is asked.
   *
   * @param host a name or an address, without brackets
   * @param port the port, which entries of CURLOPT_RESOLVE go by
   * @param family a {@code CURL_IPRESOLVE_*} value
   * @param maxAgeNanos how old a cached answer may be; 0 for none, -1 for any
   * @param shuffle whether to put the addresses into random order
   * @param scope zone of a link-local address; 0 for none
   */
  public record Question(
      String host, int port, long family, long maxAgeNanos, boolean shuffle, long scope) {}

  private record Waiter(Question question, Listener listener) {}

  private final Executor loop;
  private final Executor offload;
  private final Lookup lookup;
  private final LongSupplier clock;
  private final Random random;
  private final DnsCache cache = new DnsCache();
  private final Map<String, List<Waiter>> running = new HashMap<>();
  private boolean closed;

  /**
   * A resolver with an empty cache.
   *
   * @param loop where answers are told
   * @param offload where the system is asked
   * @param lookup asks the system
   * @param clock the time in nanoseconds
   * @param random puts addresses into random order; null for one per thread
   */
  public Resolver(
      Executor loop, Executor offload, Lookup lookup, LongSupplier clock, Random random) {
    this.loop = loop;
    this.offload = offload;
    this.lookup = lookup;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Asks for the addresses of a name.
   *
   * @param question what
   * @param listener told the answer, possibly before this returns
   * @return gives up waiting; the listener hears nothing any more
   */
  public Runnable resolve(Question question, Listener listener) {
    List<InetAddress> known = withoutLookup(question);
    if (known != null) {
      listener.answered(known, null);
      return () -> {};
    }
    if (SpecialNames.refused(question.host())) {
      listener.answered(List.of(), "Not resolving .onion address (RFC 7686)");
      return () -> {};
    }
    return lookUp(question, listener);
  }

  private List<InetAddress> withoutLookup(Question question) {
    DnsCache.Entry entry =
        cache.get(question.host(), question.port(), clock.getAsLong(), question.maxAgeNanos());
    if (entry != null) {
      return ordered(entry.addresses(), question);
    }
    InetAddress address = NumericAddress.parse(question.host(), question.scope());
    if (address != null) {
      // a number says its family itself, whatever IPRESOLVE asks for
      return List.of(address);
    }
    List<InetAddress> loopback = SpecialNames.loopback(question.host());
    return loopback != null
        ? ordered(loopback, question)
        : question.host().isEmpty() ? List.of() : null;
  }

  private Runnable lookUp(Question question, Listener listener) {
    String name = question.host().toLowerCase(Locale.ROOT);
    Waiter waiter = new Waiter(question, listener);
    List<Waiter> waiters = running.get(name);
    if (waiters != null) {
      waiters.add(waiter);
    } else {
      waiters = new ArrayList<>(1);
      waiters.add(waiter);
      running.put(name, waiters);
      offload.execute(() -> askSystem(name));
    }
    List<Waiter> mine = waiters;
    return () -> mine.removeIf(other -> other == waiter);
  }

  private void askSystem(String name) {
    List<InetAddress> addresses;
    try {
      addresses = List.of(lookup.addressesOf(name));
    } catch (UnknownHostException | RuntimeException e) {
      addresses = List.of();
    }
    List<InetAddress> found = addresses;
    try {
      loop.execute(() -> answered(name, found));
    } catch (RejectedExecutionException e) {
      // the loop has ended, and with it everybody who waited
    }
  }

  private void answered(String name, List<InetAddress> addresses) {
    List<Waiter> waiters = running.remove(name);
    if (closed || waiters == null) {
      return;
    }
    long now = clock.getAsLong();
    while (!waiters.isEmpty()) {
      Waiter waiter = waiters.remove(0);
      Question question = waiter.question();
      cache.put(question.host(), question.port(), addresses, now, question.maxAgeNanos());
      waiter.listener().answered(ordered(addresses, question), null);
    }
  }

  private List<InetAddress> ordered(List<InetAddress> addresses, Question question) {
    List<InetAddress> fitting = new ArrayList<>(addresses.size());
    for (InetAddress address : addresses) {
      if (fits(address, question.family())) {
        fitting.add(address);
      }
    }
    if (question.shuffle()) {
      Collections.shuffle(fitting, random != null ? random : ThreadLocalRandom.current());
    }
    return fitting;
  }

  private static boolean fits(InetAddress address, long family) {
    if (family == CurlSymbols.CURL_IPRESOLVE_V4) {
      return !(address instanceof Inet6Address);
    }
    return family != CurlSymbols.CURL_IPRESOLVE_V6 || address instanceof Inet6Address;
  }

  /**
   * Puts entries of CURLOPT_RESOLVE into the cache.
   *
   * @param entries the list
   * @return OK; SETOPT_OPTION_SYNTAX at the first malformed one, those before it are in
   */
  public CurlCode apply(List<String> entries) {
    for (String text : entries) {
      ResolveEntry entry = ResolveEntry.parse(text);
      if (entry == null) {
        return CurlCode.SETOPT_OPTION_SYNTAX;
      }
      if (entry != ResolveEntry.IGNORED) {
        cache.apply(entry, clock.getAsLong());
      }
    }
    return CurlCode.OK;
  }

  /** Forgets everything; who waits hears nothing any more. */
  public void close() {
    closed = true;
    cache.clear();
    running.values().forEach(List::clear);
    running.clear();
  }
}
