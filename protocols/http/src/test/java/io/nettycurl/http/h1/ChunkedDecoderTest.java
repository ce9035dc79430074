package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decoder alone: bytes in, data and trailers out. */
class ChunkedDecoderTest {
  private final StringBuilder data = new StringBuilder();
  private final StringBuilder trailers = new StringBuilder();

  private final ChunkedDecoder decoder =
      new ChunkedDecoder(
          new ChunkedDecoder.Sink() {
            @Override
            public CurlCode chunkData(ByteBuf piece) {
              data.append(piece.toString(StandardCharsets.ISO_8859_1));
              piece.release();
              return CurlCode.OK;
            }

            @Override
            public CurlCode trailerLine(byte[] line, int offset, int length) {
              trailers.append(new String(line, offset, length, StandardCharsets.ISO_8859_1));
              return CurlCode.OK;
            }
          });

  private String run(String text, int cut) {
    data.setLength(0);
    trailers.setLength(0);
    decoder.begin(false);
    CurlCode code = CurlCode.OK;
    int left = 0;
    for (int at = 0; at < text.length() && code == CurlCode.OK && !decoder.complete(); at += cut) {
      String piece = text.substring(at, Math.min(at + cut, text.length()));
      ByteBuf in = Unpooled.copiedBuffer(piece, StandardCharsets.ISO_8859_1);
      code = decoder.decode(in);
      left = text.length() - at - piece.length() + in.readableBytes();
      in.release();
    }
    boolean whole = decoder.complete();
    return code.number()
        + "|"
        + data
        + "|"
        + trailers
        + "|"
        + (whole ? "end, left " + left : "more");
  }

  private static String plain(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5\\r\\nhello\\r\\n0\\r\\n\\r\\n; 0|hello||end, left 0",
        "5\\r\\nhello\\r\\n0\\r\\n\\r\\nmore; 0|hello||end, left 4",
        "5\\nhello\\n0\\n\\n; 0|hello||end, left 0",
        "1\\r\\na\\r\\n2\\r\\nbc\\r\\n0\\r\\nT: u\\r\\n\\r\\n; 0|abc|T: u\\r\\n|end, left 0",
        "5\\r\\nhel; 0|hel||more",
        "\\r\\n; 56|||more",
        "g\\r\\n; 56|||more",
        "5\\r\\nhelloX; 56|hello||more",
        "0\\r\\nT: u\\rx; 56||T: u\\r\\n|more",
        "0\\r\\n\\rx; 56|||more",
        "8000000000000000\\r\\n; 56|||more",
        "7fffffffffffffff\\r\\nab; 0|ab||more"
      })
  void table(String text, String expected) {
    for (int cut : new int[] {1, 2, 3, 1000}) {
      String actual = run(plain(text), cut);
      // Only the last buffer is told apart from what was never given.
      assertEquals(plain(expected), actual, text + " cut by " + cut);
    }
  }

  @Test
  void howTheBytesAreCutMakesNoDifference() {
    Random random = new Random(7);
    String[] parts = {"0", "5", "a", "\r\n", "\n", "hello", ";x", "T: u", "\r", " ", "1\r\nx\r\n"};
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder("1\r\nx\r\n");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String whole = run(text.toString(), text.length());
      for (int cut = 1; cut < 6; cut++) {
        assertEquals(whole, run(text.toString(), cut), text.toString());
      }
    }
  }

  @Test
  void theCodingMayBeKept() {
    decoder.begin(true);
    String text = "5\r\nhello\r\n0\r\nT: u\r\n\r\n";
    ByteBuf in = Unpooled.copiedBuffer(text + "more", StandardCharsets.ISO_8859_1);
    assertEquals(CurlCode.OK, decoder.decode(in));
    assertTrue(decoder.complete());
    assertEquals(text, data.toString());
    assertEquals("", trailers.toString());
    assertEquals(4, in.readableBytes());
    in.release();
  }
}
