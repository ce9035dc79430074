package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.Exchange;
import io.nettycurl.netty.spi.ProtocolHandler;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Owned by the loop. Stands in place of a protocol where the application itself speaks
 * (CONNECT_ONLY): keeps what comes in until it is asked for, up to a bound.
 */
final class PlainHandler extends ChannelInboundHandlerAdapter implements ProtocolHandler {
  /** What is kept before reading stops; a read in progress may go beyond it. */
  private static final int HIGH_WATER = 64 * 1024;

  private static final int MAX_PIECE = 64 * 1024;

  private final Channel channel;
  private final Runnable arrival;
  private final ArrayDeque<ByteBuf> received = new ArrayDeque<>();
  private int size;
  private boolean ended;
  private boolean failed;
  private boolean discarded;

  /**
   * At the end of a channel's pipeline.
   *
   * @param channel connected, proxies and TLS passed
   * @param arrival told that there is something to receive, the end included
   */
  PlainHandler(Channel channel, Runnable arrival) {
    this.channel = channel;
    this.arrival = arrival;
    channel.pipeline().addLast(this);
  }

  /** Takes what came: OK with nothing taken is the end; AGAIN; RECV_ERROR. */
  CurlCode receive(ByteBuffer into) {
    if (received.isEmpty() && into.hasRemaining()) {
      return failed ? CurlCode.RECV_ERROR : ended ? CurlCode.OK : CurlCode.AGAIN;
    }
    while (into.hasRemaining() && !received.isEmpty()) {
      ByteBuf first = received.peek();
      int count = Math.min(first.readableBytes(), into.remaining());
      int limit = into.limit();
      first.readBytes(into.limit(into.position() + count));
      into.limit(limit);
      size -= count;
      if (!first.isReadable()) {
        received.poll().release();
      }
    }
    if (size < HIGH_WATER && !ended) {
      channel.config().setAutoRead(true);
    }
    return CurlCode.OK;
  }

  /** Sends what fits: OK; AGAIN if the peer takes no more for now; SEND_ERROR. */
  CurlCode send(ByteBuffer from) {
    if (!channel.isActive() || failed) {
      return CurlCode.SEND_ERROR;
    }
    if (!channel.isWritable()) {
      return CurlCode.AGAIN;
    }
    int count = Math.min(from.remaining(), MAX_PIECE);
    ByteBuf piece = channel.alloc().directBuffer(count);
    int limit = from.limit();
    piece.writeBytes(from.limit(from.position() + count));
    from.limit(limit);
    channel.writeAndFlush(piece, channel.voidPromise());
    return CurlCode.OK;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf data = (ByteBuf) message;
    if (discarded) {
      data.release();
      return;
    }
    size += data.readableBytes();
    received.add(data);
    if (size >= HIGH_WATER) {
      channel.config().setAutoRead(false);
    }
    arrival.run();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ended = true;
    arrival.run();
  }

  @Override
  @SuppressWarnings("deprecation")
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    failed = true;
    arrival.run();
    ctx.close();
  }

  /** The application is done with it. What came outlives the channel until then. */
  void discard() {
    ended = true;
    discarded = true;
    while (!received.isEmpty()) {
      received.poll().release();
    }
  }

  @Override
  public void start(Exchange exchange) {
    throw new IllegalStateException("the application speaks here");
  }

  @Override
  public boolean cancel(Exchange exchange, CurlCode why) {
    return false;
  }

  @Override
  public boolean alive() {
    return false;
  }

  @Override
  public void close() {
    channel.close();
  }
}
