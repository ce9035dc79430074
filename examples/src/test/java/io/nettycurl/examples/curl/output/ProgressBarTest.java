package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000L;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(InputStream.nullInputStream(), err, err, Terminal.none(27));

  private String shown() {
    String text = err.toString(StandardCharsets.US_ASCII);
    err.reset();
    return text;
  }

  @Test
  void hashesGrow() {
    ProgressBar bar = new ProgressBar(console, 0);
    assertFalse(bar.isShown());
    bar.update(1000, 250, 0, 0, 0);
    assertEquals("\r#####                 25.0%", shown());
    bar.update(1000, 500, 0, 0, SECOND / 100);
    assertEquals("", shown());
    bar.update(1000, 1000, 0, 0, SECOND / 50);
    assertEquals("\r#################### 100.0%", shown());
    assertTrue(bar.isShown());
  }

  @Test
  void whatIsThereAlreadyCounts() {
    ProgressBar bar = new ProgressBar(console, 500);
    bar.update(500, 0, 0, 0, 0);
    assertEquals("\r##########            50.0%", shown());
  }

  @Test
  void aFlyFliesWhileNoSizeIsKnown() {
    ProgressBar bar = new ProgressBar(console, 0);
    bar.update(0, 0, 0, 0, 0);
    assertEquals("", shown());
    bar.update(0, 10, 0, 0, SECOND);
    String first = shown();
    assertEquals(3, first.indexOf('O'), first);
    bar.update(0, 20, 0, 0, 2 * SECOND);
    assertEquals(4, shown().indexOf('O'));
    assertEquals(28, first.length());
  }
}
