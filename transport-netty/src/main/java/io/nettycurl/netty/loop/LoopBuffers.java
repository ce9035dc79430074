package io.nettycurl.netty.loop;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.util.AttributeKey;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Owned by the loop. The buffers that all channels of a loop read into, requests are written to and
 * TLS goes through, used again as soon as nobody else holds them: what was just read and delivered
 * is the memory that the processor has at hand for the next read.
 *
 * <p>Netty's own allocators keep buffers for threads of Netty's only, and a caller-driven loop runs
 * on anybody's.
 */
public final class LoopBuffers {
  /** What most responses fit in, and what a write callback gets at most. */
  static final int SMALL = 16 * 1024;

  /** What a channel reads at a time once bodies are large. */
  static final int LARGE = 128 * 1024;

  /**
   * What is read where no more is to be held back, and the channel was told to read: there is no
   * reading of nothing, as a buffer of no bytes would look like the end.
   */
  static final int LEAST = 512;

  /** What most requests without a body fit in, and their TLS records. */
  static final int REQUEST = 2 * 1024;

  /** What a TLS record fits in, encrypted or not. */
  static final int RECORD = 17 * 1024;

  /** What a body is sent in. */
  static final int PIECE = 64 * 1024;

  private static final AttributeKey<ChannelBuffers> KEY =
      AttributeKey.valueOf(LoopBuffers.class, "channel");

  /** How many small ones are kept. */
  static final int SMALL_KEPT = 64;

  private static final int LARGE_KEPT = 16;
  private static final int REQUESTS_KEPT = 8;
  private static final int RECORDS_KEPT = 16;
  private static final int PIECES_KEPT = 8;

  private final Shelf small = new Shelf(SMALL, SMALL, SMALL_KEPT);
  private final Shelf large = new Shelf(LARGE, LARGE, LARGE_KEPT);
  private final Shelf requests = new Shelf(REQUEST, Integer.MAX_VALUE, REQUESTS_KEPT);
  private final Shelf records = new Shelf(RECORD, Integer.MAX_VALUE, RECORDS_KEPT);
  private final Shelf pieces = new Shelf(PIECE, Integer.MAX_VALUE, PIECES_KEPT);
  private final ByteBufAllocator forHandlers = new HandlerAllocator();
  private final UncheckedBooleanSupplier onLoop;
  private final UncheckedBooleanSupplier polling;
  private final UncheckedBooleanSupplier full;
  private boolean cutShort;
  private boolean closed;

  /**
   * The buffers of a loop.
   *
   * @param onLoop whether it is the loop that asks; any thread may ask this
   * @param polling whether what is read now is only held back
   * @param full whether enough is held back: a channel that is ready in the same turn fills one
   *     small buffer and stops
   */
  public LoopBuffers(
      UncheckedBooleanSupplier onLoop,
      UncheckedBooleanSupplier polling,
      UncheckedBooleanSupplier full) {
    this.onLoop = onLoop;
    this.polling = polling;
    this.full = full;
  }

  /**
   * Has a channel read into these buffers, and its handlers write into them.
   *
   * @param channel one that was not read from, or that comes from another loop
   */
  public void giveTo(Channel channel) {
    channel.config().setAllocator(forHandlers);
    ChannelBuffers given = of(channel);
    if (given != null) {
      given.loop = this;
      return;
    }
    given = forChannel();
    given.maxMessagesPerRead(channel.metadata().defaultMaxMessagesPerRead());
    channel.attr(KEY).set(given);
    channel.config().setRecvByteBufAllocator(given);
  }

  /**
   * A channel leaves its loop, and reads into nobody's buffers until it comes to another one.
   *
   * @param channel which
   */
  public static void takeFrom(Channel channel) {
    channel.config().setAllocator(ByteBufAllocator.DEFAULT);
    of(channel).loop = null;
  }

  ChannelBuffers forChannel() {
    return new ChannelBuffers(this);
  }

  /**
   * What a channel reads into.
   *
   * @param channel one that was given buffers
   */
  public static ChannelBuffers of(Channel channel) {
    return channel.attr(KEY).get();
  }

  /**
   * Whether a channel had more to read than was held back for it while polling; false from then on.
   */
  public boolean takeCutShort() {
    boolean was = cutShort;
    cutShort = false;
    return was;
  }

  /**
   * A buffer for a request.
   *
   * @param otherwise makes it if all that are kept are in use
   * @return the buffer; grows if it must
   */
  public ByteBuf forRequest(ByteBufAllocator otherwise) {
    return take(requests, otherwise);
  }

  /**
   * A buffer for a piece of a body.
   *
   * @param size how large it has to be
   * @param otherwise makes it if all that are kept are in use, or too small
   * @return the buffer; grows if it must
   */
  public ByteBuf forPiece(int size, ByteBufAllocator otherwise) {
    return size > PIECE ? otherwise.directBuffer(size) : take(pieces, otherwise);
  }

  private ByteBuf take(Shelf shelf, ByteBufAllocator otherwise) {
    ByteBuf taken = closed ? null : shelf.take();
    return taken == null ? otherwise.directBuffer(shelf.size) : taken;
  }

  /**
   * What the handlers of a channel ask for, above all the one of TLS: a buffer for each record, in
   * and out. Whoever asks on another thread, or bounds what the buffer may grow to, gets another
   * one.
   */
  private final class HandlerAllocator extends AbstractByteBufAllocator {
    private HandlerAllocator() {
      super(true);
    }

    @Override
    public boolean isDirectBufferPooled() {
      return ByteBufAllocator.DEFAULT.isDirectBufferPooled();
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
      return ByteBufAllocator.DEFAULT.heapBuffer(initialCapacity, maxCapacity);
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
      ByteBuf taken = null;
      if (initialCapacity <= RECORD
          && maxCapacity == Integer.MAX_VALUE
          && onLoop.get()
          && !closed) {
        taken = (initialCapacity <= REQUEST ? requests : records).take();
      }
      return taken == null
          ? ByteBufAllocator.DEFAULT.directBuffer(initialCapacity, maxCapacity)
          : taken;
    }
  }

  /** Gives the buffers back; those that somebody holds live on until they are released. */
  public void close() {
    closed = true;
    small.clear();
    large.clear();
    requests.clear();
    records.clear();
    pieces.clear();
  }

  /** Buffers of one size. The shelf holds one reference to each; who reads holds another. */
  private static final class Shelf {
    /** The shelf's own reference. */
    private static final int FREE = 1;

    private final int size;
    private final int maxSize;
    private final ByteBuf[] buffers;
    private int cursor;

    private Shelf(int size, int maxSize, int count) {
      this.size = size;
      this.maxSize = maxSize;
      this.buffers = new ByteBuf[count];
    }

    /**
     * The first is tried first, as it is the one used last unless buffers are being held back; null
     * if those that are tried are in use.
     */
    private ByteBuf take() {
      ByteBuf taken = takeAt(0);
      if (taken == null) {
        taken = takeAt(cursor);
      }
      if (taken == null) {
        cursor = cursor + 1 < buffers.length ? cursor + 1 : 0;
        taken = takeAt(cursor);
      }
      return taken;
    }

    private ByteBuf takeAt(int index) {
      ByteBuf buffer = buffers[index];
      if (buffer != null && buffer.refCnt() != FREE) {
        return null;
      }
      if (buffer != null && buffer.capacity() > size) {
        buffer.release();
        buffer = null;
      }
      if (buffer == null) {
        buffer = Maker.ALLOCATOR.directBuffer(size, maxSize);
        buffers[index] = buffer;
      }
      buffer.clear();
      return buffer.retain();
    }

    private void clear() {
      for (int i = 0; i < buffers.length; i++) {
        if (buffers[i] != null) {
          buffers[i].release();
          buffers[i] = null;
        }
      }
    }
  }

  /**
   * Sampled leak detection would wrap a few buffers for ever; the thorough kinds wrap all. With a
   * cleaner, as a multi may be forgotten instead of closed.
   */
  private static final class Maker {
    static final ByteBufAllocator ALLOCATOR =
        new UnpooledByteBufAllocator(
            true, ResourceLeakDetector.getLevel().compareTo(Level.SIMPLE) <= 0, false);
  }

  /**
   * Owned by the loop, if the channel is on one. One channel's: how many reads in a row and how
   * large is its own affair.
   */
  public static final class ChannelBuffers extends DefaultMaxMessagesRecvByteBufAllocator {
    private LoopBuffers loop;
    private int most = LARGE;

    private ChannelBuffers(LoopBuffers loop) {
      this.loop = loop;
    }

    /**
     * Bounds a read.
     *
     * @param bytes how many at most; 0 for as many as a buffer holds
     */
    public void atMost(long bytes) {
      most = bytes == 0 ? LARGE : (int) Math.min(LARGE, bytes);
    }

    @Override
    @SuppressWarnings("deprecation")
    public Handle newHandle() {
      return new ChannelHandle();
    }

    private final class ChannelHandle extends MaxMessageHandle {
      private boolean readsLarge;

      @Override
      public ByteBuf allocate(ByteBufAllocator alloc) {
        if (isFull()) {
          return alloc.ioBuffer(LEAST, LEAST);
        }
        int size = guess();
        if (loop == null || size < (readsLarge ? LARGE : SMALL)) {
          return alloc.directBuffer(size, size);
        }
        return loop.take(readsLarge ? loop.large : loop.small, alloc);
      }

      @Override
      public int guess() {
        return isFull() ? LEAST : Math.min(most, readsLarge ? LARGE : SMALL);
      }

      private boolean isFull() {
        return loop != null && loop.full.get();
      }

      @Override
      public void lastBytesRead(int bytes) {
        super.lastBytesRead(bytes);
        // One read at a time is asked for where a speed limit acts between reads.
        if (bytes == attemptedBytesRead() && maxMessagesPerRead() > 1) {
          readsLarge = true;
        }
      }

      @Override
      public void readComplete() {
        if (totalBytesRead() < SMALL) {
          readsLarge = false;
        }
      }

      @Override
      public boolean continueReading() {
        return !isFull() && super.continueReading();
      }

      /** What is only held back goes out of the processor's reach: the rest is read to be used. */
      @Override
      public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
        boolean more = !isFull() && super.continueReading(maybeMore);
        if (more && loop != null && loop.polling.get()) {
          loop.cutShort = true;
          return false;
        }
        return more;
      }
    }
  }
}
