package io.nettycurl.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the provider promises and refuses. */
class HttpProtocolProviderTest {
  private final HttpProtocolProvider provider = new HttpProtocolProvider();

  @Test
  void isFound() {
    assertTrue(
        ServiceLoader.load(ProtocolProvider.class).stream()
            .anyMatch(found -> found.type() == HttpProtocolProvider.class));
  }

  @Test
  void forwardsWhatAProxyFetches() {
    assertTrue(provider.forwards(new Scheme("http", 80, false, true, "http")));
    assertTrue(provider.forwards(new Scheme("ftp", 21, false, true, "ftp")));
    assertFalse(provider.forwards(new Scheme("https", 443, true, true, "http")));
    assertFalse(provider.forwards(new Scheme("ftps", 990, true, true, "ftp")));
  }

  @ParameterizedTest
  @CsvSource({
    "0, OK",
    "1, OK",
    "2, OK",
    "3, OK",
    "4, OK",
    "5, OK",
    "30, NOT_BUILT_IN",
    "31, NOT_BUILT_IN",
    "77, UNSUPPORTED_PROTOCOL"
  })
  void versions(long value, CurlCode code) {
    assertEquals(code, provider.check(CurlOpt.HTTP_VERSION, value));
  }

  @Test
  void authenticationSchemes() {
    assertEquals(CurlCode.OK, provider.check(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_ANY));
    assertEquals(CurlCode.OK, provider.check(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_DIGEST_IE));
    assertEquals(CurlCode.OK, provider.check(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_NONE));
    assertEquals(CurlCode.OK, provider.check(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_NTLM));
    assertEquals(CurlCode.OK, provider.check(CurlOpt.PROXYAUTH, CurlSymbols.CURLAUTH_NEGOTIATE));
    assertEquals(
        CurlCode.NOT_BUILT_IN, provider.check(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_HTTPSIG));
  }

  @Test
  void nothingMayBreakOutOfItsLine() {
    CurlCode refused = CurlCode.BAD_FUNCTION_ARGUMENT;
    assertEquals(refused, provider.check(CurlOpt.USERAGENT, "a\r\nX: b"));
    assertEquals(refused, provider.check(CurlOpt.COOKIE, "a\nb"));
    assertEquals(refused, provider.check(CurlOpt.REFERER, "a\0b"));
    assertEquals(refused, provider.check(CurlOpt.CUSTOMREQUEST, "GET /\r\n"));
    assertEquals(refused, provider.check(CurlOpt.HTTPHEADER, List.of("A: b", "C: d\r\nE: f")));
    assertEquals(CurlCode.OK, provider.check(CurlOpt.HTTPHEADER, List.of("A: b", "C: d")));
  }
}
