package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.RecvByteBufAllocator.DelegatingHandle;
import io.netty.channel.RecvByteBufAllocator.ExtendedHandle;
import io.netty.util.AttributeKey;
import io.netty.util.UncheckedBooleanSupplier;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;

/**
 * Owned by the loop. How much is read from one channel at a time: as Netty finds best, at most what
 * BUFFERSIZE asks for, and one buffer at a time where there is a speed limit. A channel takes its
 * allocator once, so this one can be told otherwise for each transfer.
 */
final class ReadSize extends AdaptiveRecvByteBufAllocator {
  private static final AttributeKey<ReadSize> KEY = AttributeKey.valueOf(ReadSize.class, "size");
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private final int buffersPerTurn;
  private int most = UNBOUNDED;
  private boolean sparing;

  private ReadSize(int buffersPerTurn) {
    this.buffersPerTurn = buffersPerTurn;
    maxMessagesPerRead(buffersPerTurn);
  }

  /** For a channel that has not been read from and that no handler was added to. */
  static ReadSize attach(Channel channel) {
    ReadSize size = new ReadSize(channel.metadata().defaultMaxMessagesPerRead());
    channel.config().setRecvByteBufAllocator(size);
    channel.attr(KEY).set(size);
    return size;
  }

  /** The read size that was attached to a channel. */
  static ReadSize of(Channel channel) {
    return channel.attr(KEY).get();
  }

  /**
   * A transfer is to read.
   *
   * @param options its options
   * @param sparingly whether there is a speed limit: it acts between reads, and while the loop
   *     polls there is nobody to stop them
   */
  void adapt(OptionValues options, boolean sparingly) {
    most = options.isSet(CurlOpt.BUFFERSIZE) ? (int) options.number(CurlOpt.BUFFERSIZE) : UNBOUNDED;
    if (sparingly != sparing) {
      sparing = sparingly;
      maxMessagesPerRead(sparingly ? 1 : buffersPerTurn);
    }
  }

  @Override
  @SuppressWarnings("deprecation")
  public Handle newHandle() {
    return new Bounded((ExtendedHandle) super.newHandle());
  }

  /** Owned by the loop. */
  private final class Bounded extends DelegatingHandle implements ExtendedHandle {
    private final ExtendedHandle free;

    private Bounded(ExtendedHandle free) {
      super(free);
      this.free = free;
    }

    @Override
    public int guess() {
      return Math.min(most, free.guess());
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator alloc) {
      return alloc.ioBuffer(guess());
    }

    @Override
    public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
      return free.continueReading(maybeMore);
    }
  }
}
