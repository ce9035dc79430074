package io.nettycurl.netty.spi;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;

/** Owned by the loop. One phase on the way of the body to the user, such as a decoder. */
public interface BodyWriter {
  /**
   * Takes bytes and passes on what they come to.
   *
   * @param in the bytes; this writer owns the buffer now
   * @param next where to pass them on to
   * @return OK, or the result of the transfer
   */
  CurlCode write(ByteBuf in, BodySink next);

  /**
   * The body is complete.
   *
   * @param next where to pass on what is left
   * @return OK, or the result of the transfer
   */
  CurlCode finish(BodySink next);

  /** Gives up what it holds. Called once, after the last call of the others. */
  void close();

  /** Where a writer passes bytes on to. */
  interface BodySink {
    /**
     * Takes bytes.
     *
     * @param data the bytes; the sink owns the buffer now
     * @return OK, or the result of the transfer
     */
    CurlCode write(ByteBuf data);
  }
}
