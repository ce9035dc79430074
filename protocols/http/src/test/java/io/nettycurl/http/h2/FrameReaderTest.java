package io.nettycurl.http.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Settings;
import io.nettycurl.http.h2.hpack.FieldList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {
  private final ServerFrames server = new ServerFrames();
  private final List<String> told = new ArrayList<>();
  private final FrameReader reader = new FrameReader(new Teller(), 40_000);

  private final class Teller implements FrameReader.Listener {
    @Override
    public void data(int streamId, ByteBuf data, int length, int padding, boolean end) {
      String text = data.toString(data.readerIndex(), length, StandardCharsets.ISO_8859_1);
      told.add("data " + streamId + ' ' + text + ' ' + padding + (end ? " end" : ""));
    }

    @Override
    public void head(int streamId, FieldList fields, boolean end) {
      StringBuilder text = new StringBuilder("head " + streamId);
      for (int i = 0; i < fields.count(); i++) {
        text.append(", ").append(fields.get(i));
      }
      told.add(text + (end ? " end" : ""));
    }

    @Override
    public void reset(int streamId, long error) {
      told.add("reset " + streamId + ' ' + error);
    }

    @Override
    public void windowUpdate(int streamId, int increment) {
      told.add("window " + streamId + ' ' + increment);
    }

    @Override
    public void settings(Http2Settings settings) {
      told.add("settings " + settings);
    }

    @Override
    public void settingsAck() {
      told.add("settings ack");
    }

    @Override
    public void ping(long data) {
      told.add("ping " + data);
    }

    @Override
    public void goAway(int lastStreamId, long error) {
      told.add("goaway " + lastStreamId + ' ' + error);
    }

    @Override
    public void pushPromise() {
      told.add("push");
    }

    @Override
    public void other() {
      told.add("other");
    }
  }

  @AfterEach
  void close() {
    server.release();
  }

  private List<String> read() throws Http2Exception {
    ByteBuf in = server.take();
    try {
      while (reader.read(in)) {
        // all of them
      }
      assertFalse(in.isReadable());
      return told;
    } finally {
      in.release();
    }
  }

  private ByteBuf bytes(int... values) {
    ByteBuf bytes = Unpooled.buffer();
    for (int value : values) {
      bytes.writeByte(value);
    }
    return bytes;
  }

  @Test
  void everyFrame() throws Http2Exception {
    server
        .settings(3, 5)
        .settingsAck()
        .headers(1, false, ":status: 200", "a: b")
        .data(1, false, "abc")
        .data(1, true, "")
        .reset(3, Http2Error.CANCEL)
        .window(0, 7)
        .window(1, 8)
        .ping(9)
        .frame(6, 1, 0, 0, 9)
        .goAway(5, Http2Error.NO_ERROR)
        .frame(5, 4, 1, bytes(0, 0, 0, 2))
        .frame(2, 0, 1, bytes(0, 0, 0, 0, 1))
        .frame(77, 0, 9, bytes(1, 2, 3));
    assertEquals(
        List.of(
            "settings {MAX_CONCURRENT_STREAMS=5}",
            "settings ack",
            "head 1, :status: 200, a: b",
            "data 1 abc 0",
            "data 1  0 end",
            "reset 3 8",
            "window 0 7",
            "window 1 8",
            "ping 9",
            "other",
            "goaway 5 0",
            "push",
            "other",
            "other"),
        read());
  }

  @Test
  void aFrameIsReadOnceItIsComplete() throws Http2Exception {
    ByteBuf all = server.data(1, true, "abc").take();
    ByteBuf in = Unpooled.buffer();
    while (all.isReadable()) {
      assertFalse(reader.read(in));
      in.writeByte(all.readByte());
    }
    assertTrue(reader.read(in));
    assertEquals(List.of("data 1 abc 0 end"), told);
    all.release();
    in.release();
  }

  @Test
  void theHighestBitOfNumbersIsReserved() throws Http2Exception {
    server.frame(8, 0, 0x80000001, 0x80000003).frame(7, 0, 0, 0x80000007, 0);
    assertEquals(List.of("window 1 3", "goaway 7 0"), read());
  }

  @Test
  void paddingAndPriority() throws Http2Exception {
    ByteBuf block = server.block(":status: 204");
    ByteBuf padded = bytes(2, 0, 0, 0, 0, 9).writeBytes(block).writeZero(2);
    block.release();
    server
        .padded(1, false, "ab", 3)
        .padded(1, false, "", 0)
        .frame(0, 8, 1, bytes(2, 0, 0))
        .frame(1, 0x20 | 8 | 4, 1, padded);
    assertEquals(List.of("data 1 ab 4", "data 1  1", "data 1  3", "head 1, :status: 204"), read());
  }

  @Test
  void aHeadInPieces() throws Http2Exception {
    ByteBuf block = server.block(":status: 200", "a: b");
    server
        .frame(1, 1, 1, block.readRetainedSlice(1))
        .frame(9, 0, 1, bytes())
        .frame(9, 4, 1, block)
        .headers(3, true, ":status: 200", "a: b");
    assertEquals(
        List.of("head 1, :status: 200, a: b end", "head 3, :status: 200, a: b end"), read());
  }

  /** It is decompressed all the same, or nothing after it could be. */
  @Test
  void aHeadThatIsTooLargeEndsItsStream() throws Http2Exception {
    String[] fields = new String[20];
    java.util.Arrays.fill(fields, "a: " + "b".repeat(3000));
    ByteBuf in = server.headers(1, true, fields).headers(3, true, "a: " + "b".repeat(3000)).take();
    Http2Exception e = assertThrows(Http2Exception.class, () -> reader.read(in));
    assertEquals(1, Http2Exception.streamId(e));
    assertTrue(reader.read(in));
    assertEquals(List.of("head 3, a: " + "b".repeat(3000) + " end"), told);
    in.release();
  }

  /** What is wrong, and whether only with its stream. */
  private record Wrong(Http2Error error, boolean ofStream, Consumer<ServerFrames> frames) {}

  private static Wrong wrong(Http2Error error, int type, int flags, int id, int length) {
    return new Wrong(
        error, false, s -> s.frame(type, flags, id, Unpooled.wrappedBuffer(new byte[length])));
  }

  static Stream<Wrong> whatIsWrong() {
    Http2Error size = Http2Error.FRAME_SIZE_ERROR;
    Http2Error protocol = Http2Error.PROTOCOL_ERROR;
    return Stream.of(
        wrong(protocol, 0, 0, 0, 1),
        wrong(size, 0, 8, 1, 0),
        new Wrong(
            protocol, false, s -> s.frame(0, 8, 1, Unpooled.wrappedBuffer(new byte[] {2, 0}))),
        wrong(protocol, 1, 4, 0, 1),
        wrong(size, 1, 8 | 4, 1, 0),
        wrong(size, 1, 0x20 | 4, 1, 4),
        wrong(size, 1, 0x20 | 8 | 4, 1, 5),
        new Wrong(
            protocol, false, s -> s.frame(1, 12, 1, Unpooled.wrappedBuffer(new byte[] {2, 0}))),
        wrong(protocol, 2, 0, 0, 5),
        new Wrong(size, true, s -> s.frame(2, 0, 1, Unpooled.wrappedBuffer(new byte[4]))),
        wrong(protocol, 3, 0, 0, 4),
        wrong(size, 3, 0, 1, 5),
        wrong(protocol, 4, 0, 1, 0),
        wrong(size, 4, 1, 0, 6),
        wrong(size, 4, 0, 0, 7),
        new Wrong(protocol, false, s -> s.settings(2, 3)),
        new Wrong(Http2Error.FLOW_CONTROL_ERROR, false, s -> s.settings(4, -1)),
        wrong(protocol, 6, 0, 1, 8),
        wrong(size, 6, 0, 0, 9),
        wrong(protocol, 7, 0, 1, 8),
        wrong(size, 7, 0, 0, 7),
        wrong(size, 8, 0, 1, 3),
        wrong(protocol, 8, 0, 0, 4),
        new Wrong(protocol, true, s -> s.window(1, 0)),
        wrong(protocol, 9, 4, 1, 0),
        new Wrong(protocol, false, s -> s.frame(1, 0, 1).frame(9, 4, 3)),
        new Wrong(protocol, false, s -> s.frame(1, 0, 1).data(1, true, "")),
        wrong(size, 77, 0, 1, 16385),
        new Wrong(Http2Error.COMPRESSION_ERROR, false, s -> s.frame(1, 4, 1, 0x80000000)));
  }

  @ParameterizedTest
  @MethodSource("whatIsWrong")
  void refusesWhatIsWrong(Wrong wrong) {
    wrong.frames().accept(server);
    Http2Exception e = assertThrows(Http2Exception.class, this::read);
    assertEquals(wrong.error(), e.error());
    assertEquals(wrong.ofStream(), Http2Exception.isStreamError(e));
  }
}
