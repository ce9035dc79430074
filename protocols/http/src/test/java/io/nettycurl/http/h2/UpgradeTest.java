package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.http.HttpProtocolProvider;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.testkit.FakeConnection;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clear connections on which HTTP/2 is asked for. */
class UpgradeTest {
  private static final String SWITCHED =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ServerFrames server = new ServerFrames();
  private final FakeTransfer transfer = new FakeTransfer();
  private ProtocolHandler handler;
  private Exchange exchange;

  @BeforeEach
  void open() {
    HttpProtocolProvider provider = new HttpProtocolProvider();
    Scheme http = provider.schemes().iterator().next();
    ConnectionPlan plan = new ConnectionPlan(http, "host.test", 80, false);
    FakeConnection connection = new FakeConnection(channel, plan);
    CurlUrl url = new CurlUrl();
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, "http://host.test/a", 0));
    transfer.url(url, http).connection(connection);
    transfer.set(CurlOpt.HTTP_VERSION, CurlSymbols.CURL_HTTP_VERSION_2_0);
    exchange = provider.newExchange(transfer);
    assertEquals(CurlCode.OK, exchange.prepare(plan));
    handler = provider.newHandler(connection);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
    transfer.release();
    server.release();
  }

  private ByteBuf sent() {
    channel.runPendingTasks();
    ByteBuf all = channel.alloc().buffer();
    for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
      all.writeBytes(buffer);
      buffer.release();
    }
    return all;
  }

  private String start() {
    handler.start(exchange);
    ByteBuf bytes = sent();
    String text = bytes.toString(StandardCharsets.US_ASCII);
    bytes.release();
    return text;
  }

  private void receive(ServerFrames frames) {
    channel.writeInbound(frames.take());
  }

  @Test
  void requestAsksForIt() {
    assertEquals(
        """
        GET /a HTTP/1.1
        Host: host.test
        Accept: */*
        Upgrade: h2c
        HTTP2-Settings: AAMAAABkAAQAAQAAAAIAAAAA
        Connection: Upgrade, HTTP2-Settings

        """
            .replace("\n", "\r\n"),
        start());
    assertEquals(1, handler.capacity());
  }

  @Test
  void serverAgreesAndAnswersAtOnce() {
    start();
    receive(server.raw(SWITCHED).settings().headers(1, false, ":status: 200").data(1, true, "x"));
    assertEquals(CurlCode.OK, transfer.result());
    assertTrue(transfer.reusable());
    assertEquals("x", transfer.bodyText());
    assertEquals(SWITCHED + "HTTP/2 200 \r\n\r\n", transfer.headerText());
    assertEquals(100, handler.capacity());
    assertTrue(handler.alive());
    ByteBuf bytes = sent();
    assertEquals(
        List.of(
            "PREFACE",
            "SETTINGS 3=100 4=65536 2=0",
            "WINDOW 1048510465",
            "SETTINGS ACK",
            "WINDOW 1 10420224"),
        new FrameText().read(bytes));
    bytes.release();
  }

  @Test
  void serverAgreesAndAnswersLater() {
    start();
    receive(server.raw(SWITCHED));
    receive(server.settings());
    receive(server.headers(1, true, ":status: 204"));
    assertEquals(CurlCode.OK, transfer.result());
    sent().release();
  }

  @Test
  void serverKeepsToHttp1() {
    start();
    receive(server.raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
    assertEquals(CurlCode.OK, transfer.result());
    assertTrue(transfer.reusable());
    assertEquals(1, handler.capacity());
  }

  @Test
  void serverThatAgreesAndGoesOnInHttp1() {
    start();
    receive(server.raw(SWITCHED).raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
    assertEquals(CurlCode.HTTP2, transfer.result());
    assertFalse(handler.alive());
    sent().release();
  }
}
