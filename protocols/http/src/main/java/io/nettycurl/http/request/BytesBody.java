package io.nettycurl.http.request;

import io.nettycurl.CurlCode;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;

/** Owned by the loop. A body in memory. */
final class BytesBody implements BodyReader {
  private final byte[] bytes;
  private final int length;
  private int position;

  BytesBody(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public long read(ByteBuffer into) {
    int count = Math.min(into.remaining(), length - position);
    into.put(bytes, position, count);
    position += count;
    return count;
  }

  @Override
  public CurlCode seek(long offset) {
    if (offset < 0 || offset > length) {
      return CurlCode.SEND_FAIL_REWIND;
    }
    position = (int) offset;
    return CurlCode.OK;
  }

  @Override
  public boolean callsUser() {
    return false;
  }
}
