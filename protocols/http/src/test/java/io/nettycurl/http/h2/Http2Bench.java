package io.nettycurl.http.h2;

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
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.testkit.FakeConnection;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.ArrayList;
import java.util.List;

/** Owned by the test's thread. Transfers on one connection, with the test as the server. */
final class Http2Bench implements AutoCloseable {
  static final String URL = "http://host.test/a";
  static final long SECOND = 1_000_000_000L;

  /** One exchange, as an engine has it. */
  record Run(FakeTransfer transfer, Exchange exchange) {
    NextStep next() {
      return exchange.next(transfer.result());
    }
  }

  final HttpProtocolProvider provider = new HttpProtocolProvider();
  final EmbeddedChannel channel = new EmbeddedChannel();
  final FakeConnection connection;
  final Http2Handler handler;
  final ServerFrames server = new ServerFrames();
  final List<Run> runs = new ArrayList<>();
  final Scheme http;
  long now;
  private final FrameText text = new FrameText();

  Http2Bench() {
    http = provider.schemes().iterator().next();
    connection = new FakeConnection(channel, new ConnectionPlan(http, "host.test", 80, false));
    handler = new Http2Handler(connection, () -> now);
  }

  /** A transfer that is not started. */
  FakeTransfer transfer() {
    return transfer(URL);
  }

  FakeTransfer transfer(String address) {
    CurlUrl url = new CurlUrl();
    assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, address, 0));
    Scheme scheme =
        provider.schemes().stream()
            .filter(known -> known.name().equals(url.scheme()))
            .findFirst()
            .orElseThrow();
    return new FakeTransfer().url(url, scheme).connection(connection);
  }

  /** Starts it; what it sends is still to be asked for. */
  Run start(FakeTransfer transfer) {
    Exchange exchange = provider.newExchange(transfer);
    assertEquals(CurlCode.OK, exchange.prepare(connection.plan()));
    Run run = new Run(transfer, exchange);
    runs.add(run);
    handler.start(exchange);
    return run;
  }

  /** Starts a GET behind the connection's first frames. */
  Run get() {
    Run run = start(transfer());
    if (runs.size() == 1) {
      sent();
      receive(server.settings());
    }
    sent();
    return run;
  }

  /** The server sends. */
  void receive(ServerFrames frames) {
    channel.writeInbound(frames.take());
    channel.runPendingTasks();
  }

  /** The server sends byte by byte. */
  void receiveSlowly(ServerFrames frames) {
    ByteBuf all = frames.take();
    while (all.isReadable()) {
      channel.writeInbound(Unpooled.directBuffer(1).writeByte(all.readByte()));
    }
    all.release();
    channel.runPendingTasks();
  }

  /** The server closes. */
  void receiveEnd() {
    channel.close();
    channel.runPendingTasks();
  }

  /** The frames sent since it was last asked. */
  List<String> sent() {
    channel.runPendingTasks();
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
      all.writeBytes(buffer);
      buffer.release();
    }
    try {
      return text.read(all);
    } finally {
      all.release();
    }
  }

  /** How many writes there were since it was last asked. */
  int writes() {
    channel.runPendingTasks();
    int count = 0;
    for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
      buffer.release();
      count++;
    }
    return count;
  }

  @Override
  public void close() {
    channel.finishAndReleaseAll();
    for (Run run : runs) {
      if (run.transfer().result() == null) {
        run.exchange().close();
        run.transfer().release();
      }
    }
    server.release();
  }
}
