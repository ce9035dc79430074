package io.nettycurl.examples.curl.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.config.TlsConfig;
import io.nettycurl.examples.curl.form.FormPart;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasySetupTest {
  private final TestConsole test = new TestConsole();

  /** What would be set on a handle. */
  private static final class Recorder implements OptionSetter {
    final Map<EasyOption<?>, Object> values = new HashMap<>();

    @Override
    public void form(FormPart form) {
      values.put(CurlOpt.MIMEPOST, form);
    }

    @Override
    public <T> void set(EasyOption<T> option, T value) {
      if (value != null) {
        values.put(option, value);
      }
    }
  }

  private Map<EasyOption<?>, Object> setup(String... args) throws TransferException {
    assertNull(test.parse(args), test::err);
    OperationConfig config = test.global.current();
    if (config.request.data != null) {
      config.request.method = RequestMethod.SIMPLE_POST;
    }
    try (CurlEasy easy = CurlEasy.init()) {
      Transfer transfer = new Transfer(config, easy, 0);
      transfer.url = config.urls.get(0).url;
      transfer.uploadFile = config.urls.get(0).upload;
      Recorder recorder = new Recorder();
      EasySetup.apply(transfer, test.global, recorder, test.messages);
      return recorder.values;
    }
  }

  @Test
  void aPlainTransferHasTheCommandsDefaults() throws Exception {
    assertEquals(
        Map.of(
            CurlOpt.URL, "http://x/",
            CurlOpt.BUFFERSIZE, 102_400L,
            CurlOpt.SSLVERSION, CurlSymbols.CURL_SSLVERSION_TLSv1_2,
            CurlOpt.NOPROGRESS, 0L,
            CurlOpt.USERAGENT, "curl/8.22.0",
            CurlOpt.MAXREDIRS, 50L,
            CurlOpt.TCP_KEEPALIVE, 1L),
        setup("http://x/"));
  }

  @Test
  void ftpHasItsOwn() throws Exception {
    Map<EasyOption<?>, Object> set = setup("ftp://x/", "--ftp-port", "-", "-l", "-Q", "NOOP");
    assertEquals("-", set.get(CurlOpt.FTPPORT));
    assertEquals(1L, set.get(CurlOpt.FTP_SKIP_PASV_IP));
    assertEquals(1L, set.get(CurlOpt.DIRLISTONLY));
    assertEquals(List.of("NOOP"), set.get(CurlOpt.QUOTE));
    assertFalse(set.containsKey(CurlOpt.MAXREDIRS));
  }

  @Test
  void dataIsAPost() throws Exception {
    Map<EasyOption<?>, Object> set = setup("-d", "a=b", "-H", "A: b", "http://x/");
    assertArrayEquals(new byte[] {'a', '=', 'b'}, (byte[]) set.get(CurlOpt.POSTFIELDS));
    assertEquals(3L, set.get(CurlOpt.POSTFIELDSIZE_LARGE));
    assertEquals(List.of("A: b"), set.get(CurlOpt.HTTPHEADER));
  }

  @Test
  void dataCannotBeResumed() {
    assertThrows(TransferException.class, () -> setup("-d", "a", "-C", "5", "http://x/"));
    assertEquals("curl: cannot mix --continue-at with --data\n", test.err());
  }

  @Test
  void cookiesAreOneLine() throws Exception {
    Map<EasyOption<?>, Object> set =
        setup("-b", "a=b", "-b", "c=d", "-b", " e=f", "-b", "", "http://x/");
    assertEquals("a=b; c=d; e=f", set.get(CurlOpt.COOKIE));
    assertEquals("", set.get(CurlOpt.COOKIEFILE));
  }

  @Test
  void proxies() throws Exception {
    Map<EasyOption<?>, Object> set =
        setup("--socks5-hostname", "p:1", "-U", "u:p", "--proxy-digest", "https://x/");
    assertEquals("p:1", set.get(CurlOpt.PROXY));
    assertEquals(CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME, set.get(CurlOpt.PROXYTYPE));
    assertEquals("u:p", set.get(CurlOpt.PROXYUSERPWD));
    assertEquals(CurlSymbols.CURLAUTH_DIGEST, set.get(CurlOpt.PROXYAUTH));
    assertEquals(CurlSymbols.CURLHEADER_SEPARATE, set.get(CurlOpt.HEADEROPT));
  }

  @Test
  void timesAndSpeeds() throws Exception {
    Map<EasyOption<?>, Object> set =
        setup("-m", "1.5", "--limit-rate", "1k", "-y", "5", "--keepalive-time", "7", "http://x/");
    assertEquals(1500L, set.get(CurlOpt.TIMEOUT_MS));
    assertEquals(1024L, set.get(CurlOpt.MAX_RECV_SPEED_LARGE));
    assertEquals(1024L, set.get(CurlOpt.BUFFERSIZE));
    assertEquals(1L, set.get(CurlOpt.LOW_SPEED_LIMIT));
    assertEquals(7L, set.get(CurlOpt.TCP_KEEPINTVL));
  }

  @Test
  void insecureMeansBothChecks() throws Exception {
    Map<EasyOption<?>, Object> set = setup("-k", "https://x/");
    assertEquals(0L, set.get(CurlOpt.SSL_VERIFYPEER));
    assertEquals(0L, set.get(CurlOpt.SSL_VERIFYHOST));
  }

  @ParameterizedTest
  @CsvSource({"1,0,4", "3,0,6", "4,0,7", "0,4,458758", "0,2,327685", "2,3,393221"})
  void tlsVersions(int min, int max, long expected) {
    TlsConfig tls = new TlsConfig();
    tls.minVersion = min;
    tls.maxVersion = max;
    assertEquals(expected, TlsSetup.version(tls));
  }

  @ParameterizedTest
  @CsvSource({
    "http://x/,,http",
    "x,,http",
    "ftp.x,,ftp",
    "x,https,https",
    "HTTPS://x/,,https",
    "foo://x/,,foo"
  })
  void schemes(String url, String fallback, String expected) {
    assertEquals(expected, EasySetup.scheme(url, fallback));
  }

  @Test
  void aMethodThatIsInferredIsNoted() throws Exception {
    setup("-v", "-X", "GET", "http://x/");
    assertEquals(
        "Note: Unnecessary use of -X or --request, GET is already inferred.\n", test.err());
  }
}
