package io.nettycurl.http.hsts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts want TLS, by plain calls. */
class HstsStoreTest {
  private static final long NOW = 1_548_369_261L;

  @TempDir private Path folder;
  private final HstsStore store = at(NOW);

  private static HstsStore at(long seconds) {
    return new HstsStore(Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "max-age=31536000|31536000|false",
        "max-age=\"21536000\"|21536000|false",
        "MAX-AGE = 100 ; ; includeSubDomains|100|true",
        "includesubdomains;max-age=5|5|true",
        "max-age=5; includeSubDomains; preload|5|true",
        "unknown; max-age=5;; other=\"x\"|5|false"
      })
  void fieldsThatCount(String field, long age, boolean below) {
    assertTrue(store.say("example.com", field));
    assertEquals(List.of(new HstsHost("example.com", below, NOW + age)), store.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "includeSubDomains",
        "max-age",
        "max-age=",
        "max-age=x",
        "max-age=\"5",
        "max-age=-5",
        "max-age=5; max-age=5",
        "max-age=5; includeSubDomains; includeSubDomains"
      })
  void fieldsThatDoNot(String field) {
    assertFalse(store.say("example.com", field));
    assertEquals(List.of(), store.all());
  }

  @Test
  void aLongTimeIsForever() {
    assertTrue(store.say("example.com", "max-age=99999999999999999999"));
    assertEquals(HstsHost.UNLIMITED, store.all().get(0).expires());
  }

  @Test
  void addressesDoNotCount() {
    assertTrue(store.say("127.0.0.1", "max-age=9"));
    assertTrue(store.say("::1", "max-age=9"));
    assertEquals(List.of(), store.all());
  }

  @Test
  void theNewWordHoldsAndZeroForgets() {
    store.say("example.com", "max-age=9; includeSubDomains");
    store.say("EXAMPLE.com.", "max-age=8");
    assertEquals(List.of(new HstsHost("example.com", false, NOW + 8)), store.all());
    store.say("sub.example.com", "max-age=0");
    assertTrue(store.applies("example.com"));
    store.say("example.com", "max-age=0");
    assertFalse(store.applies("example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, true",
    "Example.COM, true",
    "example.com., true",
    "a.b.example.com, true",
    "badexample.com, false",
    "com, false",
    "only.test, true",
    "sub.only.test, false"
  })
  void namesBelowCountWhereTheHostSaysSo(String host, boolean applies) {
    store.say("example.com", "max-age=9; includeSubDomains");
    store.say("only.test", "max-age=9");
    assertEquals(applies, store.applies(host));
  }

  @Test
  void theEndOfOneBelowLeavesTheOneAboveAlone() throws IOException {
    HstsStore later = at(NOW + 5);
    later.add("example.com", true, NOW + 9);
    later.add("x.example.com", false, NOW + 7);
    assertTrue(later.applies("x.example.com"));
    HstsStore muchLater = at(NOW + 8);
    muchLater.add("example.com", true, NOW + 9);
    muchLater.add("x.example.com", false, NOW + 7);
    assertTrue(muchLater.applies("x.example.com"));
    assertTrue(muchLater.applies("example.com"));
    assertEquals(1, muchLater.all().size());
  }

  @Test
  void ofWhatFilesSayTheLaterEndAndTheStricterWordHold() {
    store.add("example.com", false, NOW + 5);
    store.add(".example.com.", false, NOW + 3);
    store.add("example.com", false, NOW + 9);
    store.add("sub.example.com", true, NOW + 99);
    store.add(".", false, NOW + 99);
    assertEquals(List.of(new HstsHost("example.com", true, NOW + 9)), store.all());
  }

  @Test
  void filesAreReadAndWritten() throws IOException {
    Path file = folder.resolve("hsts");
    Files.writeString(
        file,
        "# comment\n"
            + ".readfrom.example \"20211001 04:47:41\"\n"
            + ".old.example \"20161001 04:47:41\"\n"
            + "  .new.example \"unlimited\"\r\n"
            + "bad.example 20211001\n"
            + "bad.example  \"20211001 04:47:41\"\n"
            + "bad.example \"20211001 04:47:41\" x\n"
            + "bad.example \"20211001 04:47:41 GMT+1\"\n"
            + "\n"
            + "plain.example \"20211001 04:47:42\"");
    List<String> lines = new ArrayList<>();
    assertEquals(CurlCode.OK, HstsFile.read(file.toString(), lines));
    lines.forEach(line -> HstsFile.add(store, line));
    assertEquals(
        List.of(
            new HstsHost("readfrom.example", true, 1_633_063_661L),
            new HstsHost("new.example", true, HstsHost.UNLIMITED),
            new HstsHost("plain.example", false, 1_633_063_662L)),
        store.all());
    assertEquals(CurlCode.OK, HstsFile.write(file.toString(), store.all()));
    assertEquals(
        "# Your HSTS cache. https://curl.se/docs/hsts.html\n"
            + "# This file was generated by libcurl! Edit at your own risk.\n"
            + ".readfrom.example \"20211001 04:47:41\"\n"
            + ".new.example \"unlimited\"\n"
            + "plain.example \"20211001 04:47:42\"\n",
        Files.readString(file));
    Files.writeString(file, "x".repeat(4095));
    assertEquals(CurlCode.TOO_LARGE, HstsFile.read(file.toString(), lines));
    assertEquals(CurlCode.OK, HstsFile.read("/no/such", lines));
  }

  @Test
  void onlySoManyAreKept() {
    for (int i = 0; i <= 10_000; i++) {
      store.add("h" + i, false, NOW + 9);
    }
    assertEquals(10_000, store.all().size());
    assertFalse(store.applies("h0"));
    assertTrue(store.applies("h10000"));
  }
}
