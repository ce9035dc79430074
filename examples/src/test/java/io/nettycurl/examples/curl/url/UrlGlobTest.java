package io.nettycurl.examples.curl.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlGlobTest {
  private static List<String> all(String pattern) throws GlobException {
    UrlGlob glob = UrlGlob.parse(pattern);
    List<String> urls = new ArrayList<>();
    for (String url = glob.next(); url != null; url = glob.next()) {
      urls.add(url);
    }
    assertEquals(urls.size(), glob.size());
    return urls;
  }

  @Test
  void aLongFaultIsCut() {
    String pattern = "http://x/" + "{a}b".repeat(201);
    GlobException e = assertThrows(GlobException.class, () -> UrlGlob.parse(pattern));
    assertEquals(511, e.describe(pattern).length());
    assertTrue(e.describe(pattern).startsWith("too many {} sets in position 393:\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "http://x/ http://x/",
        "x{a,b}y xay|xby",
        "{a,b}{1,2} a1|a2|b1|b2",
        "x{a,} xa|x",
        "[1-3] 1|2|3",
        "[1-10:4] 1|5|9",
        "[08-11] 08|09|10|11",
        "[001-2] 001|002",
        "[a-e:2] a|c|e",
        "[5-5] 5",
        "[A-C][1-2] A1|A2|B1|B2|C1|C2",
        "a\\[1-2\\] a[1-2]",
        "a\\{b\\} a{b}",
        "a\\b a\\b",
        "{a\\,b,c} a,b|c",
        "http://[::1]/[1-2] http://[::1]/1|http://[::1]/2",
        "http://[fe80::1%25eth0]/ http://[fe80::1%25eth0]/",
        "http://[1:2:3:4:5:6:7:8]/ http://[1:2:3:4:5:6:7:8]/",
        "http://[::ffff:1.2.3.4]/ http://[::ffff:1.2.3.4]/",
        "x[] x[]",
        "{<n>a,b} a|b",
        "[<n>1-2] 1|2",
      })
  void patterns(String pattern, String expected) throws Exception {
    assertEquals(List.of(expected.split("\\|")), all(pattern));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{a;unmatched brace in position 3:",
        "{a{b;nested brace in position 3:",
        "{a};",
        "{};empty string within braces in position 2:",
        "{a];unexpected close bracket in position 3:",
        "a};unmatched close brace/bracket in position 2:",
        "[2-1];bad range in position 6:",
        "[1-3:0];bad range in position 8:",
        "[1-3:5];bad range in position 8:",
        "[a-C];bad range in position 6:",
        "[a;bad range in position 2:",
        "[a-;bad range in position 2:",
        "[a-c:;bad range in position 6:",
        "[-1];bad range specification in position 2:",
        "[1:2:3];bad range in position 3:",
        "{<n>a}{<n>b};Duplicate glob name in position",
        "[0-9223372036854775807:1];range end/step overflow in position",
        "[0-999999999999][0-999999999999];range overflow in position",
      })
  void patternsThatAreNone(String pattern, String message) throws Exception {
    if (message == null) {
      assertEquals(List.of("a"), all(pattern));
      return;
    }
    GlobException e = assertThrows(GlobException.class, () -> UrlGlob.parse(pattern));
    assertEquals(message, e.describe(pattern).substring(0, message.length()));
  }

  @Test
  void theFaultIsPointedAt() {
    GlobException e = assertThrows(GlobException.class, () -> UrlGlob.parse("http://x/{a"));
    assertEquals(
        "unmatched brace in position 12:\nhttp://x/{a\n           ^", e.describe("http://x/{a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "#1-#2.txt b-01.txt",
        "#3 #3",
        "#0 #0",
        "#12 #12",
        "#<n> b",
        "a#b a#b",
        "#<n #<n",
        "##1 #b"
      })
  void namesAreFilledIn(String template, String expected) throws Exception {
    UrlGlob glob = UrlGlob.parse("http://x/{<n>a,b}/[01-02]");
    glob.next();
    glob.next();
    glob.next();
    assertEquals(expected, UrlGlob.fill(template, glob, null));
  }

  @Test
  void namesMayComeFromTheUploadFile() throws Exception {
    UrlGlob urls = UrlGlob.parse("http://x/[1-2]");
    UrlGlob files = UrlGlob.parse("{<f>u,v}");
    urls.next();
    files.next();
    assertEquals("1u", UrlGlob.fill("#1#<f>", urls, files));
    assertThrows(GlobException.class, () -> UrlGlob.fill("#<g>", urls, files));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b,b",
    "/a/b/,b",
    "/,",
    "/a//,a",
    "/a\\b,b",
    "/%2f,%2f",
  })
  void remoteNames(String path, String expected) {
    assertEquals(expected, RemoteName.lastPart(path));
  }

  @ParameterizedTest
  @CsvSource({
    "http://x/,a/b c,http://x/b%20c",
    "http://x,b,http://x/b",
    "http://x/d/,b,http://x/d/b",
    "http://x/d,b,http://x/d",
    "http://x/?q,b,http://x/?q",
    "ftp://x/d/,c\\e,ftp://x/d/e",
  })
  void uploadsGetTheNameOfTheFile(String url, String file, String expected) {
    assertEquals(expected, RemoteName.withFileName(url, file).value());
  }
}
