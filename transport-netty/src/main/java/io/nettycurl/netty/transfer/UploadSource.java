package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.FileRegion;
import io.netty.util.ReferenceCountUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.delivery.ByteBufReader;
import io.nettycurl.netty.delivery.Delivery;
import io.nettycurl.netty.spi.BodySource;
import io.nettycurl.spi.BodyReader;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Owned by the loop. One request body on its way out: asks the reader, at once or through the
 * delivery, minds pauses and the rate limit, and holds the reader to the announced length.
 */
final class UploadSource implements BodySource {
  private final Outgoing outgoing;
  private final BodyReader reader;
  private final Delivery delivery;
  private final ByteBufReader buffers;
  private final FileBody file;
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
    this.buffers = reader instanceof ByteBufReader given ? given : null;
    this.file = reader instanceof CallbackBody body ? FileBody.of(body) : null;
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
    int wanted = wanted(max);
    if (wanted <= 0) {
      return wanted;
    }
    int count = readsAhead() ? copyAhead(into, wanted) : ask(into, wanted);
    if (count > 0) {
      counted(count);
    }
    return count;
  }

  @Override
  public ByteBuf take(int max) {
    if (buffers == null) {
      return null;
    }
    int wanted = wanted(max);
    if (wanted <= 0 || lookAhead(wanted) <= 0) {
      return null;
    }
    ByteBuf piece = ahead;
    if (piece.readableBytes() > wanted) {
      piece = ahead.readRetainedSlice(wanted);
    } else {
      ahead = null;
    }
    counted(piece.readableBytes());
    return piece;
  }

  @Override
  public FileRegion takeRegion(int max) {
    if (file == null || readsElsewhere()) {
      return null;
    }
    int wanted = wanted(max);
    FileRegion region = wanted <= 0 ? null : file.take(wanted);
    if (region != null) {
      counted((int) region.count());
    }
    return region;
  }

  /** How many bytes may go now; otherwise what {@link #read} answers. */
  private int wanted(int max) {
    if (failure != CurlCode.OK) {
      return FAILED;
    }
    long left = reader.length() < 0 ? Long.MAX_VALUE : reader.length() - given;
    if (left == 0 || ended) {
      return END;
    }
    if (outgoing.isPaused() || !outgoing.mayGo()) {
      return AGAIN;
    }
    return outgoing.piece((int) Math.min(max, left));
  }

  private void counted(int count) {
    given += count;
    outgoing.count(count);
  }

  /** Whether bytes come in buffers, the user's own or from his thread. */
  private boolean readsAhead() {
    return buffers != null || readsElsewhere();
  }

  private boolean readsElsewhere() {
    return reader.callsUser() && !delivery.readsAtOnce();
  }

  private int ask(ByteBuf into, int wanted) {
    into.ensureWritable(wanted);
    int at = into.writerIndex();
    ByteBuffer buffer = into.nioBufferCount() == 1 ? into.internalNioBuffer(at, wanted) : null;
    if (buffer == null) {
      buffer = ByteBuffer.allocate(wanted);
    }
    int start = buffer.position();
    ByteBuffer room = buffer;
    long count = call(() -> reader.read(room));
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

  private long call(LongSupplier read) {
    try {
      return outgoing.callingUser(reader.callsUser(), read);
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

  private int copyAhead(ByteBuf into, int wanted) {
    int answer = lookAhead(wanted);
    if (answer <= 0) {
      return answer;
    }
    int count = Math.min(wanted, ahead.readableBytes());
    into.writeBytes(ahead, count);
    if (!ahead.isReadable()) {
      dropAhead();
    }
    return count;
  }

  /** Sees to it that there is something ahead; gives how much, or what {@link #read} answers. */
  private int lookAhead(int wanted) {
    if (ahead != null) {
      return ahead.readableBytes();
    }
    if (!readsElsewhere()) {
      long answer = call(() -> buffers.take(wanted, data -> ahead = data));
      return judge(answer, ahead == null ? 0 : ahead.readableBytes());
    }
    if (!asking) {
      asking = true;
      int mine = round;
      delivery.read(
          reader, outgoing.takeMove(), wanted, (answer, data) -> filled(answer, data, mine));
    }
    return AGAIN;
  }

  private void filled(long answer, ByteBuf data, int asked) {
    if (closed || asked != round) {
      ReferenceCountUtil.release(data);
      return;
    }
    asking = false;
    int result = judge(answer, data == null ? 0 : data.readableBytes());
    if (result > 0) {
      ahead = data;
    } else {
      ReferenceCountUtil.release(data);
    }
    if (!outgoing.isPaused()) {
      outgoing.resume();
    }
  }

  @Override
  public CurlCode seek(long offset) {
    dropAhead();
    if (readsElsewhere()) {
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
    return readsElsewhere()
        ? moveLater(new Delivery.Move(offset, true))
        : move(offset, () -> reader.skipTo(offset).number());
  }

  @Override
  public void skipTo(long offset, Consumer<CurlCode> moved) {
    if (!readsElsewhere()) {
      moved.accept(skipTo(offset));
      return;
    }
    outgoing.move(
        reader,
        new Delivery.Move(offset, true),
        answer -> {
          if (!closed) {
            given = answer == 0 ? offset : given;
            moved.accept(answer == 0 ? CurlCode.OK : CurlCode.SEND_FAIL_REWIND);
          }
        });
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
