package io.nettycurl.http.encoding;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Owned by the loop. What gzip and deflate have in common: a header that tells how the rest is
 * wrapped, the compressed data, a check value behind it.
 */
abstract class InflateDecoder extends BodyDecoder {
  private Inflater inflater;
  private boolean wrapped;
  private boolean ended;

  InflateDecoder(DecodeTrouble trouble) {
    super(trouble);
  }

  /** Starts on the data; with zlib's own header and check value, or without any. */
  final void inflate(boolean zlibHeader) {
    wrapped = zlibHeader;
    inflater = new Inflater(!zlibHeader);
  }

  final boolean started() {
    return inflater != null;
  }

  /** Hands bytes of the header to zlib that were looked at already. */
  final CurlCode feed(byte[] bytes, int count, ByteBuf in, BodySink next) {
    inflater.setInput(bytes, 0, count);
    return drain(in, next);
  }

  @Override
  final CurlCode decode(ByteBuf in, BodySink next) {
    CurlCode code = CurlCode.OK;
    if (!ended && inflater == null) {
      code = header(in, next);
    }
    if (code == CurlCode.OK && !ended && inflater != null && in.isReadable()) {
      inflater.setInput(in.nioBuffer());
      int before = in.readerIndex();
      long consumed = inflater.getBytesRead();
      code = drain(in, next);
      in.readerIndex(before + (int) (inflater.getBytesRead() - consumed));
    }
    return code == CurlCode.OK && ended && in.isReadable() ? trailer(in) : code;
  }

  private CurlCode drain(ByteBuf in, BodySink next) {
    try {
      while (!inflater.finished()) {
        ByteBuf out = in.alloc().buffer(PIECE, PIECE);
        int count = 0;
        try {
          count = inflater.inflate(out.internalNioBuffer(0, PIECE));
        } finally {
          if (count == 0) {
            out.release();
          }
        }
        if (count == 0) {
          break;
        }
        out.writerIndex(count);
        produced(out);
        CurlCode code = next.write(out);
        if (code != CurlCode.OK) {
          return code;
        }
      }
    } catch (DataFormatException e) {
      return bad(e.getMessage() == null ? "invalid data" : e.getMessage());
    }
    if (inflater.needsDictionary()) {
      return bad("a dictionary is needed");
    }
    ended = inflater.finished();
    return CurlCode.OK;
  }

  /** Whether the data came with zlib's own header. */
  final boolean wrapped() {
    return wrapped;
  }

  /** How much came out, as the check values count it. */
  final long outputSize() {
    return inflater.getBytesWritten();
  }

  /** Looks at the beginning until it is known how to inflate. */
  abstract CurlCode header(ByteBuf in, BodySink next);

  /** Sees a piece of output before it is passed on. */
  void produced(ByteBuf out) {}

  /** Takes what follows the data; there is at least one byte. */
  abstract CurlCode trailer(ByteBuf in);

  @Override
  public final void close() {
    if (inflater != null) {
      inflater.end();
      inflater = null;
      ended = true;
    }
  }
}
