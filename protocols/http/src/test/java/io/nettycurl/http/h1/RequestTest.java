package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.mime.CurlMime;
import io.nettycurl.mime.CurlMimePart;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What requests look like on the wire. */
class RequestTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final HttpBench bench = new HttpBench();

  @AfterEach
  void close() {
    bench.release();
    bench.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Starts, and gives the head with LF line ends for reading's sake. */
  private String start() {
    return bench.start().replace("\r\n", "\n");
  }

  private void assertOk() {
    bench.receive(OK);
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertTrue(bench.transfer.reusable());
  }

  @Test
  void plainGet() {
    assertEquals("GET /a HTTP/1.1\nHost: host.test\nAccept: */*\n\n", start());
    assertEquals(49, bench.transfer.requestBytes());
    assertTrue(bench.transfer.uploadIsDone());
    assertOk();
    assertEquals("GET", bench.transfer.infos().get(CurlInfo.EFFECTIVE_METHOD));
  }

  @Test
  void targetAndHostFollowTheUrl() {
    bench.at("http://user:pw@Host.Test:8080/a%20b/é?q=é#frag");
    String head = start();
    assertTrue(head.startsWith("GET /a%20b/%C3%A9?q=Ã©"), head);
    assertTrue(head.contains("\nHost: Host.Test:8080\n"), head);
  }

  @Test
  void ipv6HostKeepsItsBrackets() {
    bench.at("http://[::1]:81/");
    assertEquals("GET / HTTP/1.1\nHost: [::1]:81\nAccept: */*\n\n", start());
  }

  @Test
  void optionsFillTheHeadInLibcurlsOrder() {
    bench
        .transfer
        .credentials("me", "secret")
        .set(CurlOpt.USERAGENT, "agent/1")
        .set(CurlOpt.REFERER, "http://from/")
        .set(CurlOpt.RANGE, "1-2")
        .set(CurlOpt.ACCEPT_ENCODING, "")
        .set(CurlOpt.TRANSFER_ENCODING, 1L)
        .set(CurlOpt.COOKIE, "c=d")
        .set(CurlOpt.TIMECONDITION, CurlSymbols.CURL_TIMECOND_IFMODSINCE)
        .set(CurlOpt.TIMEVALUE_LARGE, 1_000_000_000L)
        .set(CurlOpt.HTTPHEADER, List.of("Connection: foo", "X;", "Z : y", "Connection: bar"));
    assertEquals(
        """
        GET /a HTTP/1.1
        Host: host.test
        Authorization: Basic bWU6c2VjcmV0
        Range: bytes=1-2
        User-Agent: agent/1
        Accept: */*
        TE: gzip
        Accept-Encoding: deflate, gzip, br, zstd
        Referer: http://from/
        Cookie: c=d
        If-Modified-Since: Sun, 09 Sep 2001 01:46:40 GMT
        X:
        Z : y
        Connection: foo, TE
        Connection: bar

        """,
        start());
  }

  @Test
  void customLinesReplaceRemoveAndEmpty() {
    bench
        .transfer
        .set(CurlOpt.USERAGENT, "agent")
        .set(
            CurlOpt.HTTPHEADER,
            List.of(
                "accept: text/html",
                "User-Agent:",
                "Host: other.test",
                "X-One: 1",
                "X-One: 2",
                "X-None:",
                "X-Blank:   ",
                "X-Empty;",
                "nonsense",
                "X-Semi; more"));
    assertEquals(
        """
        GET /a HTTP/1.1
        Host: other.test
        accept: text/html
        X-One: 1
        X-One: 2
        X-Empty:

        """,
        start());
  }

  @Test
  void hostCanBeLeftOutOrEmptied() {
    bench.transfer.set(CurlOpt.HTTPHEADER, List.of("Host:"));
    assertEquals("GET /a HTTP/1.1\nAccept: */*\n\n", start());
    bench.receive(OK);
    bench.transfer.nextHop();
    bench.transfer.set(CurlOpt.HTTPHEADER, List.of("Host;"));
    assertEquals("GET /a HTTP/1.1\nHost:\nAccept: */*\n\n", start());
  }

  @Test
  void methodWordAndTargetCanBeAnything() {
    bench.transfer.set(CurlOpt.CUSTOMREQUEST, "OPTIONS").set(CurlOpt.REQUEST_TARGET, "*");
    assertEquals("OPTIONS * HTTP/1.1\nHost: host.test\nAccept: */*\n\n", start());
    assertEquals("OPTIONS", bench.transfer.infos().get(CurlInfo.EFFECTIVE_METHOD));
  }

  @Test
  void nobodyMakesHead() {
    bench.transfer.requestKind(RequestKind.HEAD);
    assertTrue(start().startsWith("HEAD /a "));
    bench.receive("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals(7, bench.transfer.downloadSize());
  }

  @Test
  void oneZeroIsSentWhenWanted() {
    bench.transfer.set(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_0);
    assertTrue(start().startsWith("GET /a HTTP/1.0\n"));
  }

  @Test
  void oneZeroIsSentToOneThatSpokeIt() {
    start();
    bench.receive(
        "HTTP/1.0 302 Go\r\nConnection: keep-alive\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
    assertTrue(bench.transfer.reusable());
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L);
    bench.transfer.nextHop();
    assertTrue(bench.start().startsWith("GET /a HTTP/1.0\r\n"));
  }

  @Test
  void alpnNamesTheVersionWanted() {
    bench.at("https://host.test/");
    start();
    assertEquals(List.of("h2", "http/1.1"), bench.connection.plan().alpn());
    bench.at("https://host.test/");
    bench.transfer.nextHop();
    bench.transfer.set(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_1);
    start();
    assertEquals(List.of("http/1.1"), bench.connection.plan().alpn());
    bench.at("https://host.test/");
    bench.transfer.nextHop();
    bench.transfer.set(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_0);
    start();
    assertEquals(List.of("http/1.0", "http/1.1"), bench.connection.plan().alpn());
  }

  @Test
  void postFieldsGoOutWithTheHead() {
    bench.transfer.requestKind(RequestKind.POST).set(CurlOpt.POSTFIELDS, bytes("a=b&c=d"));
    assertEquals(
        """
        POST /a HTTP/1.1
        Host: host.test
        Accept: */*
        Content-Length: 7
        Content-Type: application/x-www-form-urlencoded

        a=b&c=d""",
        start());
    assertEquals(7, bench.transfer.uploaded());
    assertEquals(7, bench.transfer.uploadSize());
    assertTrue(bench.transfer.uploadIsDone());
    assertOk();
  }

  @Test
  void postFieldSizeCutsThem() {
    bench
        .transfer
        .requestKind(RequestKind.POST)
        .set(CurlOpt.POSTFIELDS, bytes("a=b&c=d"))
        .set(CurlOpt.POSTFIELDSIZE_LARGE, 3L);
    assertTrue(
        start()
            .endsWith("Content-Length: 3\nContent-Type: application/x-www-form-urlencoded\n\na=b"));
  }

  @Test
  void emptyPostHasALength() {
    bench.transfer.requestKind(RequestKind.POST).set(CurlOpt.POSTFIELDS, new byte[0]);
    assertTrue(start().contains("Content-Length: 0\n"));
    assertOk();
  }

  @Test
  void aLargeBodyWaitsForContinue() {
    byte[] large = new byte[1024 * 1024 + 1];
    bench.transfer.requestKind(RequestKind.POST).set(CurlOpt.POSTFIELDS, large);
    String head = start();
    assertTrue(head.endsWith("Expect: 100-continue\n\n"), head);
    bench.receive("HTTP/1.1 100 Continue\r\n\r\n");
    assertEquals(large.length, bench.sent().length());
    assertEquals(0, bench.transfer.pendingTimers());
    assertOk();
  }

  @Test
  void aBodyOfOneMebibyteDoesNot() {
    bench.transfer.requestKind(RequestKind.POST).set(CurlOpt.POSTFIELDS, new byte[1024 * 1024]);
    assertFalse(start().contains("Expect"));
  }

  @Test
  void continueIsNotWaitedForLong() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 5L)
        .set(CurlOpt.HTTPHEADER, List.of("Expect: 100-continue"))
        .set(CurlOpt.EXPECT_100_TIMEOUT_MS, 500L)
        .callbackBody(ScriptedBody.of("hello"));
    start();
    bench.transfer.advance(499);
    assertEquals("", bench.sent());
    bench.transfer.advance(1);
    assertEquals("hello", bench.sent());
    assertOk();
  }

  @Test
  void aRefusedExpectationIsDropped() {
    byte[] large = new byte[1024 * 1024 + 1];
    bench.transfer.requestKind(RequestKind.POST).set(CurlOpt.POSTFIELDS, large);
    start();
    bench.receive("HTTP/1.1 417 No\r\nContent-Length: 2\r\n\r\nno");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertTrue(bench.transfer.reusable());
    assertEquals("", bench.transfer.bodyText());
    String again = bench.follow();
    assertFalse(again.contains("Expect"));
    assertTrue(again.length() > large.length);
    assertOk();
  }

  @Test
  void anUploadOfKnownSizeGoesPlain() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .callbackBody(ScriptedBody.announced(10).piece("hello").pause().piece("world"));
    String request = start();
    assertTrue(request.endsWith("Content-Length: 10\n\nhello"), request);
    assertFalse(bench.transfer.uploadIsDone());
    bench.exchange.resumeSend();
    assertEquals("world", bench.sent());
    assertTrue(bench.transfer.uploadIsDone());
    assertOk();
  }

  @Test
  void anUploadOfUnknownSizeGoesInChunks() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.HTTPHEADER, List.of("Expect:"))
        .callbackBody(ScriptedBody.unknown().piece("hello").piece("0123456789abcdefg"));
    String request = start();
    assertTrue(request.contains("Transfer-Encoding: chunked\n"), request);
    assertTrue(request.endsWith("\n\n5\nhello\n11\n0123456789abcdefg\n0\n\n"), request);
    assertEquals(38, bench.transfer.uploaded());
    assertOk();
  }

  @Test
  void chunksAreOfMinimalSizeFields() {
    String large = "x".repeat(70_000);
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.HTTPHEADER, List.of("Expect:"))
        .callbackBody(ScriptedBody.unknown().piece(large).piece("y"));
    String request = start();
    String body = request.substring(request.indexOf("\n\n") + 2);
    StringBuilder undone = new StringBuilder();
    for (int at = 0; at < body.length(); ) {
      int end = body.indexOf('\n', at);
      String digits = body.substring(at, end);
      int size = Integer.parseInt(digits, 16);
      assertEquals(Integer.toHexString(size), digits);
      undone.append(body, end + 1, end + 1 + size);
      at = end + 1 + size + 1;
    }
    assertEquals(large + "y", undone.toString());
  }

  @Test
  void trailersFollowTheLastChunk() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.HTTPHEADER, List.of("Expect:"))
        .set(
            CurlOpt.TRAILERFUNCTION,
            (lines, data) -> {
              lines.addAll(List.of("X-Sum: 1", "bad", "worse:x"));
              return CurlSymbols.CURL_TRAILERFUNC_OK;
            })
        .callbackBody(ScriptedBody.unknown().piece("hello"));
    assertTrue(start().endsWith("5\nhello\n0\nX-Sum: 1\n\n"));
    assertOk();
  }

  @Test
  void trailersCanAbort() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.HTTPHEADER, List.of("Expect:"))
        .set(CurlOpt.TRAILERFUNCTION, (lines, data) -> CurlSymbols.CURL_TRAILERFUNC_ABORT)
        .callbackBody(ScriptedBody.unknown().piece("hello"));
    start();
    assertEquals(CurlCode.ABORTED_BY_CALLBACK, bench.transfer.result());
  }

  @Test
  void chunksAreNotForOneZero() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_1_0)
        .callbackBody(ScriptedBody.unknown().piece("hello"));
    assertEquals("", start());
    assertEquals(CurlCode.UPLOAD_FAILED, bench.transfer.result());
  }

  @Test
  void aPostCanAskForChunks() {
    bench
        .transfer
        .requestKind(RequestKind.POST)
        .set(CurlOpt.POSTFIELDS, bytes("hello"))
        .set(CurlOpt.HTTPHEADER, List.of("Transfer-Encoding: chunked"));
    String request = start();
    assertFalse(request.contains("Content-Length"), request);
    assertTrue(request.contains("Transfer-Encoding: chunked\n"), request);
    assertTrue(request.endsWith("\n\n5\nhello\n0\n\n"), request);
  }

  @Test
  void anAbortedReadEndsTheTransfer() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .callbackBody(ScriptedBody.announced(10).piece("hello").abort());
    start();
    assertEquals(CurlCode.ABORTED_BY_CALLBACK, bench.transfer.result());
    assertFalse(bench.transfer.reusable());
  }

  @Test
  void tooFewBytesAreAReadError() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .callbackBody(ScriptedBody.announced(10).piece("hello"));
    start();
    assertEquals(CurlCode.READ_ERROR, bench.transfer.result());
  }

  @Test
  void resumedUploadsTellTheirRange() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .set(CurlOpt.RESUME_FROM_LARGE, 4L)
        .callbackBody(ScriptedBody.announced(10).piece("0123456789"));
    String request = start();
    assertTrue(request.contains("Content-Range: bytes 4-9/10\n"), request);
    assertTrue(request.endsWith("Content-Length: 6\n\n456789"), request);
  }

  @Test
  void resumedUploadsAreReadForwardWhereTheyCannotSeek() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .set(CurlOpt.RESUME_FROM_LARGE, 4L)
        .callbackBody(ScriptedBody.announced(10).piece("01").piece("23456789").notSeekable());
    assertTrue(start().endsWith("Content-Length: 6\n\n456789"));
  }

  @Test
  void resumingACompleteUploadFails() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .set(CurlOpt.RESUME_FROM_LARGE, 10L)
        .callbackBody(ScriptedBody.announced(10).piece("0123456789"));
    assertEquals("", start());
    assertEquals(CurlCode.PARTIAL_FILE, bench.transfer.result());
  }

  @Test
  void postFieldsCannotBeResumed() {
    bench
        .transfer
        .requestKind(RequestKind.POST)
        .set(CurlOpt.POSTFIELDS, bytes("a"))
        .set(CurlOpt.RESUME_FROM_LARGE, 1L);
    start();
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, bench.transfer.result());
  }

  @Test
  void anEarlyErrorStopsTheUpload() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10_000L)
        .callbackBody(ScriptedBody.announced(10_000).piece("hello").pause().piece("more"));
    start();
    bench.receive("HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("no", bench.transfer.bodyText());
    assertFalse(bench.transfer.reusable());
  }

  @Test
  void anEarlyErrorNeedNotStopTheUpload() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 9L)
        .set(CurlOpt.KEEP_SENDING_ON_ERROR, 1L)
        .callbackBody(ScriptedBody.announced(9).piece("hello").pause().piece("more"));
    start();
    bench.receive("HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno");
    assertNull(bench.transfer.result());
    bench.exchange.resumeSend();
    assertEquals("more", bench.sent());
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertTrue(bench.transfer.reusable());
  }

  @Test
  void anEarlySuccessLetsTheUploadGoOn() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 9L)
        .callbackBody(ScriptedBody.announced(9).piece("hello").pause().piece("more"));
    start();
    bench.receive(OK);
    assertNull(bench.transfer.result());
    bench.exchange.resumeSend();
    assertEquals("more", bench.sent());
    assertEquals(CurlCode.OK, bench.transfer.result());
  }

  @Test
  void aDeadReusedConnectionRewindsWhatWasRead() {
    ScriptedBody body = ScriptedBody.of("hello");
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 5L)
        .callbackBody(body);
    start();
    bench.receiveEnd();
    assertEquals(CurlCode.GOT_NOTHING, bench.transfer.result());
    assertFalse(bench.transfer.responseSeen());
    assertEquals(CurlCode.OK, bench.exchange.rewind());
    assertEquals(1, body.seeks());
  }

  @Test
  void whatCannotBeRewoundIsNotSentAgain() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 5L)
        .callbackBody(ScriptedBody.of("hello").notSeekable());
    start();
    bench.receiveEnd();
    assertEquals(CurlCode.SEND_FAIL_REWIND, bench.exchange.rewind());
  }

  @Test
  void lineEndsAreConvertedOnTheWay() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 8L)
        .set(CurlOpt.CRLF, 1L)
        .callbackBody(ScriptedBody.announced(8).piece("ab\n\r\ncd\n"));
    String request = bench.start();
    assertTrue(request.contains("Transfer-Encoding: chunked\r\n"), request);
    assertTrue(request.endsWith("\r\n\r\na\r\nab\r\n\r\ncd\r\n\r\n0\r\n\r\n"), request);
  }

  @Test
  void aFormIsPosted() {
    CurlMime mime = CurlMime.init();
    CurlMimePart part = mime.addPart();
    part.name("a");
    part.data("b");
    bench.transfer.requestKind(RequestKind.POST_MIME).set(CurlOpt.MIMEPOST, mime);
    String request = start();
    String type = "\nContent-Type: multipart/form-data; boundary=";
    int at = request.indexOf(type) + type.length();
    String boundary = request.substring(at, request.indexOf('\n', at));
    assertEquals(
        "POST /a HTTP/1.1\nHost: host.test\nAccept: */*\nContent-Length: 149"
            + type
            + boundary
            + "\n\n--"
            + boundary
            + "\nContent-Disposition: form-data; name=\"a\"\n\nb\n--"
            + boundary
            + "--\n",
        request);
    assertOk();
  }

  @Test
  void aForwardingProxyIsAskedForTheWholeUrl() {
    bench.at("http://u:p@host.test:80/a?b#c", true);
    bench.connection.proxyCredentials("us er", "pw");
    bench
        .transfer
        .credentials("u", "p")
        .set(CurlOpt.HTTPHEADER, List.of("X: 1"))
        .set(CurlOpt.PROXYHEADER, List.of("P: 2"));
    assertEquals(
        """
        GET http://host.test/a?b HTTP/1.1
        Host: host.test
        Proxy-Authorization: Basic dXMgZXI6cHc=
        Authorization: Basic dTpw
        Accept: */*
        Proxy-Connection: Keep-Alive
        X: 1
        P: 2

        """,
        start());
  }

  @Test
  void aForwardingProxyFetchesFtp() {
    bench.at("ftp://host.test/a/b", true);
    bench.transfer.credentials("a", "b").set(CurlOpt.PROXY_TRANSFER_MODE, 1L);
    assertEquals(
        """
        GET ftp://a:b@host.test/a/b;type=i HTTP/1.1
        Host: host.test:21
        Authorization: Basic YTpi
        Accept: */*
        Proxy-Connection: Keep-Alive

        """,
        start());
  }

  @Test
  void verboseTellsWhatGoesOverTheWire() {
    bench.transfer.verbose(true).requestKind(RequestKind.POST).set(CurlOpt.POSTFIELDS, bytes("hi"));
    start();
    bench.receive("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    List<Long> types = bench.transfer.debugEvents().stream().map(event -> event.type()).toList();
    assertEquals(
        List.of(
            CurlSymbols.CURLINFO_HEADER_OUT,
            CurlSymbols.CURLINFO_DATA_OUT,
            CurlSymbols.CURLINFO_HEADER_IN,
            CurlSymbols.CURLINFO_HEADER_IN,
            CurlSymbols.CURLINFO_HEADER_IN,
            CurlSymbols.CURLINFO_DATA_IN),
        types);
    assertEquals("hi", bench.transfer.debugEvents().get(1).data());
    assertEquals("ok", bench.transfer.debugEvents().get(5).data());
  }
}
