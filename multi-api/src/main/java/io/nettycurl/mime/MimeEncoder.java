package io.nettycurl.mime;

import io.nettycurl.spi.Ascii;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * Immutable; any thread. How the content of a part can be encoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-6">RFC 2045, 6</a>
 */
enum MimeEncoder {
  BINARY("binary", null),
  EIGHT_BIT("8bit", null),
  SEVEN_BIT("7bit", SevenBit::new),
  BASE64("base64", Base64Encoding::new),
  QUOTED_PRINTABLE("quoted-printable", QuotedPrintable::new);

  private final String text;
  private final Supplier<EncodedSource.Encoding> encoding;

  MimeEncoder(String text, Supplier<EncodedSource.Encoding> encoding) {
    this.text = text;
    this.encoding = encoding;
  }

  /** The name as it stands in Content-Transfer-Encoding. */
  String text() {
    return text;
  }

  PartSource wrap(PartSource source) {
    return encoding == null ? source : new EncodedSource(source, encoding.get());
  }

  static MimeEncoder byName(String name) {
    for (MimeEncoder encoder : values()) {
      if (Ascii.equalsIgnoreCase(name, encoder.text)) {
        return encoder;
      }
    }
    return null;
  }

  /** Changes nothing, and fails at the first byte that is more than ASCII. */
  private static final class SevenBit implements EncodedSource.Encoding {
    @Override
    public boolean encode(ByteBuffer input, boolean atEnd, ByteBuffer output) {
      while (input.hasRemaining() && output.hasRemaining()) {
        if (input.get(input.position()) < 0) {
          return false;
        }
        output.put(input.get());
      }
      return true;
    }

    @Override
    public long lengthFor(long inputLength) {
      return inputLength;
    }

    @Override
    public void reset() {}
  }
}
