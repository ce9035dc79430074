package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.nettycurl.netty.loop.LoopBuffers;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;

/**
 * Owned by the loop. How much is read from one channel at a time: as the loop's buffers have it, at
 * most what BUFFERSIZE asks for, and one buffer at a time where there is a speed limit.
 */
final class ReadSize {
  private final LoopBuffers.ChannelBuffers buffers;
  private final int buffersPerTurn;
  private boolean sparing;

  /**
   * The read size of a channel.
   *
   * @param channel reads into the loop's buffers
   */
  ReadSize(Channel channel) {
    this.buffers = LoopBuffers.of(channel);
    this.buffersPerTurn = channel.metadata().defaultMaxMessagesPerRead();
  }

  /**
   * A transfer is to read.
   *
   * @param options its options
   * @param sparingly whether there is a speed limit: it acts between reads, and while the loop
   *     polls there is nobody to stop them
   */
  void adapt(OptionValues options, boolean sparingly) {
    buffers.atMost(options.isSet(CurlOpt.BUFFERSIZE) ? options.number(CurlOpt.BUFFERSIZE) : 0);
    if (sparingly != sparing) {
      sparing = sparingly;
      buffers.maxMessagesPerRead(sparingly ? 1 : buffersPerTurn);
    }
  }
}
