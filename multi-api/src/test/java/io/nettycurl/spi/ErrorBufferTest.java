package io.nettycurl.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErrorBufferTest {
  private final ErrorBuffer buffer = new ErrorBuffer();
  private final StringBuilder target = new StringBuilder("old");

  @Test
  void theFirstTextOfATransferStays() {
    buffer.target(target);
    buffer.clear();
    assertEquals("", target.toString());
    buffer.fail(null);
    buffer.fail("first");
    buffer.fail("second");
    assertEquals("first", buffer.text());
    assertEquals("first", target.toString());
    buffer.clear();
    buffer.fail("third");
    assertEquals("third", target.toString());
    buffer.target(null);
    buffer.clear();
    assertEquals("third", target.toString(), "not ours any more");
  }

  @Test
  void noMoreThan255() {
    buffer.target(target);
    buffer.fail("x".repeat(300));
    assertEquals("x".repeat(255), buffer.text());
    assertEquals("x".repeat(255), target.toString());
  }
}
