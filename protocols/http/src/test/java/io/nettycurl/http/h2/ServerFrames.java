package io.nettycurl.http.h2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.nio.charset.StandardCharsets;

/** Owned by the test's thread. Frames as a server sends them, good ones and bad ones. */
final class ServerFrames {
  private final DefaultHttp2HeadersEncoder hpack = new DefaultHttp2HeadersEncoder();
  private ByteBuf out = Unpooled.directBuffer();

  /** What was put together; the caller owns it. */
  ByteBuf take() {
    ByteBuf taken = out;
    out = Unpooled.directBuffer();
    return taken;
  }

  void release() {
    out.release();
  }

  ServerFrames frame(int type, int flags, int id, ByteBuf payload) {
    out.writeMedium(payload.readableBytes()).writeByte(type).writeByte(flags).writeInt(id);
    out.writeBytes(payload);
    payload.release();
    return this;
  }

  ServerFrames frame(int type, int flags, int id, int... payload) {
    ByteBuf bytes = Unpooled.buffer();
    for (int value : payload) {
      bytes.writeInt(value);
    }
    return frame(type, flags, id, bytes);
  }

  ServerFrames settings(int... pairs) {
    ByteBuf bytes = Unpooled.buffer();
    for (int i = 0; i < pairs.length; i += 2) {
      bytes.writeShort(pairs[i]).writeInt(pairs[i + 1]);
    }
    return frame(4, 0, 0, bytes);
  }

  ServerFrames settingsAck() {
    return frame(4, 1, 0);
  }

  /** Lines "name: value"; a pseudo field begins with a colon. */
  ByteBuf block(String... fields) {
    HeaderList headers = new HeaderList();
    for (String field : fields) {
      int colon = field.indexOf(':', 1);
      headers.add(field.substring(0, colon), field.substring(colon + 1).trim());
    }
    ByteBuf bytes = Unpooled.buffer();
    try {
      hpack.encodeHeaders(1, headers, bytes);
    } catch (Http2Exception e) {
      throw new AssertionError(e);
    }
    return bytes;
  }

  ServerFrames headers(int id, boolean end, String... fields) {
    return frame(1, end ? 5 : 4, id, block(fields));
  }

  ServerFrames data(int id, boolean end, String text) {
    return data(id, end, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  ServerFrames data(int id, boolean end, byte[] bytes) {
    return frame(0, end ? 1 : 0, id, Unpooled.wrappedBuffer(bytes));
  }

  ServerFrames padded(int id, boolean end, String text, int padding) {
    ByteBuf bytes = Unpooled.buffer();
    bytes.writeByte(padding);
    bytes.writeCharSequence(text, StandardCharsets.ISO_8859_1);
    bytes.writeZero(padding);
    return frame(0, 8 | (end ? 1 : 0), id, bytes);
  }

  ServerFrames reset(int id, Http2Error error) {
    return frame(3, 0, id, (int) error.code());
  }

  ServerFrames goAway(int last, Http2Error error) {
    return frame(7, 0, 0, last, (int) error.code());
  }

  ServerFrames ping(long data) {
    return frame(6, 0, 0, (int) (data >> 32), (int) data);
  }

  ServerFrames window(int id, int increment) {
    return frame(8, 0, id, increment);
  }

  ServerFrames raw(String text) {
    out.writeCharSequence(text, StandardCharsets.ISO_8859_1);
    return this;
  }
}
