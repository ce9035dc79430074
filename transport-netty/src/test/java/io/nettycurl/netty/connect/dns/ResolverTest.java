package io.nettycurl.netty.connect.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.NettyEngineProvider;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
  private static final String BREAKS = "breaks";

  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final Deque<Runnable> offload = new ArrayDeque<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final EasyState easy = new EasyState(null);
  private long now;
  private final Resolver resolver =
      new Resolver(loop::add, offload::add, this::lookUp, () -> now, new Random(1));

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    asked.add(host);
    String addresses = names.get(host);
    if (addresses == null) {
      throw new UnknownHostException(host);
    }
    if (addresses.equals(BREAKS)) {
      throw new LinkageError(host);
    }
    String[] texts = addresses.split(" ", -1);
    InetAddress[] found = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      found[i] = NumericAddress.parse(texts[i], 0);
    }
    return found;
  }

  private Runnable ask(String host, long family, long maxAge, boolean shuffle) {
    return resolver.resolve(
        easy,
        new Resolver.Question(host, 80, family, maxAge, shuffle, 0),
        (addresses, refusal) ->
            answers.add(
                refusal != null
                    ? refusal
                    : addresses.stream()
                        .map(NumericAddress::text)
                        .collect(Collectors.joining(" "))));
  }

  private void ask(String host) {
    ask(host, CurlSymbols.CURL_IPRESOLVE_WHATEVER, 100, false);
  }

  private void run(Deque<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
  }

  private void runAll() {
    run(offload);
    run(loop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.255.255.1"})
  void numbersNeedNobody(String host) {
    ask(host, CurlSymbols.CURL_IPRESOLVE_V6, 0, false);
    assertEquals(List.of(host), answers);
    assertTrue(offload.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST.", "a.localhost", "a.b.localhost."})
  void localhostNeedsNobody(String host) {
    ask(host);
    ask(host, CurlSymbols.CURL_IPRESOLVE_V4, 0, false);
    assertEquals(List.of("::1 127.0.0.1", "127.0.0.1"), answers);
    assertTrue(offload.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.onion", "x.ONION."})
  void onionIsRefused(String host) {
    ask(host);
    assertEquals(List.of("Not resolving .onion address (RFC 7686)"), answers);
    assertTrue(offload.isEmpty());
  }

  @Test
  void answersComeByTheLoop() {
    names.put("host", "10.0.0.1");
    ask("host");
    run(offload);
    assertTrue(answers.isEmpty());
    run(loop);
    assertEquals(List.of("10.0.0.1"), answers);
  }

  @Test
  void aLookupThatBreaksIsAnAnswerToo() {
    names.put("host", BREAKS);
    ask("host");
    ask("host");
    assertThrows(LinkageError.class, () -> run(offload));
    run(loop);
    assertEquals(List.of("", ""), answers);
  }

  @Test
  void oneLookupForAllWhoWait() {
    names.put("host", "10.0.0.1");
    ask("host");
    ask("HOST");
    Runnable giveUp = ask("host", CurlSymbols.CURL_IPRESOLVE_WHATEVER, 100, false);
    giveUp.run();
    runAll();
    assertEquals(List.of("host"), asked);
    assertEquals(List.of("10.0.0.1", "10.0.0.1"), answers);
  }

  @Test
  void cachesAsLongAsAsked() {
    names.put("host", "10.0.0.1");
    ask("host");
    runAll();
    now = 99;
    ask("host");
    assertEquals(1, asked.size());
    now = 100;
    ask("host");
    runAll();
    assertEquals(2, asked.size());
  }

  @Test
  void familiesArePicked() {
    names.put("host", "10.0.0.1 fd00::1 10.0.0.2");
    ask("host", CurlSymbols.CURL_IPRESOLVE_V6, 100, false);
    runAll();
    ask("host", CurlSymbols.CURL_IPRESOLVE_V4, 100, false);
    assertEquals(List.of("fd00:0:0:0:0:0:0:1", "10.0.0.1 10.0.0.2"), expanded());
    assertEquals(1, asked.size());
  }

  private List<String> expanded() {
    return answers.stream().map(a -> a.replace("fd00::1", "fd00:0:0:0:0:0:0:1")).toList();
  }

  @Test
  void unknownNamesAreRememberedToo() {
    ask("nowhere");
    runAll();
    ask("nowhere");
    assertEquals(List.of("", ""), answers);
    assertEquals(1, asked.size());
  }

  @Test
  void entriesOfTheUserWinOverTheSystemAndOverNumbers() {
    assertEquals(
        CurlCode.OK, resolver.apply(easy, List.of("host:80:10.0.0.7", "127.0.0.1:80:10.0.0.8")));
    ask("host");
    ask("127.0.0.1");
    assertEquals(List.of("10.0.0.7", "10.0.0.8"), answers);
    assertEquals(CurlCode.SETOPT_OPTION_SYNTAX, resolver.apply(easy, List.of("host:80")));
  }

  @Test
  void shuffles() {
    names.put("host", "10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4 10.0.0.5 10.0.0.6");
    ask("host", CurlSymbols.CURL_IPRESOLVE_WHATEVER, 100, true);
    runAll();
    assertTrue(!answers.get(0).equals(names.get("host")), answers.get(0));
    assertEquals(6, answers.get(0).split(" ", -1).length);
  }

  @Test
  void closedIsSilent() {
    names.put("host", "10.0.0.1");
    ask("host");
    resolver.close();
    runAll();
    assertTrue(answers.isEmpty());
  }

  // several resolvers on one share

  private static ShareState sharingNames() {
    ShareState share = new ShareState();
    assertEquals(
        CurlShareCode.OK, share.share(CurlSymbols.CURL_LOCK_DATA_DNS, new NettyEngineProvider()));
    return share;
  }

  private Runnable ask(Resolver of, EasyState who, String host, String told) {
    return of.resolve(
        who,
        new Resolver.Question(host, 80, CurlSymbols.CURL_IPRESOLVE_WHATEVER, 100, false, 0),
        (addresses, refusal) -> answers.add(told + NumericAddress.text(addresses.get(0))));
  }

  @Test
  void thoseOfAShareWaitForOneLookupEachOnItsLoop() {
    names.put("host", "10.0.0.1");
    ShareState share = sharingNames();
    Deque<Runnable> otherLoop = new ArrayDeque<>();
    Resolver other =
        new Resolver(otherLoop::add, offload::add, this::lookUp, () -> now, new Random(1));
    EasyState second = new EasyState(null);
    easy.share(share);
    second.share(share);

    ask(resolver, easy, "host", "first ");
    ask(other, second, "Host", "second ");
    assertEquals(1, offload.size());
    resolver.close();
    run(offload);
    run(otherLoop);
    assertEquals(List.of("second 10.0.0.1"), answers, "the first one's loop is not needed");
    run(loop);
    assertEquals(List.of("second 10.0.0.1"), answers, "closed is silent");

    ask(other, second, "host", "again ");
    assertEquals(List.of("second 10.0.0.1", "again 10.0.0.1"), answers);
    second.share(null);
    ask(other, second, "host", "alone ");
    assertEquals(1, offload.size(), "its own cache knows nothing");
    easy.share(null);
  }

  @Test
  void entriesOfOneAreSeenByTheOthersOfItsShare() {
    ShareState share = sharingNames();
    List<String> locks = new ArrayList<>();
    share.lockFunction((handle, data, access, userdata) -> locks.add("lock " + data));
    share.unlockFunction((handle, data, userdata) -> locks.add("unlock " + data));
    easy.share(share);
    locks.clear();
    assertEquals(CurlCode.OK, resolver.apply(easy, List.of("host:80:10.0.0.7")));
    Resolver other = new Resolver(loop::add, offload::add, this::lookUp, () -> now, null);
    ask(other, easy, "host", "");
    assertEquals(List.of("10.0.0.7"), answers);
    assertEquals(List.of("lock 3", "unlock 3", "lock 3", "unlock 3"), locks);
    EasyState stranger = new EasyState(null);
    ask(resolver, stranger, "host", "");
    assertEquals(1, offload.size());
    easy.share(null);
  }

  /** Every one of many on four loops gets its answer, and there is one lookup for each name. */
  @Test
  void oneShareUnderContention() throws Exception {
    int loops = 4;
    int hosts = 50;
    ShareState share = sharingNames();
    AtomicInteger lookups = new AtomicInteger();
    ExecutorService lookers = Executors.newFixedThreadPool(3);
    List<ExecutorService> threads = new ArrayList<>();
    CountDownLatch told = new CountDownLatch(loops * hosts * 2);
    for (int i = 0; i < loops; i++) {
      ExecutorService thread = Executors.newSingleThreadExecutor();
      threads.add(thread);
      Resolver.Lookup counted =
          host -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
          };
      Resolver mine = new Resolver(thread, lookers, counted, System::nanoTime, null);
      EasyState who = new EasyState(null);
      who.share(share);
      thread.execute(() -> askForAll(mine, who, hosts, told));
    }
    assertTrue(told.await(60, TimeUnit.SECONDS), "not told: " + told.getCount());
    assertEquals(hosts, lookups.get());
    threads.forEach(ExecutorService::shutdown);
    lookers.shutdown();
  }

  private static void askForAll(Resolver of, EasyState who, int hosts, CountDownLatch told) {
    for (int host = 0; host < hosts; host++) {
      for (int twice = 0; twice < 2; twice++) {
        of.resolve(
            who,
            new Resolver.Question("host" + host, 80, 0, -1, false, 0),
            (addresses, refusal) -> told.countDown());
      }
    }
  }
}
