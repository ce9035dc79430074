package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;

/** Owned by the loop. Puts a CR in front of every LF that has none. */
final class CrlfEncoder {
  private boolean afterCr;

  /**
   * Encodes the next piece.
   *
   * @param in the bytes; owned by this call
   * @param alloc where to take a larger buffer from
   * @return what to send, owned by the caller
   */
  ByteBuf encode(ByteBuf in, ByteBufAllocator alloc) {
    if (ByteBufUtil.indexOf(in, in.readerIndex(), in.writerIndex(), (byte) '\n') < 0) {
      afterCr = in.getByte(in.writerIndex() - 1) == '\r';
      return in;
    }
    ByteBuf out = alloc.buffer(in.readableBytes() + in.readableBytes() / 8 + 1);
    while (in.isReadable()) {
      byte value = in.readByte();
      if (value == '\n' && !afterCr) {
        out.writeByte('\r');
      }
      out.writeByte(value);
      afterCr = value == '\r';
    }
    in.release();
    return out;
  }
}
