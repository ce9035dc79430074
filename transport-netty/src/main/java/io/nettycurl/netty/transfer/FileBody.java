package io.nettycurl.netty.transfer;

import io.netty.channel.DefaultFileRegion;
import io.netty.channel.FileRegion;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Owned by the loop. The file that READDATA is, where there is no read callback: given to the
 * system in regions instead of being read. Its position moves on as if it were read.
 */
final class FileBody {
  /** Netty's native transports look for the descriptor inside this class of the JDK's, unasked. */
  private static final String KNOWN = "sun.nio.ch.FileChannelImpl";

  private final FileChannel file;

  private FileBody(FileChannel file) {
    this.file = file;
  }

  /**
   * The file behind a body.
   *
   * @param body any
   * @return null if it is not read from a file of the system's
   */
  static FileBody of(CallbackBody body) {
    return body.stream() instanceof FileChannel file && file.getClass().getName().equals(KNOWN)
        ? new FileBody(file)
        : null;
  }

  /**
   * The next bytes.
   *
   * @param wanted at most so many
   * @return null at the end, or if the file cannot be asked: reading tells which
   */
  FileRegion take(int wanted) {
    try {
      long at = file.position();
      long count = Math.min(wanted, file.size() - at);
      if (count <= 0) {
        return null;
      }
      file.position(at + count);
      return new Region(file, at, count);
    } catch (IOException e) {
      return null;
    }
  }

  /** The file stays the user's to close. */
  private static final class Region extends DefaultFileRegion {
    private Region(FileChannel file, long position, long count) {
      super(file, position, count);
    }

    @Override
    protected void deallocate() {}
  }
}
