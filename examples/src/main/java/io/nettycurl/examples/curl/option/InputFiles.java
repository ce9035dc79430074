package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Any thread; no state. Files that options name: "-" is standard input. */
public final class InputFiles {
  private InputFiles() {}

  /** Whether a name means standard input. */
  public static boolean isStdin(String name) {
    return name.equals("-");
  }

  /** A file for reading; null if it cannot be read. */
  public static InputStream open(String name, Console console) {
    if (isStdin(name)) {
      return new Unclosed(console.in());
    }
    try {
      return new FileInputStream(name);
    } catch (IOException e) {
      return null;
    }
  }

  /** All bytes of a stream, which is closed. */
  public static byte[] readAll(InputStream in) throws ParameterException {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ParameterException(ParameterError.READ_ERROR);
    }
  }

  /** All bytes but the ones that line ends and C strings are made of. */
  public static byte[] withoutLineEnds(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) {
      if (b != '\r' && b != '\n' && b != 0) {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  /** Standard input stays open: another option may read on. */
  private static final class Unclosed extends InputStream {
    private final InputStream in;

    Unclosed(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return in.read(into, from, length);
    }
  }
}
