package io.nettycurl.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One option of a multi handle. The constants stand in {@link CurlMultiOpt}.
 *
 * <p>Immutable; any thread.
 *
 * @param <T> the type of the value
 * @see <a href="https://curl.se/libcurl/c/curl_multi_setopt.html">curl_multi_setopt(3)</a>
 */
public final class MultiOption<T> {
  private static final List<MultiOption<?>> ALL = new ArrayList<>();

  private final String name;
  private final int number;
  private final Class<?> valueType;
  private final T defaultValue;

  private MultiOption(String name, int number, Class<?> valueType, T defaultValue) {
    this.name = Objects.requireNonNull(name);
    this.number = number;
    this.valueType = valueType;
    this.defaultValue = defaultValue;
    synchronized (ALL) {
      ALL.add(this);
    }
  }

  static MultiOption<Long> ofLong(String name, int number, long defaultValue) {
    return new MultiOption<>(name, number, Long.class, defaultValue);
  }

  static <T> MultiOption<T> ofFunction(String name, int number, Class<T> type) {
    return new MultiOption<>(name, number, type, null);
  }

  static MultiOption<Object> ofData(String name, int number) {
    return new MultiOption<>(name, number, Object.class, null);
  }

  /**
   * Declares a multi option of this library's own, without a counterpart in libcurl.
   *
   * @param name its name
   * @param number a number from 1000 on
   * @param valueType the class of the value
   * @param defaultValue the value where none was set; may be null
   * @param <T> the type of the value
   * @return the option
   */
  public static <T> MultiOption<T> own(
      String name, int number, Class<T> valueType, T defaultValue) {
    if (number < EasyOption.FIRST_OWN) {
      throw new IllegalArgumentException("own option numbers start at 1000: " + number);
    }
    return new MultiOption<>(name, number, valueType, defaultValue);
  }

  /** libcurl's name after the CURLMOPT_ prefix. */
  public String name() {
    return name;
  }

  /** libcurl's number. */
  public int number() {
    return number;
  }

  /** The class of the value. */
  public Class<?> valueType() {
    return valueType;
  }

  /** The value where none was set; may be null. */
  public T defaultValue() {
    return defaultValue;
  }

  /** All that were declared so far. */
  public static Collection<MultiOption<?>> all() {
    synchronized (ALL) {
      return List.copyOf(ALL);
    }
  }

  @Override
  public String toString() {
    return "CURLMOPT_" + name;
  }
}
