package io.nettycurl.examples.curl.output;

import io.nettycurl.examples.curl.config.OutputConfig;
import io.nettycurl.examples.curl.config.OutputConfig.Clobber;
import io.nettycurl.examples.curl.console.Messages;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Owned by the command's thread. Where the body of one transfer goes: standard output, nowhere, or
 * a file that is opened when there is something to put into it.
 */
public final class OutputFile {
  private static final int BUFFER = 32 * 1024;
  private static final int MAX_NUMBERED = 100;

  private String name;
  private OutputStream stream;
  private FileChannel channel;
  private boolean nameFromServer;
  private boolean discards;
  private long bytes;
  private long start;

  private OutputFile() {}

  /** Standard output. */
  public static OutputFile standard(OutputStream out) {
    OutputFile file = new OutputFile();
    file.stream = out;
    return file;
  }

  /** Nowhere. */
  public static OutputFile discarding(OutputStream out) {
    OutputFile file = standard(out);
    file.discards = true;
    return file;
  }

  /** A file, opened when needed. */
  public static OutputFile named(String name) {
    OutputFile file = new OutputFile();
    file.name = name;
    return file;
  }

  /** A file that is there and grows. */
  public static OutputFile appending(String name, long start) throws IOException {
    OutputFile file = named(name);
    FileOutputStream out = new FileOutputStream(name, true);
    file.use(out.getChannel(), out);
    file.start = start;
    return file;
  }

  /** The file's name; null for standard output. */
  public String name() {
    return name;
  }

  /** Whether it is a file. */
  public boolean isFile() {
    return name != null;
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return stream != null;
  }

  /** Whether the body is to be dropped. */
  public boolean discards() {
    return discards;
  }

  /** How many bytes were written in this attempt. */
  public long bytes() {
    return bytes;
  }

  /** Where in the file this attempt started. */
  public long start() {
    return start;
  }

  /** Takes the name that a server gave; files of that name are not overwritten. */
  public void serverName(String newName) {
    name = newName;
    nameFromServer = true;
  }

  /**
   * Opens the file.
   *
   * @param config what happens to one that is there
   * @param messages where it is told why it failed
   * @return whether it is open
   */
  public boolean open(OutputConfig config, Messages messages) {
    String wanted = name;
    try {
      boolean overwrite =
          config.clobber == Clobber.ALWAYS || config.clobber == Clobber.DEFAULT && !nameFromServer;
      if (overwrite) {
        FileOutputStream out = new FileOutputStream(wanted);
        use(out.getChannel(), out);
      } else {
        create(config.clobber == Clobber.NEVER);
      }
      return true;
    } catch (IOException e) {
      messages.warn("Failed to open the file " + wanted + ": " + FileErrors.reason(e));
    } catch (InvalidPathException e) {
      messages.warn("Failed to open the file " + wanted + ": " + e.getReason());
    }
    return false;
  }

  /** A new file only; numbered names where that is asked for. */
  private void create(boolean numbered) throws IOException {
    String wanted = name;
    int number = 0;
    while (true) {
      try {
        FileChannel created =
            FileChannel.open(
                Path.of(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        use(created, Channels.newOutputStream(created));
        return;
      } catch (FileAlreadyExistsException e) {
        number++;
        if (!numbered || number >= MAX_NUMBERED) {
          throw e;
        }
        name = wanted + "." + number;
      }
    }
  }

  private void use(FileChannel newChannel, OutputStream out) {
    channel = newChannel;
    stream = new BufferedOutputStream(out, BUFFER);
    bytes = 0;
    start = 0;
  }

  /** Writes a piece of the body. */
  public void write(byte[] from, int offset, int length) throws IOException {
    stream.write(from, offset, length);
    bytes += length;
  }

  /** Writes something that is no body: headers. */
  public void writeHead(byte[] from) throws IOException {
    stream.write(from);
  }

  /** Passes on what is buffered. */
  public void flush() throws IOException {
    if (stream != null) {
      stream.flush();
    }
  }

  /** Whether it is a regular file that is open. */
  public boolean isRegularOpen() {
    return channel != null && stream != null && Files.isRegularFile(Path.of(name));
  }

  /** Takes back what this attempt wrote. */
  public void rewind() throws IOException {
    flush();
    channel.truncate(start);
    channel.position(start);
    bytes = 0;
  }

  /** Keeps what this attempt wrote; the next goes on behind it. */
  public void keep() throws IOException {
    flush();
    start += bytes;
    bytes = 0;
  }

  /** Closes the file; standard output stays open. */
  public void close() throws IOException {
    if (channel != null) {
      channel = null;
      OutputStream out = stream;
      stream = null;
      out.close();
    }
  }

  /** Whether {@link #close()} has a file to close. */
  public boolean ownsStream() {
    return channel != null;
  }
}
