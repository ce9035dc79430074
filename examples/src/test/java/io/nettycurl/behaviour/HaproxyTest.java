package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server behind a load balancer is told who comes, once for each connection and before all. */
@Timeout(180)
class HaproxyTest {
  private static final SSLContext TLS = Certificates.serverContext();

  /** What came before anything else on each connection, with {@code me} for the client's port. */
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private final List<String> heads = new CopyOnWriteArrayList<>();

  private void takeLine(Peer peer) throws IOException {
    lines.add(peer.readLine().replace(" " + peer.socket().getPort() + " ", " me "));
  }

  private void answer(Peer peer) throws IOException {
    for (String head = peer.readHead(); head != null; head = peer.readHead()) {
      heads.add(head);
      peer.send(RecordingServer.ok("hi"));
    }
  }

  private ScriptedServer server(SSLContext context) {
    return new ScriptedServer(
        peer -> {
          takeLine(peer);
          if (context != null) {
            peer.startTls(context);
          }
          answer(peer);
        });
  }

  private static Fetch fetch(String url) {
    return new Fetch(url)
        .with(CurlOpt.HAPROXYPROTOCOL, 1)
        .with(CurlOpt.CAINFO_BLOB, Certificates.trusted());
  }

  @ParameterizedTest
  @EnumSource
  void inClearAndBeforeTls(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer clear = server(null);
        ScriptedServer secure = server(TLS)) {
      String line = "PROXY TCP4 127.0.0.1 127.0.0.1 me ";
      fetch("http://" + clear.authority() + "/1").expect(CurlCode.OK, driven);
      assertEquals(List.of(line + clear.port() + "\r\n"), lines);
      assertTrue(heads.get(0).startsWith("GET /1 HTTP/1.1\r\n"), heads.get(0));
      lines.clear();
      Fetch fetch = fetch("https://" + secure.authority() + "/2");
      fetch.expect(CurlCode.OK, driven);
      assertEquals(List.of(line + secure.port() + "\r\n"), lines);
      assertEquals("hi", fetch.body());
    }
  }

  /** What was said holds for a connection, so those who would say something else need another. */
  @ParameterizedTest
  @EnumSource
  void onceForAConnection(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer server = server(null)) {
      String url = "http://" + server.authority() + "/";
      fetch(url).expect(CurlCode.OK, driven);
      Fetch again = fetch(url);
      again.expect(CurlCode.OK, driven);
      assertEquals(0, again.info(CurlInfo.NUM_CONNECTS));
      String end = " me " + server.port() + "\r\n";
      for (String[] each :
          new String[][] {
            {"192.0.2.1", "PROXY TCP4 192.0.2.1 192.0.2.1" + end},
            {"2001:db8::1", "PROXY TCP6 2001:db8::1 2001:db8::1" + end}
          }) {
        lines.clear();
        Fetch other = new Fetch(url).with(CurlOpt.HAPROXY_CLIENT_IP, each[0]);
        other.expect(CurlCode.OK, driven);
        assertEquals(List.of(each[1]), lines);
        other.expect(CurlCode.OK, driven);
        assertEquals(1, lines.size(), "not again");
      }
      lines.clear();
      fetch(url).expect(CurlCode.OK, driven);
      assertEquals(List.of(), lines, "the first connection serves again");
      assertEquals(3, server.accepted());
    }
  }

  /** Through a tunnel it is the origin that is told, not the proxy. */
  @ParameterizedTest
  @EnumSource
  void throughATunnel(Drive drive) {
    try (Driven driven = drive.open();
        ScriptedServer proxy =
            new ScriptedServer(
                peer -> {
                  heads.add(peer.readHead());
                  peer.send("HTTP/1.1 200 there\r\n\r\n");
                  takeLine(peer);
                  answer(peer);
                })) {
      fetch("http://origin.test:1/x")
          .with(CurlOpt.PROXY, "http://" + proxy.authority())
          .with(CurlOpt.HTTPPROXYTUNNEL, 1)
          .expect(CurlCode.OK, driven);
      assertTrue(heads.get(0).startsWith("CONNECT origin.test:1 HTTP/1.1\r\n"), heads.get(0));
      assertEquals(List.of("PROXY TCP4 127.0.0.1 127.0.0.1 me " + proxy.port() + "\r\n"), lines);
      assertTrue(heads.get(1).startsWith("GET /x HTTP/1.1\r\n"), heads.get(1));
    }
  }
}
