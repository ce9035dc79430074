package io.nettycurl.examples.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.ArrayDeque;

/**
 * Owned by the channel's event loop. What came of a request's body and was not sent on yet. Stops
 * the channel while that is too much.
 */
final class RequestBody {
  /** How much may wait; one more piece of the codec's comes on top. */
  static final int MOST = 256 * 1024;

  private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>();
  private final Channel channel;
  private int size;
  private boolean complete;

  /** The body of a request that comes by a channel. */
  RequestBody(Channel channel) {
    this.channel = channel;
  }

  /** Takes a piece over. */
  void add(ByteBuf piece) {
    waiting.add(piece);
    size += piece.readableBytes();
    if (size > MOST) {
      channel.config().setAutoRead(false);
    }
  }

  /** Nothing more comes. */
  void complete() {
    complete = true;
  }

  /**
   * Gives the next piece away.
   *
   * @return the piece; an empty one at the end; null for none at present
   */
  ByteBuf next() {
    if (waiting.isEmpty()) {
      return complete ? Unpooled.EMPTY_BUFFER : null;
    }
    ByteBuf first = waiting.remove();
    size -= first.readableBytes();
    if (size <= MOST / 2) {
      wantMore();
    }
    return first;
  }

  /** Drops what waits. */
  void drop() {
    waiting.forEach(ByteBuf::release);
    waiting.clear();
    size = 0;
    wantMore();
  }

  /** Once the body is complete, it is not for its sake that the channel is stopped. */
  private void wantMore() {
    if (!complete) {
      channel.config().setAutoRead(true);
    }
  }
}
