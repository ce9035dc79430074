package io.nettycurl.http.encoding;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.nio.ByteBuffer;

/**
 * Owned by the loop. "zstd", by way of zstd-jni. Only loaded where that library is present.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>
 */
final class ZstdDecoder extends BodyDecoder {
  private ZstdDecompressCtx context = new ZstdDecompressCtx();

  ZstdDecoder(DecodeTrouble trouble) {
    super(trouble);
  }

  /** Whether the native library can be loaded. */
  static boolean loads() {
    Native.load();
    return Native.isLoaded();
  }

  @Override
  CurlCode decode(ByteBuf in, BodySink next) {
    if (in.isDirect() && in.nioBufferCount() == 1) {
      return decodeDirect(in, in.nioBuffer(), next);
    }
    ByteBuf copy = in.alloc().directBuffer(in.readableBytes());
    try {
      copy.writeBytes(in);
      return decodeDirect(in, copy.nioBuffer(), next);
    } finally {
      copy.release();
    }
  }

  private CurlCode decodeDirect(ByteBuf in, ByteBuffer input, BodySink next) {
    while (true) {
      ByteBuf out = in.alloc().directBuffer(PIECE, PIECE);
      ByteBuffer output = out.internalNioBuffer(0, PIECE);
      int start = output.position();
      boolean whole = false;
      try {
        context.decompressDirectByteBufferStream(output, input);
        whole = true;
      } catch (ZstdException e) {
        return bad(e.getMessage());
      } finally {
        if (!whole) {
          out.release();
        }
      }
      int count = output.position() - start;
      if (count == 0) {
        out.release();
      } else {
        CurlCode code = next.write(out.writerIndex(count));
        if (code != CurlCode.OK) {
          return code;
        }
      }
      if (!input.hasRemaining() && count < PIECE) {
        return CurlCode.OK;
      }
    }
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
      context = null;
    }
  }
}
