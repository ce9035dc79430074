package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.http.HttpProtocolProvider;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.NextStep;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.testkit.FakeConnection;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Owned by the test's thread. A transfer and a connection, with the test as the server. */
final class HttpBench implements AutoCloseable {
  static final String URL = "http://host.test/a";

  final HttpProtocolProvider provider = new HttpProtocolProvider();
  final FakeTransfer transfer = new FakeTransfer();
  EmbeddedChannel channel;
  FakeConnection connection;
  ProtocolHandler handler;
  Exchange exchange;
  private ConnectionPlan plan;
  private NextStep next;

  HttpBench() {
    at(URL);
  }

  /** Goes to a URL, on a connection of its own. */
  HttpBench at(String text) {
    return at(text, false);
  }

  HttpBench at(String text, boolean forwarded) {
    CurlUrl url = new CurlUrl();
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, text, 0));
    return at(url, forwarded);
  }

  HttpBench at(CurlUrl url, boolean forwarded) {
    close();
    Scheme scheme =
        provider.schemes().stream()
            .filter(known -> known.name().equals(url.scheme()))
            .findFirst()
            .orElse(new Scheme("ftp", 21, false, true, "ftp"));
    int port = url.port() < 0 ? scheme.defaultPort() : url.port();
    plan = new ConnectionPlan(scheme, url.host(), port, forwarded);
    channel = new EmbeddedChannel();
    connection = new FakeConnection(channel, plan);
    handler = provider.newHandler(connection);
    transfer.url(url, scheme).connection(connection);
    return this;
  }

  /** Starts the exchange; gives what was sent. */
  String start() {
    exchange = provider.newExchange(transfer);
    CurlCode code = exchange.prepare(plan);
    if (code != CurlCode.OK) {
      transfer.done(code, true);
      return "";
    }
    handler.start(exchange);
    return sent();
  }

  /** What was sent since it was last asked. */
  String sent() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    channel.runPendingTasks();
    for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.readBytes(bytes);
      buffer.release();
      out.writeBytes(bytes);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /** The server sends. */
  void receive(String text) {
    receive(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void receive(byte[] bytes) {
    receive(bytes, 0, bytes.length);
  }

  void receive(byte[] bytes, int offset, int length) {
    ByteBuf in = Unpooled.directBuffer(Math.max(1, length));
    in.writeBytes(bytes, offset, length);
    channel.writeInbound(in);
    channel.runPendingTasks();
  }

  /** The server closes. */
  void receiveEnd() {
    channel.close();
    channel.runPendingTasks();
  }

  /** What comes after the exchange. */
  NextStep next() {
    if (next == null) {
      next = exchange.next(transfer.result());
    }
    return next;
  }

  /** Goes on to the next hop, as an engine does; gives what was sent. */
  String follow() {
    NextStep step = next();
    next = null;
    release();
    boolean reusable = transfer.reusable();
    transfer.nextHop();
    CurlUrl url = step.url() == null ? transfer.url() : step.url();
    boolean same = step.url() == null || url.sameOrigin(transfer.url());
    if (!reusable || !same || (step.connection() == NextStep.Choice.FRESH)) {
      at(url, connection.forwarded());
    } else {
      connection.useCount(connection.useCount() + 1);
      transfer.url(url, transfer.scheme());
    }
    return start();
  }

  /** Gives up what the exchange holds, as an engine does at its end. */
  void release() {
    transfer.release();
    if (exchange != null) {
      handler.cancel(exchange, CurlCode.ABORTED_BY_CALLBACK);
      exchange.close();
      exchange = null;
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      sent();
      channel.finishAndReleaseAll();
    }
  }
}
