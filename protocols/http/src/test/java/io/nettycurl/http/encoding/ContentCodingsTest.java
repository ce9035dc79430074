package io.nettycurl.http.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.BodyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Decoders pass their output on in pieces, and stop as soon as nobody wants more. */
class ContentCodingsTest {
  private static byte[] gzip(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    }
    return out.toByteArray();
  }

  @Test
  void outputComesInBoundedPieces() throws IOException {
    byte[] data = new byte[1_000_000];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i / 1000);
    }
    List<Integer> sizes = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodyWriter decoder = ContentCodings.decoder("gzip", text -> {});
    CurlCode code =
        decoder.write(
            Unpooled.wrappedBuffer(gzip(data)),
            piece -> {
              sizes.add(piece.readableBytes());
              byte[] bytes = new byte[piece.readableBytes()];
              piece.readBytes(bytes);
              piece.release();
              out.writeBytes(bytes);
              return CurlCode.OK;
            });
    decoder.close();
    assertEquals(CurlCode.OK, code);
    assertArrayEquals(data, out.toByteArray());
    assertTrue(sizes.stream().allMatch(size -> size <= BodyDecoder.PIECE), sizes.toString());
  }

  @Test
  void aBombStopsWhereItsTakerStops() throws IOException {
    int[] pieces = new int[1];
    ByteBuf bomb = Unpooled.wrappedBuffer(gzip(new byte[10_000_000]));
    BodyWriter decoder = ContentCodings.decoder("gzip", text -> {});
    CurlCode code =
        decoder.write(
            bomb,
            piece -> {
              piece.release();
              return ++pieces[0] == 3 ? CurlCode.FILESIZE_EXCEEDED : CurlCode.OK;
            });
    decoder.close();
    assertEquals(CurlCode.FILESIZE_EXCEEDED, code);
    assertEquals(3, pieces[0]);
  }

  @Test
  void whatIsPresentIsOffered() {
    assertEquals("deflate, gzip, br, zstd", ContentCodings.offer());
  }
}
