package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.examples.curl.TestConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteOutTest {
  @TempDir Path directory;
  private final TestConsole test = new TestConsole();
  private final CurlEasy easy = CurlEasy.init();
  private ResponseHeaders headers = new ResponseHeaders(easy);

  @AfterEach
  void close() {
    easy.close();
  }

  private String written(String format, CurlCode result) throws Exception {
    FinishedTransfer transfer =
        new FinishedTransfer(
            easy, result, "message", "http://u:p@h.x/p?q#f", 7, "file", 3, 2, headers);
    Clock clock = Clock.fixed(Instant.ofEpochSecond(0), ZoneOffset.UTC);
    new WriteOut(test.console, clock, () -> "libcurl/8.22.0").write(format, transfer);
    return test.out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a%%b|a%b",
        "%{url}|http://u:p@h.x/p?q#f",
        "%{url.scheme} %{url.user} %{url.password} %{url.host} %{url.port}|http u p h.x 80",
        "%{url.path} %{url.query} %{url.fragment} %{url.zoneid}.|/p q f .",
        "%{exitcode} %{errormsg}|56 message",
        "%{filename_effective} %{urlnum}|file 7",
        "%{num_headers} %{num_retries}|3 2",
        "%{http_code} %{response_code} %{http_connect}|000 000 000",
        "%{time_total} %{size_download} %{http_version}|0.000000 0 0",
        "%{conn_id} %{content_type}.|-1 .",
        "%{num_certs}%{certs}|0",
        "%time{%Y %s}|1970 0",
        "%{onerror}x|x",
        "%x \\x %|%x \\x %",
        "%{open|%{open",
        "%time{open|%time{open",
        "%header{open|%header{open",
        "%output{open|%output{open",
      })
  void formats(String format, String expected) throws Exception {
    assertEquals(expected, written(format, CurlCode.RECV_ERROR));
  }

  @Test
  void escapes() throws Exception {
    assertEquals("a\r\n\tb", written("a\\r\\n\\tb", CurlCode.OK));
  }

  @Test
  void onErrorEndsIfThereIsNone() throws Exception {
    assertEquals("a", written("a%{onerror}b", CurlCode.OK));
  }

  @Test
  void unknownVariablesAreTold() throws Exception {
    assertEquals("ab", written("a%{foo}b", CurlCode.OK));
    assertEquals("curl: unknown --write-out variable: 'foo'\n", test.err());
  }

  @Test
  void streamsChange() throws Exception {
    Path file = directory.resolve("o");
    String format = "a%{stderr}b%{stdout}c%output{" + file + "}d%output{>>" + file + "}e%{stdout}f";
    assertEquals("acf", written(format, CurlCode.OK));
    assertEquals("b", test.err());
    assertEquals("de", Files.readString(file));
  }

  @Test
  void headersOfResponses() throws Exception {
    headers =
        new ResponseHeaders(
            new ResponseHeadersTest.Given(List.of(List.of("A: 1", "A: 2"), List.of("A: 3"))));
    assertEquals(
        "3 1,2,3 1}\n2}\n3 .",
        written("%header{a} %header{A:all:,} %header{a:all:\\}\\n} %header{b}.", CurlCode.OK));
  }

  @Test
  void jsonHoldsEveryVariableInOrder() throws Exception {
    String json = written("%{json}", CurlCode.OK);
    assertTrue(
        json.startsWith(
            "{\"certs\":\"\",\"conn_id\":-1,\"content_type\":null,\"errormsg\":null,\"exitcode\":0,"),
        json);
    assertTrue(
        json.endsWith(
            "\"urle.zoneid\":null,\"urlnum\":7,\"xfer_id\":-1,\"curl_version\":\"libcurl/8.22.0\"}"),
        json);
    assertTrue(json.contains("\"http_code\":0,"), json);
    assertTrue(json.contains("\"time_total\":0.000000,"), json);
    assertTrue(json.contains("\"url.host\":\"h.x\","), json);
  }
}
