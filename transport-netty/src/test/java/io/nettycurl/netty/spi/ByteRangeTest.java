package io.nettycurl.netty.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "0-0, 0, 1",
    "2-4, 2, 3",
    "4-, 4, -1",
    "-3, -3, 3",
    "-, 0, -1",
    "0-5;10-20, 0, 6",
    "9223372036854775806-9223372036854775807, 9223372036854775806, 2"
  })
  void reads(String text, long from, long max) {
    assertEquals(new ByteRange(from, max), ByteRange.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "5",
        " 1-2",
        "-0",
        "5-2",
        "0-9223372036854775807",
        "99999999999999999999-"
      })
  void refuses(String text) {
    assertNull(ByteRange.parse(text));
  }

  @Test
  void resumeComesBeforeRange() {
    OptionValues options = new OptionValues();
    assertEquals(ByteRange.WHOLE, ByteRange.of(options));
    options.set(CurlOpt.RANGE, "1-2");
    assertEquals(new ByteRange(1, 2), ByteRange.of(options));
    options.set(CurlOpt.RESUME_FROM_LARGE, 7L);
    assertEquals(new ByteRange(7, -1), ByteRange.of(options));
    options.set(CurlOpt.RESUME_FROM_LARGE, -1L);
    assertEquals(new ByteRange(-1, 1), ByteRange.of(options));
  }
}
