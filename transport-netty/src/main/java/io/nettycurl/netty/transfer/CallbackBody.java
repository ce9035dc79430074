package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.IoctlCallback;
import io.nettycurl.callback.ReadCallback;
import io.nettycurl.callback.SeekCallback;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.spi.BodyReader;
import io.nettycurl.spi.EasyState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * Owned by the thread that runs the callbacks. A body from the read callback; without one, from
 * READDATA where that is a stream or a channel, or from the standard input.
 */
class CallbackBody implements BodyReader {
  private static final long COMMAND_RESTART = 1;

  private final EasyState easy;
  private final long length;
  private final ReadCallback readFunction;
  private final Object readData;
  private ReadableByteChannel channel;

  CallbackBody(EasyState easy, long length) {
    OptionValues options = easy.options();
    this.easy = easy;
    this.length = length;
    this.readFunction = options.get(CurlOpt.READFUNCTION);
    this.readData = options.get(CurlOpt.READDATA);
  }

  /** Whether READDATA itself is what is read from. */
  boolean readsStream() {
    return readFunction == null;
  }

  /** READDATA, if that itself is what is read from. */
  Object stream() {
    return readsStream() ? readData : null;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean callsUser() {
    return true;
  }

  @Override
  public long read(ByteBuffer into) {
    if (readsStream()) {
      return readStream(into);
    }
    int start = into.position();
    long count = readFunction.read(into, readData);
    if (count >= 0 && count <= into.limit() - start) {
      into.position(start + (int) count);
    }
    return count;
  }

  private long readStream(ByteBuffer into) {
    if (channel == null) {
      channel =
          readData instanceof ReadableByteChannel given
              ? given
              : Channels.newChannel(readData instanceof InputStream in ? in : System.in);
    }
    try {
      int count = channel.read(into);
      return Math.max(0, count);
    } catch (IOException e) {
      easy.errorBuffer().fail("Cannot read the upload: " + e.getMessage());
      return CurlSymbols.CURL_READFUNC_ABORT;
    }
  }

  @Override
  public boolean seekable() {
    OptionValues options = easy.options();
    return options.get(CurlOpt.SEEKFUNCTION) != null
        || options.get(CurlOpt.IOCTLFUNCTION) != null
        || readsStream() && readData instanceof SeekableByteChannel;
  }

  /** A seek callback that cannot is not one that failed. */
  @Override
  public CurlCode skipTo(long offset) {
    SeekCallback seek = easy.options().get(CurlOpt.SEEKFUNCTION);
    if (seek == null) {
      return BodyReader.super.skipTo(offset);
    }
    long answer = seek.seek(offset, easy.options().get(CurlOpt.SEEKDATA));
    if (answer == CurlSymbols.CURL_SEEKFUNC_OK) {
      return CurlCode.OK;
    }
    return answer == CurlSymbols.CURL_SEEKFUNC_CANTSEEK
        ? CurlCode.AGAIN
        : CurlCode.SEND_FAIL_REWIND;
  }

  @Override
  public CurlCode seek(long offset) {
    OptionValues options = easy.options();
    SeekCallback seek = options.get(CurlOpt.SEEKFUNCTION);
    if (seek != null) {
      return seek.seek(offset, options.get(CurlOpt.SEEKDATA)) == CurlSymbols.CURL_SEEKFUNC_OK
          ? CurlCode.OK
          : CurlCode.SEND_FAIL_REWIND;
    }
    IoctlCallback ioctl = options.get(CurlOpt.IOCTLFUNCTION);
    if (ioctl != null && offset == 0) {
      return ioctl.ioctl(easy.easy(), COMMAND_RESTART, options.get(CurlOpt.IOCTLDATA)) == 0
          ? CurlCode.OK
          : CurlCode.SEND_FAIL_REWIND;
    }
    if (readsStream() && readData instanceof SeekableByteChannel seekable) {
      try {
        seekable.position(offset);
        return CurlCode.OK;
      } catch (IOException e) {
        return CurlCode.SEND_FAIL_REWIND;
      }
    }
    return CurlCode.SEND_FAIL_REWIND;
  }
}
