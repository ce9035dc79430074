package io.nettycurl.examples.curl.option;

import io.nettycurl.examples.curl.console.ByteStrings;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Owned by one caller. Lines of a file of options, headers or URLs: comment lines and blank lines
 * left out, no line end.
 */
public final class LineReader implements Closeable {
  private static final int BUFFER = 4096;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private int number;

  /**
   * Reads a stream.
   *
   * @param in what to read
   * @param longest a line of more bytes is an error
   */
  public LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line with something in it; null at the end. */
  public String next() throws IOException {
    String line = raw();
    while (line != null && isBlankOrComment(line)) {
      line = raw();
    }
    if (line != null) {
      number++;
    }
    return line;
  }

  /** How many lines were given out. */
  public int number() {
    return number;
  }

  private static boolean isBlankOrComment(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i == line.length() || line.charAt(i) == '#';
  }

  private String raw() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean any = false;
    int next = read();
    while (next >= 0) {
      any = true;
      if (next == '\n') {
        break;
      }
      if (line.size() >= longest) {
        throw new IOException("line too long");
      }
      line.write(next);
      next = read();
    }
    return any ? ByteStrings.decode(line.toByteArray()) : null;
  }

  private int read() throws IOException {
    if (at == end) {
      at = 0;
      end = in.read(buffer);
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
