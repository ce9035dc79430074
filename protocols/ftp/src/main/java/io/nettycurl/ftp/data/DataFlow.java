package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/** Owned by the loop. One direction of data over a channel. */
interface DataFlow {
  /** Begins; the channel is connected and TLS, if any, is on. */
  void start(Channel channel);

  /** Takes what came in; owns the buffer. */
  void received(ByteBuf data);

  /** The peer sends no more: {@code clean} unless TLS was cut off without saying so. */
  void ended(boolean clean);

  /** The channel broke. */
  void broken(Throwable cause);

  /** There is room to write again, or the source may have something again. */
  void resume();

  /** Does nothing from now on. */
  void stop();

  /** Whatever came in at once has been read. */
  default void readComplete() {}

  /** Whether all there was to send is sent, and its end told to the server. */
  default boolean sentAll() {
    return false;
  }
}
