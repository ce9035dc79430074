package io.nettycurl.http.encoding;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;

/**
 * Owned by the loop. "deflate": the zlib format, or bare deflate data as some servers send it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.2">RFC 9110, 8.4.1.2</a>
 */
final class DeflateDecoder extends InflateDecoder {
  private static final int DEFLATED = 8;
  private static final int MAX_WINDOW = 7;

  /** How many bytes may follow bare data: servers that leave out the header add a check value. */
  private static final int STRAY = 4;

  private final byte[] first = new byte[2];
  private int firstCount;
  private int stray;

  DeflateDecoder(DecodeTrouble trouble) {
    super(trouble);
  }

  @Override
  CurlCode header(ByteBuf in, BodySink next) {
    while (firstCount < first.length && in.isReadable()) {
      first[firstCount++] = in.readByte();
    }
    if (firstCount < first.length) {
      return CurlCode.OK;
    }
    inflate(isZlib(first[0] & 0xff, first[1] & 0xff));
    return feed(first, first.length, in, next);
  }

  static boolean isZlib(int cmf, int flags) {
    return (cmf << 8 | flags) % 31 == 0 && (cmf & 15) == DEFLATED && cmf >> 4 <= MAX_WINDOW;
  }

  @Override
  CurlCode trailer(ByteBuf in) {
    stray += in.readableBytes();
    return !wrapped() && stray <= STRAY
        ? CurlCode.OK
        : trailing("Bytes follow the end of the compressed content");
  }
}
