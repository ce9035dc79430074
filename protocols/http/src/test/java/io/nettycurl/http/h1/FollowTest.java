package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows a redirect, and what of the request goes along. */
class FollowTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final HttpBench bench = new HttpBench();

  @AfterEach
  void close() {
    bench.release();
    bench.close();
  }

  private void redirect(int status, String location) {
    bench.receive(
        "HTTP/1.1 " + status + " Go\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
  }

  private static String method(String request) {
    return request.substring(0, Math.max(0, request.indexOf(' ')));
  }

  @ParameterizedTest
  @CsvSource({
    // kind, status, FOLLOWLOCATION, POSTREDIR, CUSTOMREQUEST, first method, next method
    "POST, 301, 1, 0, , POST, GET",
    "POST, 302, 1, 0, , POST, GET",
    "POST, 303, 1, 0, , POST, GET",
    "POST, 307, 1, 0, , POST, POST",
    "POST, 308, 1, 0, , POST, POST",
    "POST, 301, 1, 1, , POST, POST",
    "POST, 302, 1, 2, , POST, POST",
    "POST, 303, 1, 4, , POST, POST",
    "POST, 302, 1, 1, , POST, GET",
    "GET, 303, 1, 0, , GET, GET",
    "HEAD, 303, 1, 0, , HEAD, HEAD",
    "POST, 302, 1, 0, PATCH, PATCH, PATCH",
    "POST, 307, 1, 0, PATCH, PATCH, PATCH",
    "POST, 302, 2, 0, PATCH, PATCH, GET",
    "POST, 307, 2, 0, PATCH, PATCH, PATCH",
    "GET, 302, 2, 0, DELETE, DELETE, DELETE",
    "GET, 303, 2, 0, DELETE, DELETE, GET",
    "POST, 307, 3, 0, PATCH, PATCH, POST",
    "POST, 302, 3, 0, PATCH, PATCH, GET",
    "GET, 302, 3, 0, PATCH, PATCH, GET",
    "PUT, 302, 2, 0, PATCH, PATCH, PATCH",
    "PUT, 303, 2, 0, PATCH, PATCH, GET",
    "PUT, 308, 2, 0, PATCH, PATCH, PATCH",
    "PUT, 308, 3, 0, PATCH, PATCH, PUT",
  })
  void methods(
      RequestKind kind,
      int status,
      long mode,
      long postRedir,
      String custom,
      String first,
      String second) {
    bench
        .transfer
        .requestKind(kind)
        .set(CurlOpt.FOLLOWLOCATION, mode)
        .set(CurlOpt.POSTREDIR, postRedir)
        .set(CurlOpt.CUSTOMREQUEST, custom);
    if (kind == RequestKind.POST) {
      bench.transfer.set(CurlOpt.POSTFIELDS, "body".getBytes(StandardCharsets.UTF_8));
    }
    if (kind == RequestKind.PUT) {
      bench.transfer.set(CurlOpt.INFILESIZE_LARGE, 4L).callbackBody(ScriptedBody.of("body"));
    }
    assertEquals(first, method(bench.start()));
    redirect(status, "/next");
    String next = bench.follow();
    assertEquals(second, method(next));
    boolean sendsBody =
        kind == RequestKind.POST && (status >= 307 || postRedirKeeps(status, postRedir))
            || kind == RequestKind.PUT && status != 303;
    assertEquals(sendsBody, next.endsWith("\r\n\r\nbody"), next);
    assertEquals(sendsBody && kind == RequestKind.POST, next.contains("Content-Type"), next);
  }

  private static boolean postRedirKeeps(int status, long bits) {
    return (bits & 1L << status - 301) != 0;
  }

  @Test
  void anUploadIsReadAgain() {
    ScriptedBody body = ScriptedBody.of("hello");
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 5L)
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .callbackBody(body);
    bench.start();
    redirect(302, "/next");
    assertTrue(bench.follow().endsWith("\r\n\r\nhello"));
    assertEquals(1, body.seeks());
  }

  @Test
  void anUploadThatCannotBeReadAgainFails() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 5L)
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .callbackBody(ScriptedBody.of("hello").notSeekable());
    bench.start();
    redirect(307, "/next");
    assertEquals(CurlCode.SEND_FAIL_REWIND, bench.transfer.result());
    assertNull(bench.next());
  }

  @Test
  void aSwitchToGetNeedsNoRewinding() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 5L)
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .callbackBody(ScriptedBody.of("hello").notSeekable());
    bench.start();
    redirect(303, "/next");
    assertEquals("GET", method(bench.follow()));
  }

  @Test
  void anUnfinishedUploadIsNotSentInVain() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 50_000L)
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .callbackBody(ScriptedBody.announced(50_000).piece("hello").pause().piece("x"));
    bench.start();
    redirect(307, "/next");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertFalse(bench.transfer.reusable());
  }

  @Test
  void theLimitCounts() {
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L).set(CurlOpt.MAXREDIRS, 2L);
    bench.start();
    redirect(302, "/1");
    bench.follow();
    redirect(302, "/2");
    bench.follow();
    redirect(302, "/3");
    assertEquals(CurlCode.TOO_MANY_REDIRECTS, bench.transfer.result());
    assertEquals("http://host.test/3", bench.transfer.infos().get(CurlInfo.REDIRECT_URL));
    assertNull(bench.next());
  }

  @Test
  void autoRefererTellsTheFormerUrlOnly() {
    bench.at("http://u:p@host.test/a?b#c");
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L).set(CurlOpt.AUTOREFERER, 1L);
    assertFalse(bench.start().contains("Referer"));
    redirect(302, "/next");
    assertTrue(bench.follow().contains("\r\nReferer: http://host.test/a?b\r\n"));
    assertEquals("http://host.test/a?b", bench.transfer.infos().get(CurlInfo.REFERER));
  }

  @Test
  void secretsStayAtTheFirstOrigin() {
    bench
        .transfer
        .credentials("user", "secret")
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .set(CurlOpt.COOKIE, "c=d")
        .set(
            CurlOpt.HTTPHEADER,
            List.of("X-Mine: 1", "Host: fake.test", "Cookie: own", "Authorization : mine"));
    String first = bench.start();
    assertTrue(first.contains("Host: fake.test"), first);
    assertTrue(first.contains("Cookie: own"), first);
    assertTrue(first.contains("Authorization : mine"), first);
    redirect(302, "http://other.test/");
    String second = bench.follow();
    assertTrue(second.contains("Host: other.test\r\n"), second);
    assertTrue(second.contains("X-Mine: 1"), second);
    assertFalse(second.contains("Cookie"), second);
    assertFalse(second.contains("Authorization"), second);
    redirect(302, "http://host.test:81/");
    assertFalse(bench.follow().contains("Authorization"));
    redirect(302, "http://host.test/");
    String back = bench.follow();
    assertTrue(back.contains("Authorization : mine"), back);
    assertTrue(back.contains("Cookie: own"), back);
  }

  @Test
  void theCookieOptionStaysAtTheFirstOrigin() {
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L).set(CurlOpt.COOKIE, "c=d");
    assertTrue(bench.start().contains("Cookie: c=d"));
    redirect(302, "http://other.test/");
    assertFalse(bench.follow().contains("Cookie"));
  }

  @Test
  void secretsMayBeLetOut() {
    bench
        .transfer
        .credentials("user", "secret")
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .set(CurlOpt.UNRESTRICTED_AUTH, 1L)
        .set(CurlOpt.COOKIE, "c=d");
    bench.start();
    redirect(302, "http://other.test/");
    String second = bench.follow();
    assertTrue(second.contains("Cookie: c=d"), second);
    assertTrue(second.contains("Authorization: Basic"), second);
  }

  @Test
  void aLoginInTheNewUrlIsUsedThere() {
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L);
    bench.start();
    redirect(302, "http://a:b@other.test/");
    bench.transfer.credentials("a", "b");
    assertTrue(bench.follow().contains("Authorization: Basic YTpi"));
  }

  @Test
  void bearerTokensStayAtTheFirstOrigin() {
    bench
        .transfer
        .set(CurlOpt.FOLLOWLOCATION, 1L)
        .set(CurlOpt.HTTPAUTH, CurlSymbols.CURLAUTH_BEARER)
        .set(CurlOpt.XOAUTH2_BEARER, "token");
    assertTrue(bench.start().contains("Authorization: Bearer token"));
    redirect(302, "https://host.test/");
    assertFalse(bench.follow().contains("token"));
  }

  @Test
  void theBodyOfARedirectIsNotDelivered() {
    bench.transfer.set(CurlOpt.FOLLOWLOCATION, 1L).set(CurlOpt.ACCEPT_ENCODING, "");
    bench.start();
    bench.receive(
        "HTTP/1.1 302 Go\r\nLocation: /b\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("", bench.transfer.bodyText());
    assertFalse(bench.transfer.bodyIsDone());
    bench.follow();
    bench.receive(OK);
    assertEquals(CurlCode.OK, bench.transfer.result());
  }
}
