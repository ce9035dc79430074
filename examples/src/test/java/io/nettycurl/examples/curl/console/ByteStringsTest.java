package io.nettycurl.examples.curl.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteStringsTest {
  @Test
  void everyByteComesBack() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertArrayEquals(all, ByteStrings.encode(ByteStrings.decode(all)));
  }

  @Test
  void everyPairOfBytesComesBack() {
    for (int i = 0x80; i < 0x100; i++) {
      for (int j = 0x80; j < 0x100; j++) {
        byte[] pair = {(byte) i, (byte) j, 'x'};
        assertArrayEquals(pair, ByteStrings.encode(ByteStrings.decode(pair)));
      }
    }
  }

  @Test
  void utf8IsText() {
    String text = "h\u00e9llo \u20ac \ud83d\ude00";
    assertEquals(text, ByteStrings.decode(text.getBytes(StandardCharsets.UTF_8)));
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), ByteStrings.encode(text));
  }

  @Test
  void encodedSurrogatesAndOverlongFormsAreNoUtf8() {
    byte[] surrogate = {(byte) 0xED, (byte) 0xB2, (byte) 0x80};
    assertEquals("\udced\udcb2\udc80", ByteStrings.decode(surrogate));
    byte[] overlong = {(byte) 0xC0, (byte) 0x80};
    assertEquals("\udcc0\udc80", ByteStrings.decode(overlong));
  }

  @Test
  void argumentsThatTheJvmCouldNotDecodeAreReadAgain() {
    byte[] line = {'j', 0, '-', 'c', 'p', 0, '-', 'd', 0, (byte) 0xFE, '=', 0};
    String[] exact = Arguments.tail(line, new String[] {"-d", "\uFFFD="});
    assertEquals("-d", exact[0]);
    assertArrayEquals(new byte[] {(byte) 0xFE, '='}, ByteStrings.encode(exact[1]));
  }

  @Test
  void argumentsWithoutLossAreLeftAlone() {
    String[] args = {"-s", "http://x/"};
    assertSame(args, Arguments.exact(args));
  }
}
