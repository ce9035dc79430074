package io.nettycurl.option;

import io.nettycurl.CurlMultiCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
  private final UnaryOperator<T> adjustment;
  private final Predicate<T> refused;

  private MultiOption(String name, int number, Class<?> valueType, T defaultValue) {
    this(name, number, valueType, defaultValue, UnaryOperator.identity(), value -> false);
    synchronized (ALL) {
      ALL.add(this);
    }
  }

  private MultiOption(
      String name,
      int number,
      Class<?> valueType,
      T defaultValue,
      UnaryOperator<T> adjustment,
      Predicate<T> refused) {
    this.name = Objects.requireNonNull(name);
    this.number = number;
    this.valueType = valueType;
    this.defaultValue = defaultValue;
    this.adjustment = adjustment;
    this.refused = refused;
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

  /** This option with a rule about what it refuses. */
  MultiOption<T> refusing(Predicate<T> bad) {
    return replacedBy(new MultiOption<>(name, number, valueType, defaultValue, adjustment, bad));
  }

  /** This option with a function that makes the value to set out of the one given. */
  MultiOption<T> adjusted(UnaryOperator<T> toSet) {
    return replacedBy(new MultiOption<>(name, number, valueType, defaultValue, toSet, refused));
  }

  private MultiOption<T> replacedBy(MultiOption<T> option) {
    synchronized (ALL) {
      ALL.set(ALL.indexOf(this), option);
    }
    return option;
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

  /**
   * Tells whether a value is acceptable.
   *
   * @param value the value, null to unset
   * @return OK or BAD_FUNCTION_ARGUMENT
   */
  public CurlMultiCode check(T value) {
    return value != null && refused.test(value)
        ? CurlMultiCode.BAD_FUNCTION_ARGUMENT
        : CurlMultiCode.OK;
  }

  /**
   * What is set for a value: limits that libcurl applies without a word.
   *
   * @param value the value, null to unset
   * @return the value to set; null stays null
   */
  public T adjust(T value) {
    return value == null ? null : adjustment.apply(value);
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
