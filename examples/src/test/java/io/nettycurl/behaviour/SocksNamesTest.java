package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that a SOCKS proxy has to look up are never looked up here. */
@Timeout(180)
class SocksNamesTest {
  private static final int NAME = 3;

  private final List<String> names = new CopyOnWriteArrayList<>();

  private ScriptedServer proxy() {
    return new ScriptedServer(
        peer -> {
          byte[] greeting = peer.read(2);
          if (greeting.length < 2) {
            return;
          }
          peer.read(greeting[1]);
          peer.send(new byte[] {5, 0});
          byte[] head = peer.read(4);
          if (head.length < 4) {
            return;
          }
          assertEquals(NAME, head[3]);
          int length = peer.read(1)[0] & 0xff;
          names.add(new String(peer.read(length), StandardCharsets.US_ASCII));
          peer.read(2);
          peer.send(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
          peer.readHead();
          peer.send(RecordingServer.ok("hi"));
          peer.readToEnd();
        });
  }

  /** Item 18: one byte more than the protocol can tell is an error. */
  @ParameterizedTest
  @EnumSource
  void longNamesAreTheProxysOrNobodys(Drive drive) {
    String longest = "a.".repeat(125) + "local";
    try (Driven driven = drive.open();
        ScriptedServer proxy = proxy()) {
      Fetch fetch =
          new Fetch("http://" + longest + "/")
              .with(CurlOpt.PROXY, "socks5h://" + proxy.authority());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      assertEquals(List.of(longest), names);
      assertEquals(0, fetch.info(CurlInfo.PROXY_ERROR));
      fetch.with(CurlOpt.URL, "http://x" + longest + "/").expect(CurlCode.PROXY, driven);
      assertEquals(CurlProxyCode.LONG_HOSTNAME.number(), fetch.info(CurlInfo.PROXY_ERROR));
      assertEquals(1, names.size());
      assertEquals(List.of(), proxy.failures());
    }
  }
}
