package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import java.nio.ByteBuffer;

/** Owned by its body. What callbacks of the user's give. */
final class CallbackSource implements PartSource {
  private final long length;
  private final ReadCallback read;
  private final SeekCallback seek;
  private final Object userdata;
  private final Position position;
  private long offset;
  private long status = 1;

  /** Owned by the part. Whether the callback has given anything since it was last at its start. */
  static final class Position {
    private boolean moved;
  }

  CallbackSource(
      long length, ReadCallback read, SeekCallback seek, Object userdata, Position position) {
    this.length = length;
    this.read = read;
    this.seek = seek;
    this.userdata = userdata;
    this.position = position;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean callsUser() {
    return true;
  }

  @Override
  public long read(ByteBuffer into, Round round) {
    if (status <= 0 || status == PAUSE || status == ABORT) {
      return status;
    }
    if (length >= 0 && offset >= length) {
      status = END;
      return END;
    }
    if (round.callbackRan) {
      return NEXT_ROUND;
    }
    round.callbackRan = true;
    status = call(into);
    return status;
  }

  private long call(ByteBuffer into) {
    int start = into.position();
    int room = into.remaining();
    ByteBuffer view = into.slice();
    position.moved = true;
    long count = read.read(view, userdata);
    if (count == PAUSE || count == ABORT || count == END) {
      return count;
    }
    if (count < 0 || count > room) {
      return ERROR;
    }
    into.position(start + (int) count);
    offset += count;
    return count;
  }

  @Override
  public void resume() {
    if (status == PAUSE) {
      status = 1;
    }
  }

  @Override
  public CurlCode rewind() {
    if (position.moved) {
      if (seek == null || seek.seek(0, userdata) != CurlSymbols.CURL_SEEKFUNC_OK) {
        return CurlCode.SEND_FAIL_REWIND;
      }
      position.moved = false;
    }
    offset = 0;
    status = 1;
    return CurlCode.OK;
  }
}
