package io.nettycurl.http.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in all the forms that are found. */
class HttpDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT | 784111777",
        "Sunday, 06-Nov-94 08:49:37 GMT | 784111777",
        "Sun Nov  6 08:49:37 1994 | 784111777",
        "06 Nov 1994 08:49:37 GMT | 784111777",
        "06-Nov-94 08:49:37 GMT | 784111777",
        "1994 Nov 6 08:49:37 | 784111777",
        "GMT 08:49:37 06-Nov-94 Sunday | 784111777",
        "94 6 Nov 08:49:37 | 784111777",
        "Sun Nov 6 94 | 784080000",
        "Nov 6 1994 | 784080000",
        "1994.Nov.6 | 784080000",
        "19941106 | 784080000",
        "19941106 08:49:37 | 784111777",
        "Sun, 12 Sep 2004 15:05:58 -0700 | 1095026758",
        "Sat, 11 Sep 2004 21:32:11 +0200 | 1094931131",
        "20040912 15:05:58 -0700 | 1095026758",
        "Thu, 01-Jan-1970 00:59:58 CET | -2",
        "1 Jan 1970 00:00:00 Z | 0",
        "29 Feb 2000 0:0 GMT | 951782400",
        "Fri, 31 Dec 1999 23:59:60 GMT | 946684800",
        "1 Jan 1583 00:00:00 GMT | -12212553600"
      })
  void good(String text, long seconds) {
    assertEquals(seconds, HttpDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "120",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 32 Nov 94x",
        "Sun, 06 Nov 1994 08:49:37 XYZ",
        "Sun, 06 Nov 1582 08:49:37 GMT"
      })
  void bad(String text) {
    assertEquals(HttpDate.NONE, HttpDate.parse(text));
  }
}
