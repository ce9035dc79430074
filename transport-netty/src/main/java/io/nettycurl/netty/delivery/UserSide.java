package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.DebugCallback;
import io.nettycurl.callback.PreReqCallback;
import io.nettycurl.callback.ProgressCallback;
import io.nettycurl.callback.XferInfoCallback;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the thread that runs the callbacks: the loop's, or the user's where a queue is in
 * between. Calls the callbacks of one transfer, and turns every return value and whatever is thrown
 * into a code. What the transfer brings goes through its {@link UserWriter}.
 */
public final class UserSide {
  private final EasyState easy;
  private final UserWriter writer;
  private Runnable enter = () -> {};
  private Runnable leave = () -> {};

  /**
   * The user side of a transfer.
   *
   * @param easy whose callbacks
   */
  public UserSide(EasyState easy) {
    this.easy = easy;
    this.writer = new UserWriter(easy);
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
    writer.around(before, after);
  }

  /** Where header lines and the body go. */
  public UserWriter writer() {
    return writer;
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
      return readerThrew(e);
    } finally {
      leave.run();
    }
  }

  /**
   * Takes the next buffer of an upload.
   *
   * @param reader runs the user's code
   * @param wanted how many bytes are of use now
   * @param into gets the buffer if there are bytes
   * @return what the reader answered
   */
  long take(ByteBufReader reader, int wanted, Consumer<ByteBuf> into) {
    enter.run();
    try {
      return reader.take(wanted, into);
    } catch (Throwable e) {
      return readerThrew(e);
    } finally {
      leave.run();
    }
  }

  private long readerThrew(Throwable e) {
    easy.errorBuffer().fail("The read callback threw " + e);
    return CurlSymbols.CURL_READFUNC_ABORT;
  }

  /**
   * Moves an upload's reader.
   *
   * @param reader runs the user's code
   * @param move where to
   * @return 0, or {@link Delivery#SEEK_FAILED} or {@link Delivery#SKIP_FAILED}
   */
  public long move(BodyReader reader, Delivery.Move move) {
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
