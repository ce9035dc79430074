package io.nettycurl.http.h1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The parser alone: bytes in, lines out. */
class ResponseHeadParserTest {
  private final List<String> lines = new ArrayList<>();
  private CurlCode answer = CurlCode.OK;

  private final ResponseHeadParser parser =
      new ResponseHeadParser(
          new ResponseHeadParser.Sink() {
            @Override
            public CurlCode statusLine(int version, int status, byte[] line, int at, int length) {
              return add("status " + version + ' ' + status + ' ', line, at, length);
            }

            @Override
            public CurlCode fieldLine(byte[] line, int at, int length) {
              return add("field ", line, at, length);
            }

            @Override
            public CurlCode headEnd(byte[] line, int at, int length) {
              return add("end ", line, at, length);
            }

            @Override
            public CurlCode lastLine(byte[] line, int at, int length) {
              return add("last ", line, at, length);
            }
          });

  private CurlCode add(String what, byte[] line, int at, int length) {
    lines.add(what + new String(line, at, length, StandardCharsets.ISO_8859_1));
    return answer;
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }

  private CurlCode parse(String text) {
    ByteBuf in = bytes(text);
    try {
      return parser.parse(in);
    } finally {
      in.release();
    }
  }

  @Test
  void stopsBehindTheHead() {
    parser.begin(null);
    ByteBuf in = bytes("HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody");
    assertEquals(CurlCode.OK, parser.parse(in));
    assertTrue(parser.complete());
    assertEquals("body", in.toString(StandardCharsets.ISO_8859_1));
    in.release();
    assertEquals(List.of("status 11 200 HTTP/1.1 200 OK\r\n", "field A: b\r\n", "end \r\n"), lines);
  }

  @Test
  void aFieldIsHeldBackUntilTheNextByte() {
    parser.begin(null);
    parse("HTTP/1.1 200 OK\r\nA: b\r\n");
    assertEquals(1, lines.size());
    parse("C");
    assertEquals("field A: b\r\n", lines.get(1));
  }

  @Test
  void theEndOfTheConnectionReleasesIt() {
    parser.begin(null);
    parse("HTTP/1.1 200 OK\r\nA: b\r\n");
    assertEquals(CurlCode.OK, parser.finish());
    assertEquals("last A: b\r\n", lines.get(1));
  }

  @Test
  void theEndOfTheConnectionDropsHalfALine() {
    parser.begin(null);
    parse("HTTP/1.1 200 OK\r\nA: b\r\nC: ");
    lines.clear();
    assertEquals(CurlCode.OK, parser.finish());
    assertEquals(List.of(), lines);
  }

  @Test
  void anAnswerOfTheSinkStopsIt() {
    parser.begin(null);
    answer = CurlCode.WRITE_ERROR;
    assertEquals(CurlCode.WRITE_ERROR, parse("HTTP/1.1 200 OK\r\nA: b\r\n\r\n"));
    assertEquals(1, lines.size());
  }

  @Test
  void anotherHeadMayFollow() {
    parser.begin(null);
    parse("HTTP/1.1 100 Continue\r\n\r\n");
    assertTrue(parser.complete());
    parser.expectHead();
    assertFalse(parser.complete());
    parse("HTTP/1.1 200 OK\r\n\r\n");
    assertTrue(parser.complete());
    assertEquals(4, lines.size());
  }

  @Test
  void aliasesCountAsTwoHundred() {
    parser.begin(List.of("ICY", "SHOUT"));
    assertEquals(CurlCode.OK, parse("shout away\r\n\r\n"));
    assertEquals("status 10 200 shout away\r\n", lines.get(0));
  }

  @Test
  void whatIsNoHeadIsGivenBack() {
    parser.begin(null);
    assertEquals(CurlCode.OK, parse("<"));
    assertTrue(parser.notHttp());
    assertEquals("<", new String(parser.leftover(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void howTheBytesAreCutMakesNoDifference() {
    Random random = new Random(42);
    String[] parts = {
      "HTTP/1.1 2", "00 OK", "\r\n", "\n", " ", "\t", "A: b", ":", "x", "\r\n\r\n", "\r"
    };
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder("HTTP/1.1 200 OK\r\n");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      List<String> whole = run(text.toString(), text.length());
      for (int cut = 1; cut < 8; cut++) {
        assertEquals(whole, run(text.toString(), cut), text.toString());
      }
    }
  }

  private List<String> run(String text, int cut) {
    parser.begin(null);
    lines.clear();
    CurlCode code = CurlCode.OK;
    for (int at = 0; at < text.length() && code == CurlCode.OK && !parser.complete(); at += cut) {
      code = parse(text.substring(at, Math.min(at + cut, text.length())));
    }
    List<String> result = new ArrayList<>(lines);
    result.add(code.toString());
    return result;
  }
}
