package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrftimeTest {
  private static final Instant TIME = Instant.parse("2024-02-09T15:04:05.006007Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%Y-%m-%d %H:%M:%S.%f|2024-02-09 15:04:05.006007",
        "%a %A %b %B %h|Fri Friday Feb February Feb",
        "%c|Fri Feb  9 15:04:05 2024",
        "%D %F %R %T %r|02/09/24 2024-02-09 15:04 15:04:05 03:04:05 PM",
        "%e %j %u %w %U %W %V %G %g %C %y| 9 040 5 5 05 06 06 2024 24 20 24",
        "%I %l %k %p %P %s|03  3 15 PM pm 1707491045",
        "%z %Z %% %q %Ey %|+0000 UTC % %q 24 %",
      })
  void directives(String format, String expected) {
    assertEquals(expected, Strftime.utc(format, TIME));
  }
}
