package io.nettycurl.http.h2;

import static io.netty.handler.codec.http2.Http2CodecUtil.DEFAULT_MAX_FRAME_SIZE;
import static io.netty.handler.codec.http2.Http2CodecUtil.FRAME_HEADER_LENGTH;
import static io.netty.handler.codec.http2.Http2CodecUtil.SETTINGS_INITIAL_WINDOW_SIZE;
import static io.netty.handler.codec.http2.Http2FrameTypes.CONTINUATION;
import static io.netty.handler.codec.http2.Http2FrameTypes.DATA;
import static io.netty.handler.codec.http2.Http2FrameTypes.GO_AWAY;
import static io.netty.handler.codec.http2.Http2FrameTypes.HEADERS;
import static io.netty.handler.codec.http2.Http2FrameTypes.PING;
import static io.netty.handler.codec.http2.Http2FrameTypes.PRIORITY;
import static io.netty.handler.codec.http2.Http2FrameTypes.PUSH_PROMISE;
import static io.netty.handler.codec.http2.Http2FrameTypes.RST_STREAM;
import static io.netty.handler.codec.http2.Http2FrameTypes.SETTINGS;
import static io.netty.handler.codec.http2.Http2FrameTypes.WINDOW_UPDATE;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Settings;
import io.nettycurl.http.h2.hpack.FieldList;
import io.nettycurl.http.h2.hpack.HpackDecoder;
import java.util.Arrays;

/**
 * Owned by the loop. Takes what a server sends apart into frames, and heads out of them. Knows
 * which form a frame must have, and nothing of streams. Nothing is made for a frame of a response.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-4">RFC 9113, section 4</a>
 */
final class FrameReader {
  /** Told of each frame; those that come in several pieces are one. */
  interface Listener {
    /**
     * A piece of a body.
     *
     * @param data its next bytes are the piece; only looked at
     * @param length how many of them
     * @param padding how many bytes came besides
     * @param end whether the stream ends with it
     */
    void data(int streamId, ByteBuf data, int length, int padding, boolean end)
        throws Http2Exception;

    /** A head, or trailers; the list is made anew for the next one. */
    void head(int streamId, FieldList fields, boolean end) throws Http2Exception;

    /** A stream is given up. */
    void reset(int streamId, long error) throws Http2Exception;

    /** More may be sent, on a stream or, with 0, on all together. */
    void windowUpdate(int streamId, int increment) throws Http2Exception;

    /** Settings are to be used. */
    void settings(Http2Settings settings) throws Http2Exception;

    /** Our settings are used. */
    void settingsAck() throws Http2Exception;

    /** An answer is wanted. */
    void ping(long data) throws Http2Exception;

    /** No new streams. */
    void goAway(int lastStreamId, long error) throws Http2Exception;

    /** A stream that we did not ask for; its head is not decompressed. */
    void pushPromise() throws Http2Exception;

    /** A frame that says nothing to us. */
    void other() throws Http2Exception;
  }

  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int WITH_PRIORITY = 0x20;
  private static final int PRIORITY_LENGTH = 5;
  private static final int SETTING_LENGTH = 6;
  private static final int NO_SIGN = 0x7fffffff;

  /** A CONTINUATION frame of less than this is a small one. */
  private static final int SMALL = DEFAULT_MAX_FRAME_SIZE / 2;

  /** How many small CONTINUATION frames a head may come in. */
  private static final int MAX_SMALL = 16;

  private static final int USUAL_BLOCK = 512;

  private final Listener listener;
  private final int maxHead;
  private final FieldList fields;
  private final HpackDecoder hpack = new HpackDecoder();
  private byte[] block = new byte[USUAL_BLOCK];
  private int blockLength;
  private int headStream;
  private boolean headEnds;
  private int smallPieces;

  /**
   * A reader for a new connection.
   *
   * @param listener told of each frame
   * @param maxHead how large a head may be, compressed and decompressed
   */
  FrameReader(Listener listener, int maxHead) {
    this.listener = listener;
    this.maxHead = maxHead;
    this.fields = new FieldList(maxHead);
  }

  /**
   * Reads a frame.
   *
   * @param in what came; the frame is read off whether it is good or not
   * @return false if it is not complete
   * @throws Http2Exception if it ends its stream; any other than a stream's ends the connection
   */
  boolean read(ByteBuf in) throws Http2Exception {
    int start = in.readerIndex();
    int available = in.readableBytes();
    if (available < FRAME_HEADER_LENGTH) {
      return false;
    }
    int length = in.getUnsignedMedium(start);
    if (length > DEFAULT_MAX_FRAME_SIZE) {
      throw sizeError("a frame of " + length + " bytes");
    }
    if (available < FRAME_HEADER_LENGTH + length) {
      return false;
    }
    int type = in.getUnsignedByte(start + 3);
    int flags = in.getUnsignedByte(start + 4);
    int streamId = in.getInt(start + 5) & NO_SIGN;
    int end = start + FRAME_HEADER_LENGTH + length;
    in.readerIndex(start + FRAME_HEADER_LENGTH);
    try {
      read(type, flags, streamId, in, length);
    } finally {
      in.readerIndex(end);
    }
    return true;
  }

  private void read(int type, int flags, int streamId, ByteBuf in, int length)
      throws Http2Exception {
    if (headStream != 0 && (type != CONTINUATION || streamId != headStream)) {
      throw broken("a head that does not go on");
    }
    switch (type) {
      case DATA -> data(flags, streamId, in, length);
      case HEADERS -> head(flags, streamId, in, length);
      case CONTINUATION -> continuation(flags, streamId, in, length);
      case RST_STREAM -> {
        ofStream(streamId);
        sized(length, Integer.BYTES);
        listener.reset(streamId, in.readUnsignedInt());
      }
      case WINDOW_UPDATE -> {
        sized(length, Integer.BYTES);
        windowUpdate(streamId, in.readInt() & NO_SIGN);
      }
      case SETTINGS -> settings(flags, streamId, in, length);
      case PING -> {
        ofConnection(streamId);
        sized(length, Long.BYTES);
        ping(flags, in.readLong());
      }
      case GO_AWAY -> {
        ofConnection(streamId);
        atLeast(length, 2 * Integer.BYTES);
        listener.goAway(in.readInt() & NO_SIGN, in.readUnsignedInt());
      }
      case PUSH_PROMISE -> listener.pushPromise();
      case PRIORITY -> priority(streamId, length);
      default -> listener.other();
    }
  }

  // What must not be

  private static Http2Exception broken(String what) {
    return Http2Exception.connectionError(Http2Error.PROTOCOL_ERROR, what);
  }

  private static Http2Exception sizeError(String what) {
    return Http2Exception.connectionError(Http2Error.FRAME_SIZE_ERROR, what);
  }

  private static void ofStream(int streamId) throws Http2Exception {
    if (streamId == 0) {
      throw broken("a frame of no stream");
    }
  }

  private static void ofConnection(int streamId) throws Http2Exception {
    if (streamId != 0) {
      throw broken("a frame of the connection on stream " + streamId);
    }
  }

  private static void sized(int length, int expected) throws Http2Exception {
    if (length != expected) {
      throw sizeError("a frame of " + length + " bytes that has to be of " + expected);
    }
  }

  private static void atLeast(int length, int expected) throws Http2Exception {
    if (length < expected) {
      throw sizeError("a frame of " + length + " bytes that has to be of more");
    }
  }

  private static int withoutPadding(int length, int padding) throws Http2Exception {
    if (padding > length) {
      throw broken("more padding than frame");
    }
    return length - padding;
  }

  // Responses

  private void data(int flags, int streamId, ByteBuf in, int length) throws Http2Exception {
    ofStream(streamId);
    int rest = length;
    if ((flags & PADDED) != 0) {
      atLeast(length, 1);
      rest = withoutPadding(length - 1, in.readUnsignedByte());
    }
    // the byte that says how much padding there is counts as padding
    listener.data(streamId, in, rest, length - rest, (flags & END_STREAM) != 0);
  }

  private void head(int flags, int streamId, ByteBuf in, int length) throws Http2Exception {
    ofStream(streamId);
    int rest = length;
    int padding = 0;
    if ((flags & PADDED) != 0) {
      atLeast(length, 1);
      padding = in.readUnsignedByte();
      rest--;
    }
    if ((flags & WITH_PRIORITY) != 0) {
      atLeast(rest, PRIORITY_LENGTH);
      in.skipBytes(PRIORITY_LENGTH);
      rest -= PRIORITY_LENGTH;
    }
    rest = withoutPadding(rest, padding);
    headStream = streamId;
    headEnds = (flags & END_STREAM) != 0;
    smallPieces = 0;
    piece(flags, in, rest);
  }

  private void continuation(int flags, int streamId, ByteBuf in, int length) throws Http2Exception {
    if (headStream == 0) {
      throw broken("a head that goes on on stream " + streamId + ", and has no start");
    }
    if (length < SMALL && ++smallPieces > MAX_SMALL) {
      throw Http2Exception.connectionError(
          Http2Error.ENHANCE_YOUR_CALM, "a head in too many pieces");
    }
    piece(flags, in, length);
  }

  /** A piece of the head that is being read. */
  private void piece(int flags, ByteBuf in, int length) throws Http2Exception {
    if (length > maxHead - blockLength) {
      throw broken("a head that is too large");
    }
    if (blockLength + length > block.length) {
      block = Arrays.copyOf(block, Math.max(blockLength + length, 2 * blockLength));
    }
    in.readBytes(block, blockLength, length);
    blockLength += length;
    if ((flags & END_HEADERS) != 0) {
      complete();
    }
  }

  private void complete() throws Http2Exception {
    int streamId = headStream;
    hpack.decode(block, blockLength, fields);
    headStream = 0;
    blockLength = 0;
    if (block.length > DEFAULT_MAX_FRAME_SIZE) {
      block = new byte[USUAL_BLOCK];
    }
    if (fields.isTooLarge()) {
      throw Http2Exception.headerListSizeError(
          streamId, Http2Error.PROTOCOL_ERROR, true, "a head that is too large");
    }
    listener.head(streamId, fields, headEnds);
  }

  private void windowUpdate(int streamId, int increment) throws Http2Exception {
    if (increment > 0) {
      listener.windowUpdate(streamId, increment);
    } else if (streamId == 0) {
      throw broken("a window update of nothing");
    } else {
      throw Http2Exception.streamError(
          streamId, Http2Error.PROTOCOL_ERROR, "a window update of nothing");
    }
  }

  private void priority(int streamId, int length) throws Http2Exception {
    ofStream(streamId);
    if (length != PRIORITY_LENGTH) {
      throw Http2Exception.streamError(
          streamId, Http2Error.FRAME_SIZE_ERROR, "a priority of " + length + " bytes");
    }
    listener.other();
  }

  // The connection

  private void settings(int flags, int streamId, ByteBuf in, int length) throws Http2Exception {
    ofConnection(streamId);
    if ((flags & ACK) != 0) {
      sized(length, 0);
      listener.settingsAck();
      return;
    }
    if (length % SETTING_LENGTH != 0) {
      throw sizeError("settings of " + length + " bytes");
    }
    Http2Settings settings = new Http2Settings();
    for (int i = 0; i < length; i += SETTING_LENGTH) {
      put(settings, (char) in.readUnsignedShort(), in.readUnsignedInt());
    }
    listener.settings(settings);
  }

  private static void put(Http2Settings settings, char key, long value) throws Http2Exception {
    try {
      settings.put(key, Long.valueOf(value));
    } catch (IllegalArgumentException e) {
      Http2Error error =
          key == SETTINGS_INITIAL_WINDOW_SIZE
              ? Http2Error.FLOW_CONTROL_ERROR
              : Http2Error.PROTOCOL_ERROR;
      throw Http2Exception.connectionError(error, "setting " + (int) key + " of " + value);
    }
  }

  private void ping(int flags, long data) throws Http2Exception {
    if ((flags & ACK) != 0) {
      listener.other();
    } else {
      listener.ping(data);
    }
  }
}
