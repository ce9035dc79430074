package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.delivery.Delivery;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * Owned by the loop. One request body on its way out: asks the reader, at once or through the
 * delivery, minds pauses and the rate limit, and holds the reader to the announced length.
 */
final class UploadSource implements BodySource {
  private final Outgoing outgoing;
  private final BodyReader reader;
  private final Delivery delivery;
  private ByteBuf ahead;
  private boolean asking;
  private boolean ended;
  private boolean closed;
  private long given;
  private int round;
  private CurlCode failure = CurlCode.OK;

  UploadSource(Outgoing outgoing, BodyReader reader, Delivery delivery) {
    this.outgoing = outgoing;
    this.reader = reader;
    this.delivery = delivery;
  }

  @Override
  public long length() {
    return reader.length();
  }

  @Override
  public CurlCode failure() {
    return failure;
  }

  @Override
  public int read(ByteBuf into, int max) {
    if (failure != CurlCode.OK) {
      return FAILED;
    }
    long left = reader.length() < 0 ? Long.MAX_VALUE : reader.length() - given;
    if (left == 0 || ended) {
      return END;
    }
    if (outgoing.isPaused()) {
      return AGAIN;
    }
    if (!outgoing.mayGo()) {
      return AGAIN;
    }
    int wanted = outgoing.piece((int) Math.min(max, left));
    int count =
        reader.callsUser() && !delivery.readsAtOnce() ? take(into, wanted) : ask(into, wanted);
    if (count > 0) {
      given += count;
      outgoing.count(count);
    }
    return count;
  }

  private int ask(ByteBuf into, int wanted) {
    into.ensureWritable(wanted);
    int at = into.writerIndex();
    ByteBuffer buffer = into.nioBufferCount() == 1 ? into.internalNioBuffer(at, wanted) : null;
    if (buffer == null) {
      buffer = ByteBuffer.allocate(wanted);
    }
    int start = buffer.position();
    long count = call(buffer);
    int result = judge(count, wanted);
    if (result > 0) {
      if (into.nioBufferCount() != 1) {
        buffer.position(start).limit(start + result);
        into.writeBytes(buffer);
      } else {
        into.writerIndex(at + result);
      }
    }
    return result;
  }

  private long call(ByteBuffer buffer) {
    try {
      return outgoing.callingUser(reader.callsUser(), () -> reader.read(buffer));
    } catch (Throwable e) {
      outgoing.failed("The read callback threw " + e);
      return CurlSymbols.CURL_READFUNC_ABORT;
    }
  }

  /** Turns what a reader answered into what a source answers. */
  private int judge(long count, int wanted) {
    if (count > 0 && count <= wanted) {
      return (int) count;
    }
    if (count == CurlSymbols.CURL_READFUNC_PAUSE) {
      outgoing.pause(true);
      return AGAIN;
    }
    if (count == CurlSymbols.CURL_READFUNC_ABORT) {
      outgoing.failed("operation aborted by callback");
      return fail(CurlCode.ABORTED_BY_CALLBACK);
    }
    if (count == Delivery.SEEK_FAILED) {
      outgoing.failed("necessary data rewind was not possible");
      return fail(CurlCode.SEND_FAIL_REWIND);
    }
    if (count == Delivery.SKIP_FAILED) {
      outgoing.failed("Could not seek stream");
      return fail(CurlCode.READ_ERROR);
    }
    if (count == 0) {
      ended = true;
      if (reader.length() >= 0 && given < reader.length()) {
        outgoing.failed(
            "client read function EOF fail, only "
                + given
                + "/"
                + reader.length()
                + " of needed bytes read");
        return fail(CurlCode.READ_ERROR);
      }
      return END;
    }
    outgoing.failed("read function returned funny value");
    return fail(CurlCode.READ_ERROR);
  }

  private int fail(CurlCode code) {
    failure = code;
    return FAILED;
  }

  /** What the user's thread read ahead; asks for more when that is used up. */
  private int take(ByteBuf into, int wanted) {
    if (ahead != null) {
      int count = Math.min(wanted, ahead.readableBytes());
      into.writeBytes(ahead, count);
      if (!ahead.isReadable()) {
        ahead.release();
        ahead = null;
      }
      return count;
    }
    if (!asking) {
      asking = true;
      int mine = round;
      delivery.read(reader, outgoing.takeMove(), wanted, buffer -> filled(buffer, mine));
    }
    return AGAIN;
  }

  /** The answer stands in the first eight bytes; only where it is a count, bytes follow. */
  private void filled(ByteBuf buffer, int asked) {
    if (closed || asked != round) {
      buffer.release();
      return;
    }
    asking = false;
    long answer = buffer.readLong();
    int result = judge(answer, buffer.readableBytes());
    if (result > 0) {
      ahead = buffer;
    } else {
      buffer.release();
    }
    if (!outgoing.isPaused()) {
      outgoing.resume();
    }
  }

  @Override
  public CurlCode seek(long offset) {
    dropAhead();
    if (reader.callsUser() && !delivery.readsAtOnce()) {
      return reader.seekable()
          ? moveLater(new Delivery.Move(offset, false))
          : CurlCode.SEND_FAIL_REWIND;
    }
    ended = false;
    failure = CurlCode.OK;
    return move(offset, () -> reader.seek(offset).number());
  }

  /** The user's thread cannot be waited for here: it moves the reader before it reads again. */
  private CurlCode moveLater(Delivery.Move move) {
    ended = false;
    failure = CurlCode.OK;
    given = move.offset();
    outgoing.moveFirst(move);
    asking = false;
    round++;
    return CurlCode.OK;
  }

  private void dropAhead() {
    if (ahead != null) {
      ahead.release();
      ahead = null;
    }
  }

  @Override
  public CurlCode skipTo(long offset) {
    return reader.callsUser() && !delivery.readsAtOnce()
        ? moveLater(new Delivery.Move(offset, true))
        : move(offset, () -> reader.skipTo(offset).number());
  }

  private CurlCode move(long offset, LongSupplier how) {
    try {
      CurlCode code = CurlCode.of((int) outgoing.callingUser(reader.callsUser(), how));
      if (code == CurlCode.OK) {
        given = offset;
      }
      return code;
    } catch (Throwable e) {
      outgoing.failed("The seek callback threw " + e);
      return CurlCode.SEND_FAIL_REWIND;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    dropAhead();
    reader.close();
  }
}
