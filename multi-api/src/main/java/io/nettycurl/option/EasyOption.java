package io.nettycurl.option;

import io.nettycurl.CurlCode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One option of an easy handle: its name, number, kind and default, and the check its value must
 * pass. The constants stand in {@link CurlOpt}.
 *
 * <p>Immutable; any thread.
 *
 * @param <T> the type of the value
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public final class EasyOption<T> {
  /** Numbers from here on are this library's own and have no counterpart in libcurl. */
  public static final int FIRST_OWN = 1000;

  private static final int LIBCURL_SLOTS = 400;
  private static final int TYPE_SPAN = 10_000;

  private final String name;
  private final int number;
  private final OptionType type;
  private final Class<?> valueType;
  private final T defaultValue;
  private final long defaultNumber;
  private final int slot;
  private final Function<T, CurlCode> check;
  private final UnaryOperator<T> adjustment;

  private EasyOption(
      String name,
      int number,
      OptionType type,
      Class<?> valueType,
      T defaultValue,
      Function<T, CurlCode> check) {
    this(name, number, type, valueType, defaultValue, check, null);
  }

  private EasyOption(
      String name,
      int number,
      OptionType type,
      Class<?> valueType,
      T defaultValue,
      Function<T, CurlCode> check,
      UnaryOperator<T> adjustment) {
    this.name = Objects.requireNonNull(name);
    this.number = number;
    this.type = type;
    this.valueType = valueType;
    this.defaultValue = defaultValue;
    this.defaultNumber = defaultValue instanceof Long ? (Long) defaultValue : 0;
    this.slot =
        number < FIRST_OWN || number >= TYPE_SPAN
            ? number % TYPE_SPAN
            : LIBCURL_SLOTS + number - FIRST_OWN;
    this.check = check;
    this.adjustment = adjustment;
  }

  static EasyOption<Long> ofLong(String name, int number, long defaultValue) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.LONG, Long.class, defaultValue, null));
  }

  static EasyOption<Long> ofValues(String name, int number, long defaultValue) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.VALUES, Long.class, defaultValue, null));
  }

  static EasyOption<Long> ofOffset(String name, int number, long defaultValue) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.OFF_T, Long.class, defaultValue, null));
  }

  static EasyOption<String> ofString(String name, int number) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.STRING, String.class, null, ValueRules::text));
  }

  static EasyOption<List<String>> ofList(String name, int number) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.SLIST, List.class, null, ValueRules::list));
  }

  static EasyOption<byte[]> ofBlob(String name, int number) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.BLOB, byte[].class, null, ValueRules::blob));
  }

  static EasyOption<Object> ofData(String name, int number) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.CBPTR, Object.class, null, null));
  }

  static <T> EasyOption<T> ofFunction(String name, int number, Class<T> type) {
    return OptionRegistry.add(
        new EasyOption<>(name, number, OptionType.FUNCTION, type, null, null));
  }

  static <T> EasyOption<T> ofObject(String name, int number, Class<T> type) {
    return OptionRegistry.add(new EasyOption<>(name, number, OptionType.OBJECT, type, null, null));
  }

  static <T> EasyOption<T> alias(String name, EasyOption<T> of) {
    return OptionRegistry.addAlias(name, of);
  }

  /**
   * Declares an option of this library's own, without a counterpart in libcurl.
   *
   * @param name its name, unique over all options
   * @param id a small number from {@link #FIRST_OWN} on, unique over all options
   * @param type the kind of value
   * @param valueType the class of the value
   * @param defaultValue the value where none was set; may be null
   * @param <T> the type of the value
   * @return the option
   */
  public static <T> EasyOption<T> own(
      String name, int id, OptionType type, Class<T> valueType, T defaultValue) {
    if (id < FIRST_OWN || id >= FIRST_OWN + 100) {
      throw new IllegalArgumentException("own option ids are 1000 to 1099: " + id);
    }
    return OptionRegistry.add(new EasyOption<>(name, id, type, valueType, defaultValue, null));
  }

  /** This option with one more check: it gives OK, or the code that setopt is to return. */
  EasyOption<T> checked(Function<T, CurlCode> valueCheck) {
    Function<T, CurlCode> both = valueCheck;
    if (check != null) {
      both =
          value -> {
            CurlCode code = check.apply(value);
            return code == CurlCode.OK ? valueCheck.apply(value) : code;
          };
    }
    return OptionRegistry.replace(
        this, new EasyOption<>(name, number, type, valueType, defaultValue, both, adjustment));
  }

  /** This option with a function that makes the value to store out of a good one. */
  EasyOption<T> adjusted(UnaryOperator<T> toStored) {
    return OptionRegistry.replace(
        this, new EasyOption<>(name, number, type, valueType, defaultValue, check, toStored));
  }

  /** libcurl's name after the CURLOPT_ prefix. */
  public String name() {
    return name;
  }

  /** libcurl's number. */
  public int number() {
    return number;
  }

  /** The kind of value. */
  public OptionType type() {
    return type;
  }

  /** The class of the value. */
  public Class<?> valueType() {
    return valueType;
  }

  /** The value where none was set; may be null. */
  public T defaultValue() {
    return defaultValue;
  }

  /** The default without the box; 0 for what is no number. */
  long defaultNumber() {
    return defaultNumber;
  }

  /** A small number, unique over all options, to index an array of {@link #SLOTS} with. */
  public int slot() {
    return slot;
  }

  /** How large an array indexed with {@link #slot()} has to be. */
  public static final int SLOTS = LIBCURL_SLOTS + 100;

  /**
   * Tells whether a value is acceptable.
   *
   * @param value the value, null to unset
   * @return OK, or the code that setopt returns for it
   */
  public CurlCode check(T value) {
    return check == null ? CurlCode.OK : check.apply(value);
  }

  /**
   * What is stored for a value that passed the check: limits that libcurl applies without a word.
   *
   * @param value the value, null to unset
   * @return the value to store; null stays null
   */
  public T adjust(T value) {
    return adjustment == null || value == null ? value : adjustment.apply(value);
  }

  /**
   * An option by libcurl's name.
   *
   * @param name the name after the CURLOPT_ prefix, case ignored; old names too
   * @return the option, or null
   * @see <a href="https://curl.se/libcurl/c/curl_easy_option_by_name.html">man page</a>
   */
  public static EasyOption<?> byName(String name) {
    return OptionRegistry.byName(name);
  }

  /**
   * An option by libcurl's number.
   *
   * @param number the number
   * @return the option, or null
   * @see <a href="https://curl.se/libcurl/c/curl_easy_option_by_id.html">man page</a>
   */
  public static EasyOption<?> byId(int number) {
    return OptionRegistry.byId(number);
  }

  /** All options, aliases left out, in the order of their slots. */
  public static Collection<EasyOption<?>> all() {
    return OptionRegistry.all();
  }

  @Override
  public String toString() {
    return "CURLOPT_" + name;
  }
}
