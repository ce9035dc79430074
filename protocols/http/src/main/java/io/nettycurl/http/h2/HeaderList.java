package io.nettycurl.http.h2;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Owned by the loop. A header list just in the order of the wire, used for one head after the
 * other. Netty's own one makes an entry and a hash for each field, and nobody looks any up here.
 */
final class HeaderList extends DefaultHttp2Headers {
  private CharSequence[] cells = new CharSequence[64];
  private int count;
  private final Cursor cursor = new Cursor();

  /** An empty list. */
  HeaderList() {
    super(false, 2);
  }

  /** Empties it. */
  HeaderList reset() {
    Arrays.fill(cells, 0, count, null);
    count = 0;
    return this;
  }

  /** A field's name. */
  CharSequence name(int index) {
    return cells[2 * index];
  }

  /** A field's value. */
  CharSequence value(int index) {
    return cells[2 * index + 1];
  }

  @Override
  public Http2Headers add(CharSequence name, CharSequence value) {
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
    cells[count++] = name;
    cells[count++] = value;
    return this;
  }

  @Override
  public int size() {
    return count / 2;
  }

  @Override
  public boolean isEmpty() {
    return count == 0;
  }

  @Override
  public Iterator<Map.Entry<CharSequence, CharSequence>> iterator() {
    cursor.next = 0;
    return cursor;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Its own entry, since the encoder keeps none. */
  private final class Cursor
      implements Iterator<Map.Entry<CharSequence, CharSequence>>,
          Map.Entry<CharSequence, CharSequence> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < count;
    }

    @Override
    public Map.Entry<CharSequence, CharSequence> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return this;
    }

    @Override
    public CharSequence getKey() {
      return cells[next - 2];
    }

    @Override
    public CharSequence getValue() {
      return cells[next - 1];
    }

    @Override
    public CharSequence setValue(CharSequence value) {
      throw new UnsupportedOperationException();
    }
  }
}
