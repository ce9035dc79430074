package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Owned by its body. A file, open only while it is its turn, so that many files do not take many
 * descriptors. What was added to it after the part was made is left out.
 */
final class FileSource implements PartSource {
  private final Path path;
  private final long length;
  private ReadableByteChannel channel;
  private long offset;
  private boolean ended;

  FileSource(Path path, long length) {
    this.path = path;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public long read(ByteBuffer into, Round round) {
    int limit = into.limit();
    if (length >= 0) {
      into.limit((int) Math.min(limit, into.position() + length - offset));
    }
    try {
      return ended || !into.hasRemaining() ? end() : readFile(into);
    } catch (IOException e) {
      close();
      return ERROR;
    } finally {
      into.limit(limit);
    }
  }

  private long readFile(ByteBuffer into) throws IOException {
    if (channel == null) {
      channel = Files.newByteChannel(path);
    }
    int count = channel.read(into);
    if (count <= 0) {
      return end();
    }
    offset += count;
    return count;
  }

  private long end() {
    ended = true;
    close();
    return END;
  }

  @Override
  public CurlCode rewind() {
    if (length < 0 && (offset > 0 || ended)) {
      return CurlCode.SEND_FAIL_REWIND;
    }
    close();
    offset = 0;
    ended = false;
    return CurlCode.OK;
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // Closing a file that was only read loses nothing.
      }
      channel = null;
    }
  }
}
