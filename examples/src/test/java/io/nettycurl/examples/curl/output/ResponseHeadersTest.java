package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.CurlHeader;
import io.nettycurl.CurlHeaderCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {
  /** Headers of one name, "name: value" each, by request. */
  record Given(List<List<String>> requests) implements ResponseHeaders.Source {
    private List<CurlHeader> of(int request) {
      List<String> lines = requests.get(request < 0 ? requests.size() - 1 : request);
      List<CurlHeader> all = new ArrayList<>();
      for (String line : lines) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        List<String> same =
            lines.stream().filter(other -> other.regionMatches(true, 0, line, 0, colon)).toList();
        String value = line.substring(colon + 2);
        all.add(new CurlHeader(name, value, same.size(), same.indexOf(line), 1));
      }
      return all;
    }

    @Override
    public CurlHeader.Result header(String name, int index, long origin, int request) {
      if (request >= requests.size()) {
        return new CurlHeader.Result(CurlHeaderCode.NOREQUEST, null);
      }
      return of(request).stream()
          .filter(header -> header.name().equalsIgnoreCase(name) && header.index() == index)
          .map(header -> new CurlHeader.Result(CurlHeaderCode.OK, header))
          .findFirst()
          .orElse(new CurlHeader.Result(CurlHeaderCode.MISSING, null));
    }

    @Override
    public CurlHeader next(long origin, int request, CurlHeader previous) {
      List<CurlHeader> all = of(request);
      int next = previous == null ? 0 : all.indexOf(previous) + 1;
      return next < all.size() ? all.get(next) : null;
    }
  }

  private static ResponseHeaders headers(List<List<String>> requests) {
    return new ResponseHeaders(new Given(requests));
  }

  @Test
  void theLastResponseIsAsked() {
    ResponseHeaders headers = headers(List.of(List.of("A: 1", "A: 2"), List.of("a: 3", "B: x:y")));
    assertEquals("3", headers.first("A"));
    assertEquals("x:y", headers.first("b"));
    assertNull(headers.first("C"));
  }

  @Test
  void allResponsesCanBeAsked() {
    assertEquals(
        List.of("1", "2", "3"),
        headers(List.of(List.of("A: 1", "A: 2"), List.of("a: 3"))).all("a"));
  }

  @Test
  void bytesAreTextAgain() {
    assertEquals("\u00e9", headers(List.of(List.of("A: \u00c3\u00a9"))).first("a"));
  }

  @Test
  void jsonGathersValuesByName() {
    assertEquals(
        "{\"set-cookie\":[\"a\",\"b\"],\n\"server\":[\"\\\"x\\\"\"]\n}",
        headers(List.of(List.of("Set-Cookie: a", "Server: \"x\"", "set-cookie: b"))).json());
  }

  @Test
  void nothingIsAnEmptyObject() {
    assertEquals("{\n}", headers(List.of(List.of())).json());
  }
}
