package io.nettycurl.examples.curl.option;

import io.nettycurl.Curl;
import io.nettycurl.examples.curl.console.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Any thread; no state. The time that -z names. */
final class Dates {
  private Dates() {}

  /**
   * A date, or a file whose date it is to be.
   *
   * @param text either
   * @param messages where it is told that it is neither
   * @return seconds since 1970, or null
   */
  static Long secondsOrFileTime(String text, Messages messages) {
    long seconds = Curl.getDate(text);
    if (seconds != -1) {
      return seconds;
    }
    try {
      return Files.getLastModifiedTime(Path.of(text)).to(TimeUnit.SECONDS);
    } catch (NoSuchFileException | InvalidPathException e) {
      messages.warn("Failed to get filetime: No such file or directory");
    } catch (IOException e) {
      messages.warn("Failed to get filetime: " + e.getMessage());
    }
    return null;
  }
}
