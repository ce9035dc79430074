package io.nettycurl.examples.curl.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Owned by the command's thread. The three standard streams: bytes, buffered on the way out, and a
 * write that fails is seen.
 */
public final class Console {
  private static final int BUFFER = 32 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final Terminal terminal;
  private OutputStream err;

  /**
   * Streams of one's own.
   *
   * @param in for standard input
   * @param out for standard output
   * @param err for standard error
   * @param terminal what they are connected to
   */
  public Console(InputStream in, OutputStream out, OutputStream err, Terminal terminal) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** The process's own. */
  public static Console system() {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
        new FileOutputStream(FileDescriptor.err),
        new Terminal());
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /** Standard output; flush it. */
  public OutputStream out() {
    return out;
  }

  /** Where messages go: standard error, or what --stderr named. Not buffered. */
  public OutputStream err() {
    return err;
  }

  /** Sends messages elsewhere from now on. */
  public void err(OutputStream stream) {
    err = stream;
  }

  /** What the streams are connected to. */
  public Terminal terminal() {
    return terminal;
  }

  /**
   * Writes to the message stream; a message that cannot be written is lost, as with any command.
   */
  public void errPrint(String text) {
    try {
      err.write(ByteStrings.encode(text));
      err.flush();
    } catch (IOException e) {
      // there is nobody left to tell
    }
  }

  /** Writes to standard output. */
  public void print(String text) throws IOException {
    out.write(ByteStrings.encode(text));
  }
}
