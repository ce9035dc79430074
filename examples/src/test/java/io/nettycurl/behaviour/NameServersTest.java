package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.NameServer;
import io.nettycurl.option.CurlOpt;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names are asked of the servers that the application names. */
@Timeout(180)
class NameServersTest {
  @ParameterizedTest
  @EnumSource
  void theServersGivenAreAsked(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"));
        NameServer names = new NameServer(Map.of("known.test", new byte[] {127, 0, 0, 1}))) {
      Fetch fetch =
          new Fetch("http://known.test:" + server.port() + "/")
              .with(CurlOpt.DNS_SERVERS, names.authority());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hi", fetch.body());
      assertTrue(names.asked().contains("known.test"));
      new Fetch("http://unknown.test:" + server.port() + "/")
          .with(CurlOpt.DNS_SERVERS, names.authority())
          .expect(CurlCode.COULDNT_RESOLVE_HOST, driven);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMalformedListEndsTheTransfer(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer server = new RecordingServer(request -> RecordingServer.ok("hi"))) {
      String url = "http://" + server.authority() + "/";
      new Fetch(url)
          .with(CurlOpt.DNS_SERVERS, "not an address")
          .expect(CurlCode.BAD_FUNCTION_ARGUMENT, driven);
      new Fetch(url)
          .with(CurlOpt.DNS_LOCAL_IP4, "::1")
          .expect(CurlCode.BAD_FUNCTION_ARGUMENT, driven);
    }
  }
}
