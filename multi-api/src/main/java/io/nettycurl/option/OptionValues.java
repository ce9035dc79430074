package io.nettycurl.option;

import java.util.Arrays;

/**
 * Owned by whoever owns the easy handle: the user's thread until the handle is added to a multi,
 * the transfer afterwards. The values set on one easy handle.
 *
 * <p>Few of the many options are set on any one handle, and all of them are asked for in every
 * transfer: one bit each tells which are set, and only those values are kept, in the order of their
 * slots.
 */
public final class OptionValues {
  private static final int WORD = 6;
  private static final int WORDS = (EasyOption.SLOTS >> WORD) + 1;
  private static final Object[] NONE = {};
  private static final int ROOM = 8;

  private final long[] set = new long[WORDS];

  /** How many values stand before those of each word of {@link #set}. */
  private final short[] before = new short[WORDS];

  private Object[] values = NONE;
  private long version;

  /** Nothing set. */
  public OptionValues() {}

  /**
   * The value set, or the option's default.
   *
   * @param option which
   * @param <T> the type of the value
   * @return the value; null where neither is
   */
  @SuppressWarnings("unchecked")
  public <T> T get(EasyOption<T> option) {
    return isSet(option) ? (T) values[index(option.slot())] : option.defaultValue();
  }

  /**
   * A number without the box.
   *
   * @param option which
   * @return the value set, or the option's default
   */
  public long number(EasyOption<Long> option) {
    return isSet(option) ? (Long) values[index(option.slot())] : option.defaultNumber();
  }

  /**
   * A switch.
   *
   * @param option which
   * @return whether the value is other than 0
   */
  public boolean on(EasyOption<Long> option) {
    return number(option) != 0;
  }

  /**
   * Whether a value was set, other than the default by not setting one.
   *
   * @param option which
   * @return true after a set, false after a set to null
   */
  public boolean isSet(EasyOption<?> option) {
    int slot = option.slot();
    return (set[slot >> WORD] >>> slot & 1) != 0;
  }

  /**
   * Stores a value without any check; null puts the default back.
   *
   * @param option which
   * @param value the value
   * @param <T> the type of the value
   */
  public <T> void set(EasyOption<T> option, T value) {
    version++;
    int slot = option.slot();
    int at = index(slot);
    if (value == null) {
      if (isSet(option)) {
        remove(slot, at);
      }
    } else {
      if (!isSet(option)) {
        insert(slot, at);
      }
      values[at] = value;
    }
  }

  /** Where the value of a slot stands, or would stand. */
  private int index(int slot) {
    int word = slot >> WORD;
    return before[word] + Long.bitCount(set[word] & (1L << slot) - 1);
  }

  private int count() {
    return before[WORDS - 1] + Long.bitCount(set[WORDS - 1]);
  }

  private void insert(int slot, int at) {
    int count = count();
    if (count == values.length) {
      values = Arrays.copyOf(values, Math.max(ROOM, 2 * count));
    }
    System.arraycopy(values, at, values, at + 1, count - at);
    set[slot >> WORD] |= 1L << slot;
    shift(slot, 1);
  }

  private void remove(int slot, int at) {
    int last = count() - 1;
    System.arraycopy(values, at + 1, values, at, last - at);
    values[last] = null;
    set[slot >> WORD] &= ~(1L << slot);
    shift(slot, -1);
  }

  private void shift(int slot, int by) {
    for (int word = (slot >> WORD) + 1; word < WORDS; word++) {
      before[word] = (short) (before[word] + by);
    }
  }

  /** Counts the changes, so that what was derived from the values can be kept while it holds. */
  public long version() {
    return version;
  }

  /** Puts every default back. */
  public void clear() {
    Arrays.fill(values, null);
    Arrays.fill(set, 0);
    Arrays.fill(before, (short) 0);
    version++;
  }

  /**
   * Takes over all values of another handle.
   *
   * @param other whose
   */
  public void copyFrom(OptionValues other) {
    System.arraycopy(other.set, 0, set, 0, WORDS);
    System.arraycopy(other.before, 0, before, 0, WORDS);
    values = other.values.clone();
    version++;
  }
}
