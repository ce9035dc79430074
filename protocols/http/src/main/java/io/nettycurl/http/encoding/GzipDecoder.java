package io.nettycurl.http.encoding;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import java.util.zip.CRC32;

/**
 * Owned by the loop. "gzip": one member, and nothing behind it. The zlib format is taken as well.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GzipDecoder extends InflateDecoder {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATED = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int TRAILER = 8;

  private enum State {
    MAGIC,
    METHOD,
    FLAGS,
    SKIP,
    EXTRA_LENGTH,
    NAME,
    COMMENT,
    HEADER_CRC,
    DATA
  }

  private final CRC32 crc = new CRC32();
  private CRC32 headerCrc = new CRC32();
  private State state = State.MAGIC;
  private int first = -1;
  private int flags;
  private int skip;
  private int gathered;
  private int value;
  private int trailerSeen;
  private long trailer;

  GzipDecoder(DecodeTrouble trouble) {
    super(trouble);
  }

  @Override
  CurlCode header(ByteBuf in, BodySink next) {
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && state != State.DATA && in.isReadable()) {
      int b = in.readUnsignedByte();
      if (state == State.MAGIC && first >= 0 && (first != MAGIC_1 || b != MAGIC_2)) {
        return zlib(b, in, next);
      }
      if (state != State.HEADER_CRC) {
        headerCrc.update(b);
      }
      code = headerByte(b);
    }
    if (code == CurlCode.OK && state == State.DATA && !started()) {
      inflate(false);
    }
    return code;
  }

  private CurlCode zlib(int second, ByteBuf in, BodySink next) {
    if (!DeflateDecoder.isZlib(first, second)) {
      return bad("incorrect header check");
    }
    state = State.DATA;
    inflate(true);
    return feed(new byte[] {(byte) first, (byte) second}, 2, in, next);
  }

  private CurlCode headerByte(int b) {
    switch (state) {
      case MAGIC:
        return magic(b);
      case METHOD:
        state = State.FLAGS;
        return b == DEFLATED ? CurlCode.OK : bad("unknown compression method");
      case FLAGS:
        flags = b;
        skip(6, State.EXTRA_LENGTH);
        return (b & RESERVED) == 0 ? CurlCode.OK : bad("unknown header flags set");
      case SKIP:
        if (--skip == 0) {
          enter(afterSkip);
        }
        return CurlCode.OK;
      case EXTRA_LENGTH:
        if (gather(b)) {
          skip(value, State.NAME);
        }
        return CurlCode.OK;
      case NAME:
        if (b == 0) {
          enter(State.COMMENT);
        }
        return CurlCode.OK;
      case COMMENT:
        if (b == 0) {
          enter(State.HEADER_CRC);
        }
        return CurlCode.OK;
      default:
        return headerCheck(b);
    }
  }

  private CurlCode magic(int b) {
    if (first < 0) {
      first = b;
    } else {
      state = State.METHOD;
    }
    return CurlCode.OK;
  }

  private CurlCode headerCheck(int b) {
    if (!gather(b)) {
      return CurlCode.OK;
    }
    state = State.DATA;
    return value == (headerCrc.getValue() & 0xffff) ? CurlCode.OK : bad("header crc mismatch");
  }

  private State afterSkip;

  private void skip(int count, State then) {
    if (count == 0) {
      enter(then);
      return;
    }
    skip = count;
    afterSkip = then;
    state = State.SKIP;
  }

  /** Goes to a part of the header, or beyond it where the flags say that it is not there. */
  private void enter(State part) {
    gathered = 0;
    value = 0;
    if (part == State.EXTRA_LENGTH && (flags & EXTRA) == 0) {
      enter(State.NAME);
    } else if (part == State.NAME && (flags & NAME) == 0) {
      enter(State.COMMENT);
    } else if (part == State.COMMENT && (flags & COMMENT) == 0) {
      enter(State.HEADER_CRC);
    } else if (part == State.HEADER_CRC && (flags & HEADER_CRC) == 0) {
      state = State.DATA;
    } else {
      state = part;
    }
  }

  /** Puts two bytes together, the low one first; gives whether both are there. */
  private boolean gather(int b) {
    value |= b << 8 * gathered;
    return ++gathered == 2;
  }

  @Override
  void produced(ByteBuf out) {
    if (!wrapped()) {
      crc.update(out.internalNioBuffer(out.readerIndex(), out.readableBytes()));
    }
  }

  @Override
  CurlCode trailer(ByteBuf in) {
    while (!wrapped() && trailerSeen < TRAILER && in.isReadable()) {
      trailer |= (long) in.readUnsignedByte() << 8 * trailerSeen++;
      if (trailerSeen == TRAILER) {
        CurlCode code = check();
        if (code != CurlCode.OK) {
          return code;
        }
      }
    }
    if (!in.isReadable()) {
      return CurlCode.OK;
    }
    boolean member =
        in.readableBytes() > 1
            && in.getUnsignedByte(in.readerIndex()) == MAGIC_1
            && in.getUnsignedByte(in.readerIndex() + 1) == MAGIC_2;
    return trailing(
        member
            ? "Multi-member gzip response not supported"
            : "Bytes follow the end of the compressed content");
  }

  private CurlCode check() {
    if ((trailer & 0xffffffffL) != crc.getValue()) {
      return bad("incorrect data check");
    }
    return trailer >>> 32 == (outputSize() & 0xffffffffL)
        ? CurlCode.OK
        : bad("incorrect length check");
  }
}
