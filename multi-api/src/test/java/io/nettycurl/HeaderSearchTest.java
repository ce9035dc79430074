package io.nettycurl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderSearchTest {
  private static final long HEADER = CurlSymbols.CURLH_HEADER;
  private static final long ANY = 31;

  private final CurlEasy easy = CurlEasy.init();

  private void lines(long origin, String... lines) {
    for (String line : lines) {
      byte[] bytes = ("-" + line + "\r\n-").getBytes(StandardCharsets.ISO_8859_1);
      easy.state().headers().headLine(bytes, 1, bytes.length - 2, origin);
    }
  }

  private void single(long origin, String line) {
    byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    easy.state().headers().add(bytes, 0, bytes.length, origin);
  }

  private void chain() {
    lines(CurlSymbols.CURLH_CONNECT, "HTTP/1.1 200 ok", "Via: proxy", "");
    lines(CurlSymbols.CURLH_1XX, "HTTP/1.1 103 Hints", "Link: early", "");
    lines(HEADER, "HTTP/1.1 302 Found", "Location:\t /b  ", "X: 1", "x: 2", "");
    easy.state().headers().nextRequest();
    single(CurlSymbols.CURLH_PSEUDO, ":status:200");
    lines(HEADER, "HTTP/2 200 ", "X: 3", "Empty:", "");
    single(CurlSymbols.CURLH_TRAILER, "X: end");
  }

  private CurlHeaderCode code(String name, int index, long origin, int request) {
    return easy.header(name, index, origin, request).code();
  }

  private String value(String name, int index, long origin, int request) {
    return easy.header(name, index, origin, request).header().value();
  }

  @Test
  void codes() {
    assertEquals(CurlHeaderCode.NOHEADERS, code("X", 0, HEADER, -1));
    assertEquals(CurlHeaderCode.BAD_ARGUMENT, code("X", 0, 0, -1));
    chain();
    assertEquals(CurlHeaderCode.BAD_ARGUMENT, code(null, 0, HEADER, -1));
    assertEquals(CurlHeaderCode.BAD_ARGUMENT, code("X", -1, HEADER, -1));
    assertEquals(CurlHeaderCode.BAD_ARGUMENT, code("X", 0, 0, -1));
    assertEquals(CurlHeaderCode.BAD_ARGUMENT, code("X", 0, 32, -1));
    assertEquals(CurlHeaderCode.BAD_ARGUMENT, code("X", 0, HEADER, -2));
    assertEquals(CurlHeaderCode.NOREQUEST, code("X", 0, HEADER, 2));
    assertEquals(CurlHeaderCode.MISSING, code("Y", 0, HEADER, -1));
    assertEquals(CurlHeaderCode.MISSING, code("HTTP/2 200 ", 0, HEADER, -1));
    assertEquals(CurlHeaderCode.MISSING, code("Location", 0, HEADER, 1));
    assertEquals(CurlHeaderCode.BADINDEX, code("X", 2, HEADER, 0));
    assertEquals(CurlHeaderCode.OK, code("X", 1, HEADER, 0));
  }

  @Test
  void byOriginAndRequest() {
    chain();
    assertEquals("/b", value("location", 0, HEADER, 0));
    assertEquals("1", value("X", 0, HEADER, 0));
    assertEquals("2", value("X", 1, HEADER, 0));
    assertEquals("3", value("X", 0, HEADER, -1));
    assertEquals("", value("empty", 0, HEADER, 1));
    assertEquals("end", value("X", 0, CurlSymbols.CURLH_TRAILER, 1));
    assertEquals("end", value("X", 1, HEADER | CurlSymbols.CURLH_TRAILER, 1));
    assertEquals("proxy", value("Via", 0, CurlSymbols.CURLH_CONNECT, 0));
    assertEquals("early", value("Link", 0, CurlSymbols.CURLH_1XX, 0));
    assertEquals("200", value(":status", 0, CurlSymbols.CURLH_PSEUDO, 1));
    assertEquals(new CurlHeader("x", "2", 2, 1, HEADER), easy.header("X", 1, HEADER, 0).header());
    assertEquals(
        new CurlHeader("X", "end", 2, 1, CurlSymbols.CURLH_TRAILER),
        easy.header("x", 1, ANY, 1).header());
  }

  private List<String> walk(long origin, int request) {
    List<String> all = new ArrayList<>();
    for (CurlHeader each = easy.nextheader(origin, request, null);
        each != null;
        each = easy.nextheader(origin, request, each)) {
      all.add(each.name() + "=" + each.value() + " " + each.index() + "/" + each.amount());
    }
    return all;
  }

  @Test
  void oneAfterTheOther() {
    assertNull(easy.nextheader(ANY, -1, null));
    chain();
    assertEquals(List.of("Location=/b 0/1", "X=1 0/2", "x=2 1/2"), walk(HEADER, 0));
    assertEquals(List.of("X=3 0/1", "Empty= 0/1"), walk(HEADER, -1));
    assertEquals(List.of(":status=200 0/1", "X=3 0/2", "Empty= 0/1", "X=end 1/2"), walk(ANY, 1));
    assertEquals(List.of(), walk(ANY, 2));
    assertNull(easy.nextheader(HEADER, 0, new CurlHeader("No", "", 1, 0, HEADER)));
  }

  @Test
  void aNewTransferForgetsAndManyFit() {
    chain();
    easy.state().headers().clear();
    assertEquals(CurlHeaderCode.NOHEADERS, code("X", 0, HEADER, 0));
    lines(HEADER, "HTTP/1.1 200 OK");
    for (int i = 0; i < 3000; i++) {
      lines(HEADER, "N" + i + ": " + "v".repeat(i % 50));
    }
    assertEquals("v".repeat(49), value("n2999", 0, HEADER, -1));
    assertEquals(3000, walk(HEADER, 0).size());
  }
}
