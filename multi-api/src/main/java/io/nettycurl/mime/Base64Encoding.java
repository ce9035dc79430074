package io.nettycurl.mime;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Owned by its source. Base64 in lines of 76 characters, none of them ended but by the next one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-6.8">RFC 2045, 6.8</a>
 */
final class Base64Encoding implements EncodedSource.Encoding {
  private static final int LINE_INPUT = 57;
  private static final int LINE = 76;
  private static final byte[] NEW_LINE = {'\r', '\n'};

  private boolean firstLine = true;

  @Override
  public boolean encode(ByteBuffer input, boolean atEnd, ByteBuffer output) {
    while (output.remaining() >= MIN_OUTPUT
        && (input.remaining() >= LINE_INPUT || (atEnd && input.hasRemaining()))) {
      byte[] line = new byte[Math.min(LINE_INPUT, input.remaining())];
      input.get(line);
      if (!firstLine) {
        output.put(NEW_LINE);
      }
      firstLine = false;
      output.put(Base64.getEncoder().encode(line));
    }
    return true;
  }

  @Override
  public long lengthFor(long inputLength) {
    if (inputLength <= 0) {
      return inputLength;
    }
    long size = 4 * (1 + (inputLength - 1) / 3);
    long length = size + NEW_LINE.length * ((size - 1) / LINE);
    return length < inputLength ? -1 : length;
  }

  @Override
  public void reset() {
    firstLine = true;
  }
}
