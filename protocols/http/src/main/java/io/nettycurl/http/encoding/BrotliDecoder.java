package io.nettycurl.http.encoding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Owned by the loop. "br", by way of brotli4j. Only loaded where that library is present.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7932">RFC 7932</a>
 */
final class BrotliDecoder extends BodyDecoder {
  private static final int INPUT = 8 * 1024;

  private DecoderJNI.Wrapper decoder;
  private boolean ended;

  BrotliDecoder(DecodeTrouble trouble) throws IOException {
    super(trouble);
    decoder = new DecoderJNI.Wrapper(INPUT);
  }

  /** Whether the native library can be loaded. */
  static boolean loads() {
    return Brotli4jLoader.isAvailable();
  }

  @Override
  CurlCode decode(ByteBuf in, BodySink next) {
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && in.isReadable()) {
      if (ended) {
        return trailing("Bytes follow the end of the compressed content");
      }
      ByteBuffer input = decoder.getInputBuffer();
      input.clear();
      int count = Math.min(input.remaining(), in.readableBytes());
      input.limit(count);
      in.readBytes(input);
      decoder.push(count);
      code = drain(in, next);
    }
    return code;
  }

  private CurlCode drain(ByteBuf in, BodySink next) {
    while (true) {
      switch (decoder.getStatus()) {
        case NEEDS_MORE_OUTPUT:
          CurlCode code = pull(in, next);
          if (code != CurlCode.OK) {
            return code;
          }
          break;
        case OK:
          decoder.push(0);
          break;
        case NEEDS_MORE_INPUT:
          return decoder.hasOutput() ? pull(in, next) : CurlCode.OK;
        case DONE:
          ended = true;
          return decoder.hasOutput() ? pull(in, next) : CurlCode.OK;
        default:
          return bad("invalid brotli data");
      }
    }
  }

  private CurlCode pull(ByteBuf in, BodySink next) {
    ByteBuffer output = decoder.pull();
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && output.hasRemaining()) {
      int count = Math.min(PIECE, output.remaining());
      ByteBuffer piece = output.slice(output.position(), count);
      output.position(output.position() + count);
      code = next.write(in.alloc().buffer(count).writeBytes(piece));
    }
    return code;
  }

  @Override
  public void close() {
    if (decoder != null) {
      decoder.destroy();
      decoder = null;
      ended = true;
    }
  }
}
