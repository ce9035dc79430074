package io.nettycurl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.option.CurlShareOpt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlTest {
  @Test
  void datesAreReadAsLibcurlReadsThem() {
    List<String[]> rows = Tables.read("/date/dates.txt");
    assertTrue(rows.size() > 300);
    for (String[] row : rows) {
      assertEquals(Long.parseLong(row[1]), Curl.getDate(row[0]), row[0]);
    }
  }

  @Test
  void escapeLeavesUnreservedCharactersOnly() {
    assertEquals("aZ09-._~", Curl.easyEscape("aZ09-._~"));
    assertEquals("a%20b%2F%25%3D%26", Curl.easyEscape("a b/%=&"));
    assertEquals("%C3%A5%F0%9F%98%80", Curl.easyEscape("å\uD83D\uDE00"));
    assertEquals("x%EF%BF%BDy", Curl.easyEscape("x\uD83Dy"), "half a character");
    assertEquals("%00%FFa", Curl.easyEscape(new byte[] {0, (byte) 0xFF, 'a'}));
    assertEquals("", Curl.easyEscape(""));
    assertNull(Curl.easyEscape((String) null));
    assertNull(Curl.easyEscape((byte[]) null));
    assertEquals("%20", Curl.escape(" "));
  }

  @Test
  void unescapeGivesBytes() {
    assertArrayEquals(new byte[] {0, (byte) 0xFF, 'a'}, Curl.easyUnescape("%00%fFa"));
    assertEquals("%zz%4%", text(Curl.easyUnescape("%zz%4%")));
    assertEquals("%6 1%6%a%-2%FG", text(Curl.easyUnescape("%6 1%6%a%-2%FG")));
    assertEquals("j", text(Curl.easyUnescape("%6a")));
    assertEquals("å+", text(Curl.easyUnescape("å+")));
    assertEquals("A", text(Curl.unescape("%41")));
    assertNull(Curl.easyUnescape(null));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void equalityIgnoresTheCaseOfAsciiOnly() {
    assertTrue(Curl.strEqual("aBc", "AbC"));
    assertFalse(Curl.strEqual("abc", "abcd"));
    assertFalse(Curl.strEqual("å", "Å"));
    assertFalse(Curl.strEqual("k", "\u212A"));
    assertTrue(Curl.strEqual(null, null));
    assertFalse(Curl.strEqual("", null));
    assertTrue(Curl.strNEqual("abcX", "ABCy", 3));
    assertFalse(Curl.strNEqual("abcX", "ABCy", 4));
    assertFalse(Curl.strNEqual("ab", "abc", 3));
    assertTrue(Curl.strNEqual("x", "y", 0));
    assertTrue(Curl.strNEqual(null, null, 1));
    assertFalse(Curl.strNEqual(null, null, 0));
    assertFalse(Curl.strNEqual("a", null, 1));
  }

  @Test
  void withoutAnEngineTheVersionIsStillKnown() {
    assertEquals("libcurl/" + CurlSymbols.LIBCURL_VERSION, Curl.version());
    assertEquals(List.of(), Curl.versionInfo().protocols());
  }

  @Test
  void globalInitHasNothingToDo() {
    assertEquals(CurlCode.OK, Curl.globalInit(CurlSymbols.CURL_GLOBAL_DEFAULT));
    Curl.globalCleanup();
  }

  @Test
  void aShareSaysThatItSharesNothing() {
    CurlShare share = CurlShare.init();
    assertEquals(
        CurlShareCode.NOT_BUILT_IN,
        share.setopt(CurlShareOpt.SHARE, CurlSymbols.CURL_LOCK_DATA_DNS));
    share.close();
    assertEquals(CurlShareCode.INVALID, share.setopt(CurlShareOpt.USERDATA, null));
  }
}
