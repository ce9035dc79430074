package io.nettycurl.examples.curl.console;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Owned by the command's thread. What the three standard streams are connected to. */
public final class Terminal {
  /** Width where nothing is known. */
  public static final int DEFAULT_COLUMNS = 79;

  private static final int MIN_COLUMNS_SET = 20;
  private static final int MAX_COLUMNS = 10_000;

  private final Boolean[] known = new Boolean[3];
  private int columns;

  /** Looks when asked. */
  public Terminal() {}

  /** No terminal anywhere, but a width for messages. */
  public static Terminal none(int columns) {
    Terminal terminal = new Terminal();
    Arrays.fill(terminal.known, false);
    terminal.columns = columns;
    return terminal;
  }

  /**
   * Whether a standard stream is a terminal.
   *
   * @param fd 0, 1 or 2
   */
  public boolean isTty(int fd) {
    if (known[fd] == null) {
      known[fd] = look(fd);
    }
    return known[fd];
  }

  /** The launcher's shell can tell for nothing what takes the JVM a file system look-up. */
  private static boolean look(int fd) {
    String told = System.getProperty("nettycurl.tty");
    if (told != null) {
      return told.indexOf('0' + fd) >= 0;
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }

  /** How many columns there are; 79 where that is not known. */
  public int columns() {
    if (columns == 0) {
      columns = fromEnvironment(System.getenv("COLUMNS"));
      if (columns == 0 && (isTty(0) || isTty(1) || isTty(2))) {
        columns = fromStty();
      }
      if (columns == 0) {
        columns = DEFAULT_COLUMNS;
      }
    }
    return columns;
  }

  static int fromEnvironment(String value) {
    int number = 0;
    for (int i = 0; value != null && i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      number = number * 10 + c - '0';
      if (number > MAX_COLUMNS) {
        return 0;
      }
    }
    return number > MIN_COLUMNS_SET ? number : 0;
  }

  private static int fromStty() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(stty.getInputStream(), StandardCharsets.US_ASCII))) {
        String line = reader.readLine();
        stty.waitFor(1, TimeUnit.SECONDS);
        int space = line == null ? -1 : line.indexOf(' ');
        int width = space < 0 ? 0 : Integer.parseInt(line.substring(space + 1).trim());
        return width < MAX_COLUMNS ? width : 0;
      }
    } catch (IOException | NumberFormatException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
