package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Owned by the loop. Keeps what comes in while the next filter waits for something else, such as
 * its TLS context; otherwise it would be lost at the end of the pipeline.
 */
final class Hold extends ChannelInboundHandlerAdapter {
  private final Link link;
  private final Runnable whenClosed;
  private final Deque<Object> kept = new ArrayDeque<>(2);
  private String base;
  private boolean stopped;
  private boolean ended;

  /**
   * One that has not begun.
   *
   * @param link the channel's
   * @param whenClosed run if the peer closes meanwhile
   */
  Hold(Link link, Runnable whenClosed) {
    this.link = link;
    this.whenClosed = whenClosed;
  }

  void begin(Channel channel) {
    base = link.anchor();
    link.insert(channel, Link.HOLD, this);
  }

  /** The next filter is in its place: gives it what came. */
  void end(Channel channel) {
    ended = true;
    while (!kept.isEmpty()) {
      Link.fireRead(channel, base, kept.poll());
    }
    channel.pipeline().remove(this);
    if (stopped) {
      channel.config().setAutoRead(true);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (ended) {
      ctx.fireChannelRead(message);
      return;
    }
    kept.add(message);
    if (!stopped) {
      // one piece is enough to know that there is something
      stopped = true;
      ctx.channel().config().setAutoRead(false);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!ended) {
      whenClosed.run();
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    while (!kept.isEmpty()) {
      ReferenceCountUtil.release(kept.poll());
    }
  }
}
