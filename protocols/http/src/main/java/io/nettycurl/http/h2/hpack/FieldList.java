package io.nettycurl.http.h2.hpack;

import java.util.Arrays;

/**
 * Owned by the loop. The fields of one head in the order of the wire, used for one head after the
 * other.
 */
public final class FieldList {
  private final long maxSize;
  private HeaderField[] fields = new HeaderField[16];
  private int count;
  private long size;

  /**
   * An empty list.
   *
   * @param maxSize how large it may become, each field as {@link HeaderField#size} counts it
   */
  public FieldList(long maxSize) {
    this.maxSize = maxSize;
  }

  void reset() {
    Arrays.fill(fields, 0, count, null);
    count = 0;
    size = 0;
  }

  void add(HeaderField field) {
    size += field.size();
    if (isTooLarge()) {
      return;
    }
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, 2 * count);
    }
    fields[count++] = field;
  }

  /** Whether there were more fields than it may have. */
  public boolean isTooLarge() {
    return size > maxSize;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /**
   * One of them.
   *
   * @param index from 0
   */
  public HeaderField get(int index) {
    return fields[index];
  }
}
