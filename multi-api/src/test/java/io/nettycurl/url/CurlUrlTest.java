package io.nettycurl.url;

import static io.nettycurl.CurlSymbols.CURLU_APPENDQUERY;
import static io.nettycurl.CurlSymbols.CURLU_DEFAULT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NO_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_PUNYCODE;
import static io.nettycurl.CurlSymbols.CURLU_URLDECODE;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlUrlCode;
import org.junit.jupiter.api.Test;

class CurlUrlTest {
  private static CurlUrl of(String text) {
    CurlUrl url = new CurlUrl();
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, text, CURLU_GUESS_SCHEME), text);
    return url;
  }

  @Test
  void accessorsGiveWhatWasWritten() {
    CurlUrl url = of("https://u%40:p%3A@[fe80::1%25lo]:8443/a%20b?q+r#f");
    assertEquals("https", url.scheme());
    assertEquals("u%40", url.user());
    assertEquals("p%3A", url.password());
    assertEquals("[fe80::1]", url.host());
    assertEquals("lo", url.zoneid());
    assertEquals(8443, url.port());
    assertEquals(8443, url.effectivePort());
    assertEquals("/a%20b", url.path());
    assertEquals("q+r", url.query());
    assertEquals("f", url.fragment());
  }

  @Test
  void accessorsOfABareHost() {
    CurlUrl url = of("ftp.host");
    assertEquals("ftp", url.scheme());
    assertNull(url.user());
    assertNull(url.password());
    assertNull(url.options());
    assertNull(url.zoneid());
    assertNull(url.query());
    assertNull(url.fragment());
    assertEquals(-1, url.port());
    assertEquals(21, url.effectivePort());
    assertEquals("/", url.path());
    assertEquals("ftp://ftp.host/", url.toString());
  }

  @Test
  void aFailedSetChangesNothing() {
    CurlUrl url = of("http://u@[fe80::1%25lo]:1/x?y#z");
    String before = url.toString();
    assertEquals(CurlUrlCode.BAD_PORT_NUMBER, url.set(UrlPart.URL, "http://a:99999", 0));
    assertEquals(CurlUrlCode.BAD_HOSTNAME, url.set(UrlPart.HOST, "a b", 0));
    assertEquals(CurlUrlCode.BAD_PORT_NUMBER, url.set(UrlPart.PORT, "x", 0));
    assertEquals(CurlUrlCode.UNSUPPORTED_SCHEME, url.set(UrlPart.SCHEME, "imap", 0));
    assertEquals(CurlUrlCode.BAD_SLASHES, url.set(UrlPart.URL, "http:////x", 0));
    assertEquals(before, url.toString());
  }

  @Test
  void inputHasALimitAndNoNul() {
    CurlUrl url = new CurlUrl();
    String tooLong = "http://h/" + "é".repeat(4_000_000);
    assertEquals(CurlUrlCode.MALFORMED_INPUT, url.set(UrlPart.URL, tooLong, 0));
    String tooLongText = "a".repeat(8_000_001);
    for (UrlPart part : new UrlPart[] {UrlPart.URL, UrlPart.SCHEME, UrlPart.USER}) {
      CurlUrlCode code = url.set(part, tooLongText, CURLU_NON_SUPPORT_SCHEME);
      assertEquals(CurlUrlCode.MALFORMED_INPUT, code, part.name());
    }
    assertEquals(CurlUrlCode.MALFORMED_INPUT, url.set(UrlPart.PATH, "a\0b", 0));
    assertEquals(CurlUrlCode.MALFORMED_INPUT, url.set(UrlPart.PATH, "a\0b", CURLU_URLENCODE));
    assertEquals(CurlUrlCode.MALFORMED_INPUT, url.set(UrlPart.URL, "http://h/\0", 0));
  }

  @Test
  void whereThisIsStricterThanLibcurl() {
    CurlUrl url = new CurlUrl();
    assertEquals(
        CurlUrlCode.BAD_HOSTNAME,
        url.set(UrlPart.URL, "http://a%ffb/", 0),
        "a name that is not UTF-8 has no form in DNS");
    assertEquals(
        CurlUrlCode.BAD_HOSTNAME,
        url.set(UrlPart.HOST, "[fe80::1%25lo]/evil", 0),
        "nothing may follow an address");
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.HOST, "a\u2100b.com", 0));
    assertEquals(
        CurlUrlCode.BAD_HOSTNAME,
        url.get(UrlPart.HOST, CURLU_PUNYCODE).code(),
        "a character that folds to a slash");
    assertNull(url.asciiHost());
  }

  @Test
  void aZoneSetWithAHostIsShownOnce() {
    CurlUrl url = of("http://h/");
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.HOST, "[fe80::1%25eth0]", 0));
    assertEquals("http://[fe80::1%25eth0]/", url.toString());
    assertEquals("eth0", url.zoneid());
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.HOST, "other", 0));
    assertNull(url.zoneid());
  }

  @Test
  void appendingNothingKeepsTheQuery() {
    CurlUrl url = of("http://h/?a");
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.QUERY, "", CURLU_URLENCODE | CURLU_APPENDQUERY));
    assertEquals("http://h/?a&", url.toString());
  }

  @Test
  void bytesThatAreNotTextCanBeHad() {
    CurlUrl url = of("http://%ff%41@h/");
    assertEquals("\u00FFA", url.get(UrlPart.USER, CURLU_URLDECODE).value());
    assertArrayEquals(new byte[] {(byte) 0xFF, 'A'}, PercentCoding.decode(url.user()));
  }

  @Test
  void aDuplicateIsIndependent() {
    CurlUrl url = of("h/a");
    CurlUrl copy = url.duplicate();
    assertEquals(CurlUrlCode.OK, copy.set(UrlPart.PATH, "/b", 0));
    assertEquals("http://h/a", url.toString());
    assertEquals("http://h/b", copy.toString());
    assertEquals("h/a", url.get(UrlPart.URL, CURLU_NO_GUESS_SCHEME).value());
    assertEquals("http://h/b", copy.get(UrlPart.URL, CURLU_NO_GUESS_SCHEME).value());
  }

  @Test
  void clearedUrlIsEmpty() {
    CurlUrl url = of("http://u:p@h:1/x?y#z");
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, null, 0));
    assertEquals("", url.toString());
    assertEquals(CurlUrlCode.NO_SCHEME, url.get(UrlPart.SCHEME, 0).code());
    assertEquals(CurlUrlCode.NO_USER, url.get(UrlPart.USER, 0).code());
    assertEquals(CurlUrlCode.NO_PASSWORD, url.get(UrlPart.PASSWORD, 0).code());
    assertEquals(CurlUrlCode.NO_OPTIONS, url.get(UrlPart.OPTIONS, 0).code());
    assertEquals(CurlUrlCode.NO_HOST, url.get(UrlPart.HOST, 0).code());
    assertEquals(CurlUrlCode.NO_PORT, url.get(UrlPart.PORT, 0).code());
    assertEquals(CurlUrlCode.NO_QUERY, url.get(UrlPart.QUERY, 0).code());
    assertEquals(CurlUrlCode.NO_FRAGMENT, url.get(UrlPart.FRAGMENT, 0).code());
    assertEquals(CurlUrlCode.NO_ZONEID, url.get(UrlPart.ZONEID, 0).code());
  }

  @Test
  void originsAreSchemeHostPortAndZone() {
    CurlUrl url = of("http://Host/a");
    assertTrue(url.sameOrigin(of("http://hOST:80/b?c#d")));
    assertTrue(url.sameOrigin(of("http://user@host/")));
    assertFalse(url.sameOrigin(of("https://host/a")));
    assertFalse(url.sameOrigin(of("http://host:81/a")));
    assertFalse(url.sameOrigin(of("http://host.x/a")));
    assertFalse(of("http://[fe80::1%25a]/").sameOrigin(of("http://[fe80::1%25b]/")));
    assertFalse(new CurlUrl().sameOrigin(new CurlUrl()));
    assertFalse(
        of("http://kelvin/").sameOrigin(of("http://\u212Aelvin/")), "only ASCII case is ignored");
  }

  @Test
  void schemesAreFoundByNameInAnyCase() {
    assertEquals(UrlScheme.HTTPS, UrlScheme.find("HttpS"));
    assertNull(UrlScheme.find("nope"));
    assertNull(UrlScheme.find(null));
    assertEquals(443, UrlScheme.WSS.defaultPort());
    assertTrue(UrlScheme.FILE.transfers());
    assertFalse(UrlScheme.IMAP.transfers());
  }

  @Test
  void aSchemeIsAddedToPartsAndOneThatWasGuessedIsKept() {
    CurlUrl url = new CurlUrl();
    url.set(UrlPart.HOST, "example.com", 0);
    url.set(UrlPart.PATH, "/original", 0);
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, "/newpath", CURLU_DEFAULT_SCHEME));
    assertEquals("https://example.com/newpath", url.get(UrlPart.URL, 0).value());
    url = of("a.b");
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, "/x", CURLU_NO_GUESS_SCHEME));
    assertEquals("http://a.b/x", url.get(UrlPart.URL, 0).value());
  }
}
