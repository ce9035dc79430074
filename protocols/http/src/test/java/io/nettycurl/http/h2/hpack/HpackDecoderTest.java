package io.nettycurl.http.h2.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HpackDecoderTest {
  private final HpackDecoder decoder = new HpackDecoder();
  private final FieldList list = new FieldList(100_000);

  private List<String> decode(String hex) throws Http2Exception {
    return decode(ByteBufUtil.decodeHexDump(hex.replace(" ", "")));
  }

  private List<String> decode(byte[] block) throws Http2Exception {
    decoder.decode(block, block.length, list);
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < list.count(); i++) {
      fields.add(list.get(i).toString());
    }
    return fields;
  }

  private static String hex(String text) {
    return ByteBufUtil.hexDump(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void refuses(String hex) {
    Http2Exception e = assertThrows(Http2Exception.class, () -> decode(hex));
    assertEquals(Http2Error.COMPRESSION_ERROR, e.error());
    assertFalse(Http2Exception.isStreamError(e));
  }

  /** The three responses of RFC 7541, C.6, with a table that takes 256 bytes. */
  @Test
  void examplesOfTheRfc() throws Http2Exception {
    assertEquals(
        List.of(
            ":status: 302",
            "cache-control: private",
            "date: Mon, 21 Oct 2013 20:13:21 GMT",
            "location: https://www.example.com"),
        decode(
            "3fe101 4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0"
                + "82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3"));
    assertEquals(
        List.of(
            ":status: 307",
            "cache-control: private",
            "date: Mon, 21 Oct 2013 20:13:21 GMT",
            "location: https://www.example.com"),
        decode("4883 640e ffc1 c0bf"));
    assertEquals(
        List.of(
            ":status: 200",
            "cache-control: private",
            "date: Mon, 21 Oct 2013 20:13:22 GMT",
            "location: https://www.example.com",
            "content-encoding: gzip",
            "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1"),
        decode(
            "88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab"
                + "77ad 94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f"
                + "9587 3160 65c0 03ed 4ee5 b106 3d50 07"));
  }

  /** Whatever Netty's encoder makes of any fields, with few enough for the table and too many. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void fieldsOfEveryKind(int seed) throws Http2Exception {
    Random random = new Random(seed);
    Http2HeadersEncoder encoder =
        new DefaultHttp2HeadersEncoder(
            (name, value) -> value.length() % 7 == 0, false, 64, seed % 2 == 0 ? 0 : 1 << 20);
    for (int head = 0; head < 300; head++) {
      Http2Headers headers = new DefaultHttp2Headers(false);
      for (int i = random.nextInt(12); i >= 0; i--) {
        headers.add(
            AsciiString.of("n" + random.nextInt(seed * 10)),
            new AsciiString(value(random, head), false));
      }
      headers.add("server", "it is me").add("date", "second " + head / 10);
      ByteBuf block = Unpooled.buffer();
      encoder.encodeHeaders(1, headers, block);
      List<String> expected = new ArrayList<>();
      headers.forEach(field -> expected.add(field.getKey() + ": " + field.getValue()));
      assertEquals(expected, decode(ByteBufUtil.getBytes(block)));
      block.release();
    }
  }

  private static byte[] value(Random random, int head) {
    byte[] value = new byte[random.nextInt(head % 50 == 0 ? 5000 : 40)];
    random.nextBytes(value);
    return value;
  }

  /** Among zeros, as a code that is not shorter than its text is not used. */
  @Test
  void everyByteInItsCode() throws Http2Exception {
    Http2HeadersEncoder encoder =
        new DefaultHttp2HeadersEncoder((name, value) -> true, false, 64, 0);
    for (int b = 0; b < 256; b++) {
      byte[] value = "0".repeat(40).getBytes(StandardCharsets.ISO_8859_1);
      value[b % 40] = (byte) b;
      ByteBuf block = Unpooled.buffer();
      encoder.encodeHeaders(
          1, new DefaultHttp2Headers(false).add("a", new AsciiString(value, false)), block);
      assertTrue(block.readableBytes() < 36);
      assertEquals(
          List.of("a: " + new String(value, StandardCharsets.ISO_8859_1)),
          decode(ByteBufUtil.getBytes(block)));
      block.release();
    }
  }

  @Test
  void whatIsSaidAgainIsTheSameObject() throws Http2Exception {
    // server: a, x: b, age: c without a place in the table
    String head = "7601" + hex("a") + "4001" + hex("x") + "01" + hex("b") + "0f0601" + hex("c");
    assertEquals(List.of("server: a", "x: b", "age: c"), decode(head));
    List<HeaderField> first = List.of(list.get(0), list.get(1), list.get(2));
    assertEquals(List.of("server: a", "x: b", "age: c"), decode(head));
    for (int i = 0; i < 3; i++) {
      assertSame(first.get(i), list.get(i));
    }
    // the newest entry of the table is x, the one before server; with their names and each other's
    // values they are others
    assertEquals(List.of("x: a", "server: b"), decode("7e01" + hex("a") + "7601" + hex("b")));
    assertNotSame(first.get(0), list.get(0));
  }

  @Test
  void whatIsNeverToBeIndexedIsNotKept() throws Http2Exception {
    decode("1f2801" + hex("s"));
    HeaderField first = list.get(0);
    assertEquals("set-cookie: s", first.toString());
    decode("1f2801" + hex("s"));
    assertNotSame(first, list.get(0));
  }

  @Test
  void tableForgetsTheOldest() throws Http2Exception {
    // two fields of 34 bytes fit into 70
    decode("3f27" + "4001" + hex("a") + "01" + hex("1") + "4001" + hex("b") + "01" + hex("2"));
    assertEquals(List.of("b: 2", "a: 1"), decode("bebf"));
    assertEquals(
        List.of("c: 3", "c: 3", "b: 2"), decode("4001" + hex("c") + "01" + hex("3") + "bebf"));
    refuses("c0");
  }

  @Test
  void fieldLargerThanTheTableEmptiesIt() throws Http2Exception {
    decode("3f27" + "4001" + hex("a") + "01" + hex("1"));
    decode("4001" + hex("b") + "28" + hex("2".repeat(40)));
    refuses("be");
  }

  @Test
  void tableOfNoBytes() throws Http2Exception {
    decode("20" + "4001" + hex("a") + "01" + hex("1"));
    refuses("be");
  }

  @Test
  void listHasABound() throws Http2Exception {
    FieldList small = new FieldList(70);
    byte[] two = ByteBufUtil.decodeHexDump("4001" + hex("a") + "01" + hex("1") + "be");
    decoder.decode(two, two.length, small);
    assertFalse(small.isTooLarge());
    byte[] three = ByteBufUtil.decodeHexDump("4001" + hex("b") + "01" + hex("2") + "bebf");
    decoder.decode(three, three.length, small);
    assertTrue(small.isTooLarge());
    assertEquals(2, small.count());
    // the table is as it has to be all the same
    assertEquals(List.of("b: 2", "a: 1"), decode("bebf"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // index 0
        "be", // index 62 of an empty table
        "ff00", // index 127
        "ffffffffff7f", // an index of 35 bits
        "ff80808080808080", // a number without end
        "ff", // a number that is cut off
        "7e00", // a name of an empty table
        "40", // no name
        "4001", // a name that is cut off
        "400161", // no value
        "40016102", // a value that is cut off
        "4001617fffffffff0f", // a value of 4 GiB
        "3fe220", // a table of 4225 bytes
        "8820", // a table update behind a field
        "40016181ff", // padding of eight ones
        "4001618100", // 0 and padding of zeros
        "40016184ffffffff", // the code for the end
        "40016184fffffffc" // likewise, and padding
      })
  void refusesWhatIsWrong(String hex) {
    refuses(hex);
  }
}
