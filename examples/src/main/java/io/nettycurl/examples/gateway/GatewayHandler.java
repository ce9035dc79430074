package io.nettycurl.examples.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Owned by the channel's event loop. Has one request of a client passed on after the other. */
final class GatewayHandler extends ChannelInboundHandlerAdapter {
  private final Upstream upstream;
  private Forwarding current;

  /** A request that came before the response to the one in front of it was complete. */
  private HttpRequest next;

  /** A handler for one client. */
  GatewayHandler(Upstream upstream) {
    this.upstream = upstream;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpRequest request) {
      if (current == null) {
        start(ctx, request);
      } else {
        next = request;
        ctx.channel().config().setAutoRead(false);
      }
    } else if (message instanceof HttpContent content) {
      content(ctx, content);
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  private void start(ChannelHandlerContext ctx, HttpRequest request) {
    current = new Forwarding(ctx, upstream, () -> over(ctx));
    current.start(request);
  }

  private void content(ChannelHandlerContext ctx, HttpContent content) {
    if (current == null || content.decoderResult().isFailure()) {
      content.release();
      ctx.close();
      return;
    }
    current.content(content.content(), content instanceof LastHttpContent);
  }

  private void over(ChannelHandlerContext ctx) {
    current = null;
    HttpRequest held = next;
    if (held != null && ctx.channel().isActive()) {
      next = null;
      start(ctx, held);
      ctx.channel().config().setAutoRead(true);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (current != null && ctx.channel().isWritable()) {
      current.writable();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (current != null) {
      current.abandon();
      current = null;
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
