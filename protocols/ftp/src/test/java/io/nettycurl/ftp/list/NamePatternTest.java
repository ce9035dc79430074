package io.nettycurl.ftp.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "*.txt, a.txt, true",
        "*.txt, .txt, true",
        "*.txt, a.txtx, false",
        "*, \"\", true",
        "\"\", \"\", true",
        "\"\", a, false",
        "?, \"\", false",
        "photo?.jpg, photo1.jpg, true",
        "photo?.jpg, photo.jpg, false",
        "*a*b*c*, xxaxxbxxcxx, true",
        "*a*b*c*, xxaxxcxxbxx, false",
        "a*b, acbdb, true",
        "*.*, a/b.c, true",
        "[abc], b, true",
        "[abc], d, false",
        "[a-zA-Z0-9], Q, true",
        "[a-zA-Z0-9], -, false",
        "[!abc], d, true",
        "[^abc], a, false",
        "[a-], -, true",
        "[]], ], true",
        "[]-a], ^, true",
        "[!]], a, true",
        "[!]], ], false",
        "[][-!^], !, true",
        "[][-!^], -, true",
        "[][-!^], a, false",
        "[[:digit:]], 5, true",
        "[[:digit:]x], x, true",
        "[![:digit:]], 5, false",
        "[[:alpha:][:digit:]]*, q9, true",
        "[[:upper:]], q, false",
        "[[:space:]], \" \", true",
        "[[:xdigit:]], F, true",
        "[[:xdigit:]], g, false",
        "[[:punct:]], %, true",
        "[[:none:]], n], true",
        "*[][, aaa, false",
        "*[][, x[][, true",
        "[, [, true",
        "[a, [a, true",
        "\\*, *, true",
        "\\*, a, false",
        "a\\, a, false",
        "a\\, a\\, false",
        "[\\]], ], true",
        "[\\a-c], b, true",
        "[*\\s-'tl, chmod1, false"
      })
  void matches(String pattern, String name, boolean fits) {
    assertEquals(fits, NamePattern.matches(pattern, name), pattern + " and " + name);
  }

  @Test
  @Timeout(60)
  void manyAsterisksDoNotTakeForEver() {
    assertFalse(NamePattern.matches("*a".repeat(200) + "b", "a".repeat(5000)));
  }
}
