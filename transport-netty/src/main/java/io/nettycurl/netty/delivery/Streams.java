package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.WriteCallback;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** No state. Where data goes while the user gave an object to write to, but no callback. */
final class Streams {
  private Streams() {}

  /** What writes to WRITEDATA: a channel, a stream, or by default the standard output. */
  static WriteCallback writerFor(Object target) {
    if (target instanceof WritableByteChannel channel) {
      return (data, userdata) -> write(channel, data);
    }
    OutputStream stream = target instanceof OutputStream out ? out : System.out;
    WritableByteChannel channel = Channels.newChannel(stream);
    return (data, userdata) -> {
      long taken = write(channel, data);
      return stream instanceof PrintStream print && print.checkError()
          ? CurlSymbols.CURL_WRITEFUNC_ERROR
          : taken;
    };
  }

  /** HEADERDATA without a header callback: the write callback gets it, or it is written to. */
  static WriteCallback headerWriter(WriteCallback writeFunction, Object headerData) {
    return headerData instanceof OutputStream || headerData instanceof WritableByteChannel
        ? writerFor(headerData)
        : writeFunction;
  }

  private static long write(WritableByteChannel channel, ByteBuffer data) {
    int length = data.remaining();
    try {
      while (data.hasRemaining()) {
        channel.write(data);
      }
      return length;
    } catch (IOException e) {
      return CurlSymbols.CURL_WRITEFUNC_ERROR;
    }
  }

  /** VERBOSE without a debug callback: text and headers, marked, on STDERR. */
  static void trace(OutputStream target, long type, ByteBuf data) {
    char mark;
    if (type == CurlSymbols.CURLINFO_TEXT) {
      mark = '*';
    } else if (type == CurlSymbols.CURLINFO_HEADER_IN) {
      mark = '<';
    } else if (type == CurlSymbols.CURLINFO_HEADER_OUT) {
      mark = '>';
    } else {
      return;
    }
    OutputStream out = target == null ? System.err : target;
    byte[] bytes = ByteBufUtil.getBytes(data);
    try {
      int start = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n' || i == bytes.length - 1) {
          out.write(mark);
          out.write(' ');
          out.write(bytes, start, i + 1 - start);
          start = i + 1;
        }
      }
      out.flush();
    } catch (IOException e) {
      // Trace text has nowhere to go then; the transfer itself is not concerned.
      return;
    }
  }
}
