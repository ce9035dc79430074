package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.UrlPart;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the text files, each with what the server sends cut in several ways. */
class WireTest {
  private static final int SLOW_BYTES = 40_000;

  static List<WireCase> cases() throws IOException, URISyntaxException {
    List<WireCase> cases = new ArrayList<>();
    Path folder = Path.of(WireTest.class.getResource("/wire").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        cases.addAll(WireCase.read(file));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whole(WireCase wire) {
    run(wire, bench -> bench.receive(wire.server()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void byteByByte(WireCase wire) {
    Assumptions.assumeTrue(wire.server().length < SLOW_BYTES && !wire.has("whole"));
    run(wire, bench -> inPieces(bench, wire.server(), null));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inRandomPieces(WireCase wire) {
    Assumptions.assumeTrue(!wire.has("whole"));
    Random random = new Random(wire.name().hashCode());
    for (int i = 0; i < (wire.server().length < SLOW_BYTES ? 20 : 2); i++) {
      run(wire, bench -> inPieces(bench, wire.server(), random));
    }
  }

  private static void inPieces(HttpBench bench, byte[] bytes, Random random) {
    int at = 0;
    while (at < bytes.length && bench.transfer.result() == null) {
      int length = random == null ? 1 : 1 + random.nextInt(1 + bytes.length / 3);
      length = Math.min(length, bytes.length - at);
      bench.receive(bytes, at, length);
      at += length;
    }
  }

  private interface Server {
    void send(HttpBench bench);
  }

  private static void run(WireCase wire, Server server) {
    try (HttpBench bench = new HttpBench()) {
      setUp(wire, bench);
      bench.start();
      server.send(bench);
      if (wire.has("close") && bench.transfer.result() == null) {
        bench.receiveEnd();
      }
      check(wire, bench);
      if (bench.transfer.result() == null) {
        bench.handler.cancel(bench.exchange, CurlCode.ABORTED_BY_CALLBACK);
      }
      bench.release();
    }
  }

  private static void setUp(WireCase wire, HttpBench bench) {
    for (String line : wire.setup()) {
      String[] words = line.split(" ", 3);
      if (words[0].equals("option")) {
        set(bench, EasyOption.byName(words[1]), words.length > 2 ? words[2] : "");
      }
    }
    String kind = wire.setting("kind");
    if (kind != null) {
      bench.transfer.requestKind(RequestKind.valueOf(kind));
    }
    if (wire.has("reused")) {
      bench.connection.useCount(1);
    }
  }

  @SuppressWarnings("unchecked")
  private static void set(HttpBench bench, EasyOption<?> option, String value) {
    Object typed = value;
    if (option.valueType() == Long.class) {
      typed = Long.valueOf(value);
    } else if (option.valueType() == List.class) {
      typed = List.of(value.split("\\|"));
    }
    bench.transfer.set((EasyOption<Object>) option, typed);
  }

  private static void check(WireCase wire, HttpBench bench) {
    wire.expected()
        .forEach(
            (what, value) -> assertEquals(text(value), actual(what, bench), what + " of " + wire));
    if (!wire.expected().containsKey("next") && bench.transfer.result() != null) {
      assertNull(bench.next(), "next of " + wire);
    }
  }

  private static String text(String value) {
    return new String(WireText.bytes(value), StandardCharsets.ISO_8859_1);
  }

  private static String actual(String what, HttpBench bench) {
    switch (what) {
      case "code":
        CurlCode code = bench.transfer.result();
        return code == null ? "none" : String.valueOf(code.number());
      case "status":
        return String.valueOf(bench.transfer.infos().number(CurlInfo.RESPONSE_CODE));
      case "headers":
        return bench.transfer.headerText();
      case "body":
        return bench.transfer.bodyText();
      case "reusable":
        return bench.transfer.reusable() ? "yes" : "no";
      case "unmet":
        return String.valueOf(bench.transfer.infos().number(CurlInfo.CONDITION_UNMET));
      case "redirect":
        return bench.transfer.infos().get(CurlInfo.REDIRECT_URL);
      case "next":
        NextStep next = bench.next();
        return next == null ? "none" : next.url().get(UrlPart.URL, 0).value();
      default:
        throw new IllegalArgumentException(what);
    }
  }
}
