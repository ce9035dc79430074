package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.spi.RequestKind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection's life: one exchange after the other, pauses, endings good and bad. */
class Http1HandlerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final HttpBench bench = new HttpBench();

  @AfterEach
  void close() {
    bench.release();
    bench.close();
  }

  private static final class FailingWrites extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new IOException("Broken pipe"));
    }
  }

  private void failWrites() {
    bench.channel.pipeline().addFirst(new FailingWrites());
  }

  @Test
  void carriesOneExchangeAfterTheOther() {
    for (int i = 0; i < 3; i++) {
      assertTrue(bench.start().startsWith("GET /a HTTP/1.1"));
      assertFalse(bench.handler.alive());
      bench.receive(OK);
      assertEquals(CurlCode.OK, bench.transfer.result());
      assertEquals("ok", bench.transfer.bodyText());
      assertTrue(bench.transfer.reusable());
      assertTrue(bench.handler.alive());
      bench.release();
      bench.transfer.nextHop();
      bench.connection.useCount(i + 1);
    }
  }

  @Test
  void bytesThatNobodyAskedForCloseAnIdleConnection() {
    bench.receive("HTTP/1.1 408 Timeout\r\n\r\n");
    assertFalse(bench.handler.alive());
    assertFalse(bench.channel.isOpen());
  }

  @Test
  void aCloseIsSeenWhileIdle() {
    bench.receiveEnd();
    assertFalse(bench.handler.alive());
  }

  @Test
  void pausingStopsReading() {
    bench.start();
    bench.exchange.pauseReceive(true);
    assertFalse(bench.channel.config().isAutoRead());
    bench.exchange.pauseReceive(false);
    assertTrue(bench.channel.config().isAutoRead());
  }

  @Test
  void aPauseEndsWithItsExchange() {
    bench.start();
    bench.exchange.pauseReceive(true);
    bench.receive(OK);
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertTrue(bench.channel.config().isAutoRead());
  }

  @Test
  void aDroppedExchangeHearsNothingMore() {
    bench.start();
    assertFalse(bench.handler.cancel(bench.exchange, CurlCode.ABORTED_BY_CALLBACK));
    bench.receive(OK);
    assertNull(bench.transfer.result());
    assertFalse(bench.handler.alive());
  }

  @Test
  void aFailingHeaderCallbackEndsTheExchange() {
    bench.transfer.failHeaders(1, CurlCode.WRITE_ERROR);
    bench.start();
    bench.receive(OK);
    assertEquals(CurlCode.WRITE_ERROR, bench.transfer.result());
    assertFalse(bench.transfer.reusable());
    assertEquals(1, bench.transfer.headers().size());
  }

  @Test
  void aFailingWriteCallbackEndsTheExchange() {
    bench.transfer.failBody(CurlCode.WRITE_ERROR);
    bench.start();
    bench.receive(OK);
    assertEquals(CurlCode.WRITE_ERROR, bench.transfer.result());
    assertFalse(bench.transfer.reusable());
  }

  @Test
  void aRequestThatCannotBeSentIsASendError() {
    failWrites();
    bench.start();
    bench.receiveEnd();
    assertEquals(CurlCode.SEND_ERROR, bench.transfer.result());
    assertFalse(bench.transfer.responseSeen());
  }

  @Test
  void whatThePeerSaidBeforeItStoppedListeningCounts() {
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 10L)
        .callbackBody(ScriptedBody.announced(10).piece("hello").pause().piece("world"));
    bench.start();
    failWrites();
    bench.exchange.resumeSend();
    bench.sent();
    assertNull(bench.transfer.result());
    bench.receive("HTTP/1.1 413 Large\r\nContent-Length: 2\r\n\r\nno");
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("no", bench.transfer.bodyText());
    assertFalse(bench.transfer.reusable());
  }

  @Test
  void anErrorWhileReadingIsAReceiveError() {
    bench.start();
    bench.channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
    assertEquals(CurlCode.RECV_ERROR, bench.transfer.result());
    assertFalse(bench.transfer.responseSeen());
  }

  @Test
  void aDeadConnectionIsNotWrittenTo() {
    bench.receiveEnd();
    assertEquals("", bench.start());
    assertEquals(CurlCode.SEND_ERROR, bench.transfer.result());
  }

  @Test
  void halfALineCountsAsAnAnswer() {
    bench.start();
    bench.receive("HTTP/1.1 2");
    assertTrue(bench.transfer.responseSeen());
  }

  @Test
  void tlsThatEndsWithoutAWordIsTruncated() {
    bench.at("https://host.test/");
    bench.start();
    bench.receive("HTTP/1.1 200 OK\r\n\r\nhello");
    bench.receiveEnd();
    assertEquals(CurlCode.RECV_ERROR, bench.transfer.result());
    assertEquals("hello", bench.transfer.bodyText());
  }

  @Test
  void tlsThatEndsWithCloseNotifyIsNot() {
    bench.at("https://host.test/");
    bench.start();
    bench.receive("HTTP/1.1 200 OK\r\n\r\nhello");
    bench.channel.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);
    bench.receiveEnd();
    assertEquals(CurlCode.OK, bench.transfer.result());
    assertEquals("hello", bench.transfer.bodyText());
  }

  @Test
  void aRequestHeadHasALimit() {
    bench.transfer.set(CurlOpt.USERAGENT, "x".repeat(1024 * 1024));
    assertEquals("", bench.start());
    assertEquals(CurlCode.TOO_LARGE, bench.transfer.result());
  }

  @Test
  void anUploadWaitsForTheChannel() {
    String large = "x".repeat(1_000_000);
    bench
        .transfer
        .requestKind(RequestKind.PUT)
        .set(CurlOpt.INFILESIZE_LARGE, 1_000_000L)
        .callbackBody(ScriptedBody.of(large));
    String request = bench.start();
    StringBuilder all = new StringBuilder(request);
    for (int i = 0; i < 100 && !bench.transfer.uploadIsDone(); i++) {
      bench.exchange.resumeSend();
      all.append(bench.sent());
    }
    assertTrue(all.toString().endsWith(large));
    assertEquals(1_000_000, bench.transfer.uploaded());
    bench.receive(OK);
    assertEquals(CurlCode.OK, bench.transfer.result());
  }
}
