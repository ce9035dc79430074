package io.nettycurl.netty.engine;

import io.nettycurl.CurlMultiCode;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.MultiOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Owned by the thread that drives the multi. The multi options set, checked. */
final class EngineSettings {
  private static final Set<MultiOption<?>> NUMBERS =
      Set.of(
          CurlMultiOpt.MAXCONNECTS,
          CurlMultiOpt.MAX_HOST_CONNECTIONS,
          CurlMultiOpt.MAX_TOTAL_CONNECTIONS,
          NettyOpt.WORK_BUDGET);

  private final Map<MultiOption<?>, Object> values = new HashMap<>();

  <T> CurlMultiCode set(MultiOption<T> option, T value) {
    if (!NUMBERS.contains(option)) {
      return CurlMultiCode.UNKNOWN_OPTION;
    }
    if (value == null) {
      values.remove(option);
      return CurlMultiCode.OK;
    }
    long number = (Long) value;
    if (number < 0 || number > Integer.MAX_VALUE) {
      return CurlMultiCode.BAD_FUNCTION_ARGUMENT;
    }
    values.put(option, value);
    return CurlMultiCode.OK;
  }

  long number(MultiOption<Long> option) {
    Object value = values.get(option);
    return value == null ? option.defaultValue() : (Long) value;
  }

  /** The options that something acts on. */
  static Set<MultiOption<?>> actedOn() {
    return NUMBERS;
  }
}
