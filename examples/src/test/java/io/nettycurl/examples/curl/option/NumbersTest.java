package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,1000",
    "1.5,1500",
    "0.1,100",
    "2.0625,2062",
    "0.999999999999,999",
    "10.01,10010",
    "1s,1000"
  })
  void secondsHaveDecimals(String text, long millis) throws Exception {
    assertEquals(millis, Numbers.millis(text));
  }

  @ParameterizedTest
  @CsvSource({"x,BAD_NUMERIC", "-1,BAD_NUMERIC", "1.,NUMBER_TOO_LARGE", "'',BAD_NUMERIC"})
  void secondsThatAreNone(String text, ParameterError error) {
    ParameterException e = assertThrows(ParameterException.class, () -> Numbers.millis(text));
    assertEquals(error, e.error());
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "10b,10",
    "1k,1024",
    "1K,1024",
    "1.5k,1536",
    "2M,2097152",
    "1.1M,1153433",
    "3g,3221225472",
    "1t,1099511627776",
    "1.00000000001P,1125899906853882"
  })
  void sizesHaveUnits(String text, long bytes) throws Exception {
    assertEquals(bytes, Numbers.size(text));
  }

  @ParameterizedTest
  @CsvSource({
    "9000P,NUMBER_TOO_LARGE",
    "1kk,BAD_USE",
    "1.5,BAD_USE",
    "1x,BAD_USE",
    "k,BAD_NUMERIC",
    "99999999999999999999,NUMBER_TOO_LARGE"
  })
  void sizesThatAreNone(String text, ParameterError error) {
    ParameterException e = assertThrows(ParameterException.class, () -> Numbers.size(text));
    assertEquals(error, e.error());
  }

  @Test
  void wholeNumbers() throws Exception {
    assertEquals(-5, Numbers.signed("-5"));
    assertEquals(Long.MAX_VALUE, Numbers.signed("9223372036854775807"));
    assertThrows(ParameterException.class, () -> Numbers.signed("9223372036854775808"));
    assertThrows(ParameterException.class, () -> Numbers.signed("5 "));
    assertThrows(ParameterException.class, () -> Numbers.signed("+5"));
    assertEquals(0644, Numbers.octal("644", 0777));
    assertThrows(ParameterException.class, () -> Numbers.octal("1000", 0777));
    assertThrows(ParameterException.class, () -> Numbers.octal("8", 0777));
  }
}
