package io.nettycurl.netty;

import io.netty.buffer.ByteBuf;

/**
 * Takes a piece of the body as Netty has it, without a copy: for servers that pass it on.
 *
 * <p>Runs where the write callback would. At most 16384 bytes a call.
 *
 * @see NettyOpt#BYTEBUF_WRITEFUNCTION
 */
@FunctionalInterface
public interface ByteBufWriteCallback {
  /**
   * Called by the transfer.
   *
   * @param data the bytes; to keep them beyond the call, retain it and release it later
   * @param userdata WRITEDATA's object, or null
   * @return as the write callback: how many bytes were taken, or {@code CURL_WRITEFUNC_PAUSE}
   */
  long write(ByteBuf data, Object userdata);
}
