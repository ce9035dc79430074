package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.nettycurl.callback.CloseSocketCallback;
import io.nettycurl.netty.loop.NettySocket;
import io.nettycurl.option.CurlOpt;

/**
 * Owned by the loop. Lets the application close the socket of one channel (CLOSESOCKETFUNCTION):
 * the engine's close stops here and becomes a call. What the application leaves open is let go.
 * Where the peer closes, Netty leaves our half open, so that the application is called before the
 * descriptor is gone.
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

  /** To those behind it is closed already, whatever the application does with it. */
  private boolean ended;

  /** They are being told, and what they close meanwhile is the application's to close. */
  private boolean ending;

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
  public void handlerAdded(ChannelHandlerContext ctx) {
    ctx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof ChannelInputShutdownEvent) || asked) {
      ctx.fireUserEventTriggered(event);
      return;
    }
    asked = true;
    ended = true;
    ending = true;
    ctx.fireChannelInactive();
    whenGone.run();
    ending = false;
    call.tell(
        NettySocket.of(ctx.channel()),
        () -> {
          if (ctx.channel().isOpen() && !ctx.isRemoved()) {
            letGo(ctx);
          }
        });
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (ending) {
      promise.trySuccess();
      return;
    }
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
    if (!ended) {
      ctx.fireChannelInactive();
    }
  }

  private void ask(ChannelHandlerContext ctx, Runnable then) {
    asked = true;
    call.tell(NettySocket.of(ctx.channel()), then);
  }

  /** To those behind it is as if it were closed. */
  private void letGo(ChannelHandlerContext ctx) {
    if (!ended) {
      ctx.fireChannelInactive();
    }
    ChannelPipeline pipeline = ctx.pipeline();
    ctx.channel().deregister();
    while (pipeline.last() != null) {
      pipeline.removeLast();
    }
    sockets.letGo(ctx.channel());
    if (!ended) {
      whenGone.run();
    }
  }
}
