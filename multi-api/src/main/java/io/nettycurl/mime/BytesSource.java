package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import java.nio.ByteBuffer;

/** Owned by its body. Bytes in memory. */
final class BytesSource implements PartSource {
  private final byte[] bytes;
  private int offset;

  BytesSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public long read(ByteBuffer into, Round round) {
    int count = Math.min(into.remaining(), bytes.length - offset);
    into.put(bytes, offset, count);
    offset += count;
    return count;
  }

  @Override
  public CurlCode rewind() {
    offset = 0;
    return CurlCode.OK;
  }
}
