package io.nettycurl.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferUrlTest {
  private final OptionValues options = new OptionValues();

  private String parsed(String url) {
    TransferUrl result = TransferUrl.parse(url, options);
    assertEquals(CurlCode.OK, result.code(), result.message());
    assertNull(result.message());
    return result.url().toString();
  }

  private void assertRefused(CurlCode code, String message, String url) {
    TransferUrl result = TransferUrl.parse(url, options);
    assertEquals(code, result.code(), url);
    assertEquals(message, result.message());
    assertNull(result.url());
  }

  @ParameterizedTest
  @CsvSource({
    "http://host:80/path, http://host:80/path",
    "host, http://host/",
    "ftp.host/x, ftp://ftp.host/x",
    "host:8080/a/../b, http://host:8080/b",
    "file:/etc/hosts, file:///etc/hosts",
    "imap.host, imap://imap.host/",
    "HTTP://0x7f.1, http://127.0.0.1/"
  })
  void theSchemeIsGuessed(String url, String expected) {
    assertEquals(expected, parsed(url));
  }

  @Test
  void badUrlsHaveLibcurlsCodes() {
    assertRefused(CurlCode.URL_MALFORMAT, "No URL set", null);
    assertRefused(
        CurlCode.URL_MALFORMAT, "URL rejected: Input cannot be a URL or part", "http://a b/");
    assertRefused(CurlCode.URL_MALFORMAT, "URL rejected: Port not 0-65535", "http://a:99999/");
    assertRefused(CurlCode.URL_MALFORMAT, "URL rejected: No host", "http://");
    assertRefused(CurlCode.UNSUPPORTED_PROTOCOL, "Protocol \"nope\" not supported", "nope://host/");
    assertRefused(CurlCode.URL_MALFORMAT, "URL rejected: Bad host name", "http://a\u2100b.com/");
  }

  @Test
  void aUserCanBeDisallowed() {
    options.set(CurlOpt.DISALLOW_USERNAME_IN_URL, 1L);
    assertRefused(
        CurlCode.LOGIN_DENIED, "URL rejected: User name present but forbidden", "http://u@host/");
    CurlUrl current = TransferUrl.parse("http://host/", options).url();
    assertEquals(
        CurlCode.LOGIN_DENIED, TransferUrl.follow(current, "http://u@other/", options).code());
  }

  @Test
  void theDefaultProtocolTakesThePlaceOfGuessing() {
    options.set(CurlOpt.DEFAULT_PROTOCOL, "https");
    assertEquals("https://ftp.host/", parsed("ftp.host"));
    assertEquals("https://host:80/", parsed("host:80"));
    assertEquals("http://host/", parsed("http://host"));
    options.set(CurlOpt.DEFAULT_PROTOCOL, "nope");
    assertRefused(CurlCode.UNSUPPORTED_PROTOCOL, "Protocol \"nope\" not supported", "host");
  }

  @Test
  void dotsStayWherePathsAreLeftAsTheyAre() {
    options.set(CurlOpt.PATH_AS_IS, 1L);
    assertEquals("http://host/a/../b", parsed("http://host/a/../b"));
    CurlUrl current = TransferUrl.parse("http://host/a", options).url();
    assertEquals(
        "http://other/a/../b",
        TransferUrl.follow(current, "http://other/a/../b", options).url().toString());
  }

  @Test
  void aUrlHandleWinsAndIsCopied() {
    CurlUrl handle = new CurlUrl();
    handle.set(UrlPart.URL, "https://handle/", 0);
    options.set(CurlOpt.CURLU, handle);
    TransferUrl result = TransferUrl.parse("http://text/", options);
    assertEquals("https://handle/", result.url().toString());
    assertNotSame(handle, result.url());
    options.set(CurlOpt.CURLU, new CurlUrl());
    assertRefused(CurlCode.URL_MALFORMAT, "No URL set", "http://text/");
  }

  @ParameterizedTest
  @CsvSource({
    "/x y, http://u:p@host:8080/x%20y",
    "b é?q=a b#f, http://u:p@host:8080/a/b%20%C3%A9?q=a+b#f",
    "//other/x, http://other/x",
    "?q, http://u:p@host:8080/a/c?q",
    "HTTPS://other, https://other/"
  })
  void redirectsAreRepairedAndResolved(String location, String expected) {
    CurlUrl current = TransferUrl.parse("http://u:p@host:8080/a/c", options).url();
    TransferUrl next = TransferUrl.follow(current, location, options);
    assertEquals(CurlCode.OK, next.code());
    assertEquals(expected, next.url().toString());
    assertEquals("http://u:p@host:8080/a/c", current.toString());
  }

  @Test
  void redirectsToNowhereHaveLibcurlsCodes() {
    CurlUrl current = TransferUrl.parse("http://host/", options).url();
    assertEquals(
        CurlCode.URL_MALFORMAT, TransferUrl.follow(current, "http://a:99999/", options).code());
    assertEquals(
        CurlCode.UNSUPPORTED_PROTOCOL, TransferUrl.follow(current, "nope://x/", options).code());
  }

  @Test
  void fileAndUnknownSchemesAreNoTargetOfRedirects() {
    CurlUrl file = TransferUrl.parse("file:///x", options).url();
    CurlUrl imap = TransferUrl.parse("imap://x", options).url();
    CurlUrl ftps = TransferUrl.parse("ftps://x", options).url();
    assertEquals(CurlCode.OK, TransferUrl.allowed(file, false, options).code());
    TransferUrl refused = TransferUrl.allowed(file, true, options);
    assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, refused.code());
    assertEquals("Protocol \"file\" is disabled (in redirect)", refused.message());
    assertEquals(CurlCode.OK, TransferUrl.allowed(ftps, true, options).code());
    assertEquals(
        "Protocol \"imap\" is disabled", TransferUrl.allowed(imap, false, options).message());
  }

  @Test
  void theOptionsNarrowAndWidenTheSchemes() {
    CurlUrl http = TransferUrl.parse("http://x", options).url();
    CurlUrl file = TransferUrl.parse("file:///x", options).url();
    options.set(CurlOpt.PROTOCOLS_STR, "HTTPS,file");
    assertEquals(CurlCode.UNSUPPORTED_PROTOCOL, TransferUrl.allowed(http, false, options).code());
    assertEquals(CurlCode.OK, TransferUrl.allowed(file, false, options).code());
    options.set(CurlOpt.REDIR_PROTOCOLS_STR, "all");
    assertEquals(CurlCode.OK, TransferUrl.allowed(file, true, options).code());
    assertEquals(
        CurlCode.UNSUPPORTED_PROTOCOL,
        TransferUrl.allowed(http, true, options).code(),
        "what PROTOCOLS denies stays denied");
  }
}
