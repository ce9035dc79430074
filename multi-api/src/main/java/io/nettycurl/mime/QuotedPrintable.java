package io.nettycurl.mime;

import java.nio.ByteBuffer;

/**
 * Owned by its source. Text stays legible: only what is not printable ASCII, equals signs and
 * blanks before a line end are encoded; CRLF is a line end, CR or LF alone is not; lines have 76
 * characters at most.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-6.7">RFC 2045, 6.7</a>
 */
final class QuotedPrintable implements EncodedSource.Encoding {
  private static final int LINE = 76;
  private static final int LOOK_AHEAD = 3;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private int column;

  @Override
  public boolean encode(ByteBuffer input, boolean atEnd, ByteBuffer output) {
    // Three bytes tell all there is to know: the one at hand, and whether CRLF comes after it.
    while (input.remaining() >= (atEnd ? 1 : LOOK_AHEAD) && output.remaining() >= MIN_OUTPUT) {
      step(input, output);
    }
    return true;
  }

  private void step(ByteBuffer input, ByteBuffer output) {
    if (isCrlf(input, 0)) {
      output.put(input.get()).put(input.get());
      column = 0;
      return;
    }
    byte b = input.get(input.position());
    boolean encoded = needsEncoding(b, input);
    int width = encoded ? 3 : 1;
    if (column + width > LINE - 1 && !(column + width == LINE && endsLine(input, 1))) {
      output.put((byte) '=').put((byte) '\r').put((byte) '\n');
      column = 0;
    }
    input.get();
    if (encoded) {
      output.put((byte) '=').put(HEX[(b >> 4) & 15]).put(HEX[b & 15]);
    } else {
      output.put(b);
    }
    column += width;
  }

  private static boolean needsEncoding(byte b, ByteBuffer input) {
    boolean blank = b == ' ' || b == '\t';
    return blank ? endsLine(input, 1) : b <= ' ' || b == '=' || b == 0x7F;
  }

  private static boolean endsLine(ByteBuffer input, int ahead) {
    return input.remaining() <= ahead || isCrlf(input, ahead);
  }

  private static boolean isCrlf(ByteBuffer input, int ahead) {
    int at = input.position() + ahead;
    return at + 1 < input.limit() && input.get(at) == '\r' && input.get(at + 1) == '\n';
  }

  @Override
  public long lengthFor(long inputLength) {
    return inputLength == 0 ? 0 : -1;
  }

  @Override
  public void reset() {
    column = 0;
  }
}
