package io.nettycurl.examples.curl.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any thread; no state. The command line, with the bytes that the JVM could not decode. */
public final class Arguments {
  private static final Path RAW = Path.of("/proc/self/cmdline");
  private static final char REPLACEMENT = '\uFFFD';

  private Arguments() {}

  /**
   * The arguments as they were given.
   *
   * @param args what main got
   * @return the same, or read from the system again where the JVM lost bytes
   */
  public static String[] exact(String[] args) {
    for (String arg : args) {
      if (arg.indexOf(REPLACEMENT) >= 0) {
        return raw(args);
      }
    }
    return args;
  }

  private static String[] raw(String[] args) {
    try {
      return tail(Files.readAllBytes(RAW), args);
    } catch (IOException e) {
      return args;
    }
  }

  /** The last arguments of a zero-separated command line; the JVM's own come first. */
  static String[] tail(byte[] line, String[] args) {
    String[] out = new String[args.length];
    int end = line.length;
    for (int i = args.length - 1; i >= 0; i--) {
      if (end <= 0) {
        return args;
      }
      end--;
      int start = end;
      while (start > 0 && line[start - 1] != 0) {
        start--;
      }
      out[i] = ByteStrings.decode(line, start, end);
      end = start;
    }
    return out;
  }
}
