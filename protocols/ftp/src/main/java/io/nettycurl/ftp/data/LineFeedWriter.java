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
    if (!afterCr && findCr(in) < 0) {
      return next.write(in);
    }
    ByteBuf out = alloc.buffer(in.readableBytes());
    while (in.isReadable()) {
      convert(in, out);
    }
    in.release();
    if (!out.isReadable()) {
      out.release();
      return CurlCode.OK;
    }
    return next.write(out);
  }

  private static int findCr(ByteBuf in) {
    return ByteBufUtil.indexOf(in, in.readerIndex(), in.writerIndex(), (byte) '\r');
  }

  /** Up to the next CR, which is an LF; the LF behind it, if it comes, is part of it. */
  private void convert(ByteBuf in, ByteBuf out) {
    if (afterCr && in.getByte(in.readerIndex()) == '\n') {
      in.skipBytes(1);
    }
    int cr = findCr(in);
    afterCr = cr >= 0;
    out.writeBytes(in, (afterCr ? cr : in.writerIndex()) - in.readerIndex());
    if (afterCr) {
      in.skipBytes(1);
      out.writeByte('\n');
    }
  }

  @Override
  public CurlCode finish(BodySink next) {
    return CurlCode.OK;
  }

  @Override
  public void close() {}
}
