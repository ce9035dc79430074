package io.nettycurl.netty.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.ScriptedBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CrlfBodySourceTest {
  private static CrlfBodySource source(ScriptedBody body) {
    return new CrlfBodySource(new FakeTransfer().openBody(body));
  }

  private static String drain(BodySource source, int max) {
    ByteBuf all = Unpooled.buffer();
    try {
      int count = source.read(all, max);
      while (count > 0) {
        assertTrue(count <= Math.max(2, max), "read " + count);
        count = source.read(all, max);
      }
      assertEquals(BodySource.END, count);
      return all.toString(StandardCharsets.ISO_8859_1);
    } finally {
      all.release();
    }
  }

  @Test
  void bareLineFeedsGetACarriageReturn() {
    String text = "a\nb\r\n\n\rc\r\r\nd";
    String expected = "a\r\nb\r\n\r\n\rc\r\r\nd";
    for (int max = 1; max < 40; max++) {
      assertEquals(expected, drain(source(ScriptedBody.of(text)), max));
    }
  }

  @Test
  void carriageReturnAtTheEndOfAPieceCounts() {
    ScriptedBody body = ScriptedBody.unknown().piece("a\r").piece("\nb").piece("\n");
    assertEquals("a\r\nb\r\n", drain(source(body), 100));
  }

  @Test
  void pausesAndFailuresPassThrough() {
    CrlfBodySource source = source(ScriptedBody.unknown().pause().piece("a\n").abort());
    ByteBuf into = Unpooled.buffer();
    assertEquals(BodySource.AGAIN, source.read(into, 10));
    assertEquals(3, source.read(into, 10));
    assertEquals(BodySource.FAILED, source.read(into, 10));
    assertEquals(CurlCode.ABORTED_BY_CALLBACK, source.failure());
    assertEquals(-1, source.length());
    into.release();
  }

  @Test
  void seekForgetsTheLastByte() {
    CrlfBodySource source = source(ScriptedBody.of("\n\r"));
    assertEquals("\r\n\r", drain(source, 10));
    assertEquals(CurlCode.OK, source.seek(0));
    assertEquals("\r\n\r", drain(source, 10));
  }
}
