package io.nettycurl.netty.loop;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Owned by the loop. Reads as a channel usually does until the gate is full; from then on a channel
 * that is ready in the same turn fills one small buffer and stops.
 */
final class GateAllocator implements MaxMessagesRecvByteBufAllocator {
  /** There is no reading of nothing: a buffer of no bytes would look like the end. */
  private static final int SMALL = 512;

  private Gate gate;
  private final MaxMessagesRecvByteBufAllocator usual;

  GateAllocator(Gate gate, MaxMessagesRecvByteBufAllocator usual) {
    this.gate = gate;
    this.usual = usual;
  }

  /**
   * The channel leaves its loop, or comes to another one.
   *
   * @param newGate that loop's; null for none
   */
  void gate(Gate newGate) {
    gate = newGate;
  }

  private boolean isFull() {
    return gate != null && gate.isFull();
  }

  @Override
  public int maxMessagesPerRead() {
    return usual.maxMessagesPerRead();
  }

  @Override
  public MaxMessagesRecvByteBufAllocator maxMessagesPerRead(int max) {
    usual.maxMessagesPerRead(max);
    return this;
  }

  @Override
  @SuppressWarnings("deprecation")
  public Handle newHandle() {
    Handle handle = usual.newHandle();
    return handle instanceof ExtendedHandle extended ? new GateHandle(extended) : handle;
  }

  private final class GateHandle implements RecvByteBufAllocator.ExtendedHandle {
    private final ExtendedHandle usualHandle;

    private GateHandle(ExtendedHandle usualHandle) {
      this.usualHandle = usualHandle;
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator alloc) {
      return isFull() ? alloc.ioBuffer(SMALL, SMALL) : usualHandle.allocate(alloc);
    }

    @Override
    public int guess() {
      return isFull() ? SMALL : usualHandle.guess();
    }

    @Override
    public void reset(ChannelConfig config) {
      usualHandle.reset(config);
    }

    @Override
    public void incMessagesRead(int count) {
      usualHandle.incMessagesRead(count);
    }

    @Override
    public void lastBytesRead(int bytes) {
      usualHandle.lastBytesRead(bytes);
    }

    @Override
    public int lastBytesRead() {
      return usualHandle.lastBytesRead();
    }

    @Override
    public void attemptedBytesRead(int bytes) {
      usualHandle.attemptedBytesRead(bytes);
    }

    @Override
    public int attemptedBytesRead() {
      return usualHandle.attemptedBytesRead();
    }

    @Override
    public boolean continueReading() {
      return !isFull() && usualHandle.continueReading();
    }

    @Override
    public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
      return !isFull() && usualHandle.continueReading(maybeMore);
    }

    @Override
    public void readComplete() {
      usualHandle.readComplete();
    }
  }
}
