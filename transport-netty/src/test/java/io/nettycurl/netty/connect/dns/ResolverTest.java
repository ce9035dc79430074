package io.nettycurl.netty.connect.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final Deque<Runnable> offload = new ArrayDeque<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private long now;
  private final Resolver resolver =
      new Resolver(loop::add, offload::add, this::lookUp, () -> now, new Random(1));

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    asked.add(host);
    String addresses = names.get(host);
    if (addresses == null) {
      throw new UnknownHostException(host);
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
    assertEquals(CurlCode.OK, resolver.apply(List.of("host:80:10.0.0.7", "127.0.0.1:80:10.0.0.8")));
    ask("host");
    ask("127.0.0.1");
    assertEquals(List.of("10.0.0.7", "10.0.0.8"), answers);
    assertEquals(CurlCode.SETOPT_OPTION_SYNTAX, resolver.apply(List.of("host:80")));
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
}
