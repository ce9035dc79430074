package io.nettycurl.http.h2.hpack;

import java.util.Arrays;

/**
 * Owned by the loop. The fields that the peer told to remember, the last one first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7541#section-2.3.2">RFC 7541, section 2.3.2</a>
 */
final class DynamicTable {
  private HeaderField[] ring = new HeaderField[16];
  private int newest = -1;
  private int count;
  private int size;
  private int capacity;

  /**
   * An empty table.
   *
   * @param capacity how large it may become
   */
  DynamicTable(int capacity) {
    this.capacity = capacity;
  }

  /** How many fields there are. */
  int count() {
    return count;
  }

  /**
   * A field.
   *
   * @param index from 0 for the newest one
   */
  HeaderField get(int index) {
    return ring[newest - index & ring.length - 1];
  }

  /**
   * Changes how large it may be.
   *
   * @param newCapacity how large
   */
  void resize(int newCapacity) {
    capacity = newCapacity;
    shrinkTo(capacity);
  }

  /** Puts a field in front; one that is larger than the table leaves it empty. */
  void add(HeaderField field) {
    int needed = field.size();
    shrinkTo(capacity - needed);
    if (needed > capacity) {
      return;
    }
    if (count == ring.length) {
      grow();
    }
    newest = newest + 1 & ring.length - 1;
    ring[newest] = field;
    count++;
    size += needed;
  }

  private void shrinkTo(int bytes) {
    while (size > bytes && count > 0) {
      int oldest = newest - --count & ring.length - 1;
      size -= ring[oldest].size();
      ring[oldest] = null;
    }
  }

  /** The ring is full: it is laid out from its oldest field on. */
  private void grow() {
    HeaderField[] larger = Arrays.copyOf(ring, 2 * count);
    for (int i = 0; i < count; i++) {
      larger[i] = get(count - 1 - i);
    }
    ring = larger;
    newest = count - 1;
  }
}
