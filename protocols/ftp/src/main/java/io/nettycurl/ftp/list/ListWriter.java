package io.nettycurl.ftp.list;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodyWriter;

/** Owned by the loop. Has a listing read instead of giving it to the user. */
public final class ListWriter implements BodyWriter {
  private final ListParser parser;

  ListWriter(ListParser parser) {
    this.parser = parser;
  }

  /** A listing that cannot be read is looked at once the server has confirmed it. */
  @Override
  public CurlCode write(ByteBuf in, BodySink next) {
    parser.append(in);
    in.release();
    return CurlCode.OK;
  }

  @Override
  public CurlCode finish(BodySink next) {
    return CurlCode.OK;
  }

  @Override
  public void close() {}
}
