package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import java.nio.ByteBuffer;

/** Owned by its body. A source whose bytes are encoded on their way. */
final class EncodedSource implements PartSource {
  private static final int INPUT = 1024;

  /** Owned by its source. Makes the encoded bytes; holds back what it needs to see more of. */
  interface Encoding {
    /** Room that the output of one call needs at least. */
    int MIN_OUTPUT = 80;

    /**
     * Moves bytes from one buffer to the other, as far as both allow.
     *
     * @param atEnd whether nothing comes after the input
     * @return false if the input cannot be encoded
     */
    boolean encode(ByteBuffer input, boolean atEnd, ByteBuffer output);

    /** The length of the output for an input of a length; either may be -1. */
    long lengthFor(long inputLength);

    /** Starts over. */
    void reset();
  }

  private final PartSource source;
  private final Encoding encoding;
  private final ByteBuffer input = ByteBuffer.allocate(INPUT).flip();
  private final ByteBuffer output = ByteBuffer.allocate(2 * INPUT).flip();
  private boolean atEnd;
  private boolean failed;

  EncodedSource(PartSource source, Encoding encoding) {
    this.source = source;
    this.encoding = encoding;
  }

  @Override
  public long length() {
    return encoding.lengthFor(source.length());
  }

  @Override
  public boolean callsUser() {
    return source.callsUser();
  }

  @Override
  public long read(ByteBuffer into, Round round) {
    int start = into.position();
    while (into.hasRemaining()) {
      if (output.hasRemaining()) {
        move(into);
      } else if (failed) {
        return into.position() > start ? into.position() - start : ERROR;
      } else if (!encodeSome()) {
        if (failed || output.hasRemaining()) {
          continue;
        }
        if (atEnd) {
          break;
        }
        long count = readSome(round);
        if (count < 0 || count == PAUSE || count == ABORT) {
          return into.position() > start ? into.position() - start : count;
        }
        atEnd = count == END;
      }
    }
    return (long) into.position() - start;
  }

  private void move(ByteBuffer into) {
    int count = Math.min(into.remaining(), output.remaining());
    int limit = output.limit();
    into.put(output.limit(output.position() + count));
    output.limit(limit);
  }

  /** True if input was used up or output made. */
  private boolean encodeSome() {
    int before = input.remaining();
    output.clear();
    failed = !encoding.encode(input, atEnd, output);
    output.flip();
    return input.remaining() < before || output.hasRemaining();
  }

  private long readSome(Round round) {
    input.compact();
    try {
      return source.read(input, round);
    } finally {
      input.flip();
    }
  }

  @Override
  public void resume() {
    source.resume();
  }

  @Override
  public CurlCode rewind() {
    input.clear().flip();
    output.clear().flip();
    atEnd = false;
    failed = false;
    encoding.reset();
    return source.rewind();
  }

  @Override
  public void close() {
    source.close();
  }
}
