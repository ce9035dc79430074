package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void whatHasToBeEscapedIs() {
    assertEquals(
        "\"a\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u00e9/\"",
        JsonText.string("a\"\\\b\f\n\r\t\u0001\u00e9/", false));
  }

  @Test
  void lettersCanBecomeSmall() {
    assertEquals("\"content-type\u00c9\"", JsonText.string("Content-Type\u00c9", true));
  }
}
