package io.nettycurl.ftp.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtpReplyParserTest {
  private final FtpReplyParser parser = new FtpReplyParser();
  private final List<String> lines = new ArrayList<>();

  private FtpReply feed(String text) {
    ByteBuf in = Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    try {
      parser.append(in);
    } finally {
      in.release();
    }
    return next();
  }

  private FtpReply next() {
    return parser.next(
        (bytes, offset, length) -> {
          lines.add(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
          return CurlCode.OK;
        });
  }

  @Test
  void oneLine() {
    assertEquals(new FtpReply(220, "220 hi there", false), feed("220 hi there\r\n"));
    assertEquals(List.of("220 hi there\r\n"), lines);
    assertFalse(parser.waiting());
  }

  @Test
  void bareLineFeed() {
    assertEquals(new FtpReply(220, "220 hi", false), feed("220 hi\n"));
  }

  @Test
  void codeAlone() {
    assertEquals(new FtpReply(550, "550", false), feed("550\r\n"));
    assertEquals(new FtpReply(226, "226", false), feed("226\n"));
    assertEquals("", new FtpReply(550, "550", false).text());
  }

  @Test
  void byteByByte() {
    String text = "230-welcome\r\n more\r\n230 in\r\n";
    FtpReply reply = null;
    for (int i = 0; i < text.length(); i++) {
      assertNull(reply);
      reply = feed(text.substring(i, i + 1));
    }
    assertEquals(new FtpReply(230, "230 in", false), reply);
    assertEquals(List.of("230-welcome\r\n", " more\r\n", "230 in\r\n"), lines);
  }

  @Test
  void linesGoOutBeforeTheReplyIsComplete() {
    assertNull(feed("220-first\r\n220-sec"));
    assertEquals(List.of("220-first\r\n"), lines);
  }

  @Test
  void anyCodeWithABlankEndsAReply() {
    assertEquals(331, feed("220-hi\r\n331 text\r\n220 end\r\n").code());
    assertEquals(220, next().code());
  }

  @Test
  void whatFollowsWaits() {
    FtpReply reply = feed("150 go\r\n226 done\r\n");
    assertEquals(new FtpReply(150, "150 go", true), reply);
    assertEquals(List.of("150 go\r\n"), lines);
    assertTrue(parser.waiting());
    assertEquals(new FtpReply(226, "226 done", false), next());
  }

  @Test
  void nulByte() {
    assertNull(feed("220 a\0b\r\n"));
    assertEquals(CurlCode.WEIRD_SERVER_REPLY, parser.failure());
    assertEquals(List.of(), lines);
  }

  @Test
  void sshBanner() {
    assertNull(feed("SSH-2.0-OpenSSH_9\r\n"));
    assertEquals(CurlCode.WEIRD_SERVER_REPLY, parser.failure());
  }

  @Test
  void textThatOnlyLooksLikeSshIsNoBannerLater() {
    assertEquals(220, feed("220-x\r\nSSH-2.0\r\n220 y\r\n").code());
  }

  @Test
  void longLines() {
    String longest = "220 " + "a".repeat(FtpReplyParser.MAX_LINE - 6) + "\r\n";
    assertEquals(220, feed(longest).code());
    assertNull(feed("220 " + "a".repeat(FtpReplyParser.MAX_LINE)));
    assertEquals(CurlCode.TOO_LARGE, parser.failure());
    assertNull(feed("\r\n"));
  }

  @Test
  void longLineInOnePiece() {
    assertNull(feed("220 " + "a".repeat(500_000) + "\r\n"));
    assertEquals(CurlCode.TOO_LARGE, parser.failure());
  }

  @Test
  void endlessReply() {
    String piece = ("220-" + "a".repeat(1000) + "\r\n").repeat(60);
    int fed = 0;
    while (parser.failure() == CurlCode.OK) {
      assertTrue(fed <= FtpReplyParser.MAX_REPLY);
      assertNull(feed(piece));
      lines.clear();
      fed += piece.length();
    }
    assertEquals(CurlCode.TOO_LARGE, parser.failure());
  }

  @Test
  void floodThatNobodyAsksFor() {
    ByteBuf in = Unpooled.copiedBuffer("220 a\r\n".repeat(10_000), StandardCharsets.ISO_8859_1);
    try {
      for (int i = 0; i < 100; i++) {
        in.readerIndex(0);
        parser.append(in);
      }
    } finally {
      in.release();
    }
    int replies = 0;
    while (next() != null) {
      replies++;
    }
    assertTrue(replies * 7 <= FtpReplyParser.MAX_WAITING, replies + " replies were kept");
    assertEquals(CurlCode.TOO_LARGE, parser.failure());
  }

  @Test
  void sinkRefusesALine() {
    ByteBuf in = Unpooled.copiedBuffer("220 a\r\n220 b\r\n", StandardCharsets.ISO_8859_1);
    try {
      parser.append(in);
    } finally {
      in.release();
    }
    assertNull(parser.next((bytes, offset, length) -> CurlCode.WRITE_ERROR));
    assertEquals(CurlCode.WRITE_ERROR, parser.failure());
    assertNull(next());
  }
}
