package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFileNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment; filename=name.txt | name.txt",
        "attachment; filename=\"na;me\"; x=y | na;me",
        "attachment; filename='na;me' | na;me",
        "filename=name ; x=y | `name `",
        "attachment; filename=/etc/passwd | passwd",
        "attachment; filename=\"..\\..\\evil\" | evil",
        "attachment; filename=\"a/b\\c\" | c",
        "attachment; filename=dir/ |",
        "attachment; xfilename=a; filename=b | b",
        "attachment; filename*=UTF-8''a |",
        "attachment |",
      })
  void dispositions(String value, String expected) {
    assertEquals(expected, ServerFileName.fromDisposition(" " + value + "\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://x/a/b?c/d#e,b",
    "/b,b",
    "b\\c,c",
    "/a/,",
    "/a#x/y,a",
  })
  void locations(String value, String expected) {
    assertEquals(expected, ServerFileName.fromLocation(" " + value + "\r\n"));
  }
}
