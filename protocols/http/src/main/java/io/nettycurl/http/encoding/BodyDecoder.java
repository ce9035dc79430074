package io.nettycurl.http.encoding;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodyWriter;

/** Owned by the loop. A content coding taken off, with the text of what was wrong with it. */
abstract class BodyDecoder implements BodyWriter {
  /** How much output is passed on at a time. */
  static final int PIECE = 16 * 1024;

  private final DecodeTrouble trouble;

  BodyDecoder(DecodeTrouble trouble) {
    this.trouble = trouble;
  }

  @Override
  public final CurlCode write(ByteBuf in, BodySink next) {
    try {
      return in.isReadable() ? decode(in, next) : CurlCode.OK;
    } finally {
      in.release();
    }
  }

  /**
   * Decodes all of a buffer, which the caller releases.
   *
   * @return OK, or the result of the transfer
   */
  abstract CurlCode decode(ByteBuf in, BodySink next);

  /** A body that ends too early is not told from a whole one, as in libcurl. */
  @Override
  public CurlCode finish(BodySink next) {
    return CurlCode.OK;
  }

  @Override
  public void close() {}

  final CurlCode bad(String text) {
    trouble.tell("Error while decoding the content: " + text);
    return CurlCode.BAD_CONTENT_ENCODING;
  }

  final CurlCode trailing(String text) {
    trouble.tell(text);
    return CurlCode.WRITE_ERROR;
  }
}
