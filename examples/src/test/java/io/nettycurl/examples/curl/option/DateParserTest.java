package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT | 784111777",
        "Sunday, 06-Nov-94 08:49:37 GMT | 784111777",
        "Sun Nov  6 08:49:37 1994 | 784111777",
        "06 Nov 1994 08:49:37 | 784111777",
        "1994 Nov 6 08:49:37 | 784111777",
        "GMT 08:49:37 06-Nov-94 Sunday | 784111777",
        "94 6 Nov 08:49:37 | 784111777",
        "1994 Nov 6 | 784080000",
        "06-Nov-94 | 784080000",
        "Sun/Nov/6/94/GMT | 784080000",
        "Sun, 06 Nov 1994 08:49:37 CET | 784108177",
        "06 Nov 1994 08:49:37 EST | 784129777",
        "Sun, 12 Sep 2004 15:05:58 -0700 | 1095026758",
        "Sat, 11 Sep 2004 21:32:11 +0200 | 1094931131",
        "20040912 15:05:58 -0700 | 1095026758",
        "20040911 +0200 | 1094853600",
        "1 Jan 1970 | 0",
        "12 dec 12 12:12 | 1355314320",
      })
  void datesInManyForms(String text, long seconds) {
    assertEquals(seconds, DateParser.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "06 Nov",
        "1994",
        "32 Nov 1994",
        "06 Nov 1500",
        "06 Foo 1994",
        "/tmp/file"
      })
  void whatIsNoDate(String text) {
    assertNull(DateParser.parse(text));
  }
}
