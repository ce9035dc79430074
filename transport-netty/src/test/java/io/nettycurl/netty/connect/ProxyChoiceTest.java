package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.proxy.ProxyEnvironment;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyChoiceTest {
  private static final Scheme HTTP = new Scheme("http", 80, false, true, "http");
  private static final Scheme HTTPS = new Scheme("https", 443, true, true, "http");
  private static final Scheme FTP = new Scheme("ftp", 21, false, true, "ftp");
  private static final Scheme FILE = new Scheme("file", 0, false, false, "file");

  private final OptionValues options = new OptionValues();
  private final Map<String, String> variables = new HashMap<>();

  private ProxyChoice choose(Scheme scheme) throws ConnectFailure {
    return ProxyChoice.choose(
        scheme, "host.test", 80, true, options, new ProxyEnvironment(variables::get));
  }

  private CurlCode refused() {
    return assertThrows(ConnectFailure.class, () -> choose(HTTP)).code();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "px.test, 0, px.test, 80, -, -",
        "px.test:3128, 0, px.test, 3128, -, -",
        "http://px.test, 0, px.test, 80, -, -",
        "https://px.test, 2, px.test, 443, -, -",
        "socks://px.test, 4, px.test, 1080, -, -",
        "socks4://px.test, 4, px.test, 1080, -, -",
        "socks4a://px.test, 6, px.test, 1080, -, -",
        "socks5://px.test:99, 5, px.test, 99, -, -",
        "socks5h://px.test, 7, px.test, 1080, -, -",
        "http://us%40er:pa%3ass@px.test:1, 0, px.test, 1, us@er, pa:ss",
        "http://[fd00::1]:8080/path, 0, fd00::1, 8080, -, -",
        "socks5h://localhost/run/px.sock, 7, /run/px.sock, 0, -, -",
      })
  void reads(String text, long type, String host, int port, String user, String password)
      throws ConnectFailure {
    options.set(ProxyOptions.PROXY, text);
    ProxyChoice choice = choose(HTTP);
    ProxyConfig proxy = choice.http() != null ? choice.http() : choice.socks();
    assertEquals(new ProxyConfig(type, host, port, user, password, host.startsWith("/")), proxy);
    assertEquals(type >= 4, choice.socks() != null);
  }

  @Test
  void optionsFillInWhatTheTextLeavesOut() throws ConnectFailure {
    options.set(ProxyOptions.PROXY, "px.test");
    options.set(ProxyOptions.PROXYPORT, 3128L);
    options.set(ProxyOptions.PROXYTYPE, CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME);
    options.set(ProxyOptions.PROXYUSERNAME, "me");
    options.set(ProxyOptions.PROXYPASSWORD, "secret");
    assertEquals(new ProxyConfig(7, "px.test", 3128, "me", "secret", false), choose(HTTP).socks());
    options.set(ProxyOptions.PROXY, "http://you@px.test:1");
    assertEquals(new ProxyConfig(0, "px.test", 1, "you", null, false), choose(HTTP).http());
  }

  @Test
  void forwardsWhatItCanAndTunnelsTheRest() throws ConnectFailure {
    options.set(ProxyOptions.PROXY, "px.test");
    assertTrue(choose(HTTP).forwarding());
    assertTrue(choose(HTTPS).tunnel());
    assertTrue(choose(FTP).forwarding());
    assertTrue(
        ProxyChoice.choose(
                FTP, "host.test", 21, false, options, new ProxyEnvironment(variables::get))
            .tunnel());
    options.set(ProxyOptions.HTTPPROXYTUNNEL, 1L);
    assertTrue(choose(HTTP).tunnel());
    options.set(ProxyOptions.HTTPPROXYTUNNEL, 0L);
    options.set(ConnectionOptions.CONNECT_TO, List.of("::other:1"));
    assertTrue(choose(HTTP).tunnel());
  }

  @Test
  void preProxyComesFirst() throws ConnectFailure {
    options.set(ProxyOptions.PRE_PROXY, "socks5h://first.test");
    options.set(ProxyOptions.PROXY, "second.test");
    ProxyChoice choice = choose(HTTP);
    assertEquals("first.test", choice.socks().host());
    assertEquals("second.test", choice.http().host());
    options.set(ProxyOptions.PROXY, "socks5://second.test");
    assertEquals(CurlCode.COULDNT_RESOLVE_PROXY, refused());
    options.set(ProxyOptions.PROXY, null);
    options.set(ProxyOptions.PRE_PROXY, "http://first.test");
    assertEquals(CurlCode.COULDNT_RESOLVE_PROXY, refused());
    options.set(ProxyOptions.PRE_PROXY, "first.test");
    assertEquals(CurlSymbols.CURLPROXY_SOCKS4, choose(HTTP).socks().type());
  }

  @Test
  void badOnesHaveTheirCodes() {
    options.set(ProxyOptions.PROXY, "ssh://px.test");
    assertEquals(CurlCode.COULDNT_CONNECT, refused());
    options.set(ProxyOptions.PROXY, "http://px.test:99999");
    assertEquals(CurlCode.COULDNT_RESOLVE_PROXY, refused());
  }

  @ParameterizedTest
  @CsvSource({
    "http, http_proxy, true", "http, HTTP_PROXY, false", "http, all_proxy, true",
    "http, ALL_PROXY, true", "http, https_proxy, false", "https, https_proxy, true",
    "https, HTTPS_PROXY, true", "https, http_proxy, false", "ftp, ftp_proxy, true",
    "ftp, FTP_PROXY, true", "ftp, http_proxy, false", "ws, http_proxy, true",
    "ws, ws_proxy, true", "wss, https_proxy, true"
  })
  void environment(String scheme, String variable, boolean used) throws ConnectFailure {
    variables.put(variable, "http://px.test:3128");
    Scheme asked = new Scheme(scheme, 1, false, true, scheme);
    assertEquals(used, choose(asked).http() != null);
  }

  @Test
  void optionsWinOverTheEnvironment() throws ConnectFailure {
    variables.put("http_proxy", "env.test");
    options.set(ProxyOptions.PROXY, "opt.test");
    assertEquals("opt.test", choose(HTTP).http().host());
    options.set(ProxyOptions.PROXY, "");
    assertSame(ProxyChoice.DIRECT, choose(HTTP));
    options.set(ProxyOptions.PROXY, null);
    options.set(ProxyOptions.PRE_PROXY, "");
    assertSame(ProxyChoice.DIRECT, choose(HTTP));
  }

  @Test
  void exemptHosts() throws ConnectFailure {
    variables.put("http_proxy", "env.test");
    variables.put("NO_PROXY", "test");
    assertSame(ProxyChoice.DIRECT, choose(HTTP));
    variables.put("no_proxy", "other");
    assertFalse(choose(HTTP).http() == null);
    options.set(ProxyOptions.NOPROXY, "host.test");
    assertSame(ProxyChoice.DIRECT, choose(HTTP));
    options.set(ProxyOptions.NOPROXY, "");
    variables.put("no_proxy", "*");
    assertFalse(choose(HTTP).http() == null);
  }

  @Test
  void domainSocketsAndFilesNeedNone() throws ConnectFailure {
    options.set(ProxyOptions.PROXY, "px.test");
    assertSame(ProxyChoice.DIRECT, choose(FILE));
    options.set(ConnectionOptions.UNIX_SOCKET_PATH, "/run/x");
    assertSame(ProxyChoice.DIRECT, choose(HTTP));
  }
}
