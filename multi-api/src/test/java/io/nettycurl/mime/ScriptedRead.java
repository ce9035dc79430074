package io.nettycurl.mime;

import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Gives bytes in steps of a size; queued codes come first, one a call. */
final class ScriptedRead implements ReadCallback, SeekCallback {
  final Deque<Long> codes = new ArrayDeque<>();
  int seeks;
  long seekAnswer = CurlSymbols.CURL_SEEKFUNC_OK;

  private final byte[] bytes;
  private final int step;
  private int offset;

  ScriptedRead(byte[] bytes, int step) {
    this.bytes = bytes;
    this.step = step;
  }

  @Override
  public long read(ByteBuffer into, Object userdata) {
    if (!codes.isEmpty()) {
      return codes.remove();
    }
    int count = Math.min(step, Math.min(into.remaining(), bytes.length - offset));
    into.put(bytes, offset, count);
    offset += count;
    return count;
  }

  @Override
  public long seek(long position, Object userdata) {
    seeks++;
    if (seekAnswer == CurlSymbols.CURL_SEEKFUNC_OK) {
      offset = (int) position;
    }
    return seekAnswer;
  }
}
