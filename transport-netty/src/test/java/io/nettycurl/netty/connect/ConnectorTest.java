package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.ConnectHarness.Outcome;
import io.nettycurl.netty.connect.tls.TlsProvider;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.testkit.DeadPort;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectorTest {
  private final OptionValues options = new OptionValues();

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void connectsToNumberAndReadsWhatComesAtOnce(Transport transport) {
    try (ConnectHarness harness = new ConnectHarness(transport);
        TestServer server = TestServer.plain()) {
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "127.0.0.1", server.port(), options);
      assertEquals(List.of("resolved", "opened", "connected", "ready"), outcome.events);
      assertEquals(TestServer.GREETING, outcome.awaitText("\n"));
      assertEquals(server.port(), Connector.remote(outcome.channel).getPort());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void triesNextAddressAtOnceWhenOneFails(Transport transport) throws Exception {
    InetAddress[] addresses = {
      InetAddress.getByName("127.0.0.7"), InetAddress.getByName("127.0.0.1")
    };
    try (TestServer server = TestServer.plain();
        ConnectHarness harness =
            new ConnectHarness(transport, TlsProvider.preferred(), host -> addresses)) {
      options.set(ConnectionOptions.HAPPY_EYEBALLS_TIMEOUT_MS, 3_600_000L);
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "two.test", server.port(), options);
      assertEquals(CurlCode.OK, outcome.code);
      assertEquals(2, outcome.opened);
      assertTrue(outcome.infos.contains("  Trying 127.0.0.7:" + server.port() + "..."));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void refusedIsSeven(Transport transport) throws Exception {
    try (DeadPort dead = new DeadPort();
        ConnectHarness harness = new ConnectHarness(transport)) {
      int port = dead.number();
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "127.0.0.1", port, options);
      assertEquals(CurlCode.COULDNT_CONNECT, outcome.code);
      assertEquals(111, outcome.osErrno);
      assertTrue(
          outcome.message.matches(
              "Failed to connect to 127\\.0\\.0\\.1:"
                  + port
                  + " after \\d+ ms: Could not connect to server"),
          outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void unknownNameIsSix(Transport transport) {
    try (ConnectHarness harness =
        new ConnectHarness(
            transport,
            TlsProvider.preferred(),
            host -> {
              throw new UnknownHostException(host);
            })) {
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "nowhere.test", 80, options);
      assertEquals(CurlCode.COULDNT_RESOLVE_HOST, outcome.code);
      assertEquals("Could not resolve host: nowhere.test", outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void bindsToAddressAndPortRange(Transport transport) throws Exception {
    try (ConnectHarness harness = new ConnectHarness(transport);
        TestServer server = TestServer.plain();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.9"))) {
      options.set(ConnectionOptions.INTERFACE, "host!127.0.0.9");
      options.set(ConnectionOptions.LOCALPORT, (long) taken.getLocalPort());
      options.set(ConnectionOptions.LOCALPORTRANGE, 20L);
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "127.0.0.1", server.port(), options);
      assertEquals(CurlCode.OK, outcome.code, outcome.message);
      InetSocketAddress local = (InetSocketAddress) outcome.channel.localAddress();
      assertEquals("127.0.0.9", local.getAddress().getHostAddress());
      int offset = local.getPort() - taken.getLocalPort();
      assertTrue(offset > 0 && offset < 20, "offset " + offset);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void unknownInterfaceIsFortyFive(Transport transport) {
    try (ConnectHarness harness = new ConnectHarness(transport)) {
      options.set(ConnectionOptions.INTERFACE, "if!nosuch0");
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "127.0.0.1", 9, options);
      assertEquals(CurlCode.INTERFACE_FAILED, outcome.code, outcome.message);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void setsKeepAliveOnlyWhenAsked(Transport transport) {
    try (ConnectHarness harness = new ConnectHarness(transport);
        TestServer server = TestServer.plain()) {
      options.set(ConnectionOptions.TCP_NODELAY, 0L);
      options.set(ConnectionOptions.TCP_KEEPALIVE, 1L);
      options.set(ConnectionOptions.TCP_KEEPIDLE, 77L);
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "127.0.0.1", server.port(), options);
      var config = outcome.channel.config();
      assertEquals(false, config.getOption(io.netty.channel.ChannelOption.TCP_NODELAY));
      assertEquals(true, config.getOption(io.netty.channel.ChannelOption.SO_KEEPALIVE));
      if (transport == Transport.EPOLL) {
        assertEquals(77, config.getOption(io.netty.channel.epoll.EpollChannelOption.TCP_KEEPIDLE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void cancelClosesAndIsSilent(Transport transport) {
    AtomicInteger lookups = new AtomicInteger();
    try (ConnectHarness harness =
        new ConnectHarness(
            transport,
            TlsProvider.preferred(),
            host -> {
              lookups.incrementAndGet();
              return InetAddress.getAllByName("127.0.0.1");
            })) {
      Outcome outcome = new Outcome();
      Route route = ConnectHarness.route(ConnectHarness.PLAIN, "late.test", 9, List.of(), options);
      harness.onLoop(
          () -> {
            ConnectAttempt attempt =
                harness.connector.connect(route, ConnectHarness.easy(options), outcome);
            attempt.cancel();
            return null;
          });
      Outcome second = harness.connect(route, options);
      assertNotNull(second.code);
      assertTrue(outcome.events.isEmpty(), outcome.events.toString());
    }
  }
}
