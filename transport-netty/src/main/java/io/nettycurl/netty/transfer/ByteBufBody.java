package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.ByteBufReadCallback;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.delivery.ByteBufReader;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.EasyState;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Owned by the thread that runs the callbacks, but for {@link #close}, which any thread may call. A
 * body from the callback that gives buffers.
 */
final class ByteBufBody extends CallbackBody implements ByteBufReader {
  private static final long NO_ANSWER = -1;
  private static final ByteBuf CLOSED = Unpooled.unreleasableBuffer(Unpooled.buffer(0, 0));

  private final ByteBufReadCallback function;
  private final Object userdata;

  /** What is left of a buffer that was read into another; {@link #CLOSED} in the end. */
  private final AtomicReference<ByteBuf> rest = new AtomicReference<>();

  ByteBufBody(EasyState easy, long length) {
    super(easy, length);
    OptionValues options = easy.options();
    function = options.get(NettyOpt.BYTEBUF_READFUNCTION);
    userdata = options.get(CurlOpt.READDATA);
  }

  @Override
  boolean readsStream() {
    return false;
  }

  @Override
  public long take(int wanted, Consumer<ByteBuf> into) {
    ByteBuf left = rest.getAndUpdate(held -> held == CLOSED ? CLOSED : null);
    ByteBuf given = left == null ? function.read(wanted, userdata) : left;
    if (given == null) {
      return NO_ANSWER;
    }
    if (given == ByteBufReadCallback.PAUSE) {
      return CurlSymbols.CURL_READFUNC_PAUSE;
    }
    if (given == ByteBufReadCallback.ABORT) {
      return CurlSymbols.CURL_READFUNC_ABORT;
    }
    int count = given.readableBytes();
    if (count == 0) {
      given.release();
    } else {
      into.accept(given);
    }
    return count;
  }

  /** For whoever wants to read over bytes only: copies them. */
  @Override
  public long read(ByteBuffer into) {
    int room = into.remaining();
    long answer = take(room, data -> copy(data, into));
    return answer > 0 ? room - into.remaining() : answer;
  }

  private void copy(ByteBuf data, ByteBuffer into) {
    int count = Math.min(data.readableBytes(), into.remaining());
    int limit = into.limit();
    data.readBytes(into.limit(into.position() + count));
    into.limit(limit);
    if (!data.isReadable() || !rest.compareAndSet(null, data)) {
      data.release();
    }
  }

  @Override
  public CurlCode seek(long offset) {
    dropRest(null);
    return super.seek(offset);
  }

  @Override
  public CurlCode skipTo(long offset) {
    dropRest(null);
    return super.skipTo(offset);
  }

  @Override
  public void close() {
    dropRest(CLOSED);
  }

  private void dropRest(ByteBuf instead) {
    ByteBuf left = rest.getAndUpdate(held -> held == CLOSED ? CLOSED : instead);
    if (left != null) {
      left.release();
    }
  }
}
