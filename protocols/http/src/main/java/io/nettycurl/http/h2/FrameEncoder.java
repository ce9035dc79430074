package io.nettycurl.http.h2;

import static io.netty.handler.codec.http2.Http2CodecUtil.DEFAULT_MAX_FRAME_SIZE;
import static io.netty.handler.codec.http2.Http2CodecUtil.FRAME_HEADER_LENGTH;
import static io.netty.handler.codec.http2.Http2FrameTypes.CONTINUATION;
import static io.netty.handler.codec.http2.Http2FrameTypes.DATA;
import static io.netty.handler.codec.http2.Http2FrameTypes.GO_AWAY;
import static io.netty.handler.codec.http2.Http2FrameTypes.HEADERS;
import static io.netty.handler.codec.http2.Http2FrameTypes.PING;
import static io.netty.handler.codec.http2.Http2FrameTypes.RST_STREAM;
import static io.netty.handler.codec.http2.Http2FrameTypes.SETTINGS;
import static io.netty.handler.codec.http2.Http2FrameTypes.WINDOW_UPDATE;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;

/**
 * Owned by the loop. Writes the frames that a client sends into buffers, and keeps the state of
 * header compression. Many frames may stand in one buffer, so that they leave in one write.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6">RFC 9113, section 6</a>
 */
final class FrameEncoder {
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PRIORITY = 0x20;
  private static final int SHORT_COOKIE = 20;

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final AsciiString PATH = AsciiString.cached(":path");
  private static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
  private static final AsciiString PROXY_AUTHORIZATION = AsciiString.cached("proxy-authorization");
  private static final AsciiString COOKIE = AsciiString.cached("cookie");
  private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");

  private final DefaultHttp2HeadersEncoder hpack =
      new DefaultHttp2HeadersEncoder(FrameEncoder::staysOutOfTable, true);
  private int maxFrameSize = DEFAULT_MAX_FRAME_SIZE;

  /** Secrets must not be guessable by how well they compress; the others differ every time. */
  private static boolean staysOutOfTable(CharSequence name, CharSequence value) {
    return PATH.contentEquals(name)
        || AUTHORIZATION.contentEquals(name)
        || PROXY_AUTHORIZATION.contentEquals(name)
        || CONTENT_LENGTH.contentEquals(name)
        || (COOKIE.contentEquals(name) && value.length() < SHORT_COOKIE);
  }

  /** The largest frame that the peer takes, without its header. */
  int maxFrameSize() {
    return maxFrameSize;
  }

  /** Sets the largest frame that the peer takes. */
  void maxFrameSize(int size) {
    maxFrameSize = size;
  }

  /** Sets how large the peer lets the compression table be. */
  void tableSize(long size) throws Http2Exception {
    hpack.maxHeaderTableSize(size);
  }

  /** The first bytes of a connection. */
  void preface(ByteBuf out) {
    out.writeBytes(PREFACE);
  }

  /**
   * Our settings.
   *
   * @param pairs identifier and value in turn
   */
  void settings(ByteBuf out, int... pairs) {
    frame(out, pairs.length * 3, SETTINGS, 0, 0);
    for (int i = 0; i < pairs.length; i += 2) {
      out.writeShort(pairs[i]);
      out.writeInt(pairs[i + 1]);
    }
  }

  /** The peer's settings are in force. */
  void settingsAck(ByteBuf out) {
    frame(out, 0, SETTINGS, ACK, 0);
  }

  /** A ping, or the answer to one. */
  void ping(ByteBuf out, boolean ack, long data) {
    frame(out, Long.BYTES, PING, ack ? ACK : 0, 0);
    out.writeLong(data);
  }

  /** The peer may send so much more. */
  void windowUpdate(ByteBuf out, int streamId, int increment) {
    frame(out, Integer.BYTES, WINDOW_UPDATE, 0, streamId);
    out.writeInt(increment);
  }

  /** A stream ends at once. */
  void reset(ByteBuf out, int streamId, Http2Error error) {
    frame(out, Integer.BYTES, RST_STREAM, 0, streamId);
    out.writeInt((int) error.code());
  }

  /** The connection ends; we never took a stream of the peer's. */
  void goAway(ByteBuf out, Http2Error error) {
    frame(out, 2 * Integer.BYTES, GO_AWAY, 0, 0);
    out.writeInt(0);
    out.writeInt((int) error.code());
  }

  /**
   * A head, or trailers.
   *
   * @param weight 1 to 256; 0 to say nothing about it
   * @throws Http2Exception if they cannot be compressed, after which nothing can
   */
  void headers(ByteBuf out, int streamId, HeaderList list, int weight, boolean endStream)
      throws Http2Exception {
    int start = out.writerIndex();
    out.writeZero(FRAME_HEADER_LENGTH);
    if (weight > 0) {
      out.writeInt(0);
      out.writeByte(weight - 1);
    }
    hpack.encodeHeaders(streamId, list, out);
    int length = out.writerIndex() - start - FRAME_HEADER_LENGTH;
    int flags = (endStream ? END_STREAM : 0) | (weight > 0 ? PRIORITY : 0);
    if (length <= maxFrameSize) {
      header(out, start, length, HEADERS, flags | END_HEADERS, streamId);
    } else {
      header(out, start, maxFrameSize, HEADERS, flags, streamId);
      split(out, start + FRAME_HEADER_LENGTH + maxFrameSize, streamId);
    }
  }

  /** Puts what does not fit into the first frame into others. */
  private void split(ByteBuf out, int from, int streamId) {
    ByteBuf rest = out.copy(from, out.writerIndex() - from);
    try {
      out.writerIndex(from);
      while (rest.isReadable()) {
        int length = Math.min(maxFrameSize, rest.readableBytes());
        boolean last = length == rest.readableBytes();
        frame(out, length, CONTINUATION, last ? END_HEADERS : 0, streamId);
        out.writeBytes(rest, length);
      }
    } finally {
      rest.release();
    }
  }

  /** Leaves room for the header of a DATA frame at the start of an empty buffer. */
  void beginData(ByteBuf out) {
    out.writeZero(FRAME_HEADER_LENGTH);
  }

  /** Writes the header of the DATA frame that a buffer begins with. */
  void endData(ByteBuf out, int length, int streamId, boolean endStream) {
    header(out, out.readerIndex(), length, DATA, endStream ? END_STREAM : 0, streamId);
  }

  /** Gives back what compression holds. */
  void close() {
    hpack.close();
  }

  private static void frame(ByteBuf out, int length, byte type, int flags, int streamId) {
    out.writeMedium(length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(streamId);
  }

  private static void header(ByteBuf out, int at, int length, byte type, int flags, int streamId) {
    out.setMedium(at, length);
    out.setByte(at + 3, type);
    out.setByte(at + 4, flags);
    out.setInt(at + 5, streamId);
  }
}
