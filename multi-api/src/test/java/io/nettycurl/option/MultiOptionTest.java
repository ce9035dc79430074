package io.nettycurl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiOptionTest {
  @ParameterizedTest
  @CsvSource({
    "MAXCONNECTS, -1, BAD_FUNCTION_ARGUMENT, 0",
    "MAXCONNECTS, 4294967295, OK, 2147483647",
    "MAX_HOST_CONNECTIONS, -1, BAD_FUNCTION_ARGUMENT, 0",
    "MAX_HOST_CONNECTIONS, 7, OK, 7",
    "MAX_TOTAL_CONNECTIONS, -1, BAD_FUNCTION_ARGUMENT, 0",
    "MAX_TOTAL_CONNECTIONS, 9223372036854775807, OK, 2147483647",
    "MAX_CONCURRENT_STREAMS, 0, OK, 100",
    "MAX_CONCURRENT_STREAMS, 2147483648, OK, 100",
    "MAX_CONCURRENT_STREAMS, 1, OK, 1",
    "PIPELINING, 3, OK, 2",
    "PIPELINING, 1, OK, 0",
    "NETWORK_CHANGED, 1, OK, 6",
    "NETWORK_CHANGED, 4, OK, 4",
    "RESOLVE_THREADS_MAX, 0, BAD_FUNCTION_ARGUMENT, 0",
    "RESOLVE_THREADS_MAX, 4294967296, BAD_FUNCTION_ARGUMENT, 0",
    "RESOLVE_THREADS_MAX, 1, OK, 1"
  })
  @SuppressWarnings("unchecked")
  void numbersHaveBounds(String name, long value, CurlMultiCode code, long set)
      throws ReflectiveOperationException {
    MultiOption<Long> option = (MultiOption<Long>) CurlMultiOpt.class.getField(name).get(null);
    assertEquals(code, option.check(value));
    if (code == CurlMultiCode.OK) {
      assertEquals(set, option.adjust(value));
    }
  }

  @Test
  void nullPutsTheDefaultBack() {
    for (MultiOption<?> option : MultiOption.all()) {
      assertEquals(CurlMultiCode.OK, option.check(null));
      assertNull(option.adjust(null));
    }
    assertEquals(CurlSymbols.CURLPIPE_MULTIPLEX, CurlMultiOpt.PIPELINING.defaultValue());
    assertTrue(MultiOption.all().contains(CurlMultiOpt.MAXCONNECTS));
  }
}
