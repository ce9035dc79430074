package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.config.GlobalConfig.TraceType;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.OutputConfig;
import io.nettycurl.examples.curl.config.RequestMethod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
  @TempDir Path directory;
  private TestConsole test = new TestConsole();

  private OperationConfig parsed(String... args) {
    assertNull(test.parse(args), () -> test.err());
    return test.global.current();
  }

  private String data(String... args) {
    return parsed(args).request.data.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void lettersCanBeCombinedAndTheirArgumentAttached() {
    OperationConfig config = parsed("-sSLoout", "http://x/");
    assertTrue(test.global.silent);
    assertTrue(test.global.showError);
    assertEquals(CurlSymbols.CURLFOLLOW_ALL, config.request.follow);
    assertEquals("out", config.urls.get(0).output);
    assertEquals("http://x/", config.urls.get(0).url);
  }

  @Test
  void longOptionsTakeTheirArgumentEitherWay() {
    assertEquals("a", parsed("--user-agent", "a").request.userAgent);
    assertEquals("b=c", parsed("--user-agent=b=c").request.userAgent);
  }

  @Test
  void whatFollowsTwoDashesIsAUrl() {
    assertEquals("-x", parsed("--", "-x").urls.get(0).url);
  }

  @Test
  void shortFormOfANoOptionTurnsOff() {
    assertTrue(parsed("-N").output.noBuffer);
    assertFalse(parsed("--buffer").output.noBuffer);
    assertTrue(parsed("--no-buffer").output.noBuffer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--foo           | option --foo: is unknown",
        "--head1         | option --head1: is unknown",
        "--user-agen     | option --user-agen: is unknown",
        "-~              | option -~: is unknown",
        "-               | option -: is unknown",
        "-o              | option -o: requires parameter",
        "--no-data       | option --no-data: the given option cannot be reversed with a --no-"
            + " prefix",
        "--expand-silent | option --expand-silent: variable expansion failure",
        "--max-time=x    | option --max-time=x: expected a proper numerical parameter",
        "--retry=-1      | option --retry=-1: expected a positive numerical parameter",
        "--mail-from=x   | option --mail-from=x: the installed libcurl version does not support"
            + " this",
        "--limit-rate=1z | option --limit-rate=1z: is badly used here",
        "--url=          | option --url=: blank argument where content is expected",
        "--proto-default=x | option --proto-default=x: a specified protocol is unsupported by"
            + " libcurl",
      })
  void faultsAreToldInTheWordsScriptsKnow(String option, String message) {
    String[] args =
        option.equals("--expand-silent") ? new String[] {option, "x"} : new String[] {option};
    ParameterError error = test.parse(args);
    assertFalse(error == null || error.isRequest());
    assertEquals(
        "curl: " + message + "\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
        test.err());
  }

  @Test
  void anOptionTheLibraryLacksIsRefused() {
    test = new TestConsole("", Set.of("UNIX_SOCKET_PATH", "HTTP3"));
    assertEquals(ParameterError.LIBCURL_DOESNT_SUPPORT, test.parse("--unix-socket", "a"));
    assertEquals(ParameterError.LIBCURL_DOESNT_SUPPORT, test.parse("--http3"));
    assertNull(test.parse("--http2"));
  }

  @Test
  void outputsAndUrlsPairUpInOrder() {
    OperationConfig config = parsed("a", "b", "-o", "1", "-O", "--out-null", "c", "d");
    assertEquals("1", config.urls.get(0).output);
    assertTrue(config.urls.get(1).remoteName);
    assertTrue(config.urls.get(2).discard);
    assertNull(config.urls.get(3).output);
    assertEquals(List.of("a", "b", "c", "d"), config.urls.stream().map(u -> u.url).toList());
  }

  @Test
  void nextStartsAfresh() {
    OperationConfig second = parsed("-A", "one", "http://a/", "--next", "http://b/");
    assertNull(second.request.userAgent);
    assertEquals(2, test.global.operations().size());
    assertEquals("one", test.global.operations().get(0).request.userAgent);
  }

  @Test
  void nextNeedsAUrlBeforeIt() {
    assertEquals(ParameterError.BAD_USE, test.parse("--next", "http://b/"));
    assertTrue(test.err().startsWith("curl: missing URL before --next\n"));
  }

  @Test
  void dataIsJoined() throws Exception {
    Path file = Files.writeString(directory.resolve("d"), "one\r\ntwo\n");
    assertEquals(
        "a=b&onetwo&one\r\ntwo\n",
        data("-d", "a=b", "-d", "@" + file, "--data-binary", "@" + file));
  }

  @Test
  void rawDataKnowsNoFiles() {
    assertEquals("@x", data("--data-raw", "@x"));
  }

  @Test
  void dataComesFromStandardInput() {
    test = new TestConsole("a\nb");
    assertEquals("ab", data("-d", "@-"));
  }

  @Test
  void bytesSurvive() {
    assertArrayEquals(
        new byte[] {(byte) 0xFE, 'a'}, parsed("-d", "\udcfea").request.data.toByteArray());
  }

  @Test
  void jsonIsNotJoinedWithAmpersandsAndImpliesHeaders() {
    OperationConfig config = parsed("--json", "{", "--json", "}", "-H", "accept: x");
    config.request.addJsonHeaders();
    assertEquals("{}", config.request.data.toString(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("accept: x", "Content-Type: application/json"), config.request.headers);
  }

  @ParameterizedTest
  @CsvSource({"a b&c,a+b%26c", "=a/b,a%2Fb", "n=a b,n=a+b", "n m=\u00e9,n m=%C3%A9", "a-._~,a-._~"})
  void dataCanBeEncoded(String argument, String expected) {
    assertEquals(expected, data("--data-urlencode", argument));
  }

  @Test
  void filesCanBeEncoded() throws Exception {
    Path file = Files.writeString(directory.resolve("d"), "a\nb");
    assertEquals("n=a%0Ab", data("--data-urlencode", "n@" + file));
    test = new TestConsole();
    assertEquals("a%0Ab", data("--data-urlencode", "@" + file));
  }

  @Test
  void queriesAreJoined() {
    assertEquals("a=b+c&d%", parsed("--url-query", "a=b c", "--url-query", "+d%").request.query);
  }

  @Test
  void headersComeFromFiles() throws Exception {
    Path file = Files.writeString(directory.resolve("h"), "# none\nA: b\n\n  \nC: d\n");
    assertEquals(
        List.of("X: y", "A: b", "C: d"), parsed("-H", "X: y", "-H", "@" + file).request.headers);
  }

  @Test
  void aHeaderWithoutColonIsOdd() {
    parsed("-H", "nothing");
    assertEquals(
        "Warning: The provided HTTP header 'nothing' does not look like a header?\n", test.err());
  }

  @Test
  void urlsComeFromFilesAndKeepTheirNames() throws Exception {
    Path file = Files.writeString(directory.resolve("u"), "http://a/[1-2]\n#c\nhttp://b/\n");
    OperationConfig config = parsed("--url", "@" + file);
    assertEquals(2, config.urls.size());
    assertTrue(config.urls.get(0).literal);
    assertTrue(config.urls.get(0).remoteName);
  }

  @Test
  void certificateAndPasswordArePartedByAColon() {
    OperationConfig config = parsed("-E", "a\\:b\\\\c\\d:pass:word");
    assertEquals("a:b\\c\\d", config.tls.cert);
    assertEquals("pass:word", config.tls.keyPassword);
    assertEquals("pkcs11:x:y", parsed("--proxy-cert", "pkcs11:x:y").proxyTls.cert);
  }

  @Test
  void tlsBoundsMustFit() {
    assertEquals(ParameterError.BAD_USE, test.parse("--tls-max", "1.1", "--tlsv1.2"));
    assertEquals(ParameterError.BAD_USE, test.parse("--tlsv1.3", "--tls-max", "1.2"));
    assertTrue(test.err().contains("Minimum TLS version set higher than max"));
  }

  @Test
  void refererCanFollow() {
    assertTrue(parsed("-e", "http://a/;auto").request.autoReferer);
    assertEquals("http://a/", test.global.current().request.referer);
    assertNull(parsed("-e", ";auto").request.referer);
  }

  @Test
  void cookiesAreDataOrFiles() {
    OperationConfig config = parsed("-b", "a=b", "-b", "file");
    assertEquals(List.of("a=b"), config.request.cookies);
    assertEquals(List.of("file"), config.request.cookieFiles);
  }

  @Test
  void rangeAndResumeExclude() {
    assertEquals(ParameterError.BAD_USE, test.parse("-r", "1-", "-C", "-"));
    test = new TestConsole();
    assertEquals(ParameterError.BAD_USE, test.parse("-C", "5", "-r", "1-"));
    test = new TestConsole();
    assertEquals(ParameterError.BAD_USE, test.parse("--no-clobber", "-C", "5"));
    test = new TestConsole();
    assertEquals(ParameterError.CONTDISP_RESUME_FROM, test.parse("-OJC-", "http://x/"));
  }

  @Test
  void aRangeWithoutDashGetsOne() {
    assertEquals("4-", parsed("-r", "4").request.range);
    assertTrue(test.err().startsWith("Warning: A specified range MUST"));
  }

  @Test
  void headAndDataExclude() {
    assertEquals(ParameterError.BAD_USE, test.parse("-F", "a=b", "-I"));
    assertTrue(
        test.err()
            .startsWith(
                "Warning: You can only select one HTTP request method! You asked for both HEAD (-I,"
                    + " --head) and multipart formpost (-F, --form).\n"));
  }

  @Test
  void headShowsHeaders() {
    OperationConfig config = parsed("-I");
    assertTrue(config.request.noBody);
    assertTrue(config.output.showHeaders);
    assertEquals(RequestMethod.HEAD, config.request.method);
  }

  @Test
  void failOptionsReplaceEachOther() {
    assertEquals(OutputConfig.Fail.WITH_BODY, parsed("-f", "--fail-with-body").output.fail);
    assertEquals("Warning: --fail-with-body deselects --fail here\n", test.err());
  }

  @Test
  void quotesHaveTheirTime() {
    OperationConfig config = parsed("-Q", "a", "-Q", "-b", "-Q", "+c", "-Q", "*d");
    assertEquals(List.of("a", "*d"), config.ftp.quote);
    assertEquals(List.of("b"), config.ftp.postQuote);
    assertEquals(List.of("c"), config.ftp.preQuote);
  }

  @ParameterizedTest
  @CsvSource({"4,4,1", "4-7,4,4", "4 - 7,4,4"})
  void localPorts(String argument, long port, long range) {
    OperationConfig config = parsed("--local-port", argument);
    assertEquals(port, config.network.localPort);
    assertEquals(range, config.network.localPortRange);
  }

  @Test
  void localPortsThatMakeNoSense() {
    assertEquals(ParameterError.BAD_USE, test.parse("--local-port", "7-4"));
    assertEquals(ParameterError.BAD_USE, test.parse("--local-port", "70000"));
    assertEquals(ParameterError.BAD_USE, test.parse("--local-port", "x"));
  }

  @ParameterizedTest
  @CsvSource({"2/s,500", "3/m,20000", "60,60000", "1/10s,10000", "24/d,3600000"})
  void ratesBecomeIntervals(String argument, long millis) {
    parsed("--rate", argument);
    assertEquals(millis, test.global.msPerTransfer);
  }

  @Test
  void moreLettersTellMore() {
    parsed("-v");
    assertEquals(TraceType.PLAIN, test.global.traceType);
    assertFalse(test.global.traceTime);
    parsed("-vv");
    assertTrue(test.global.traceTime);
    assertTrue(test.global.traceIds);
    parsed("-vvv");
    assertEquals(TraceType.ASCII, test.global.traceType);
    parsed("--no-verbose");
    assertEquals(TraceType.NONE, test.global.traceType);
  }

  @Test
  void followingIsAllOrWhatTheStatusSays() {
    parsed("-L", "--follow");
    assertEquals(CurlSymbols.CURLFOLLOW_OBEYCODE, test.global.current().request.follow);
    assertEquals("Warning: --follow overrides --location\n", test.err());
  }

  @Test
  void deprecatedOptionsSaySo() {
    parsed("--krb", "x", "-2");
    assertEquals(
        "Warning: --krb is deprecated and has no function anymore\n"
            + "Warning: --sslv2 is deprecated and has no function anymore\n",
        test.err());
  }

  @Test
  void helpAndVersionEndTheRun() {
    assertEquals(ParameterError.HELP_REQUESTED, test.parse("-h"));
    assertEquals(ParameterError.HELP_REQUESTED, test.parse("--help", "all"));
    assertEquals(List.of("null", "all"), test.helpAsked);
    assertEquals(ParameterError.VERSION_REQUESTED, test.parse("-V"));
    assertNull(test.parse("--no-version"));
    assertEquals("", test.err());
  }

  @Test
  void variablesAreFilledIn() {
    OperationConfig config =
        parsed("--variable", "host=a b", "--expand-user-agent", "x{{host:url}}y{{none}}");
    assertEquals("xa%20by", config.request.userAgent);
  }

  @Test
  void theEtagOptionsAreForOneUrl() {
    assertEquals(ParameterError.BAD_USE, test.parse("--etag-save", "x", "a", "b"));
    assertTrue(test.err().contains("The etag options only work on a single URL"));
  }

  @Test
  void filesHaveToBeThere() {
    assertEquals(ParameterError.BAD_USE, test.parse("--cacert", directory + "/none"));
    assertTrue(test.err().contains("provided to --cacert does not exist"));
    test = new TestConsole();
    assertEquals(ParameterError.READ_ERROR, test.parse("-d", "@" + directory + "/none"));
  }
}
