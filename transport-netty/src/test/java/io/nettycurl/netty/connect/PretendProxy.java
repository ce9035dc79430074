package io.nettycurl.netty.connect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Owned by its channel's loop. Plays one proxy after the other and the origin behind them, all on
 * one connection: each step waits for a request, answers it, and may turn TLS on.
 */
final class PretendProxy extends ChannelInboundHandlerAdapter {
  /**
   * One step.
   *
   * @param answer what to answer to a request; null for a line that is not answered
   * @param tls TLS to turn on afterwards; null for none
   */
  record Step(String answer, SslContext tls) {
    /** Closes in place of an answer. */
    static final Step CLOSE = new Step("", null);

    static Step answer(String answer) {
      return new Step(answer, null);
    }
  }

  private final List<String> heard;
  private final Deque<Step> steps;

  PretendProxy(List<String> heard, Step... steps) {
    this.heard = heard;
    this.steps = new ArrayDeque<>(Arrays.asList(steps));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    ByteBuf data = (ByteBuf) message;
    Step step = steps.poll();
    if (step == null) {
      data.release();
      return;
    }
    if (step == Step.CLOSE) {
      data.release();
      ctx.close();
      return;
    }
    int length = step.answer() != null ? data.readableBytes() : data.bytesBefore((byte) '\n') + 1;
    heard.add(data.readCharSequence(length, StandardCharsets.ISO_8859_1).toString());
    if (step.answer() != null) {
      ctx.writeAndFlush(Unpooled.copiedBuffer(step.answer(), StandardCharsets.ISO_8859_1));
    }
    if (step.tls() == null) {
      data.release();
      return;
    }
    SslHandler tls = step.tls().newHandler(ctx.alloc());
    ctx.pipeline().addBefore(ctx.name(), null, tls);
    tls.channelRead(ctx.pipeline().context(tls), data);
    tls.channelReadComplete(ctx.pipeline().context(tls));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == SslHandshakeCompletionEvent.SUCCESS && steps.isEmpty()) {
      ctx.writeAndFlush(Unpooled.copiedBuffer(TestServer.GREETING, StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
