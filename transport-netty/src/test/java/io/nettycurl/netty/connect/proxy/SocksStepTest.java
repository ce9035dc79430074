package io.nettycurl.netty.connect.proxy;

import static io.nettycurl.netty.connect.proxy.StepRecorder.answerHex;
import static io.nettycurl.netty.connect.proxy.StepRecorder.sentHex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.dns.NumericAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocksStepTest {
  private static final String GRANTED_4 = "005a0000 00000000";
  private static final String GRANTED_5 = "05000001 7f000001 0050";

  private final StepRecorder recorder = new StepRecorder();

  @AfterEach
  void release() {
    recorder.end();
  }

  private EmbeddedChannel start(
      long type, String host, String address, String user, String password, boolean allowed) {
    return recorder.start(
        new SocksStep(
            new SocksStep.Request(
                type,
                host,
                80,
                address == null ? null : NumericAddress.parse(address, 0),
                user,
                password,
                allowed),
            recorder));
  }

  private EmbeddedChannel five(String host, String user, String password) {
    return start(CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME, host, null, user, password, true);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fourAsksForAnAddress() {
    EmbeddedChannel channel =
        start(CurlSymbols.CURLPROXY_SOCKS4, "host.test", "10.1.2.3", "me", null, true);
    assertEquals("04010050" + "0a010203" + hex("me") + "00", sentHex(channel));
    answerHex(channel, GRANTED_4 + "6869");
    assertEquals(List.of("passed"), recorder.events);
    assertEquals("hi", recorder.rest.toString());
    assertNull(channel.pipeline().get(SocksStep.class));
  }

  @Test
  void fourAAsksForAName() {
    EmbeddedChannel channel =
        start(CurlSymbols.CURLPROXY_SOCKS4A, "host.test", null, null, null, true);
    assertEquals("04010050" + "00000001" + "00" + hex("host.test") + "00", sentHex(channel));
    answerHex(channel, "005a0000");
    assertTrue(recorder.events.isEmpty());
    answerHex(channel, "00000000");
    assertEquals(List.of("passed"), recorder.events);
  }

  @ParameterizedTest
  @CsvSource({
    "015a000000000000, BAD_VERSION",
    "005b000000000000, REQUEST_FAILED",
    "005c000000000000, IDENTD",
    "005d000000000000, IDENTD_DIFFER",
    "0001000000000000, UNKNOWN_FAIL",
  })
  void fourRefusals(String answer, String code) {
    EmbeddedChannel channel =
        start(CurlSymbols.CURLPROXY_SOCKS4, "host.test", "10.1.2.3", null, null, true);
    answerHex(channel, answer);
    assertEquals("PROXY " + code, recorder.last());
    channel.finishAndReleaseAll();
    assertEquals(1, recorder.events.size());
  }

  @Test
  void fourHasBounds() {
    start(CurlSymbols.CURLPROXY_SOCKS4A, "h".repeat(255), null, null, null, true);
    assertEquals("PROXY LONG_HOSTNAME", recorder.last());
    start(CurlSymbols.CURLPROXY_SOCKS4, "h", "10.0.0.1", "u".repeat(256), null, true);
    assertEquals("PROXY LONG_USER", recorder.last());
  }

  @Test
  void fiveLeavesTheNameToTheProxy() {
    EmbeddedChannel channel = five("host.test", null, null);
    assertEquals("050100", sentHex(channel));
    answerHex(channel, "0500");
    assertEquals("05010003" + "09" + hex("host.test") + "0050", sentHex(channel));
    answerHex(channel, GRANTED_5);
    assertEquals(List.of("passed"), recorder.events);
  }

  @Test
  void fiveSendsAddressesAsSuch() {
    EmbeddedChannel channel = five("10.1.2.3", null, null);
    sentHex(channel);
    answerHex(channel, "0500");
    assertEquals("05010001" + "0a010203" + "0050", sentHex(channel));
    channel = start(CurlSymbols.CURLPROXY_SOCKS5, "host.test", "fd00::1", null, null, true);
    sentHex(channel);
    answerHex(channel, "0500");
    assertEquals("05010004" + "fd000000000000000000000000000001" + "0050", sentHex(channel));
  }

  @Test
  void fiveLogsIn() {
    EmbeddedChannel channel = five("h", "me", "secret");
    assertEquals("05020002", sentHex(channel));
    answerHex(channel, "0502");
    assertEquals("01" + "02" + hex("me") + "06" + hex("secret"), sentHex(channel));
    answerHex(channel, "0100");
    assertEquals("0501000301" + hex("h") + "0050", sentHex(channel));
    // a name as the bound address, in pieces
    answerHex(channel, "05000003");
    answerHex(channel, "05616263");
    assertTrue(recorder.events.isEmpty());
    answerHex(channel, "6465 0050 ff");
    assertEquals(List.of("passed"), recorder.events);
    assertEquals("\u00ff", recorder.rest.toString());
  }

  @Test
  void fiveKeepsItsPasswordWhenToldTo() {
    EmbeddedChannel channel =
        start(CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME, "h", null, "me", "secret", false);
    assertEquals("050100", sentHex(channel));
    answerHex(channel, "0502");
    assertEquals("PROXY NO_AUTH", recorder.last());
  }

  @ParameterizedTest
  @CsvSource({
    "0400, BAD_VERSION",
    "05ff, NO_AUTH",
    "0501, GSSAPI_PERMSG",
    "0507, UNKNOWN_MODE",
  })
  void fiveMethodsRefused(String answer, String code) {
    answerHex(five("h", null, null), answer);
    assertEquals("PROXY " + code, recorder.last());
  }

  @Test
  void fiveUserRejected() {
    EmbeddedChannel channel = five("h", "me", "bad");
    answerHex(channel, "0502");
    answerHex(channel, "0101");
    assertEquals("PROXY USER_REJECTED", recorder.last());
  }

  @ParameterizedTest
  @CsvSource({
    "04000001, BAD_VERSION",
    "05000009, BAD_ADDRESS_TYPE",
    "05010001, REPLY_GENERAL_SERVER_FAILURE",
    "05020001, REPLY_NOT_ALLOWED",
    "05030001, REPLY_NETWORK_UNREACHABLE",
    "05040001, REPLY_HOST_UNREACHABLE",
    "05050001, REPLY_CONNECTION_REFUSED",
    "05060001, REPLY_TTL_EXPIRED",
    "05070001, REPLY_COMMAND_NOT_SUPPORTED",
    "05080001, REPLY_ADDRESS_TYPE_NOT_SUPPORTED",
    "05630001, REPLY_UNASSIGNED",
  })
  void fiveRefusals(String start, String code) {
    EmbeddedChannel channel = five("h", null, null);
    answerHex(channel, "0500");
    answerHex(channel, start + "000000000000");
    assertEquals("PROXY " + code, recorder.last());
  }

  @Test
  void fiveHasBounds() {
    five("h".repeat(256), null, null);
    assertEquals("PROXY LONG_HOSTNAME", recorder.last());
    answerHex(five("h", "u".repeat(256), "p"), "0502");
    assertEquals("PROXY LONG_USER", recorder.last());
    answerHex(five("h", "u", "p".repeat(256)), "0502");
    assertEquals("PROXY LONG_PASSWD", recorder.last());
    EmbeddedChannel channel = five("h".repeat(255), null, null);
    answerHex(channel, "0500");
    sentHex(channel);
    assertEquals("05010003ff", sentHex(channel).substring(0, 10));
  }

  @Test
  void closingInTheMidstIsAnError() {
    EmbeddedChannel channel = five("h", null, null);
    answerHex(channel, "05");
    channel.close();
    assertEquals(List.of("PROXY RECV_CONNECT"), recorder.events);
  }
}
