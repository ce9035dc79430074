package io.nettycurl.netty.loop;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Immutable. Stands in every pipeline from its beginning. A peer may reset a connection before any
 * protocol stands there to hear of it; whoever comes finds a closed channel and says so, and Netty
 * need not warn of an exception that nobody caught. It has no part in other events.
 */
@Sharable
public final class Unattended extends ChannelInboundHandlerAdapter {
  /** The only one. */
  public static final Unattended HANDLER = new Unattended();

  private Unattended() {}

  @Override
  @SuppressWarnings("deprecation")
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (ctx.pipeline().last() != this) {
      ctx.fireExceptionCaught(cause);
    }
  }
}
