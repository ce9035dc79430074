package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodyWriter;

/** Owned by the loop. Turns CRLF, and a CR alone, into LF. */
public final class LineFeedWriter implements BodyWriter {
  private final ByteBufAllocator alloc;
  private boolean afterCr;

  /**
   * A writer at the start of a body.
   *
   * @param alloc where to take buffers from
   */
  public LineFeedWriter(ByteBufAllocator alloc) {
    this.alloc = alloc;
  }

  @Override
  public CurlCode write(ByteBuf in, BodySink next) {
    if (!in.isReadable()) {
      in.release();
      return CurlCode.OK;
    }
    if (!afterCr && ByteBufUtil.indexOf(in, in.readerIndex(), in.writerIndex(), (byte) '\r') < 0) {
      return next.write(in);
    }
    ByteBuf out = alloc.buffer(in.readableBytes() + 1);
    while (in.isReadable()) {
      convert(in.readByte(), out);
    }
    in.release();
    if (!out.isReadable()) {
      out.release();
      return CurlCode.OK;
    }
    return next.write(out);
  }

  /** A CR waits for the byte behind it, which may be its LF. */
  private void convert(byte value, ByteBuf out) {
    if (afterCr && value != '\n') {
      out.writeByte('\n');
    }
    afterCr = value == '\r';
    if (!afterCr) {
      out.writeByte(value);
    }
  }

  @Override
  public CurlCode finish(BodySink next) {
    if (!afterCr) {
      return CurlCode.OK;
    }
    afterCr = false;
    return next.write(alloc.buffer(1).writeByte('\n'));
  }

  @Override
  public void close() {}
}
