package io.nettycurl.http.h1;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.util.Arrays;

/**
 * Owned by the loop. Takes the chunked transfer coding off: bytes in, data and trailer lines out,
 * no other effect. Whatever stands between a chunk's size and its line end is skipped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, section 7.1</a>
 */
public final class ChunkedDecoder {
  /** How long a trailer line may be, line end included. */
  public static final int MAX_TRAILER = 4095;

  private static final int MAX_DIGITS = 16;

  /** Told what comes out. */
  public interface Sink {
    /**
     * A piece of data.
     *
     * @param piece the bytes; the sink owns the buffer
     * @return OK to go on
     */
    CurlCode chunkData(ByteBuf piece);

    /**
     * A trailer line, ended with CR LF; only good during the call.
     *
     * @return OK to go on
     */
    CurlCode trailerLine(byte[] line, int offset, int length);
  }

  private enum State {
    SIZE,
    SIZE_LINE,
    DATA,
    DATA_END,
    TRAILER,
    TRAILER_LF,
    TRAILER_NEXT,
    LAST_LF,
    COMPLETE
  }

  private final Sink sink;
  private State state = State.SIZE;
  private boolean raw;
  private int digits;
  private long size;
  private byte[] trailer = new byte[128];
  private int trailerLength;
  private String problem;

  /**
   * A decoder.
   *
   * @param sink told what comes out
   */
  public ChunkedDecoder(Sink sink) {
    this.sink = sink;
  }

  /**
   * Gets ready for a body.
   *
   * @param keepCoding whether to pass the bytes on as they are and only find the end
   */
  public void begin(boolean keepCoding) {
    raw = keepCoding;
    problem = null;
    trailerLength = 0;
    expectSize();
  }

  private void expectSize() {
    state = State.SIZE;
    digits = 0;
    size = 0;
  }

  /** Whether the last chunk and its trailer were read; what follows is left alone. */
  public boolean complete() {
    return state == State.COMPLETE;
  }

  /** What is wrong, after an answer other than OK that the sink did not give; null otherwise. */
  public String problem() {
    return problem;
  }

  /**
   * Reads up to the end of the body, or all there is.
   *
   * @param in the bytes
   * @return OK, or the result of the exchange
   */
  public CurlCode decode(ByteBuf in) {
    int start = in.readerIndex();
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && in.isReadable() && state != State.COMPLETE) {
      code = state == State.DATA ? data(in) : step(in);
    }
    if (raw && in.readerIndex() > start) {
      // What came before a fault is the user's all the same.
      CurlCode passed = sink.chunkData(in.retainedSlice(start, in.readerIndex() - start));
      code = code == CurlCode.OK ? passed : code;
    }
    return code;
  }

  private CurlCode data(ByteBuf in) {
    int piece = (int) Math.min(size, in.readableBytes());
    size -= piece;
    if (size == 0) {
      state = State.DATA_END;
    }
    if (raw) {
      in.skipBytes(piece);
      return CurlCode.OK;
    }
    return sink.chunkData(in.readRetainedSlice(piece));
  }

  private CurlCode step(ByteBuf in) {
    byte b = in.readByte();
    switch (state) {
      case SIZE:
        return sizeDigit(b, in);
      case SIZE_LINE:
        if (b == '\n') {
          state = size == 0 ? State.TRAILER : State.DATA;
        }
        return CurlCode.OK;
      case DATA_END:
        return dataEnd(b);
      case TRAILER:
        return trailerByte(b, in);
      case TRAILER_LF:
        if (b != '\n') {
          return fail("Malformed trailer in chunked encoding");
        }
        state = State.TRAILER_NEXT;
        return CurlCode.OK;
      case TRAILER_NEXT:
        return trailerNext(b, in);
      default:
        if (b != '\n') {
          return fail("Malformed end of chunked encoding");
        }
        state = State.COMPLETE;
        return CurlCode.OK;
    }
  }

  private CurlCode sizeDigit(byte b, ByteBuf in) {
    int digit = Character.digit(b, 16);
    if (digit < 0 || b < 0) {
      if (digits == 0) {
        return fail("Chunk size is not a hexadecimal number");
      }
      if (size < 0) {
        return fail("Chunk size is too large");
      }
      in.readerIndex(in.readerIndex() - 1);
      state = State.SIZE_LINE;
      return CurlCode.OK;
    }
    if (++digits > MAX_DIGITS) {
      return fail("Chunk size has more than " + MAX_DIGITS + " digits");
    }
    size = (size << 4) | digit;
    return CurlCode.OK;
  }

  private CurlCode dataEnd(byte b) {
    if (b == '\n') {
      expectSize();
    } else if (b != '\r') {
      return fail("Malformed chunk end in chunked encoding");
    }
    return CurlCode.OK;
  }

  private CurlCode trailerByte(byte b, ByteBuf in) {
    if (b != '\r' && b != '\n') {
      return collect(b);
    }
    if (trailerLength == 0) {
      in.readerIndex(in.readerIndex() - 1);
      state = State.TRAILER_NEXT;
      return CurlCode.OK;
    }
    CurlCode code = endTrailer();
    state = State.TRAILER_LF;
    if (b == '\n') {
      in.readerIndex(in.readerIndex() - 1);
    }
    return code;
  }

  private CurlCode trailerNext(byte b, ByteBuf in) {
    if (b == '\r') {
      state = State.LAST_LF;
    } else {
      in.readerIndex(in.readerIndex() - 1);
      state = b == '\n' ? State.LAST_LF : State.TRAILER;
    }
    return CurlCode.OK;
  }

  private CurlCode collect(byte b) {
    if (trailerLength + 3 > MAX_TRAILER) {
      problem = "Too long trailer line";
      return CurlCode.TOO_LARGE;
    }
    if (trailerLength + 3 > trailer.length) {
      trailer = Arrays.copyOf(trailer, trailer.length * 2);
    }
    trailer[trailerLength++] = b;
    return CurlCode.OK;
  }

  private CurlCode endTrailer() {
    int length = trailerLength;
    trailerLength = 0;
    trailer[length] = '\r';
    trailer[length + 1] = '\n';
    boolean colon = trailer[0] == ' ' || trailer[0] == '\t';
    for (int i = 0; i < length; i++) {
      if (trailer[i] == 0) {
        problem = "NUL byte in a trailer line";
        return CurlCode.WEIRD_SERVER_REPLY;
      }
      colon |= trailer[i] == ':';
    }
    if (!colon) {
      problem = "Trailer line without a colon";
      return CurlCode.WEIRD_SERVER_REPLY;
    }
    return raw ? CurlCode.OK : sink.trailerLine(trailer, 0, length + 2);
  }

  private CurlCode fail(String text) {
    problem = text;
    return CurlCode.RECV_ERROR;
  }
}
