package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Host names beyond ASCII are looked up, asked for and sent as their ASCII form. */
@Timeout(180)
class InternationalNamesTest {
  private static final String NAME = "\u00e5\u00e4\u00f6.se";
  private static final String ASCII = "xn--4cab6c.se";

  @ParameterizedTest
  @EnumSource
  void theWireHasTheAsciiForm(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("there"))) {
      int port = Integer.parseInt(server.authority().split(":")[1]);
      String url = "http://" + NAME + ":" + port + "/";
      Fetch fetch =
          new Fetch(url).with(CurlOpt.RESOLVE, List.of(ASCII + ":" + port + ":127.0.0.1"));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(ASCII + ":" + port, server.last().field("Host"));
      assertEquals(url, fetch.info(CurlInfo.EFFECTIVE_URL));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyIsToldTheAsciiForm(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer proxy = new RecordingServer(request -> RecordingServer.ok("there"))) {
      Fetch fetch =
          new Fetch("http://" + NAME + "/a").with(CurlOpt.PROXY, "http://" + proxy.authority());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("http://" + ASCII + "/a", proxy.last().path());
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesWithoutAsciiFormAreMalformed(Drive drive) {
    try (Driven driven = drive.open()) {
      for (String host : List.of("\u200b\u200c", "a\udce2\udc90.se")) {
        new Fetch("http://" + host + "/").expect(CurlCode.URL_MALFORMAT, driven);
      }
    }
  }
}
