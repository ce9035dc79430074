package io.nettycurl.option;

import java.util.Arrays;

/**
 * Owned by whoever owns the easy handle: the user's thread until the handle is added to a multi,
 * the transfer afterwards. The values set on one easy handle.
 */
public final class OptionValues {
  private final Object[] values = new Object[EasyOption.SLOTS];
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
    Object value = values[option.slot()];
    return value == null ? option.defaultValue() : (T) value;
  }

  /**
   * A number without the box.
   *
   * @param option which
   * @return the value set, or the option's default
   */
  public long number(EasyOption<Long> option) {
    Object value = values[option.slot()];
    return value == null ? option.defaultValue() : (Long) value;
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
    return values[option.slot()] != null;
  }

  /**
   * Stores a value without any check; null puts the default back.
   *
   * @param option which
   * @param value the value
   * @param <T> the type of the value
   */
  public <T> void set(EasyOption<T> option, T value) {
    values[option.slot()] = value;
    version++;
  }

  /** Counts the changes, so that what was derived from the values can be kept while it holds. */
  public long version() {
    return version;
  }

  /** Puts every default back. */
  public void clear() {
    Arrays.fill(values, null);
    version++;
  }

  /**
   * Takes over all values of another handle.
   *
   * @param other whose
   */
  public void copyFrom(OptionValues other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
    version++;
  }
}
