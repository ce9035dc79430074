package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.HeaderCallback;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.netty.ByteBufWriteCallback;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.HeaderRecord;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Owned by the thread that runs the callbacks. Gives header lines and the body of one transfer to
 * its write and header callbacks, in pieces of their size, and keeps what a paused one did not
 * take.
 */
public final class UserWriter {
  /** A header line that a paused writer did not take yet. */
  private record HeldHeader(byte[] line, HeaderKind kind) {}

  private final EasyState easy;
  private final ArrayDeque<Object> held = new ArrayDeque<>();
  private WriteCallback writeFunction;
  private ByteBufWriteCallback byteBufFunction;
  private HeaderCallback headerFunction;
  private Object writeData;
  private Object headerData;
  private boolean headersInBody;
  private boolean suppressesConnect;
  private boolean pausable;
  private boolean paused;
  private boolean givesHeld;
  private Runnable enter = () -> {};
  private Runnable leave = () -> {};

  /**
   * Whose callbacks it calls.
   *
   * @param easy the handle
   */
  UserWriter(EasyState easy) {
    this.easy = easy;
  }

  /** What is to happen around every callback. */
  void around(Runnable before, Runnable after) {
    enter = before;
    leave = after;
  }

  /**
   * A transfer starts: reads the options.
   *
   * @param mayPause whether the protocol can pause at all
   */
  public void begin(boolean mayPause) {
    OptionValues options = easy.options();
    writeFunction = options.get(CurlOpt.WRITEFUNCTION);
    byteBufFunction = options.get(NettyOpt.BYTEBUF_WRITEFUNCTION);
    headerFunction = options.get(CurlOpt.HEADERFUNCTION);
    writeData = options.get(CurlOpt.WRITEDATA);
    headerData = options.get(CurlOpt.HEADERDATA);
    headersInBody = options.on(CurlOpt.HEADER);
    suppressesConnect = options.on(CurlOpt.SUPPRESS_CONNECT_HEADERS);
    easy.headers().clear();
    pausable = mayPause;
    paused = false;
    if (writeFunction == null && byteBufFunction == null) {
      writeFunction = Streams.writerFor(writeData);
    }
  }

  /**
   * Whether the protocol of the present hop can pause.
   *
   * @param may false for one that cannot
   */
  public void pausable(boolean may) {
    pausable = may;
  }

  /** Whether the user paused receiving. */
  public boolean isPaused() {
    return paused;
  }

  /** Whether everything was taken. */
  public boolean isDrained() {
    return held.isEmpty();
  }

  /**
   * Pauses or goes on.
   *
   * @param pause which
   * @return OK, or the result of the transfer
   */
  public CurlCode pause(boolean pause) {
    paused = pause;
    if (givesHeld) {
      // A callback that is being given what was held goes on with it when it returns.
      return CurlCode.OK;
    }
    givesHeld = true;
    CurlCode code = CurlCode.OK;
    while (code == CurlCode.OK && !paused && !held.isEmpty()) {
      Object first = held.poll();
      if (first instanceof HeldHeader header) {
        code = callHeader(header.line(), 0, header.line().length, header.kind());
      } else {
        code = callBody((ByteBuf) first, true);
      }
    }
    givesHeld = false;
    return code;
  }

  /** The transfer is over: drops what was not taken. */
  public void drop() {
    for (Object item = held.poll(); item != null; item = held.poll()) {
      if (item instanceof ByteBuf) {
        ((ByteBuf) item).release();
      }
    }
    paused = false;
  }

  /**
   * Gives a piece of the body.
   *
   * @param data the bytes; owned by this from now on
   * @return OK, also if it is kept for later; or the result of the transfer
   */
  public CurlCode body(ByteBuf data) {
    if (paused || !held.isEmpty()) {
      held.add(data);
      return CurlCode.OK;
    }
    return callBody(data, false);
  }

  /** Pieces of at most 16384 bytes; what is left when the user pauses goes to the front again. */
  private CurlCode callBody(ByteBuf data, boolean front) {
    CurlCode code = CurlCode.OK;
    while (data.isReadable() && code == CurlCode.OK) {
      int length = (int) Math.min(data.readableBytes(), CurlSymbols.CURL_MAX_WRITE_SIZE);
      long taken = callWriter(data, length);
      if (taken == length) {
        data.skipBytes(length);
      } else if (taken == CurlSymbols.CURL_WRITEFUNC_PAUSE && pausable) {
        paused = true;
        if (front) {
          held.addFirst(data);
        } else {
          held.add(data);
        }
        return CurlCode.OK;
      } else {
        code = writeFailed(taken, length);
      }
      if (paused && data.isReadable() && code == CurlCode.OK) {
        if (front) {
          held.addFirst(data);
        } else {
          held.add(data);
        }
        return CurlCode.OK;
      }
    }
    data.release();
    return code;
  }

  private CurlCode writeFailed(long taken, int length) {
    easy.errorBuffer().fail(refusal(taken, length));
    return CurlCode.WRITE_ERROR;
  }

  private static String refusal(long taken, int length) {
    if (taken == CurlSymbols.CURL_WRITEFUNC_PAUSE) {
      return "Write callback asked for PAUSE when not supported";
    }
    if (taken == CurlSymbols.CURL_WRITEFUNC_ERROR) {
      return "client returned ERROR on write of " + length + " bytes";
    }
    return "Failure writing output to destination, passed " + length + " returned " + taken;
  }

  private long callWriter(ByteBuf data, int length) {
    enter.run();
    try {
      if (byteBufFunction != null) {
        return byteBufFunction.write(data.slice(data.readerIndex(), length), writeData);
      }
      return writeFunction.write(window(data, length), writeData);
    } catch (Throwable e) {
      return thrown(e);
    } finally {
      leave.run();
    }
  }

  /** No new object where the buffer is ours alone; a slice of a shared one has to make one. */
  private static ByteBuffer window(ByteBuf data, int length) {
    return data.nioBufferCount() == 1
        ? data.internalNioBuffer(data.readerIndex(), length)
        : data.nioBuffer(data.readerIndex(), length);
  }

  private long thrown(Throwable e) {
    easy.errorBuffer().fail("A callback threw " + e);
    return CurlSymbols.CURL_WRITEFUNC_ERROR;
  }

  /**
   * Gives a header line.
   *
   * @param line holds the line
   * @param offset where it starts
   * @param length how long it is
   * @param kind where it came from
   * @return OK, also if it is kept for later; or the result of the transfer
   */
  public CurlCode header(byte[] line, int offset, int length, HeaderKind kind) {
    record(line, offset, length, kind);
    if (kind == HeaderKind.PSEUDO || kind == HeaderKind.CONNECT && suppressesConnect) {
      return CurlCode.OK;
    }
    if (headerFunction == null && headerData == null && !inBody(kind)) {
      return CurlCode.OK;
    }
    if (paused || !held.isEmpty()) {
      byte[] copy = new byte[length];
      System.arraycopy(line, offset, copy, 0, length);
      held.add(new HeldHeader(copy, kind));
      return CurlCode.OK;
    }
    return callHeader(line, offset, length, kind);
  }

  private void record(byte[] line, int offset, int length, HeaderKind kind) {
    HeaderRecord headers = easy.headers();
    switch (kind) {
      case HEADER -> headers.headLine(line, offset, length, CurlSymbols.CURLH_HEADER);
      case INTERIM -> headers.headLine(line, offset, length, CurlSymbols.CURLH_1XX);
      case CONNECT -> headers.headLine(line, offset, length, CurlSymbols.CURLH_CONNECT);
      case TRAILER -> headers.add(line, offset, length, CurlSymbols.CURLH_TRAILER);
      case PSEUDO -> headers.add(line, offset, length, CurlSymbols.CURLH_PSEUDO);
      default -> {}
    }
  }

  /** What comes from now on answers the next request of the transfer. */
  public void nextRequest() {
    easy.headers().nextRequest();
  }

  private boolean inBody(HeaderKind kind) {
    return switch (kind) {
      case SYNTHETIC -> true;
      case REPLY, TRAILER -> false;
      default -> headersInBody;
    };
  }

  private CurlCode callHeader(byte[] line, int offset, int length, HeaderKind kind) {
    if (inBody(kind)) {
      CurlCode code = callBody(Unpooled.copiedBuffer(line, offset, length), true);
      if (code != CurlCode.OK) {
        return code;
      }
    }
    if (headerFunction == null && headerData == null) {
      return CurlCode.OK;
    }
    enter.run();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line, offset, length);
      long taken =
          headerFunction != null
              ? headerFunction.header(bytes, headerData)
              : Streams.headerWriter(writeFunction, headerData).write(bytes, headerData);
      return taken == length ? CurlCode.OK : writeFailed(taken, length);
    } catch (Throwable e) {
      return writeFailed(thrown(e), length);
    } finally {
      leave.run();
    }
  }
}
