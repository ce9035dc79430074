package io.nettycurl.netty.engine;

import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.transfer.Limits;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.MultiOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Owned by the thread that drives the multi. The multi options set, checked. */
final class EngineSettings {
  private static final Set<MultiOption<?>> NUMBERS =
      Set.of(
          CurlMultiOpt.MAXCONNECTS,
          CurlMultiOpt.MAX_CONCURRENT_STREAMS,
          CurlMultiOpt.MAX_HOST_CONNECTIONS,
          CurlMultiOpt.MAX_TOTAL_CONNECTIONS,
          CurlMultiOpt.NETWORK_CHANGED,
          CurlMultiOpt.PIPELINING,
          NettyOpt.WORK_BUDGET);

  private static final Set<MultiOption<?>> OBJECTS =
      Set.of(
          CurlMultiOpt.SOCKETFUNCTION,
          CurlMultiOpt.SOCKETDATA,
          CurlMultiOpt.TIMERFUNCTION,
          CurlMultiOpt.TIMERDATA,
          CurlMultiOpt.NOTIFYFUNCTION,
          CurlMultiOpt.NOTIFYDATA);

  private final Map<MultiOption<?>, Object> values = new HashMap<>();

  <T> CurlMultiCode set(MultiOption<T> option, T value) {
    boolean object = OBJECTS.contains(option);
    if (!object && !NUMBERS.contains(option)) {
      return CurlMultiCode.UNKNOWN_OPTION;
    }
    if (value == null) {
      values.remove(option);
      return CurlMultiCode.OK;
    }
    if (object) {
      values.put(option, value);
      return CurlMultiCode.OK;
    }
    long number = (Long) value;
    if (number < 0 || number > Integer.MAX_VALUE) {
      return CurlMultiCode.BAD_FUNCTION_ARGUMENT;
    }
    values.put(option, value);
    return CurlMultiCode.OK;
  }

  @SuppressWarnings("unchecked")
  <T> T get(MultiOption<T> option) {
    return (T) values.get(option);
  }

  long number(MultiOption<Long> option) {
    Object value = values.get(option);
    return value == null ? option.defaultValue() : (Long) value;
  }

  /** What the options say about connections. */
  Limits limits() {
    boolean multiplex = number(CurlMultiOpt.PIPELINING) != CurlSymbols.CURLPIPE_NOTHING;
    return new Limits(
        (int) number(CurlMultiOpt.MAX_TOTAL_CONNECTIONS),
        (int) number(CurlMultiOpt.MAX_HOST_CONNECTIONS),
        (int) number(CurlMultiOpt.MAXCONNECTS),
        multiplex ? (int) number(CurlMultiOpt.MAX_CONCURRENT_STREAMS) : 1);
  }

  /** The options that something acts on. */
  static Set<MultiOption<?>> actedOn() {
    Set<MultiOption<?>> all = new HashSet<>(NUMBERS);
    all.addAll(OBJECTS);
    return all;
  }
}
