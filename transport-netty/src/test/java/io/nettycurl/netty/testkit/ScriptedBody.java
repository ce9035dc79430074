package io.nettycurl.netty.testkit;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the test's thread. A request body that comes in given pieces, one piece at most per
 * read, with pauses and an abort where the test wants them.
 */
public final class ScriptedBody implements BodyReader {
  private static final byte[] PAUSE = new byte[0];
  private static final byte[] ABORT = new byte[0];

  private final List<byte[]> steps = new ArrayList<>();
  private final long length;
  private boolean seekable = true;
  private boolean callsUser = true;
  private int step;
  private int offset;
  private int reads;
  private int seeks;
  private boolean closed;

  private ScriptedBody(long length) {
    this.length = length;
  }

  /** A body whose length is announced. */
  public static ScriptedBody announced(long length) {
    return new ScriptedBody(length);
  }

  /** A body of unknown length. */
  public static ScriptedBody unknown() {
    return new ScriptedBody(-1);
  }

  /** A body of one piece, its length announced. */
  public static ScriptedBody of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new ScriptedBody(bytes.length).piece(bytes);
  }

  /** Adds a piece. */
  public ScriptedBody piece(byte[] bytes) {
    steps.add(bytes.clone());
    return this;
  }

  /** Adds a piece, one byte per character. */
  public ScriptedBody piece(String text) {
    return piece(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Adds a read that answers CURL_READFUNC_PAUSE. */
  public ScriptedBody pause() {
    steps.add(PAUSE);
    return this;
  }

  /** Adds a read that answers CURL_READFUNC_ABORT. */
  public ScriptedBody abort() {
    steps.add(ABORT);
    return this;
  }

  /** Makes seeking fail. */
  public ScriptedBody notSeekable() {
    seekable = false;
    return this;
  }

  /** Makes it one that runs no code of the user's. */
  public ScriptedBody fromMemory() {
    callsUser = false;
    return this;
  }

  /** How often it was read from. */
  public int reads() {
    return reads;
  }

  /** How often it was moved. */
  public int seeks() {
    return seeks;
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closed;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public long read(ByteBuffer into) {
    reads++;
    if (step == steps.size()) {
      return 0;
    }
    byte[] bytes = steps.get(step);
    if (bytes == PAUSE || bytes == ABORT) {
      step++;
      return bytes == PAUSE ? CurlSymbols.CURL_READFUNC_PAUSE : CurlSymbols.CURL_READFUNC_ABORT;
    }
    int count = Math.min(bytes.length - offset, into.remaining());
    into.put(bytes, offset, count);
    offset += count;
    if (offset == bytes.length) {
      step++;
      offset = 0;
    }
    return count;
  }

  @Override
  public CurlCode seek(long to) {
    seeks++;
    if (!seekable) {
      return CurlCode.SEND_FAIL_REWIND;
    }
    step = 0;
    offset = 0;
    long left = to;
    while (left > 0 && step < steps.size()) {
      int size = steps.get(step).length;
      if (left < size) {
        offset = (int) left;
        return CurlCode.OK;
      }
      left -= size;
      step++;
    }
    return left > 0 ? CurlCode.SEND_FAIL_REWIND : CurlCode.OK;
  }

  @Override
  public boolean callsUser() {
    return callsUser;
  }

  @Override
  public void close() {
    closed = true;
  }
}
