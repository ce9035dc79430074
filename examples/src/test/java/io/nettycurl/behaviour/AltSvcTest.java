package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.testkit.DeadPort;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An origin says where else it can be had, and is had there. */
@Timeout(180)
class AltSvcTest {
  private static final SSLContext TLS = Certificates.serverContext();

  @TempDir private Path folder;

  private static RecordingServer saying(String field) {
    return new RecordingServer(
        TLS,
        request -> "HTTP/1.1 200 OK\r\nAlt-Svc: " + field + "\r\nContent-Length: 5\r\n\r\nfirst");
  }

  private static RecordingServer other() {
    return new RecordingServer(TLS, request -> RecordingServer.ok("other"));
  }

  private static Fetch at(RecordingServer server) {
    return new Fetch("https://" + server.authority() + "/")
        .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
  }

  @ParameterizedTest
  @EnumSource
  void isFollowedAndKept(Drive drive) throws IOException {
    Path file = folder.resolve("alt");
    try (Driven driven = drive.open();
        RecordingServer other = other();
        RecordingServer first = saying("h1=\":" + other.port() + "\"; ma=1000")) {
      Fetch off = at(first);
      off.expect(CurlCode.OK, driven);
      off.expect(CurlCode.OK, driven);
      assertEquals("first", off.body());
      Fetch fetch = at(first).with(CurlOpt.ALTSVC, file.toString());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("first", fetch.body());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("other", fetch.body());
      assertEquals(first.authority(), other.last().field("Host"));
      assertEquals(other.authority(), other.last().field("Alt-Used"));
      fetch.with(CurlOpt.HTTPHEADER, List.of("Alt-Used:"));
      fetch.expect(CurlCode.OK, driven);
      assertNull(other.last().field("Alt-Used"));
      fetch.with(
          CurlOpt.CONNECT_TO, List.of("127.0.0.1:" + first.port() + ":localhost:" + first.port()));
      fetch.expect(CurlCode.OK, driven);
      assertEquals("first", fetch.body());
      fetch.easy().close();
      assertTrue(
          Files.readString(file).contains("h1 127.0.0.1 " + first.port() + " h1 127.0.0.1 "));
      Fetch again = at(first).with(CurlOpt.ALTSVC, file.toString());
      again.expect(CurlCode.OK, driven);
      assertEquals("other", again.body());
      again.with(CurlOpt.ALTSVC_CTRL, CurlSymbols.CURLALTSVC_H2);
      again.expect(CurlCode.OK, driven);
      assertEquals("first", again.body());
      Fetch wrong = at(first).with(CurlOpt.ALTSVC, file.toString());
      Files.writeString(file, "x".repeat(5000));
      wrong.expect(CurlCode.TOO_LARGE, driven);
    }
  }

  /** As in libcurl, whose code is the one that counts: nobody goes back to the origin. */
  @ParameterizedTest
  @EnumSource
  void anAlternativeThatIsAwayIsAnError(Drive drive) {
    try (Driven driven = drive.open();
        DeadPort dead = new DeadPort();
        RecordingServer first = saying("h1=\":" + dead.number() + "\"")) {
      Fetch fetch = at(first).with(CurlOpt.ALTSVC_CTRL, CurlSymbols.CURLALTSVC_H1);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.COULDNT_CONNECT, driven);
      String trouble = fetch.easy().errorMessage();
      String way = first.authority() + " via 127.0.0.1:" + dead.number();
      assertTrue(trouble.startsWith("Failed to connect to " + way), trouble);
      fetch.expect(CurlCode.COULDNT_CONNECT, driven);
      fetch.with(CurlOpt.ALTSVC_CTRL, CurlSymbols.CURLALTSVC_H2).expect(CurlCode.OK, driven);
      assertEquals(2, first.requests().size());
    }
  }

  /** What is not certain to be the origin may not send anybody elsewhere. */
  @ParameterizedTest
  @EnumSource
  void inClearItDoesNotCount(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first =
            new RecordingServer(
                request -> "HTTP/1.1 200 OK\r\nAlt-Svc: h1=\":1\"\r\nContent-Length: 0\r\n\r\n")) {
      Fetch fetch =
          new Fetch("http://" + first.authority() + "/")
              .with(CurlOpt.ALTSVC_CTRL, CurlSymbols.CURLALTSVC_H1);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals(2, first.requests().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void clearTakesItBack(Drive drive) {
    try (Driven driven = drive.open();
        RecordingServer first = saying("clear")) {
      Fetch fetch = at(first).with(CurlOpt.ALTSVC_CTRL, CurlSymbols.CURLALTSVC_H1);
      fetch.expect(CurlCode.OK, driven);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("first", fetch.body());
    }
  }
}
