package io.nettycurl.netty.connect.dns;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import io.nettycurl.spi.ShareState;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
   * @param servers who is to be asked; null for the system
   */
  public record Question(
      String host,
      int port,
      long family,
      long maxAgeNanos,
      boolean shuffle,
      long scope,
      NameServers servers) {
    /** One for the system. */
    public Question(
        String host, int port, long family, long maxAgeNanos, boolean shuffle, long scope) {
      this(host, port, family, maxAgeNanos, shuffle, scope, null);
    }
  }

  private final Executor loop;
  private final Executor offload;
  private final Lookup lookup;
  private final LongSupplier clock;
  private final Random random;
  private final Names own;
  private boolean closed;

  /**
   * A resolver with an empty cache of its own.
   *
   * @param loop where answers are told
   * @param offload where the system is asked
   * @param lookup asks the system
   * @param clock the time in nanoseconds, the same for all resolvers
   * @param random puts addresses into random order; null for one per thread
   */
  public Resolver(
      Executor loop, Executor offload, Lookup lookup, LongSupplier clock, Random random) {
    this(loop, offload, lookup, clock, random, new Names());
  }

  /**
   * A resolver with a cache that it has in common with others.
   *
   * @param loop where answers are told
   * @param offload where the system is asked
   * @param lookup asks the system
   * @param clock the time in nanoseconds, the same for all resolvers
   * @param random puts addresses into random order; null for one per thread
   * @param names the cache
   */
  public Resolver(
      Executor loop,
      Executor offload,
      Lookup lookup,
      LongSupplier clock,
      Random random,
      Names names) {
    this.own = names;
    this.loop = loop;
    this.offload = offload;
    this.lookup = lookup;
    this.clock = clock;
    this.random = random;
  }

  private Names namesOf(EasyState easy) {
    Names shared = easy.shared(ShareKind.DNS, Names.class, Names::new);
    return shared == null ? own : shared;
  }

  /**
   * Asks for the addresses of a name.
   *
   * @param easy for whom; its share's names are used, if it shares them
   * @param question what
   * @param listener told the answer, possibly before this returns
   * @return gives up waiting; the listener hears nothing any more
   */
  public Runnable resolve(EasyState easy, Question question, Listener listener) {
    Names names = namesOf(easy);
    ShareState share = names == own ? null : easy.share();
    List<InetAddress> known = withoutLookup(names, share, easy, question);
    if (known != null) {
      listener.answered(known, null);
      return () -> {};
    }
    if (SpecialNames.refused(question.host())) {
      listener.answered(List.of(), "Not resolving .onion address (RFC 7686)");
      return () -> {};
    }
    Names.Waiter waiter = new Names.Waiter(question, this, listener);
    known = names.join(waiter, clock.getAsLong());
    if (known != null) {
      listener.answered(ordered(known, question), null);
    } else if (waiter.isFirst()) {
      offload.execute(() -> ask(names, question));
    }
    return waiter::leave;
  }

  /**
   * Whether a question needs no resolver: the answer is cached, or it is a number. Names of the
   * loopback interface count as names, as in libcurl.
   *
   * @param easy for whom
   * @param question what
   */
  public boolean knows(EasyState easy, Question question) {
    Names names = namesOf(easy);
    return NumericAddress.parse(question.host(), question.scope()) != null
        || cached(names, names == own ? null : easy.share(), easy, question) != null;
  }

  private List<InetAddress> withoutLookup(
      Names names, ShareState share, EasyState easy, Question question) {
    List<InetAddress> known = cached(names, share, easy, question);
    if (known != null) {
      return ordered(known, question);
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

  private List<InetAddress> cached(
      Names names, ShareState share, EasyState easy, Question question) {
    if (share == null) {
      return names.known(question, clock.getAsLong());
    }
    share.lock(easy, ShareKind.DNS, true);
    try {
      return names.known(question, clock.getAsLong());
    } finally {
      share.unlock(easy, ShareKind.DNS);
    }
  }

  /** Whether servers other than the system's can be asked. */
  public static boolean asksServers() {
    return NameServers.canBeAsked();
  }

  private void ask(Names names, Question question) {
    List<InetAddress> addresses = List.of();
    try {
      Lookup asked = question.servers() == null ? lookup : DnsClient.of(question.servers());
      addresses = List.of(asked.addressesOf(question.host().toLowerCase(Locale.ROOT)));
    } catch (UnknownHostException | RuntimeException e) {
      // There are none, and that is the answer.
      addresses = List.of();
    } finally {
      // Whatever happened: everybody who asks for this name from now on would wait for it too.
      answered(names, question, addresses);
    }
  }

  private void answered(Names names, Question question, List<InetAddress> found) {
    for (Names.Waiter waiter : names.answered(Names.lookedUp(question), found, clock.getAsLong())) {
      waiter.asker().tellSoon(waiter, found);
    }
  }

  /** Any thread: the one that asks need not be the one that had the system asked. */
  private void tellSoon(Names.Waiter waiter, List<InetAddress> addresses) {
    try {
      loop.execute(() -> tell(waiter, addresses));
    } catch (RejectedExecutionException e) {
      // the loop has ended, and with it everybody who waited on it
    }
  }

  private void tell(Names.Waiter waiter, List<InetAddress> addresses) {
    if (!closed && !waiter.isGone()) {
      waiter.leave();
      waiter.listener().answered(ordered(addresses, waiter.question()), null);
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
   * @param easy whose; its share's names are used, if it shares them
   * @param entries the list
   * @return OK; SETOPT_OPTION_SYNTAX at the first malformed one, those before it are in
   */
  public CurlCode apply(EasyState easy, List<String> entries) {
    Names names = namesOf(easy);
    if (names == own) {
      return names.apply(entries, clock.getAsLong());
    }
    ShareState share = easy.share();
    share.lock(easy, ShareKind.DNS, true);
    try {
      return names.apply(entries, clock.getAsLong());
    } finally {
      share.unlock(easy, ShareKind.DNS);
    }
  }

  /** Forgets every answer that is not a share's, those of CURLOPT_RESOLVE included. */
  public void forget() {
    own.clear();
  }

  /** Who waits hears nothing any more. */
  public void close() {
    closed = true;
  }
}
