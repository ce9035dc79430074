package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlHeader;
import io.nettycurl.CurlHeaderCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every header that came can be asked for, by where it came from and by request. */
@Timeout(180)
class HeadersTest {
  private static final long HEADER = CurlSymbols.CURLH_HEADER;

  private static String value(Fetch fetch, String name, long origin, int request) {
    CurlHeader.Result found = fetch.easy().header(name, 0, origin, request);
    return found.code() == CurlHeaderCode.OK ? found.header().value() : found.code().name();
  }

  private static List<String> names(Fetch fetch, long origin, int request) {
    List<String> names = new ArrayList<>();
    CurlHeader header = fetch.easy().nextheader(origin, request, null);
    while (header != null) {
      names.add(header.name());
      header = fetch.easy().nextheader(origin, request, header);
    }
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void ofARedirectChainWithInterimResponsesAndTrailers(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send(
                      "HTTP/1.1 302 Found\r\nLocation: /two\r\nN: 0\r\nContent-Length: 0\r\n\r\n");
                  peer.readHead();
                  peer.send("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n");
                  peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nN: 1\r\n\r\n");
                  peer.send("3\r\nabc\r\n0\r\nSum: 9\r\n\r\n");
                  peer.readHead();
                  peer.send("HTTP/1.1 204 No Content\r\nOnly: this\r\n\r\n");
                })) {
      Fetch fetch =
          new Fetch("http://" + server.authority() + "/one").with(CurlOpt.FOLLOWLOCATION, 1);
      List<String> early = new ArrayList<>();
      fetch.with(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            early.add(value(fetch, "n", HEADER, -1));
            return fetch.take(data);
          });
      assertEquals("NOHEADERS", value(fetch, "N", HEADER, 0));
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of("1"), early);
      assertEquals("0", value(fetch, "n", HEADER, 0));
      assertEquals("/two", value(fetch, "Location", HEADER, 0));
      assertEquals("1", value(fetch, "n", HEADER, 1));
      assertEquals("1", value(fetch, "n", HEADER, -1));
      assertEquals("x", value(fetch, "Link", CurlSymbols.CURLH_1XX, 1));
      assertEquals("9", value(fetch, "sum", CurlSymbols.CURLH_TRAILER, 1));
      assertEquals("NOREQUEST", value(fetch, "N", HEADER, 2));
      assertEquals(List.of("Transfer-Encoding", "N"), names(fetch, HEADER, -1));
      assertEquals(List.of("Link", "Transfer-Encoding", "N", "Sum"), names(fetch, 31, -1));

      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of("Only"), names(fetch, 31, 0));
    }
  }

  /** SUPPRESS_CONNECT_HEADERS keeps them from the callbacks only. */
  @ParameterizedTest
  @EnumSource
  void ofAProxyWhetherDeliveredOrNot(Drive drive) {
    for (long suppressed = 0; suppressed < 2; suppressed++) {
      try (Driven driven = drive.open();
          ScriptedServer proxy =
              new ScriptedServer(
                  peer -> {
                    peer.readHead();
                    peer.send("HTTP/1.1 200 Established\r\nVia: p\r\n\r\n");
                    peer.readHead();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nVia: o\r\n\r\n");
                  })) {
        Fetch fetch =
            new Fetch("http://origin.test/")
                .with(CurlOpt.PROXY, "http://" + proxy.authority())
                .with(CurlOpt.HTTPPROXYTUNNEL, 1)
                .with(CurlOpt.SUPPRESS_CONNECT_HEADERS, suppressed);
        fetch.expect(CurlCode.OK, driven);
        assertEquals("p", value(fetch, "via", CurlSymbols.CURLH_CONNECT, 0));
        assertEquals("o", value(fetch, "via", HEADER, 0));
        assertEquals(suppressed == 0, fetch.headers().contains("Established"));
      }
    }
  }

  /** A file's facts look like headers, and are none. */
  @ParameterizedTest
  @EnumSource
  void notOfAFile(Drive drive) throws java.io.IOException {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("headers", ".txt");
    try (Driven driven = drive.open()) {
      Fetch fetch = new Fetch(file.toUri().toString());
      fetch.expect(CurlCode.OK, driven);
      assertEquals("NOHEADERS", value(fetch, "Content-Length", 31, 0));
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  /** Blanks around and folds are gone; those of the proxy count beside those of the origin. */
  @ParameterizedTest
  @EnumSource
  void valuesAndCounts(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer proxy =
            new ScriptedServer(
                peer -> {
                  peer.readHead();
                  peer.send("HTTP/1.1 200 go\r\nServer: of the proxy\r\nSilly: yes\r\n\r\n");
                  peer.readHead();
                  peer.send(
                      "HTTP/1.1 200 OK\nServer:       with blanks     \nFold: is\n folding a     \n"
                          + "   line\nContent-Length: 0\nTest:\t\n\t \n\tword\nSet-Cookie: 1=a;\n"
                          + "Set-Cookie: 2=b;\nBlank:\nBlank2: \n\n");
                })) {
      Fetch fetch =
          new Fetch("http://origin.test/")
              .with(CurlOpt.PROXY, "http://" + proxy.authority())
              .with(CurlOpt.HTTPPROXYTUNNEL, 1);
      fetch.expect(CurlCode.OK, driven);
      List<String> all = new ArrayList<>();
      CurlHeader header = fetch.easy().nextheader(15, 0, null);
      while (header != null) {
        all.add(
            header.name() + "=" + header.value() + " " + header.index() + "/" + header.amount());
        header = fetch.easy().nextheader(15, 0, header);
      }
      assertEquals(
          List.of(
              "Server=of the proxy 0/2",
              "Silly=yes 0/1",
              "Server=with blanks 1/2",
              "Fold=is folding a line 0/1",
              "Content-Length=0 0/1",
              "Test=word 0/1",
              "Set-Cookie=1=a; 0/2",
              "Set-Cookie=2=b; 1/2",
              "Blank= 0/1",
              "Blank2= 0/1"),
          all);
    }
  }
}
