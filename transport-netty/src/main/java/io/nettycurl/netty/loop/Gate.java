package io.nettycurl.netty.loop;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;

/**
 * Owned by the loop. Holds back what channels report while the loop only polls, so that nobody is
 * called until {@code perform} drains it. Each channel of a caller-driven multi has one of its
 * handlers first in the pipeline: before TLS, so that what is held back is as it came off the wire.
 *
 * <p>Nothing is read while something is held back already, and one turn of reading ends at the
 * high-water mark: what polling without performing can pile up is bounded, and a channel's end,
 * which is a task of the loop, never comes before its data.
 */
public final class Gate {
  /** Bytes held back above which a channel reads no more than its system already announced. */
  private static final int HIGH_WATER = 1024 * 1024;

  /** Reports without a content of their own. */
  private enum Report {
    REGISTERED,
    ACTIVE,
    INACTIVE,
    UNREGISTERED,
    READ_COMPLETE,
    WRITABILITY
  }

  /** A user event, told apart from a message. */
  private record UserEvent(Object event) {}

  /** An exception, told apart from a message. */
  private record Failure(Throwable cause) {}

  /** The name of its handlers. */
  public static final String NAME = "gate";

  private final CallerLoop loop;
  private final ArrayDeque<Object> held = new ArrayDeque<>();
  private int channels;
  private long bytes;

  /**
   * A gate for all channels of a loop.
   *
   * @param loop whose
   */
  public Gate(CallerLoop loop) {
    this.loop = loop;
  }

  /** The handler for one channel. */
  public ChannelHandler newHandler() {
    return new GateHandler();
  }

  /**
   * Lets everything of a channel through from now on: what stands behind calls nobody.
   *
   * @param channel any; without a gate there is nothing to do
   */
  public static void letThrough(Channel channel) {
    GateHandler handler = channel.pipeline().get(GateHandler.class);
    if (handler != null) {
      handler.open = true;
    }
  }

  /**
   * Takes the handler of a channel away, as the channel leaves its loop.
   *
   * @param channel which; there need not be a handler
   * @return false if something of the channel's is held back, and nothing was done
   */
  public static boolean release(Channel channel) {
    if (!(channel.pipeline().get(NAME) instanceof GateHandler handler)) {
      return true;
    }
    if (handler.heldBack > 0) {
      return false;
    }
    channel.pipeline().remove(handler);
    return true;
  }

  /** Whether anything is held back. */
  public boolean isEmpty() {
    return held.isEmpty();
  }

  /** How many channels have something held back. */
  public int channels() {
    return channels;
  }

  /** How many bytes are held back. */
  public long bytes() {
    return bytes;
  }

  /** Whether no more is to be read; {@link LoopBuffers} minds it. */
  public boolean isFull() {
    return bytes >= HIGH_WATER;
  }

  /**
   * Passes on one report.
   *
   * @return false if there was none
   */
  public boolean drainOne() {
    Object source = held.poll();
    if (source == null) {
      return false;
    }
    Object report = held.poll();
    if (source instanceof GateHandler handler) {
      handler.release(report);
    } else {
      ((Runnable) report).run();
    }
    return true;
  }

  /**
   * Puts something off until the gate is drained, in its order among the reports.
   *
   * @param event what came up while the loop only polls
   */
  public void putOff(Runnable event) {
    held.add(this);
    held.add(event);
  }

  /** Drops everything, as the channels are gone. */
  public void clear() {
    for (Object item = held.poll(); item != null; item = held.poll()) {
      if (item instanceof Channel accepted) {
        accepted.unsafe().closeForcibly();
      }
      ReferenceCountUtil.release(item);
    }
    bytes = 0;
    channels = 0;
  }

  private static int size(Object report) {
    return report instanceof ByteBuf data ? data.readableBytes() : 0;
  }

  private final class GateHandler extends ChannelInboundHandlerAdapter {
    private ChannelHandlerContext context;
    private int heldBack;
    private boolean open;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      context = ctx;
    }

    /**
     * What comes up while something of the same channel is still held back must not overtake it.
     */
    private boolean holds() {
      return loop.isPolling() && !open || heldBack > 0;
    }

    private boolean hold(Object report) {
      if (!holds()) {
        return false;
      }
      if (heldBack++ == 0) {
        channels++;
      }
      bytes += size(report);
      held.add(this);
      held.add(report);
      return true;
    }

    void release(Object report) {
      if (--heldBack == 0) {
        channels--;
      }
      bytes -= size(report);
      if (report instanceof Report plain) {
        releasePlain(plain);
      } else if (report instanceof UserEvent user) {
        context.fireUserEventTriggered(user.event());
      } else if (report instanceof Failure failure) {
        context.fireExceptionCaught(failure.cause());
      } else {
        context.fireChannelRead(report);
      }
    }

    private void releasePlain(Report report) {
      switch (report) {
        case REGISTERED -> context.fireChannelRegistered();
        case ACTIVE -> context.fireChannelActive();
        case INACTIVE -> context.fireChannelInactive();
        case UNREGISTERED -> context.fireChannelUnregistered();
        case READ_COMPLETE -> context.fireChannelReadComplete();
        case WRITABILITY -> context.fireChannelWritabilityChanged();
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      if (!hold(msg)) {
        ctx.fireChannelRead(msg);
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      if (!hold(Report.READ_COMPLETE)) {
        ctx.fireChannelReadComplete();
      }
    }

    @Override
    public void channelRegistered(ChannelHandlerContext ctx) {
      if (!hold(Report.REGISTERED)) {
        ctx.fireChannelRegistered();
      }
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext ctx) {
      if (!hold(Report.UNREGISTERED)) {
        ctx.fireChannelUnregistered();
      }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      if (!hold(Report.ACTIVE)) {
        ctx.fireChannelActive();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (!hold(Report.INACTIVE)) {
        ctx.fireChannelInactive();
      }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
      if (!hold(Report.WRITABILITY)) {
        ctx.fireChannelWritabilityChanged();
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (!holds() || !hold(new UserEvent(event))) {
        ctx.fireUserEventTriggered(event);
      }
    }

    @Override
    @SuppressWarnings("deprecation")
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      if (!holds() || !hold(new Failure(cause))) {
        ctx.fireExceptionCaught(cause);
      }
    }
  }
}
