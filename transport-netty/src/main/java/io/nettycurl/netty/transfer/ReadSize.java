package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;

/** No state. How many buffers of a channel are filled in one turn of the loop. */
final class ReadSize {
  private ReadSize() {}

  /**
   * Sets it.
   *
   * @param channel whose
   * @param sparingly one buffer at a time; otherwise as many as the channel has by default
   */
  static void of(Channel channel, boolean sparingly) {
    if (channel.config().getRecvByteBufAllocator()
        instanceof MaxMessagesRecvByteBufAllocator allocator) {
      allocator.maxMessagesPerRead(sparingly ? 1 : channel.metadata().defaultMaxMessagesPerRead());
    }
  }
}
