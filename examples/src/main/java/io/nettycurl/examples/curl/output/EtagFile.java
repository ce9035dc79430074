package io.nettycurl.examples.curl.output;

import io.nettycurl.examples.curl.console.ByteStrings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;

/** Owned by the command's thread. --etag-save: the last tag of a transfer. */
public final class EtagFile {
  private final RandomAccessFile file;
  private final OutputStream stream;

  private EtagFile(RandomAccessFile file, OutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /** A file, which stays as it is until there is a tag. */
  public static EtagFile named(String name) throws IOException {
    return new EtagFile(new RandomAccessFile(name, "rw"), null);
  }

  /** Standard output. */
  public static EtagFile standard(OutputStream out) {
    return new EtagFile(null, out);
  }

  void save(String value) throws IOException {
    String tag = value.strip();
    if (tag.isEmpty() || !value.endsWith("\n")) {
      return;
    }
    byte[] bytes = ByteStrings.encode(tag + "\n");
    if (file == null) {
      stream.write(bytes);
      stream.flush();
    } else {
      file.setLength(0);
      file.write(bytes);
    }
  }

  /** Closes the file. */
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
