package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.DebugCallback;
import io.nettycurl.callback.HeaderCallback;
import io.nettycurl.callback.PreReqCallback;
import io.nettycurl.callback.ProgressCallback;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.callback.XferInfoCallback;
import io.nettycurl.netty.ByteBufWriteCallback;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.HeaderRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Owned by the thread that runs the callbacks: the loop's, or the user's where a queue is in
 * between. Calls the callbacks of one transfer, keeps what a paused one did not take, and turns
 * every return value and whatever is thrown into a code.
 */
public final class UserSide {
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
   * The user side of a transfer.
   *
   * @param easy whose callbacks
   */
  public UserSide(EasyState easy) {
    this.easy = easy;
  }

  /**
   * What is to happen around every callback, to notice calls back into the library.
   *
   * @param before before each
   * @param after after each
   */
  public void around(Runnable before, Runnable after) {
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

  /**
   * Gives trace text or what went over the wire.
   *
   * @param type a {@code CURLINFO_*} value
   * @param data the bytes; only read during the call
   * @return OK whatever the callback answers, as in libcurl; ABORTED_BY_CALLBACK if it throws
   */
  public CurlCode debug(long type, ByteBuf data) {
    DebugCallback function = easy.options().get(CurlOpt.DEBUGFUNCTION);
    if (function == null) {
      Streams.trace(easy.options().get(CurlOpt.STDERR), type, data);
      return CurlCode.OK;
    }
    enter.run();
    try {
      Object userdata = easy.options().get(CurlOpt.DEBUGDATA);
      if (data.nioBufferCount() == 1) {
        function.debug(
            easy.easy(),
            type,
            data.internalNioBuffer(data.readerIndex(), data.readableBytes()),
            userdata);
      } else {
        function.debug(easy.easy(), type, ByteBuffer.wrap(ByteBufUtil.getBytes(data)), userdata);
      }
      return CurlCode.OK;
    } catch (Throwable e) {
      easy.errorBuffer().fail("The debug callback threw " + e);
      return CurlCode.ABORTED_BY_CALLBACK;
    } finally {
      leave.run();
    }
  }

  /**
   * Tells how far the transfer has come.
   *
   * @param dltotal bytes to receive, 0 while unknown
   * @param dlnow bytes received
   * @param ultotal bytes to send, 0 while unknown
   * @param ulnow bytes sent
   * @return OK, or ABORTED_BY_CALLBACK
   */
  public CurlCode progress(long dltotal, long dlnow, long ultotal, long ulnow) {
    OptionValues options = easy.options();
    XferInfoCallback function = options.get(CurlOpt.XFERINFOFUNCTION);
    ProgressCallback old = function == null ? options.get(CurlOpt.PROGRESSFUNCTION) : null;
    if (function == null && old == null) {
      return CurlCode.OK;
    }
    Object data = options.get(CurlOpt.XFERINFODATA);
    enter.run();
    try {
      long answer =
          function != null
              ? function.progress(dltotal, dlnow, ultotal, ulnow, data)
              : old.progress(
                  (double) dltotal, (double) dlnow, (double) ultotal, (double) ulnow, data);
      if (answer == 0 || answer == CurlSymbols.CURL_PROGRESSFUNC_CONTINUE) {
        return CurlCode.OK;
      }
      easy.errorBuffer().fail("Callback aborted");
    } catch (Throwable e) {
      easy.errorBuffer().fail("The progress callback threw " + e);
    } finally {
      leave.run();
    }
    return CurlCode.ABORTED_BY_CALLBACK;
  }

  /**
   * Asks whether a request may be sent.
   *
   * @return OK, or ABORTED_BY_CALLBACK
   */
  public CurlCode prereq(String primaryIp, String localIp, int primaryPort, int localPort) {
    PreReqCallback function = easy.options().get(CurlOpt.PREREQFUNCTION);
    if (function == null) {
      return CurlCode.OK;
    }
    enter.run();
    try {
      if (function.prereq(
              primaryIp, localIp, primaryPort, localPort, easy.options().get(CurlOpt.PREREQDATA))
          == CurlSymbols.CURL_PREREQFUNC_OK) {
        return CurlCode.OK;
      }
      easy.errorBuffer().fail("operation aborted by pre-request callback");
    } catch (Throwable e) {
      easy.errorBuffer().fail("The pre-request callback threw " + e);
    } finally {
      leave.run();
    }
    return CurlCode.ABORTED_BY_CALLBACK;
  }

  /**
   * Runs any other code of the user's.
   *
   * @param name what the callback is called, for the error text
   * @param code the call
   * @param ifThrown the answer where the callback throws
   * @param <T> the type of the answer
   * @return the answer
   */
  public <T> T ask(String name, Supplier<T> code, T ifThrown) {
    enter.run();
    try {
      return code.get();
    } catch (Throwable e) {
      easy.errorBuffer().fail("The " + name + " callback threw " + e);
      return ifThrown;
    } finally {
      leave.run();
    }
  }

  /**
   * Runs code of the user's that may have nothing to do with the handle any more; what it throws is
   * lost.
   *
   * @param code the call
   */
  public void tell(Runnable code) {
    enter.run();
    try {
      code.run();
    } catch (Throwable e) {
      // The handle may be long gone, so there is nobody to tell.
      return;
    } finally {
      leave.run();
    }
  }

  /**
   * Reads for an upload.
   *
   * @param reader runs the user's code
   * @param into where to
   * @return what the reader answered
   */
  public long read(BodyReader reader, ByteBuffer into) {
    enter.run();
    try {
      return reader.read(into);
    } catch (Throwable e) {
      easy.errorBuffer().fail("The read callback threw " + e);
      return CurlSymbols.CURL_READFUNC_ABORT;
    } finally {
      leave.run();
    }
  }

  /**
   * Moves an upload's reader.
   *
   * @param reader runs the user's code
   * @param move where to
   * @return 0, or {@link Delivery#SEEK_FAILED} or {@link Delivery#SKIP_FAILED}
   */
  long move(BodyReader reader, Delivery.Move move) {
    enter.run();
    try {
      if (!move.forward()) {
        return reader.seek(move.offset()) == CurlCode.OK ? 0 : Delivery.SEEK_FAILED;
      }
      CurlCode code = reader.skipTo(move.offset());
      boolean there =
          code == CurlCode.OK || code == CurlCode.AGAIN && readOver(reader, move.offset());
      return there ? 0 : Delivery.SKIP_FAILED;
    } catch (Throwable e) {
      easy.errorBuffer().fail("The seek callback threw " + e);
      return move.forward() ? Delivery.SKIP_FAILED : Delivery.SEEK_FAILED;
    } finally {
      leave.run();
    }
  }

  private static boolean readOver(BodyReader reader, long bytes) {
    ByteBuffer scratch =
        ByteBuffer.allocate((int) Math.min(bytes, CurlSymbols.CURL_MAX_WRITE_SIZE));
    long left = bytes;
    while (left > 0) {
      scratch.clear().limit((int) Math.min(scratch.capacity(), left));
      int wanted = scratch.remaining();
      long count = reader.read(scratch);
      if (count <= 0 || count > wanted) {
        return false;
      }
      left -= count;
    }
    return true;
  }

  /** A line of trace text as the debug callback gets it: with a line feed. */
  public static byte[] traceLine(String text) {
    return (text + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
