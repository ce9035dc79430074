package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTextTest {
  @ParameterizedTest
  @CsvSource({
    "0,'    0'",
    "99999,99999",
    "100000,97.6k",
    "102399,99.9k",
    "102400,' 100k'",
    "10239999,9999k",
    "10240000,' 9.7M'",
    "1048576000,1000M",
    "5368709120,5120M",
    "107374182400,' 100G'",
    "9223372036854775807,8191P",
  })
  void fiveColumns(long bytes, String expected) {
    assertEquals(expected, MeterText.bytes5(bytes));
    assertEquals(5, expected.length());
  }

  @ParameterizedTest
  @CsvSource({
    "0,'     0'",
    "99999,' 99999'",
    "100000,97.65k",
    "102400,100.0k",
    "1023999,999.9k",
    "1024000,' 0.97M'",
    "1048576,' 1.00M'",
    "9223372036854775807,' 7.99E'",
  })
  void sixColumns(long bytes, String expected) {
    assertEquals(expected, MeterText.bytes6(bytes));
    assertEquals(6, expected.length());
  }

  @ParameterizedTest
  @CsvSource({
    "0,'       '",
    "59,'  00:59'",
    "3599,'  59:59'",
    "3600,1:00:00",
    "35999,9:59:59",
    "36000,10h 00m",
    "359999,99h 59m",
    "360000,' 4d 04h'",
    "8640000,'   100d'",
    "86400000,'    33m'",
    "3153600000,'   100y'",
    "31536000000000,>99999y",
  })
  void sevenColumns(long seconds, String expected) {
    assertEquals(expected, MeterText.time7(seconds));
    assertEquals(7, expected.length());
  }

  @ParameterizedTest
  @CsvSource({
    "0,'        '",
    "1,00:00:01",
    "359999,99:59:59",
    "360000,'  4d 04h'",
    "86313600,999d 00h",
    "86400000,' 33m 10d'",
    "2590790400,999m 16d",
    "2592000000,'     82y'",
    "31536000000000,' >99999y'",
  })
  void eightColumns(long seconds, String expected) {
    assertEquals(expected, MeterText.time8(seconds));
    assertEquals(8, expected.length());
  }
}
