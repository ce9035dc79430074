package io.nettycurl.netty.testkit;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;

/** Owned by the test's thread. A body source straight on a reader, with the engine's own checks. */
final class FakeBodySource implements BodySource {
  private final BodyReader reader;
  private long given;
  private boolean ended;
  private CurlCode failure = CurlCode.OK;

  FakeBodySource(BodyReader reader) {
    this.reader = reader;
  }

  @Override
  public long length() {
    return reader.length();
  }

  @Override
  public int read(ByteBuf into, int max) {
    if (failure != CurlCode.OK) {
      return FAILED;
    }
    long left = reader.length() < 0 ? max : Math.min(max, reader.length() - given);
    if (ended || (left == 0 && max > 0)) {
      ended = true;
      return END;
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) left);
    long count = reader.read(buffer);
    if (count == CurlSymbols.CURL_READFUNC_PAUSE) {
      return AGAIN;
    }
    if (count == CurlSymbols.CURL_READFUNC_ABORT) {
      return fail(CurlCode.ABORTED_BY_CALLBACK);
    }
    if (count < 0 || count > left) {
      return fail(CurlCode.READ_ERROR);
    }
    return count == 0 ? end() : give(buffer, (int) count, into);
  }

  private int end() {
    if (reader.length() > given) {
      return fail(CurlCode.READ_ERROR);
    }
    ended = true;
    return END;
  }

  private int give(ByteBuffer buffer, int count, ByteBuf into) {
    buffer.position(0);
    buffer.limit(count);
    into.writeBytes(buffer);
    given += count;
    return count;
  }

  private int fail(CurlCode code) {
    failure = code;
    return FAILED;
  }

  @Override
  public CurlCode failure() {
    return failure;
  }

  @Override
  public CurlCode seek(long offset) {
    CurlCode code = reader.seek(offset);
    if (code == CurlCode.OK) {
      given = offset;
      ended = false;
    }
    return code;
  }

  @Override
  public void close() {
    reader.close();
  }
}
