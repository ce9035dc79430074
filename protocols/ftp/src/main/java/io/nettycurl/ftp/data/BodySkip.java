package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodySource;
import java.util.function.Consumer;

/** Owned by the loop. Reads over the start of a body that the server has already. */
public final class BodySkip {
  private static final int PIECE = 64 * 1024;

  private final ByteBufAllocator alloc;
  private final BodySource source;
  private final Consumer<CurlCode> whenDone;
  private long left;
  private boolean reading;
  private boolean over;

  /**
   * Nothing read yet.
   *
   * @param alloc where to take buffers from
   * @param source the body, at its start
   * @param bytes how many to read over
   * @param whenDone told OK, or why not
   */
  public BodySkip(
      ByteBufAllocator alloc, BodySource source, long bytes, Consumer<CurlCode> whenDone) {
    this.alloc = alloc;
    this.source = source;
    this.left = bytes;
    this.whenDone = whenDone;
  }

  /** Reads as much as there is. */
  public void resume() {
    if (over || reading) {
      return;
    }
    reading = true;
    int count = 1;
    ByteBuf piece = alloc.buffer(PIECE);
    while (left > 0 && count > 0) {
      piece.clear();
      count = source.read(piece, (int) Math.min(PIECE, left));
      left -= Math.max(0, count);
    }
    piece.release();
    reading = false;
    if (count != BodySource.AGAIN) {
      over = true;
      whenDone.accept(count > 0 ? CurlCode.OK : CurlCode.FTP_COULDNT_USE_REST);
    }
  }
}
