package io.nettycurl.url;

import static io.nettycurl.CurlSymbols.CURLU_ALLOW_SPACE;
import static io.nettycurl.CurlSymbols.CURLU_GET_EMPTY;
import static io.nettycurl.CurlSymbols.CURLU_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NO_AUTHORITY;
import static io.nettycurl.CurlSymbols.CURLU_PUNY2IDN;
import static io.nettycurl.CurlSymbols.CURLU_PUNYCODE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What libcurl 8.22 answered for the same calls. */
class CurlUrlTableTest {
  private static final String NOTHING = "-";
  private static final UrlPart[] PARTS = {
    UrlPart.SCHEME,
    UrlPart.USER,
    UrlPart.PASSWORD,
    UrlPart.OPTIONS,
    UrlPart.HOST,
    UrlPart.ZONEID,
    UrlPart.PORT,
    UrlPart.PATH,
    UrlPart.QUERY,
    UrlPart.FRAGMENT
  };

  private static long flags(String names) {
    long flags = 0;
    if (!names.equals(NOTHING)) {
      for (String name : names.split(",")) {
        try {
          flags |= CurlSymbols.class.getField("CURLU_" + name).getLong(null);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(name, e);
        }
      }
    }
    return flags;
  }

  private static void check(String table, Function<String[], List<String>> answer) {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = Tables.read(table);
    assertTrue(rows.size() > 50, "a table worth the name");
    for (String[] row : rows) {
      int arrow = Arrays.asList(row).indexOf("=>");
      List<String> expected = Arrays.asList(row).subList(arrow + 1, row.length);
      List<String> actual = answer.apply(row);
      if (!expected.equals(actual)) {
        wrong.add(Arrays.asList(row).subList(0, arrow) + " => " + expected + ", got " + actual);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String orNothing(String value) {
    return value == null ? NOTHING : value;
  }

  private static String number(CurlUrlCode code) {
    return Integer.toString(code.number());
  }

  @Test
  void parse() {
    check(
        "/url/parse.txt",
        row -> {
          CurlUrl url = new CurlUrl();
          CurlUrlCode code = url.set(UrlPart.URL, row[2], flags(row[1]));
          List<String> answer = new ArrayList<>(List.of(number(code)));
          if (code == CurlUrlCode.OK) {
            for (UrlPart part : PARTS) {
              answer.add(orNothing(url.get(part, CURLU_GET_EMPTY).value()));
            }
          } else {
            assertEquals("", url.toString(), "a failed parse leaves nothing behind");
          }
          return answer;
        });
  }

  private static CurlUrl base(String text) {
    CurlUrl url = new CurlUrl();
    if (!text.isEmpty()) {
      assertEquals(
          CurlUrlCode.OK,
          url.set(UrlPart.URL, text, CURLU_NON_SUPPORT_SCHEME | CURLU_NO_AUTHORITY),
          text);
    }
    return url;
  }

  private static String whole(CurlUrl url) {
    CurlUrl.Result result = url.get(UrlPart.URL, CURLU_GET_EMPTY);
    return result.code() == CurlUrlCode.OK ? result.value() : "!" + result.code().number();
  }

  @Test
  void relativeReferences() {
    check(
        "/url/follow.txt",
        row -> {
          CurlUrl url = base(row[2]);
          CurlUrlCode code = url.set(UrlPart.URL, row[3], flags(row[1]));
          return List.of(number(code), whole(url));
        });
  }

  @Test
  void setParts() {
    check(
        "/url/set.txt",
        row -> {
          CurlUrl url = base(row[2]);
          String value = row[4].equals("(null)") ? null : row[4];
          CurlUrlCode code = url.set(UrlPart.valueOf(row[3]), value, flags(row[1]));
          return List.of(number(code), whole(url));
        });
  }

  @Test
  void getParts() {
    long setFlags = CURLU_NON_SUPPORT_SCHEME | CURLU_GUESS_SCHEME | CURLU_ALLOW_SPACE;
    check(
        "/url/get.txt",
        row -> {
          CurlUrl url = new CurlUrl();
          assertEquals(CurlUrlCode.OK, url.set(UrlPart.URL, row[2], setFlags), row[2]);
          CurlUrl.Result result = url.get(UrlPart.valueOf(row[3]), flags(row[1]));
          return List.of(number(result.code()), orNothing(result.value()));
        });
  }

  @Test
  void namesBeyondAscii() {
    for (String[] row : Tables.read("/url/idn.txt")) {
      CurlUrl url = new CurlUrl();
      CurlUrlCode code = url.set(UrlPart.HOST, row[1], 0);
      String value = null;
      if (code == CurlUrlCode.OK) {
        long form = row[0].equals("to") ? CURLU_PUNYCODE : CURLU_PUNY2IDN;
        CurlUrl.Result result = url.get(UrlPart.HOST, form);
        code = result.code();
        value = result.value();
      }
      assertEquals(row[2] + " " + row[3], number(code) + " " + orNothing(value), row[1]);
    }
  }
}
