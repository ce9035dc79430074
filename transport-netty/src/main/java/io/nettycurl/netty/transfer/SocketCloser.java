package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.nettycurl.callback.CloseSocketCallback;
import io.nettycurl.netty.loop.NettySocket;
import io.nettycurl.option.CurlOpt;

/**
 * Owned by the loop. Lets the application close the socket of one channel (CLOSESOCKETFUNCTION):
 * the engine's close stops here and becomes a call. What the application leaves open is let go.
 */
final class SocketCloser extends ChannelDuplexHandler {
  /**
   * Immutable. Whom to tell: it belongs to the connection, whoever uses that later.
   *
   * @param creator the transfer that the connection was made for
   * @param function its callback
   * @param data its object
   */
  record Call(Transfer creator, CloseSocketCallback function, Object data) {
    /** What a transfer's options say; null if they say nothing. */
    static Call of(Transfer creator) {
      CloseSocketCallback function = creator.options().get(CurlOpt.CLOSESOCKETFUNCTION);
      return function == null
          ? null
          : new Call(creator, function, creator.options().get(CurlOpt.CLOSESOCKETDATA));
    }

    private void tell(NettySocket socket, Runnable then) {
      creator.delivery().tell(() -> creator.user().tell(() -> function.close(socket, data)), then);
    }
  }

  private final Call call;
  private final Sockets sockets;
  private boolean asked;
  private Runnable whenGone = () -> {};

  private SocketCloser(Call call, Sockets sockets) {
    this.sockets = sockets;
    this.call = call;
  }

  /** Stands behind the gate, so that nobody is called while the loop only polls. */
  static void attach(Channel channel, Call call, Sockets sockets) {
    if (call != null) {
      channel.pipeline().addLast(new SocketCloser(call, sockets));
    }
  }

  /** Runs a task when the channel is closed, or is the engine's no more. */
  static void whenGone(Channel channel, Runnable task) {
    SocketCloser closer = channel.pipeline().get(SocketCloser.class);
    if (closer != null) {
      closer.whenGone = task;
    }
    channel.closeFuture().addListener(ignored -> task.run());
  }

  /** Whether the application was told to close a channel, so that it is not for the engine to. */
  static boolean isGivenAway(Channel channel) {
    SocketCloser closer = channel.pipeline().get(SocketCloser.class);
    return closer == null ? !channel.isRegistered() : closer.asked;
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (asked) {
      ctx.close(promise);
      return;
    }
    ask(
        ctx,
        () -> {
          if (ctx.channel().isOpen() && !ctx.isRemoved()) {
            letGo(ctx);
          }
          promise.trySuccess();
        });
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!asked) {
      ask(ctx, () -> {});
    }
    ctx.fireChannelInactive();
  }

  private void ask(ChannelHandlerContext ctx, Runnable then) {
    asked = true;
    call.tell(NettySocket.of(ctx.channel()), then);
  }

  /** To those behind it is as if it were closed. */
  private void letGo(ChannelHandlerContext ctx) {
    ctx.fireChannelInactive();
    ChannelPipeline pipeline = ctx.pipeline();
    ctx.channel().deregister();
    while (pipeline.last() != null) {
      pipeline.removeLast();
    }
    sockets.letGo(ctx.channel());
    whenGone.run();
  }
}
