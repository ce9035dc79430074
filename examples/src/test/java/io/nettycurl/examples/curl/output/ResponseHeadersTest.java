package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {
  private final ResponseHeaders headers = new ResponseHeaders();

  private void lines(String... lines) {
    for (String line : lines) {
      headers.line(line + "\r\n");
    }
  }

  @Test
  void theLastResponseIsAsked() {
    lines("HTTP/1.1 302 Found", "A: 1", "A: 2", "", "HTTP/1.1 200 OK", "a:  3 ", "B: x:y", "");
    assertEquals("3", headers.first("A"));
    assertEquals("x:y", headers.first("b"));
    assertNull(headers.first("C"));
  }

  @Test
  void allResponsesCanBeAsked() {
    lines("HTTP/1.1 302 Found", "A: 1", "A: 2", "", "HTTP/2 200", "a: 3", "");
    assertEquals(List.of("1", "2", "3"), headers.all("a"));
  }

  @Test
  void informationalResponsesAndTrailersAreLeftOut() {
    lines("HTTP/1.1 100 Continue", "A: 0", "", "HTTP/1.1 200 OK", "A: 1", "", "A: 2", "");
    assertEquals(List.of("1"), headers.all("a"));
  }

  @Test
  void jsonGathersValuesByName() {
    lines("HTTP/1.1 200 OK", "Set-Cookie: a", "Server: \"x\"", "set-cookie: b", "");
    assertEquals("{\"set-cookie\":[\"a\",\"b\"],\n\"server\":[\"\\\"x\\\"\"]\n}", headers.json());
  }

  @Test
  void nothingIsAnEmptyObject() {
    assertEquals("{\n}", headers.json());
  }
}
