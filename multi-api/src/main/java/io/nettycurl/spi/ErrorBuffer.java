package io.nettycurl.spi;

/**
 * Any thread: on a group the loop and the thread of the callbacks may both have something to tell.
 * The text about what went wrong: blank when a transfer starts, at most 255 characters, and the
 * first text of a transfer stays.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_ERRORBUFFER.html">CURLOPT_ERRORBUFFER(3)</a>
 */
public final class ErrorBuffer {
  private static final int MAX = 255;

  private String text = "";
  private StringBuilder target;

  /** Blank. */
  public ErrorBuffer() {}

  /** The text; empty if there is none. */
  public synchronized String text() {
    return text;
  }

  /**
   * Where the user wants the text too.
   *
   * @param builder CURLOPT_ERRORBUFFER's value, or null
   */
  public synchronized void target(StringBuilder builder) {
    target = builder;
  }

  /** Blanks it. */
  public synchronized void clear() {
    if (!text.isEmpty() || target != null) {
      put("");
    }
  }

  /**
   * Keeps a text, unless there is one already.
   *
   * @param message the text
   */
  public synchronized void fail(String message) {
    if (text.isEmpty() && message != null) {
      put(message.length() > MAX ? message.substring(0, MAX) : message);
    }
  }

  private void put(String newText) {
    text = newText;
    if (target != null) {
      target.setLength(0);
      target.append(newText);
    }
  }
}
