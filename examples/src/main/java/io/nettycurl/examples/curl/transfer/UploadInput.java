package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import io.nettycurl.examples.curl.console.Messages;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Owned by the command's thread. What is uploaded: a file, or standard input. */
public final class UploadInput implements ReadCallback, SeekCallback {
  private final CurlEasy easy;
  private final Messages messages;
  private final InputStream stdin;
  private InputPump pump;
  private FileChannel channel;
  private long size = -1;
  private long sent;
  private boolean waiting;
  private byte[] copy = new byte[0];

  /**
   * Standard input, until a file is opened.
   *
   * @param easy the handle that reads
   * @param messages where faults are told
   * @param stdin standard input
   */
  UploadInput(CurlEasy easy, Messages messages, InputStream stdin) {
    this.easy = easy;
    this.messages = messages;
    this.stdin = stdin;
  }

  /**
   * From now on the transfer goes on while standard input has nothing.
   *
   * @param arrived run, on any thread, when it has something again
   */
  void readAhead(Runnable arrived) {
    if (pump == null) {
      pump = new InputPump(stdin, arrived);
      pump.start();
    }
  }

  /**
   * Opens a file for the next attempt.
   *
   * @param name the file
   * @return whether it can be read
   */
  boolean open(String name) {
    close();
    sent = 0;
    try {
      Path path = Path.of(name);
      channel = FileChannel.open(path, StandardOpenOption.READ);
      size = Files.isRegularFile(path) ? channel.size() : -1;
      return !Files.isDirectory(path);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  /** How many bytes there are; -1 if not known. */
  long size() {
    return size;
  }

  @Override
  public long read(ByteBuffer into, Object userdata) {
    try {
      int count = channel != null ? channel.read(into) : readStdin(into);
      if (count == 0 && into.hasRemaining()) {
        waiting = true;
        return CurlSymbols.CURL_READFUNC_PAUSE;
      }
      waiting = false;
      return count < 0 ? 0 : limited(count, into);
    } catch (IOException e) {
      return 0;
    }
  }

  /** A file that grew meanwhile: what was announced is what is sent. */
  private long limited(int count, ByteBuffer into) {
    if (size < 0 || sent + count <= size) {
      sent += count;
      return count;
    }
    long tooMany = sent + count - size;
    messages.warn(
        "File size larger in the end than when started. Dropping at least " + tooMany + " bytes");
    into.position(into.position() - (int) Math.min(tooMany, count));
    long left = Math.max(0, size - sent);
    sent = size;
    return left;
  }

  private int readStdin(ByteBuffer into) throws IOException {
    if (pump != null) {
      return pump.take(into);
    }
    int length = into.remaining();
    if (into.hasArray()) {
      int count = stdin.read(into.array(), into.arrayOffset() + into.position(), length);
      into.position(into.position() + Math.max(0, count));
      return count;
    }
    if (copy.length < length) {
      copy = new byte[length];
    }
    int count = stdin.read(copy, 0, length);
    if (count > 0) {
      into.put(copy, 0, count);
    }
    return count;
  }

  /** Goes on with a transfer that waits for input, if there is some. */
  void wake() {
    if (waiting && (pump == null || pump.isReady())) {
      waiting = false;
      easy.pause(CurlSymbols.CURLPAUSE_CONT);
    }
  }

  @Override
  public long seek(long offset, Object userdata) {
    FileChannel file = channel;
    if (file == null && pump == null && stdin instanceof FileInputStream stream) {
      // standard input may be a file; a pipe says that it cannot
      file = stream.getChannel();
    }
    if (file == null) {
      return CurlSymbols.CURL_SEEKFUNC_CANTSEEK;
    }
    try {
      file.position(offset);
      sent = offset;
      return CurlSymbols.CURL_SEEKFUNC_OK;
    } catch (IOException e) {
      return CurlSymbols.CURL_SEEKFUNC_CANTSEEK;
    }
  }

  void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // it was only read
      }
      channel = null;
    }
  }
}
