package io.nettycurl.netty.connect.proxy;

import static io.nettycurl.netty.connect.proxy.StepRecorder.answerText;
import static io.nettycurl.netty.connect.proxy.StepRecorder.sentText;
import static io.nettycurl.netty.connect.proxy.StepRecorder.trickleText;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.ProxyConfig;
import io.nettycurl.netty.spi.auth.AuthState;
import io.nettycurl.option.HttpOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelStepTest {
  private static final String OK = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final String ABORTED = "RECV_ERROR Proxy CONNECT aborted";

  private final StepRecorder recorder = new StepRecorder();

  @AfterEach
  void release() {
    recorder.end();
  }

  private final OptionValues options = new OptionValues();
  private long type = CurlSymbols.CURLPROXY_HTTP;

  private EmbeddedChannel start(String user, String password) {
    ProxyConfig proxy = new ProxyConfig(type, "px.test", 3128, user, password, false);
    return recorder.start(
        new TunnelStep("host.test:443", new ProxyLogin(proxy, options, auth()), recorder));
  }

  private AuthState auth() {
    AuthState auth = new AuthState();
    auth.begin(options.number(ProxyOptions.PROXYAUTH));
    return auth;
  }

  private EmbeddedChannel start() {
    return start(null, null);
  }

  @Test
  void asksForTheTunnel() {
    options.set(HttpOptions.USERAGENT, "agent/1");
    EmbeddedChannel channel = start("me", "secret");
    assertEquals(
        "CONNECT host.test:443 HTTP/1.1\r\n"
            + "Host: host.test:443\r\n"
            + "Proxy-Authorization: Basic bWU6c2VjcmV0\r\n"
            + "User-Agent: agent/1\r\n"
            + "Proxy-Connection: Keep-Alive\r\n"
            + "\r\n",
        sentText(channel));
    answerText(channel, OK + "hi");
    assertEquals(List.of("status 200", "passed"), recorder.events);
    assertEquals("hi", recorder.rest.toString());
    assertEquals(OK, recorder.head.toString());
    assertNull(channel.pipeline().get(TunnelStep.class));
  }

  @Test
  void oldProxiesAreAskedInTheOldWay() {
    type = CurlSymbols.CURLPROXY_HTTP_1_0;
    assertTrue(sentText(start()).startsWith("CONNECT host.test:443 HTTP/1.0\r\n"));
  }

  @Test
  void headersForTheProxyOnly() {
    options.set(HttpOptions.HTTPHEADER, List.of("X-Origin: 1"));
    options.set(
        ProxyOptions.PROXYHEADER,
        List.of("X-Proxy: 1", "Host: other", "Proxy-Connection:", "X-Empty;", "bad", "X: a\r\nb"));
    assertEquals(
        "CONNECT host.test:443 HTTP/1.1\r\nX-Proxy: 1\r\nHost: other\r\nX-Empty:\r\n\r\n",
        sentText(start()));
  }

  @Test
  void unifiedHeadersWithoutTheOriginsSecrets() {
    options.set(ProxyOptions.HEADEROPT, CurlSymbols.CURLHEADER_UNIFIED);
    options.set(
        HttpOptions.HTTPHEADER,
        List.of("X-Origin: 1", "Authorization: Bearer t", "Cookie: a=b", "Authorization : x"));
    String sent = sentText(start());
    assertTrue(sent.contains("X-Origin: 1\r\n"));
    assertFalse(sent.contains("Authorization"));
    assertFalse(sent.contains("Cookie"));
  }

  @Test
  void byteByByteIsTheSame() {
    EmbeddedChannel channel = start();
    trickleText(channel, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: a\r\n b\r\n\r\nhi");
    assertEquals(List.of("status 200", "passed"), recorder.events);
    assertTrue(recorder.head.toString().endsWith("X: a b\r\n\r\n"), recorder.head.toString());
    // what comes once the step is out goes its own way
    assertEquals(2, channel.inboundMessages().size());
    channel.releaseInbound();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 401, 403, 500})
  void refusals(int status) {
    answerText(start(), "HTTP/1.1 " + status + " no\r\nContent-Length: 0\r\n\r\n");
    assertEquals("COULDNT_CONNECT CONNECT tunnel failed, response " + status, recorder.last());
  }

  @Test
  void malformed() {
    answerText(start(), "garbage\r\n\r\n");
    assertEquals("COULDNT_CONNECT CONNECT tunnel failed, response 0", recorder.last());
    answerText(start(), "HTTP/1.1 200 a\0b\r\n\r\n");
    assertEquals("WEIRD_SERVER_REPLY Nul byte in header", recorder.last());
    answerText(start(), "HTTP/1.1 200 ok\r\nX: " + "a".repeat(17_000));
    assertEquals("RECV_ERROR CONNECT response too large", recorder.last());
    answerText(start(), "HTTP/1.1 407 no\r\nContent-Length: x\r\n\r\n");
    assertEquals("WEIRD_SERVER_REPLY Unsupported Content-Length value", recorder.last());
  }

  @Test
  void endlessHeadersStop() {
    EmbeddedChannel channel = start();
    answerText(channel, "HTTP/1.1 200 ok\r\n");
    for (int i = 0; i < 100 && !recorder.last().startsWith("RECV_ERROR"); i++) {
      answerText(channel, "X: " + "a".repeat(10_000) + "\r\n");
    }
    assertTrue(recorder.last().startsWith("RECV_ERROR Too large"), recorder.last());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200", "HTTP/1.1 200 ok\r\n", "HTTP/1.1 200 ok\r\nX: y\r\n"})
  void closedEarly(String start) {
    EmbeddedChannel channel = start();
    if (!start.isEmpty()) {
      answerText(channel, start);
    }
    channel.close();
    assertEquals(ABORTED, recorder.last());
  }

  @Test
  void userMayRefuseTheHead() {
    recorder.headerAnswer = CurlCode.WRITE_ERROR;
    answerText(start(), OK);
    assertTrue(recorder.last().startsWith("WRITE_ERROR"), recorder.last());
  }

  private static String challenge(String more, String challenges) {
    return "HTTP/1.1 407 no\r\n" + challenges + more + "\r\n";
  }

  @Test
  void severalKindsWaitForTheChallenge() {
    options.set(ProxyOptions.PROXYAUTH, CurlSymbols.CURLAUTH_BASIC | CurlSymbols.CURLAUTH_DIGEST);
    EmbeddedChannel channel = start("me", "secret");
    assertFalse(sentText(channel).contains("Authorization"));
    answerText(
        channel,
        challenge("Content-Length: 3\r\n", "Proxy-Authenticate: Basic realm=\"x\"\r\n") + "abc");
    assertTrue(sentText(channel).contains("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n"));
    answerText(channel, OK);
    assertEquals("passed", recorder.last());
  }

  @Test
  void chunkedBodiesArePassedOver() {
    options.set(ProxyOptions.PROXYAUTH, CurlSymbols.CURLAUTH_ANY);
    EmbeddedChannel channel = start("me", "secret");
    sentText(channel);
    String body = "3;x=y\r\nabc\r\n0a\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n";
    trickleText(
        channel,
        challenge("Transfer-Encoding: chunked\r\n", "Proxy-Authenticate: Basic realm=x\r\n")
            + body);
    assertTrue(sentText(channel).contains("Basic bWU6c2VjcmV0"));
    answerText(channel, OK);
    assertEquals("passed", recorder.last());
  }

  @Test
  void wrongPasswordEnds() {
    EmbeddedChannel channel = start("me", "bad");
    answerText(
        channel, challenge("Content-Length: 0\r\n", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
    assertEquals("COULDNT_CONNECT CONNECT tunnel failed, response 407", recorder.last());
  }

  @Test
  void proxyThatClosesIsAskedAgainElsewhere() {
    options.set(ProxyOptions.PROXYAUTH, CurlSymbols.CURLAUTH_ANY);
    EmbeddedChannel channel = start("me", "secret");
    answerText(
        channel,
        challenge(
            "Connection: close\r\nContent-Length: 0\r\n",
            "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
    assertEquals("startOver", recorder.last());
  }

  @Test
  void closeInPlaceOfALengthIsNoError() {
    options.set(ProxyOptions.PROXYAUTH, CurlSymbols.CURLAUTH_ANY);
    EmbeddedChannel channel = start("me", "secret");
    answerText(channel, challenge("", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
    channel.close();
    assertEquals("startOver", recorder.last());
  }

  @Test
  void digestIsPreferred() {
    options.set(ProxyOptions.PROXYAUTH, CurlSymbols.CURLAUTH_BASIC | CurlSymbols.CURLAUTH_DIGEST);
    EmbeddedChannel channel = start("me", "secret");
    sentText(channel);
    answerText(
        channel,
        challenge(
            "Content-Length: 0\r\n",
            "Proxy-Authenticate: Basic realm=\"x\", Digest realm=\"d\", nonce=\"n\", qop=\"auth\"\r\n"));
    String sent = sentText(channel);
    assertTrue(
        sent.contains(
            "Proxy-Authorization: Digest username=\"me\", realm=\"d\", nonce=\"n\","
                + " uri=\"host.test:443\", cnonce=\""),
        sent);
    assertTrue(sent.contains("nc=00000001, qop=auth, response=\""), sent);
    // the same challenge again means that the password is wrong
    answerText(
        channel,
        challenge(
            "Content-Length: 0\r\n", "Proxy-Authenticate: Digest realm=\"d\", nonce=\"n2\"\r\n"));
    assertEquals("COULDNT_CONNECT CONNECT tunnel failed, response 407", recorder.last());
  }

  @Test
  void staleDigestIsAnsweredAgain() {
    options.set(ProxyOptions.PROXYAUTH, CurlSymbols.CURLAUTH_DIGEST);
    EmbeddedChannel channel = start("me", "secret");
    sentText(channel);
    answerText(
        channel,
        challenge(
            "Content-Length: 0\r\n", "Proxy-Authenticate: Digest realm=\"d\", nonce=\"n\"\r\n"));
    assertTrue(sentText(channel).contains("nonce=\"n\""));
    answerText(
        channel,
        challenge(
            "Content-Length: 0\r\n",
            "Proxy-Authenticate: Digest realm=\"d\", nonce=\"n2\", stale=true\r\n"));
    assertTrue(sentText(channel).contains("nonce=\"n2\""));
    answerText(channel, OK);
    assertEquals("passed", recorder.last());
  }
}
