package io.nettycurl.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Gives a piece of an upload as Netty has it, without a copy: for servers that pass on what they
 * get.
 *
 * <p>Runs where the read callback would, and only while the peer takes more: not while the
 * connection is not writable, the transfer is paused or its speed limit is reached.
 *
 * @see NettyOpt#BYTEBUF_READFUNCTION
 */
@FunctionalInterface
public interface ByteBufReadCallback {
  /**
   * Answered where there is nothing at present: sending stands still until {@link
   * io.nettycurl.CurlEasy#pause} lets it go on; as {@code CURL_READFUNC_PAUSE}.
   */
  ByteBuf PAUSE = Unpooled.unreleasableBuffer(Unpooled.buffer(0, 0));

  /** Answered to end the transfer with ABORTED_BY_CALLBACK; as {@code CURL_READFUNC_ABORT}. */
  ByteBuf ABORT = Unpooled.unreleasableBuffer(Unpooled.buffer(0, 0));

  /**
   * Called by the transfer.
   *
   * @param wanted how many bytes can be sent at once; a buffer may hold more, and the callback is
   *     asked again when all of them are sent
   * @param userdata READDATA's object, or null
   * @return the bytes, from the reader index on; owned by the transfer from now on, which releases
   *     it once, whatever happens. One with no bytes in it is the end of the upload; bytes beyond
   *     the length that was announced are not sent. {@link #PAUSE}; {@link #ABORT}; null, or what
   *     is thrown, fails the transfer with READ_ERROR or ABORTED_BY_CALLBACK.
   */
  ByteBuf read(int wanted, Object userdata);
}
