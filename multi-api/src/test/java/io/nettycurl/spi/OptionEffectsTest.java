package io.nettycurl.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import io.nettycurl.url.CurlUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionEffectsTest {
  private final EasyState easy = new EasyState(null);
  private final OptionValues options = easy.options();

  private <T> void set(EasyOption<T> option, T value) {
    assertEquals(CurlCode.OK, option.check(value));
    assertEquals(CurlCode.OK, OptionEffects.store(easy, option, value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @SuppressWarnings("unchecked")
  private void apply(String step) {
    String[] sides = step.split("=");
    EasyOption<?> option = EasyOption.byName(sides[0]);
    if (option == CurlOpt.POSTFIELDS || option == CurlOpt.COPYPOSTFIELDS) {
      set((EasyOption<byte[]>) option, bytes(sides[1]));
    } else if (option == CurlOpt.MIMEPOST) {
      set(CurlOpt.MIMEPOST, CurlMime.init());
    } else {
      set((EasyOption<Long>) option, Long.parseLong(sides[1]));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', GET, 0",
    "POST=1, POST, 0",
    "POST=1 POST=0, GET, 0",
    "UPLOAD=1, PUT, 0",
    "PUT=1, PUT, 0",
    "UPLOAD=1 UPLOAD=0, GET, 0",
    "NOBODY=1, HEAD, 1",
    "NOBODY=1 NOBODY=0, GET, 0",
    "NOBODY=1 HTTPGET=1, GET, 0",
    "NOBODY=1 HTTPGET=0, HEAD, 1",
    "NOBODY=1 POST=1, POST, 0",
    "NOBODY=1 POST=0, GET, 1",
    "NOBODY=1 UPLOAD=1, PUT, 0",
    "NOBODY=1 UPLOAD=0, GET, 1",
    "NOBODY=1 POSTFIELDS=a, POST, 1",
    "NOBODY=1 MIMEPOST=x, POST_MIME, 0",
    "POST=1 NOBODY=1, HEAD, 1",
    "POST=1 NOBODY=0, POST, 0",
    "POSTFIELDS=a NOBODY=1 NOBODY=0, GET, 0",
    "POSTFIELDS=a UPLOAD=1, PUT, 0",
    "UPLOAD=1 POSTFIELDS=a, POST, 0",
    "UPLOAD=1 COPYPOSTFIELDS=a, POST, 0",
    "MIMEPOST=x HTTPGET=1, GET, 0",
    "UPLOAD=1 POST=0, GET, 0",
    "POST=1 UPLOAD=0, GET, 0"
  })
  void theLastMethodOptionWins(String steps, RequestKind kind, long noBody) {
    for (String step : steps.split(" ")) {
      if (!step.isEmpty()) {
        apply(step);
      }
    }
    assertEquals(kind, easy.requestKind());
    assertEquals(noBody, options.number(CurlOpt.NOBODY));
    assertEquals(kind == RequestKind.PUT, options.on(CurlOpt.UPLOAD));
    assertEquals(kind == RequestKind.POST, options.on(CurlOpt.POST));
  }

  @Test
  void theLastOfSecondsAndMillisecondsCounts() {
    set(CurlOpt.TIMEOUT, 5L);
    assertEquals(5000, options.number(CurlOpt.TIMEOUT_MS));
    set(CurlOpt.TIMEOUT_MS, 7L);
    assertEquals(7, options.number(CurlOpt.TIMEOUT_MS));
    set(CurlOpt.TIMEOUT, Long.MAX_VALUE);
    assertEquals(Long.MAX_VALUE, options.number(CurlOpt.TIMEOUT_MS));
    set(CurlOpt.TIMEOUT, null);
    assertEquals(0, options.number(CurlOpt.TIMEOUT_MS));
    set(CurlOpt.CONNECTTIMEOUT, 2L);
    assertEquals(2000, options.number(CurlOpt.CONNECTTIMEOUT_MS));
    set(CurlOpt.CONNECTTIMEOUT, 0L);
    assertEquals(300_000, options.number(CurlOpt.CONNECTTIMEOUT_MS));
    set(CurlOpt.SERVER_RESPONSE_TIMEOUT, 3L);
    assertEquals(3000, options.number(CurlOpt.SERVER_RESPONSE_TIMEOUT_MS));
  }

  @Test
  void smallAndLargeSizesAreOneField() {
    set(CurlOpt.INFILESIZE, 1L);
    set(CurlOpt.RESUME_FROM, 2L);
    set(CurlOpt.MAXFILESIZE, 3L);
    set(CurlOpt.TIMEVALUE, 4L);
    set(CurlOpt.POSTFIELDSIZE, 5L);
    assertEquals(1, options.number(CurlOpt.INFILESIZE_LARGE));
    assertEquals(2, options.number(CurlOpt.RESUME_FROM_LARGE));
    assertEquals(3, options.number(CurlOpt.MAXFILESIZE_LARGE));
    assertEquals(4, options.number(CurlOpt.TIMEVALUE_LARGE));
    assertEquals(5, options.number(CurlOpt.POSTFIELDSIZE_LARGE));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "joe:secret, joe, secret",
        "joe, joe, null",
        "joe:, joe, ''",
        ":secret, '', secret",
        "joe:a:b, joe, a:b",
        "joe;x:y;z, joe;x, y;z",
        "j%6fe:%41, j%6fe, %41",
        "null, null, null"
      })
  void userAndPasswordAreCutAtTheFirstColon(String login, String user, String password) {
    set(CurlOpt.PASSWORD, "old");
    set(CurlOpt.USERPWD, login);
    assertEquals(user, options.get(CurlOpt.USERNAME));
    assertEquals(password, options.get(CurlOpt.PASSWORD));
  }

  @Test
  void theProxysLoginIsDecoded() {
    set(CurlOpt.PROXYUSERPWD, "j%6fe%3a:%41%zz");
    assertEquals("joe:", options.get(CurlOpt.PROXYUSERNAME));
    assertEquals("A%zz", options.get(CurlOpt.PROXYPASSWORD));
    assertEquals(CurlCode.URL_MALFORMAT, OptionEffects.store(easy, CurlOpt.PROXYUSERPWD, "a:%00"));
    assertEquals("joe:", options.get(CurlOpt.PROXYUSERNAME));
    set(CurlOpt.PROXYUSERPWD, null);
    assertNull(options.get(CurlOpt.PROXYUSERNAME));
    assertNull(options.get(CurlOpt.PROXYPASSWORD));
  }

  @Test
  void postFieldsAreKeptAndCopiesAreCopied() {
    byte[] body = bytes("0123456789");
    set(CurlOpt.POSTFIELDS, body);
    assertSame(body, options.get(CurlOpt.POSTFIELDS));
    set(CurlOpt.COPYPOSTFIELDS, body);
    assertNotSame(body, options.get(CurlOpt.POSTFIELDS));
    assertArrayEquals(body, options.get(CurlOpt.POSTFIELDS));
    set(CurlOpt.POSTFIELDSIZE, 4L);
    assertNull(options.get(CurlOpt.POSTFIELDS), "a size set after the copy makes it void");
    set(CurlOpt.COPYPOSTFIELDS, body);
    assertArrayEquals(bytes("0123"), options.get(CurlOpt.POSTFIELDS));
    set(CurlOpt.POSTFIELDSIZE, 3L);
    assertArrayEquals(bytes("0123"), options.get(CurlOpt.POSTFIELDS), "a smaller size does not");
    set(CurlOpt.POSTFIELDSIZE_LARGE, 5L);
    assertNull(options.get(CurlOpt.POSTFIELDS), "the copy has too little for the new size");
    assertEquals(
        CurlCode.BAD_FUNCTION_ARGUMENT,
        OptionEffects.store(easy, CurlOpt.COPYPOSTFIELDS, bytes("abc")));
    set(CurlOpt.POSTFIELDSIZE, 0L);
    set(CurlOpt.COPYPOSTFIELDS, body);
    assertEquals(0, options.get(CurlOpt.POSTFIELDS).length);
    set(CurlOpt.POSTFIELDS, body);
    set(CurlOpt.POSTFIELDSIZE, 10L);
    assertSame(body, options.get(CurlOpt.POSTFIELDS), "what is no copy stays");
  }

  @Test
  void protocolBitsBecomeAList() {
    set(CurlOpt.PROTOCOLS, CurlSymbols.CURLPROTO_HTTP | CurlSymbols.CURLPROTO_FTP);
    assertEquals("http,ftp", options.get(CurlOpt.PROTOCOLS_STR));
    set(CurlOpt.PROTOCOLS, CurlSymbols.CURLPROTO_ALL);
    assertEquals("http,https,ftp,ftps,file,ws,wss", options.get(CurlOpt.PROTOCOLS_STR));
    set(CurlOpt.PROTOCOLS, 0L);
    assertEquals("", options.get(CurlOpt.PROTOCOLS_STR));
    set(CurlOpt.REDIR_PROTOCOLS, CurlSymbols.CURLPROTO_FILE);
    assertEquals("file", options.get(CurlOpt.REDIR_PROTOCOLS_STR));
    set(CurlOpt.PROTOCOLS_STR, null);
    assertNull(options.get(CurlOpt.PROTOCOLS_STR));
  }

  @ParameterizedTest
  @CsvSource({
    "'http,https', OK",
    "HTTP, OK",
    "ALL, OK",
    "',http,', OK",
    "'http,nope', UNSUPPORTED_PROTOCOL",
    "imap, UNSUPPORTED_PROTOCOL",
    "'http, ftp', UNSUPPORTED_PROTOCOL",
    "'', BAD_FUNCTION_ARGUMENT",
    "',', BAD_FUNCTION_ARGUMENT"
  })
  void protocolListsAreChecked(String list, CurlCode code) {
    for (EasyOption<String> option : List.of(CurlOpt.PROTOCOLS_STR, CurlOpt.REDIR_PROTOCOLS_STR)) {
      set(option, "file");
      assertEquals(code, OptionEffects.store(easy, option, list));
      assertEquals(code == CurlCode.OK ? list : "file", options.get(option));
    }
  }

  @Test
  void listsAndBlobsAreCopied() {
    List<String> headers = new ArrayList<>(List.of("A: b"));
    set(CurlOpt.HTTPHEADER, headers);
    headers.add("C: d");
    assertEquals(List.of("A: b"), options.get(CurlOpt.HTTPHEADER));
    set(CurlOpt.HTTPHEADER, List.of());
    assertNull(options.get(CurlOpt.HTTPHEADER));
    byte[] blob = bytes("pem");
    set(CurlOpt.CAINFO_BLOB, blob);
    blob[0] = 'x';
    assertArrayEquals(bytes("pem"), options.get(CurlOpt.CAINFO_BLOB));
  }

  @Test
  void aWeightOutOfRangeChangesNothing() {
    set(CurlOpt.STREAM_WEIGHT, 200L);
    set(CurlOpt.STREAM_WEIGHT, 257L);
    assertEquals(200, options.number(CurlOpt.STREAM_WEIGHT));
  }

  @Test
  void oneSocketPathAtATime() {
    set(CurlOpt.UNIX_SOCKET_PATH, "/a");
    set(CurlOpt.ABSTRACT_UNIX_SOCKET, "b");
    assertNull(options.get(CurlOpt.UNIX_SOCKET_PATH));
    assertEquals("b", options.get(CurlOpt.ABSTRACT_UNIX_SOCKET));
  }

  @Test
  void aUrlHandleUnsetsTheUrl() {
    set(CurlOpt.URL, "http://a/");
    set(CurlOpt.CURLU, new CurlUrl());
    assertNull(options.get(CurlOpt.URL));
    set(CurlOpt.URL, "http://b/");
    assertTrue(options.isSet(CurlOpt.CURLU), "which still wins");
  }

  @Test
  void someOptionsSwitchOthers() {
    set(CurlOpt.HAPROXY_CLIENT_IP, "1.2.3.4");
    assertTrue(options.on(CurlOpt.HAPROXYPROTOCOL));
    set(CurlOpt.HAPROXY_CLIENT_IP, null);
    assertFalse(options.on(CurlOpt.HAPROXYPROTOCOL));
    set(CurlOpt.AWS_SIGV4, "aws:amz");
    assertEquals(CurlSymbols.CURLAUTH_AWS_SIGV4, options.number(CurlOpt.HTTPAUTH));
    set(CurlOpt.HTTPSIG_ALGORITHM, CurlSymbols.CURLHTTPSIG_ED25519);
    assertEquals(CurlSymbols.CURLAUTH_HTTPSIG, options.number(CurlOpt.HTTPAUTH));
    set(CurlOpt.HTTPSIG_ALGORITHM, CurlSymbols.CURLHTTPSIG_NONE);
    assertEquals(0, options.number(CurlOpt.HTTPAUTH));
    set(CurlOpt.SOCKS5_GSSAPI_SERVICE, "s");
    assertEquals("s", options.get(CurlOpt.PROXY_SERVICE_NAME));
  }

  @Test
  void filesOfCookiesAddUp() {
    set(CurlOpt.COOKIEFILE, "a");
    set(CurlOpt.COOKIEFILE, "");
    assertEquals(List.of("a", ""), options.get(DerivedOptions.COOKIEFILES));
    set(CurlOpt.COOKIEFILE, null);
    assertNull(options.get(DerivedOptions.COOKIEFILES));
    set(CurlOpt.HSTS, "h");
    set(CurlOpt.HSTS, "i");
    assertEquals(List.of("h", "i"), options.get(DerivedOptions.HSTSFILES));
  }

  @Test
  void subpartsAreNoBodyByThemselves() {
    CurlMime inner = CurlMime.init();
    CurlMime.init().addPart().subparts(inner);
    assertEquals(
        CurlCode.BAD_FUNCTION_ARGUMENT, OptionEffects.store(easy, CurlOpt.MIMEPOST, inner));
    assertEquals(RequestKind.GET, easy.requestKind());
  }

  @Test
  void theErrorTextGoesWhereTheOptionSays() {
    StringBuilder target = new StringBuilder("old");
    set(CurlOpt.ERRORBUFFER, target);
    easy.errorBuffer().fail("bad");
    assertEquals("bad", target.toString());
  }

  @Test
  void attachmentsOutliveTransfersAndAreClosed() {
    StringBuilder log = new StringBuilder();
    class Jar implements EasyAttachment {
      @Override
      public void close() {
        log.append("closed");
      }
    }

    assertNull(easy.attachment(Jar.class, null));
    Jar jar = easy.attachment(Jar.class, Jar::new);
    assertSame(jar, easy.attachment(Jar.class, Jar::new));
    easy.closeAttachments();
    assertEquals("closed", log.toString());
    easy.closeAttachments();
    assertEquals("closed", log.toString());
  }
}
