package io.nettycurl.http.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of cookies, by plain calls. */
class CookieStoreTest {
  private static final long NOW = 1_700_000_000L;
  private static final long DAYS_400 = 400L * 24 * 3600;

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final CookieStore store = new CookieStore(clock);
  private final List<String> notes = new ArrayList<>();

  private static final class ManualClock extends Clock {
    private long seconds = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds);
    }
  }

  @BeforeEach
  void transfersRun() {
    store.run();
  }

  private boolean set(String value) {
    return store.set(value, "www.example.com", "/a/b/page", false, notes::add);
  }

  private boolean setSecure(String value) {
    return store.set(value, "www.example.com", "/a/b/page", true, notes::add);
  }

  private String sent(String host, String path, boolean secure) {
    List<Cookie> cookies = store.matching(host, path, secure, notes::add);
    String line = CookieEngine.line(cookies, null, notes::add);
    return line == null ? "" : line;
  }

  private String sent() {
    return sent("www.example.com", "/a/b/page", false);
  }

  private String only() {
    List<String> lines = store.lines();
    assertEquals(1, lines.size(), lines::toString);
    return lines.get(0);
  }

  private CurlCode load(CookieStore to, String file, boolean newSession) {
    List<String> lines = new ArrayList<>();
    CurlCode code = CookieFile.read(file, lines::add, notes::add);
    to.addAll(lines, newSession, false);
    return code;
  }

  private static CurlCode save(CookieStore from, String file) {
    List<String> lines = from.saved();
    return lines == null ? CurlCode.OK : CookieFile.write(file, lines);
  }

  // Lines

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=b|a=b",
        "a = b |a=b",
        "a=b c d ; path=/|a=b c d",
        "a=|a=",
        "a==b|a==b",
        "a=\"q\"|a=\"q\"",
        "a=b;;; secure=no|a=b",
        "name with space=x|name with space=x"
      })
  void namesAndValues(String line, String expected) {
    assertTrue(set(line));
    assertEquals(expected, sent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "novalue",
        "novalue; domain=example.com",
        "=b",
        " =b",
        "a\tb=c",
        "a=b\tc",
        "a=b\u0001",
        "a\u007f=b",
        "a=b; path=/x\ty",
        "a=b; secure",
        "__Secure-a=b",
        "__Host-a=b",
        "a=b; domain=other.com",
        "a=b; domain=ww.example.com",
        "a=b; domain=ample.com",
        "a=b; domain=com",
        "a=b; domain=.com",
        "a=b; domain=com.",
        "a=b; domain=..com"
      })
  void whatIsDropped(String line) {
    assertFalse(set(line));
    assertNull(store.lines());
  }

  @Test
  void sizesAreLimited() {
    assertTrue(set("A".repeat(3000) + '=' + "B".repeat(1096)));
    assertFalse(set("C".repeat(3000) + '=' + "B".repeat(1097)));
    assertFalse(set("D".repeat(4096) + "=E"));
    assertTrue(set("x=y; junk=" + "j".repeat(4980)));
    assertFalse(set("z=y; junk=" + "j".repeat(5000)));
    assertEquals(2, store.lines().size());
  }

  @Test
  void theSecureFlagNeedsASecureOrigin() {
    assertTrue(setSecure("a=b; Secure ;path=/"));
    assertEquals("", sent());
    assertEquals("a=b", sent("www.example.com", "/", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "__Secure-a=b; secure|true",
        "__Secure-a=b|false",
        "__secure-a=b|true",
        "__Host-a=b; secure; path=/|true",
        "__Host-a=b; secure|false",
        "__Host-a=b; path=/|false",
        "__Host-a=b; secure; path=/; domain=example.com|false",
        "__HOST-a=b|true"
      })
  void prefixesAreHeldTo(String line, boolean taken) {
    assertEquals(taken, setSecure(line));
  }

  // Where they go

  @ParameterizedTest
  @CsvSource({
    "example.com, true",
    "www.example.com, true",
    "WWW.Example.COM, true",
    "a.www.example.com, true",
    "badexample.com, false",
    "example.org, false"
  })
  void aDomainCoversWhatIsBelowIt(String host, boolean goes) {
    assertTrue(set("a=b; domain=.Example.com; path=/"));
    assertEquals(goes ? "a=b" : "", sent(host, "/", false));
  }

  @Test
  void withoutDomainItStaysWithItsHost() {
    assertTrue(set("a=b; path=/"));
    assertEquals("a=b", sent("www.EXAMPLE.com", "/", false));
    assertEquals("", sent("x.www.example.com", "/", false));
    assertEquals("", sent("example.com", "/", false));
  }

  @Test
  void addressesMatchWhole() {
    assertTrue(store.set("a=b; domain=127.0.0.1", "127.0.0.1", "/", false, notes::add));
    assertFalse(store.set("c=d; domain=.0.0.1", "127.0.0.1", "/", false, notes::add));
    assertEquals("127.0.0.1\tFALSE\t/\tFALSE\t0\ta\tb", only());
    assertEquals("a=b", sent("127.0.0.1", "/", false));
    assertEquals("", sent("1.127.0.0.1", "/", false));
  }

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/, /x, true",
    "/a, /a, true",
    "/a, /a/, true",
    "/a, /a/b, true",
    "/a/, /a, true",
    "/a, /ab, false",
    "/a, /A, false",
    "/a/b, /a, false",
    "'\"/a\"', /a/x, true",
    "relative, /x, true"
  })
  void pathsCoverWholeSegments(String path, String requested, boolean goes) {
    assertTrue(set("a=b; path=" + path));
    assertEquals(goes ? "a=b" : "", sent("www.example.com", requested, false));
  }

  @Test
  void thePathIsTheRequestsFolderByDefault() {
    set("a=b");
    assertEquals("www.example.com\tFALSE\t/a/b\tFALSE\t0\ta\tb", only());
  }

  // The list of suffixes

  @Test
  void publicSuffixesTakeNoCookies() {
    assertFalse(store.set("a=b; domain=co.UK", "x.co.uk", "/", false, notes::add));
    assertFalse(store.set("a=b; domain=me.", "firsthost.me.", "/", false, notes::add));
    assertFalse(store.set("a=b; domain=example.ck", "www.example.ck", "/", false, notes::add));
    assertTrue(store.set("a=b; domain=www.ck", "x.www.ck", "/", false, notes::add));
    assertTrue(store.set("a=b; domain=localhost", "localhost", "/", false, notes::add));
    assertTrue(notes.get(0).contains("must not set cookies for 'co.UK'"), notes::toString);
  }

  @Test
  void filesAreHeldToThemAndCookieListIsNot() throws IOException {
    Path file = folder.resolve("in");
    Files.writeString(
        file, ".co.uk\tTRUE\t/\tFALSE\t0\tbad\tno\nfoo.co.uk\tTRUE\t/\tFALSE\t0\tgood\tyes\n");
    assertEquals(CurlCode.OK, load(store, file.toString(), false));
    assertEquals("good=yes", sent("foo.co.uk", "/", false));
    store.add(".co.uk\tTRUE\t/\tFALSE\t0\tbad\tno");
    assertEquals("good=yes; bad=no", sent("foo.co.uk", "/", false));
  }

  // Time

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=100|100",
        "max-age=\"100\"|100",
        "expires=Thu, 01 Jan 2099 00:00:00 GMT; max-age=60|60",
        "max-age=60; expires=Thu, 01 Jan 1970 00:00:00 GMT|60"
      })
  void agesAreCountedFromNow(String attributes, long seconds) {
    assertTrue(set("a=b; path=/; " + attributes));
    assertEquals("www.example.com\tFALSE\t/\tFALSE\t" + (NOW + seconds) + "\ta\tb", only());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-age=99999999999",
        "max-age=99999999999999999999999",
        "expires=Fri Feb 13 11:56:27 GMT 2525"
      })
  void noneLastsLongerThan400Days(String attribute) {
    assertTrue(set("a=b; path=/; " + attribute));
    long cap = (NOW + DAYS_400 + 30) / 60 * 60;
    assertEquals("www.example.com\tFALSE\t/\tFALSE\t" + cap + "\ta\tb", only());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-age=0",
        "max-age=-1",
        "max-age=soon",
        "expires=Thu, 01-Jan-1970 00:00:00 GMT",
        "expires=Monday, 13-Jun-1988 03:04:55 GMT"
      })
  void whatIsOverReplacesAndGoes(String attribute) {
    assertTrue(set("a=b"));
    set("a=c; " + attribute);
    assertEquals("", sent());
    assertNull(store.lines());
  }

  @Test
  void aBadDateMakesItOneOfTheSession() {
    assertTrue(set("a=b; path=/; expires=whenever"));
    assertEquals("www.example.com\tFALSE\t/\tFALSE\t0\ta\tb", only());
  }

  @Test
  void theyEndWithTime() {
    set("a=b; max-age=10");
    set("c=d; max-age=20");
    clock.seconds += 10;
    assertEquals("c=d; a=b", sent());
    clock.seconds += 1;
    assertEquals("c=d", sent());
    clock.seconds += 10;
    assertEquals("", sent());
  }

  // Replacing

  @Test
  void theSameNameDomainAndPathReplaces() {
    set("a=1");
    set("b=1");
    set("a=2");
    set("A=3");
    set("a=4; path=/");
    set("a=5; domain=www.example.com");
    assertEquals(5, store.lines().size());
    // The new one has the age of the old one.
    assertEquals("a=5; A=3; b=1; a=2; a=4", sent());
    assertTrue(
        notes.contains("Replaced cookie a=\"2\" for domain www.example.com, path /a/b, expire 0"));
  }

  @ParameterizedTest
  @CsvSource({
    "/, true",
    "/login, false",
    "/login/en, false",
    "/loginhelper, false",
    "/lo, true",
    "/other, true"
  })
  void aClearOriginDoesNotOverlayASecureCookie(String path, boolean taken) {
    assertTrue(setSecure("a=secret; secure; domain=example.com; path=/login/x"));
    // What counts is the first segment of the path there is, as a prefix.
    assertEquals(taken, set("a=c; path=" + path));
  }

  @Test
  void evenWithTheRootPath() {
    assertTrue(setSecure("a=secret; secure; path=/"));
    assertFalse(set("a=open; path=/"));
    assertFalse(set("a=open; path=/; domain=example.com"));
    assertTrue(setSecure("a=open; path=/"));
  }

  @Test
  void serversWinOverFiles() throws IOException {
    Path file = folder.resolve("in");
    Files.writeString(file, "www.example.com\tFALSE\t/\tFALSE\t0\ta\tfile\n");
    set("a=server; path=/");
    load(store, file.toString(), false);
    assertEquals("a=server", sent());
    set("a=again; path=/");
    assertEquals("a=again", sent());
  }

  // Sending

  @Test
  void longerPathsDomainsAndNamesComeFirst() {
    store.set("aa=1; path=/", "www.example.com", "/", false, notes::add);
    store.set("bb=2; path=/", "www.example.com", "/", false, notes::add);
    store.set("c=3; path=/a", "www.example.com", "/", false, notes::add);
    store.set("long=4; path=/; domain=example.com", "www.example.com", "/", false, notes::add);
    store.set("ccc=5; path=/", "www.example.com", "/", false, notes::add);
    assertEquals("c=3; ccc=5; bb=2; aa=1; long=4", sent());
  }

  @Test
  void aRequestCarriesSoManyAtMost() {
    for (int i = 0; i < 200; i++) {
      store.set("n" + i + "=v; path=/", "www.example.com", "/", false, notes::add);
    }
    assertEquals(150, sent().split("; ").length);
    assertTrue(notes.contains("Included max number of cookies (150) in request!"));
  }

  @Test
  void aLineIsOnlySoLong() {
    for (int i = 1; i <= 3; i++) {
      set("long" + i + '=' + "abcdefgh".repeat(400));
    }
    String line =
        CookieEngine.line(
            store.matching("www.example.com", "/a/b/", false, notes::add), "extra=1", notes::add);
    String value = "abcdefgh".repeat(400);
    assertEquals("long3=" + value + "; long2=" + value, line);
    assertTrue(notes.contains("Restricted outgoing cookies due to header size, 'long1' not sent"));
  }

  @Test
  void theLiteralGoesBehindThem() {
    set("a=b");
    List<Cookie> cookies = store.matching("www.example.com", "/a/b", false, notes::add);
    assertEquals("a=b; x=y; z", CookieEngine.line(cookies, "x=y; z", notes::add));
    assertEquals("x=y; z", CookieEngine.line(List.of(), "x=y; z", notes::add));
    assertEquals("x=\u00c3\u00a9", CookieEngine.line(List.of(), "x=\u00e9", notes::add));
    assertNull(CookieEngine.line(List.of(), null, notes::add));
  }

  // Files

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# comment",
        "",
        "example.com",
        "example.com\tFALSE\t/\tFALSE\t0",
        "example.com\tFALSE\t/\tFALSE\tx\ta\tb",
        "example.com\tFALSE\t/\tFALSE\t0\t\ta\tb",
        "example.com\tFALSE\t/\tFALSE\t0\ta\tb\u007f",
        "example.com\tFALSE\t/\tFALSE\t0\t__Secure-a\tb",
        "example.com\tTRUE\t/\tTRUE\t0\t__Host-a\tb"
      })
  void linesThatAreNoCookies(String line) {
    store.add(line);
    assertNull(store.lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com,FALSE,/,FALSE,0,a,b|example.com,FALSE,/,FALSE,0,a,b",
        ".example.com,TRUE,/x/,TRUE,22139150993,a,b|.example.com,TRUE,/x,TRUE,22139150993,a,b",
        "#HttpOnly_x.com,false,/,t,1800000000,a,b|#HttpOnly_x.com,FALSE,/,TRUE,1800000000,a,b",
        "example.com,TRUE,TRUE,0,a,b|.example.com,TRUE,/,TRUE,0,a,b",
        "example.com,FALSE,/,FALSE,0,a|example.com,FALSE,/,FALSE,0,a,",
        "example.com,FALSE,/,FALSE,0,a,|example.com,FALSE,/,FALSE,0,a,"
      })
  void linesThatAre(String line, String expected) {
    store.add(line.replace(',', '\t'));
    assertEquals(expected.replace(',', '\t'), only());
  }

  @Test
  void aSetCookieWithoutDomainGoesAnywhereAndIsNotTold() {
    store.add("Set-Cookie: a=b; path=/x");
    assertNull(store.lines());
    assertEquals("a=b", sent("any.example.org", "/x", false));
    assertEquals("a=b", sent("127.0.0.1", "/x/y", false));
    assertEquals("", sent("127.0.0.1", "/", false));
  }

  @Test
  void aJarIsWrittenNewestFirst() throws IOException {
    Path file = folder.resolve("jar");
    set("a=1; path=/");
    set("b=\u00e9; path=/; httponly; domain=example.com; max-age=5");
    store.add("Set-Cookie: nowhere=1");
    assertEquals(CurlCode.OK, save(store, file.toString()));
    assertEquals(
        "# Netscape HTTP Cookie File\n"
            + "# https://curl.se/docs/http-cookies.html\n"
            + "# This file was generated by libcurl! Edit at your own risk.\n"
            + "\n"
            + "#HttpOnly_.example.com\tTRUE\t/\tFALSE\t"
            + (NOW + 5)
            + "\tb\t\u00e9\n"
            + "www.example.com\tFALSE\t/\tFALSE\t0\ta\t1\n",
        Files.readString(file, StandardCharsets.ISO_8859_1));
    CookieStore other = new CookieStore(clock);
    assertEquals(CurlCode.OK, load(other, file.toString(), true));
    assertEquals(1, other.lines().size());
    assertTrue(other.lines().get(0).endsWith("b\t\u00e9"));
  }

  @Test
  void nothingIsWrittenBeforeATransfer() {
    CookieStore unused = new CookieStore(clock);
    unused.add("example.com\tFALSE\t/\tFALSE\t0\ta\tb");
    Path file = folder.resolve("jar");
    assertEquals(CurlCode.OK, save(unused, file.toString()));
    assertFalse(Files.exists(file));
    unused.run();
    assertEquals(CurlCode.OK, save(unused, file.toString()));
    assertTrue(Files.exists(file));
    assertEquals(CurlCode.WRITE_ERROR, save(unused, folder.resolve("no/such").toString()));
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    assertEquals(CurlCode.OK, load(store, "/no/such", false));
    assertEquals(CurlCode.OK, load(store, folder.toString(), false));
    assertEquals(
        List.of(
            "WARNING: failed to open cookie file \"/no/such\"",
            "WARNING: cookie filename points to a directory: \"" + folder + '"'),
        notes);
    Path long1 = folder.resolve("long");
    Files.writeString(long1, "#" + "x".repeat(5000) + "\n");
    assertEquals(CurlCode.TOO_LARGE, load(store, long1.toString(), false));
  }

  @Test
  void verbsClear() {
    set("a=1");
    set("b=1; max-age=9");
    store.clearSession();
    assertEquals("b=1", sent());
    store.clear();
    assertNull(store.lines());
  }
}
