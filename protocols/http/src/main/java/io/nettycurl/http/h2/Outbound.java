package io.nettycurl.http.h2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * Owned by the loop. Gathers frames, so that those of one run of the loop leave in one write,
 * whichever streams they belong to.
 */
final class Outbound implements Runnable {
  private static final int SIZE = 512;

  /** A body this small goes along with the heads before it. */
  private static final int COPIED = 4096;

  private final ChannelHandlerContext ctx;
  private ByteBuf pending;
  private boolean scheduled;
  private boolean reading;
  private boolean sending;
  private boolean written;

  Outbound(ChannelHandlerContext ctx) {
    this.ctx = ctx;
  }

  /** Where the next frame is to be written; it leaves soon. */
  ByteBuf buffer() {
    if (pending == null) {
      pending = ctx.alloc().directBuffer(SIZE);
      flushSoon();
    }
    return pending;
  }

  /** An empty buffer for a frame of its own. */
  ByteBuf newFrame(int size) {
    return ctx.alloc().directBuffer(size);
  }

  /**
   * Sends a frame behind those that were written before.
   *
   * @param frame the frame; owned by this from now on
   */
  void add(ByteBuf frame) {
    if (frame.readableBytes() <= COPIED) {
      buffer().writeBytes(frame);
      frame.release();
      return;
    }
    writePending();
    write(frame);
    flushSoon();
  }

  /**
   * Sends a frame whose payload is in a buffer of its own.
   *
   * @param head the frame's header; owned by this from now on
   * @param payload owned by this from now on, and not copied
   */
  void add(ByteBuf head, ByteBuf payload) {
    buffer().writeBytes(head);
    head.release();
    writePending();
    write(payload);
    flushSoon();
  }

  /** Whether the channel takes more. */
  boolean isWritable() {
    return ctx.channel().isWritable();
  }

  /** Whether an error that comes up right now is one of writing. */
  boolean isSending() {
    return sending;
  }

  /** Bytes are being read: what is written meanwhile leaves when that is over. */
  void readBegins() {
    reading = true;
  }

  /** No more bytes for now. */
  void readEnds() {
    reading = false;
    flush();
  }

  private void flushSoon() {
    if (!scheduled && !reading) {
      scheduled = true;
      ctx.executor().execute(this);
    }
  }

  @Override
  public void run() {
    scheduled = false;
    flush();
  }

  /** Sends what was gathered. */
  void flush() {
    writePending();
    if (written) {
      written = false;
      sending = true;
      ctx.flush();
      sending = false;
    }
  }

  private void writePending() {
    if (pending != null) {
      ByteBuf frames = pending;
      pending = null;
      write(frames);
    }
  }

  private void write(ByteBuf frames) {
    written = true;
    sending = true;
    ctx.write(frames, ctx.voidPromise());
    sending = false;
  }

  /** Sends what was gathered, then closes the channel. */
  void close() {
    flush();
    ctx.close();
  }

  /** Drops what was gathered: the channel is gone. */
  void release() {
    if (pending != null) {
      pending.release();
      pending = null;
    }
  }
}
