package io.nettycurl.netty.spi;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;

/** Owned by the loop. A body with a CR put in front of every LF that has none. */
public final class CrlfBodySource implements BodySource {
  private final BodySource source;
  private boolean afterCr;

  /**
   * A body whose line ends change.
   *
   * @param source the body as the user gives it; stays the transfer's
   */
  public CrlfBodySource(BodySource source) {
    this.source = source;
  }

  /** Not known: it depends on the lines. */
  @Override
  public long length() {
    return -1;
  }

  /** Half of {@code max} is read at most, as every byte may become two. */
  @Override
  public int read(ByteBuf into, int max) {
    int start = into.writerIndex();
    int count = source.read(into, Math.max(1, max / 2));
    if (count <= 0) {
      return count;
    }
    int added = countBareLineFeeds(into, start);
    if (added > 0) {
      into.ensureWritable(added);
      spread(into, start, added);
    }
    return count + added;
  }

  private int countBareLineFeeds(ByteBuf data, int start) {
    int bare = 0;
    boolean cr = afterCr;
    for (int i = start; i < data.writerIndex(); i++) {
      byte value = data.getByte(i);
      if (value == '\n' && !cr) {
        bare++;
      }
      cr = value == '\r';
    }
    if (bare == 0) {
      afterCr = cr;
    }
    return bare;
  }

  /** A copy is simpler than moving from the end on, where what stands before a LF is not known. */
  private void spread(ByteBuf data, int start, int added) {
    byte[] before = new byte[data.writerIndex() - start];
    data.getBytes(start, before);
    byte[] after = new byte[before.length + added];
    int length = 0;
    for (byte value : before) {
      if (value == '\n' && !afterCr) {
        after[length++] = '\r';
      }
      after[length++] = value;
      afterCr = value == '\r';
    }
    data.setBytes(start, after);
    data.writerIndex(start + length);
  }

  @Override
  public CurlCode failure() {
    return source.failure();
  }

  @Override
  public CurlCode seek(long offset) {
    afterCr = false;
    return source.seek(offset);
  }

  @Override
  public CurlCode skipTo(long offset) {
    return source.skipTo(offset);
  }

  @Override
  public void close() {
    source.close();
  }
}
