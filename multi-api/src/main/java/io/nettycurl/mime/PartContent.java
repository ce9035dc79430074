package io.nettycurl.mime;

import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import java.nio.file.Path;

/** Owned like its part. What a part holds, and how to get hold of it again and again. */
abstract class PartContent {
  /** No content at all. */
  static final PartContent NONE = new Data(new byte[0]);

  /** A new source that starts at the beginning, as far as that can be done. */
  abstract PartSource open();

  /** The content of a copy of the part. */
  PartContent duplicate() {
    return this;
  }

  /** The content is needed no more. */
  void free() {}

  /** Bytes in memory. */
  static final class Data extends PartContent {
    private final byte[] bytes;

    Data(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    PartSource open() {
      return new BytesSource(bytes);
    }
  }

  /** A file, opened when its turn comes. */
  static final class File extends PartContent {
    private final String name;
    private final Path path;
    private final long size;

    File(String name, Path path, long size) {
      this.name = name;
      this.path = path;
      this.size = size;
    }

    /** The path as it was given. */
    String name() {
      return name;
    }

    @Override
    PartSource open() {
      return new FileSource(path, size);
    }
  }

  /** Functions of the user's. */
  static final class Callback extends PartContent {
    private final long size;
    private final ReadCallback read;
    private final SeekCallback seek;
    private final Runnable free;
    private final Object userdata;
    private final CallbackSource.Position position = new CallbackSource.Position();

    Callback(long size, ReadCallback read, SeekCallback seek, Runnable free, Object userdata) {
      this.size = size;
      this.read = read;
      this.seek = seek;
      this.free = free;
      this.userdata = userdata;
    }

    @Override
    PartSource open() {
      return new CallbackSource(size, read, seek, userdata, position);
    }

    @Override
    PartContent duplicate() {
      return new Callback(size, read, seek, free, userdata);
    }

    @Override
    void free() {
      if (free != null) {
        free.run();
      }
    }
  }

  /** Parts. */
  static final class Subparts extends PartContent {
    private final CurlMime mime;

    Subparts(CurlMime mime) {
      this.mime = mime;
    }

    CurlMime mime() {
      return mime;
    }

    @Override
    PartSource open() {
      throw new IllegalStateException("parts are opened with the headers that go before them");
    }

    @Override
    PartContent duplicate() {
      return new Subparts(mime.duplicate());
    }

    @Override
    void free() {
      mime.parent(null);
      mime.close();
    }
  }
}
