package io.nettycurl.http.h2;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Owned by the test's thread. Reads a client's frames as a line of text each. */
final class FrameText {
  private static final String[] TYPES = {
    "DATA", "HEADERS", "PRIORITY", "RST", "SETTINGS", "PUSH", "PING", "GOAWAY", "WINDOW", "CONT"
  };

  private final DefaultHttp2HeadersDecoder hpack = new DefaultHttp2HeadersDecoder(true, 1 << 20);
  private ByteBuf block;
  private String blockStart;

  /** Reads whole frames; a preface is one, too. */
  List<String> read(ByteBuf in) {
    List<String> lines = new ArrayList<>();
    while (in.isReadable()) {
      if (in.getByte(in.readerIndex()) == 'P') {
        lines.add(
            in.readSlice(24).toString(StandardCharsets.US_ASCII).startsWith("PRI * HTTP/2.0\r\n")
                ? "PREFACE"
                : "WRONG PREFACE");
        continue;
      }
      int length = in.readUnsignedMedium();
      int type = in.readByte();
      int flags = in.readByte();
      int id = in.readInt();
      String line = frame(type, flags, id, in.readSlice(length));
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String frame(int type, int flags, int id, ByteBuf payload) {
    String name = type < TYPES.length ? TYPES[type] : "TYPE" + type;
    String start = name + (id == 0 ? "" : " " + id);
    switch (name) {
      case "DATA":
        return end(start, flags) + " " + data(payload);
      case "HEADERS":
        String head = end(start, flags);
        if ((flags & 0x20) != 0) {
          head += " weight=" + (payload.getUnsignedByte(payload.readerIndex() + 4) + 1);
          payload.skipBytes(5);
        }
        return block(head, flags, id, payload);
      case "CONT":
        return block(blockStart + " CONT", flags, id, payload);
      case "RST":
        return start + " " + Http2Error.valueOf(payload.readUnsignedInt());
      case "SETTINGS":
        return (flags & 1) != 0 ? "SETTINGS ACK" : start + settings(payload);
      case "PING":
        return ((flags & 1) != 0 ? "PING ACK " : "PING ") + payload.readLong();
      case "GOAWAY":
        return "GOAWAY " + payload.readInt() + " " + Http2Error.valueOf(payload.readUnsignedInt());
      case "WINDOW":
        return start + " " + payload.readInt();
      default:
        return start;
    }
  }

  private static String end(String start, int flags) {
    return (flags & 1) != 0 ? start + " END" : start;
  }

  private static String data(ByteBuf payload) {
    return payload.readableBytes() > 100
        ? payload.readableBytes() + " bytes"
        : "'" + payload.toString(StandardCharsets.ISO_8859_1) + "'";
  }

  private static String settings(ByteBuf payload) {
    StringBuilder text = new StringBuilder();
    while (payload.isReadable()) {
      text.append(' ').append(payload.readShort()).append('=').append(payload.readInt());
    }
    return text.toString();
  }

  private String block(String start, int flags, int id, ByteBuf payload) {
    blockStart = start;
    block = block == null ? payload.copy() : block.writeBytes(payload);
    if ((flags & 4) == 0) {
      return null;
    }
    StringJoiner fields = new StringJoiner(", ", start + " ", "");
    try {
      hpack
          .decodeHeaders(id, block)
          .forEach(field -> fields.add(field.getKey() + "=" + field.getValue()));
    } catch (Http2Exception e) {
      throw new AssertionError(e);
    } finally {
      block.release();
      block = null;
    }
    return fields.toString();
  }
}
