package io.nettycurl.info;

import java.util.Arrays;

/**
 * Owned by whoever owns the easy handle: the transfer while one runs, the user's thread otherwise.
 * What is known about the last transfer of one easy handle.
 */
public final class InfoValues {
  private static final long[] UNSET = new long[EasyInfo.numbers()];

  private static final int OBJECTS = EasyInfo.objects();

  static {
    for (EasyInfo<?> info : EasyInfo.all().values()) {
      if (info.isStoredNumber()) {
        UNSET[info.slot()] = info.unset();
      }
    }
  }

  private final long[] numbers = new long[UNSET.length];
  private final Object[] objects = new Object[OBJECTS];

  /** Nothing known. */
  public InfoValues() {
    clear();
  }

  /**
   * The answer.
   *
   * @param info which
   * @param <T> the type of the answer
   * @return the value; null where no string or object is known
   */
  public <T> T get(EasyInfo<T> info) {
    return info.read(this);
  }

  /**
   * A number without the box.
   *
   * @param info which
   * @return the value
   */
  public long number(EasyInfo<Long> info) {
    return numbers[info.slot()];
  }

  /**
   * Stores a number.
   *
   * @param info which
   * @param value the value
   */
  public void set(EasyInfo<Long> info, long value) {
    numbers[info.slot()] = value;
  }

  /**
   * Adds to a number.
   *
   * @param info which
   * @param value how much
   */
  public void add(EasyInfo<Long> info, long value) {
    numbers[info.slot()] += value;
  }

  /**
   * Stores a string or an object.
   *
   * @param info which
   * @param value the value
   * @param <T> its type
   */
  public <T> void set(EasyInfo<T> info, T value) {
    if (value instanceof Long) {
      numbers[info.slot()] = (Long) value;
    } else {
      objects[info.slot()] = value;
    }
  }

  /** Forgets everything. */
  public void clear() {
    System.arraycopy(UNSET, 0, numbers, 0, numbers.length);
    Arrays.fill(objects, null);
  }

  long numberAt(int slot) {
    return numbers[slot];
  }

  Object objectAt(int slot) {
    return objects[slot];
  }
}
