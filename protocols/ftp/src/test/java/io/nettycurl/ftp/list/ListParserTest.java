package io.nettycurl.ftp.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.FileInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListParserTest {
  private final List<ListEntry> entries = new ArrayList<>();
  private final ListParser parser = new ListParser(entries::add);

  private void append(String text) {
    ByteBuf buffer = Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    parser.append(buffer);
    assertEquals(0, buffer.readableBytes());
    buffer.release();
  }

  private FileInfo only(String text) {
    append(text);
    assertEquals(CurlCode.OK, parser.failure());
    assertEquals(1, entries.size());
    return entries.get(0).info();
  }

  @Test
  void unix() {
    FileInfo info =
        only("total 20736\n-rwsr-xr-T    12 ftp-default ftp   38 Jan 29  1997 some file.txt\n");
    assertEquals("some file.txt", info.filename());
    assertEquals(CurlSymbols.CURLFILETYPE_FILE, info.filetype());
    assertEquals(07754 & ~02000 | 01000, info.perm());
    assertEquals("rwsr-xr-T", info.permText());
    assertEquals(12, info.hardlinks());
    assertEquals("ftp-default", info.user());
    assertEquals("ftp", info.group());
    assertEquals(38, info.size());
    assertEquals("Jan 29  1997", info.timeText());
    assertEquals(0, info.time());
    assertNull(info.target());
    assertEquals(
        CurlSymbols.CURLFINFOFLAG_KNOWN_PERM
            | CurlSymbols.CURLFINFOFLAG_KNOWN_HLINKCOUNT
            | CurlSymbols.CURLFINFOFLAG_KNOWN_SIZE,
        info.flags());
  }

  @ParameterizedTest
  @CsvSource({"-,0", "d,1", "l,2", "b,3", "c,4", "p,5", "s,6", "D,7"})
  void types(String letter, long type) {
    String name = letter.equals("l") ? "a -> b" : "a";
    FileInfo info = only(letter + "rw-r--r-- 1 u g 4294967296 Apr 11 12:01 " + name + "\r\n");
    assertEquals(type, info.filetype());
    assertEquals("a", info.filename());
    assertEquals(letter.equals("l") ? "b" : null, info.target());
    assertEquals(1L << 32, info.size());
  }

  @Test
  void dos() {
    append("04-27-10  05:12AM       <DIR>          prog dir\r\n");
    append("01-11-10  10:00AM                   38 chmod1\n");
    assertEquals(CurlCode.OK, parser.failure());
    FileInfo directory = entries.get(0).info();
    assertEquals("prog dir", directory.filename());
    assertEquals(CurlSymbols.CURLFILETYPE_DIRECTORY, directory.filetype());
    assertEquals("04-27-10  05:12AM", directory.timeText());
    assertEquals(0, directory.size());
    assertEquals(CurlSymbols.CURLFINFOFLAG_KNOWN_SIZE, directory.flags());
    FileInfo file = entries.get(1).info();
    assertEquals(CurlSymbols.CURLFILETYPE_FILE, file.filetype());
    assertEquals(38, file.size());
    assertNull(file.permText());
  }

  @Test
  void piecesMakeNoDifference() {
    String text = "total 1\n-rw-r--r-- 1 u g 3 Apr 11 12:01 \u00c3\u00a9\n";
    for (int i = 0; i < text.length(); i++) {
      append(text.substring(i, i + 1));
    }
    assertEquals("\u00e9", entries.get(0).info().filename());
    assertEquals("\u00c3\u00a9", entries.get(0).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total x\n",
        "totality\n",
        "\n",
        "xrw-r--r-- 1 u g 3 Apr 11 12:01 a\n",
        "-rw-r--r- 1 u g 3 Apr 11 12:01 a\n",
        "-rw-r--r--1 u g 3 Apr 11 12:01 a\n",
        "-wr-r--r-- 1 u g 3 Apr 11 12:01 a\n",
        "-rw-r--r-- x u g 3 Apr 11 12:01 a\n",
        "crw-r--r-- 1 u g 3, 5 Apr 11 12:01 a\n",
        "-rw-r--r-- 1 u g 3 Apr 11 12;01 a\n",
        "-rw-r--r-- 1 u g 3 Apr 11 12:01\n",
        "-rw-r--r-- 1 u g 99999999999999999999 Apr 11 12:01 a\n",
        "lrwxrwxrwx 1 u g 3 Apr 11 12:01 a\n",
        "lrwxrwxrwx 1 u g 3 Apr 11 12:01 a -> \n",
        "-rw-r--r-- 1 u g 3 Apr 11 12:01 a\rb\n",
        "04-27-1x  05:12AM  <DIR> a\n",
        "04-27-10  05:12XM  <DIR> a\n",
        "04-27-10  05:12AM  <DIX> a\n",
        "04-27-10  05:12AM  <DIR>\n"
      })
  void unreadable(String text) {
    append(text);
    assertEquals(CurlCode.FTP_BAD_FILE_LIST, parser.failure());
    append("-rw-r--r-- 1 u g 3 Apr 11 12:01 a\n");
    assertEquals(0, entries.size());
  }

  @Test
  void lastLineWithoutItsEndDoesNotCount() {
    append("-rw-r--r-- 1 u g 3 Apr 11 12:01 a\n-rw-r--r-- 1 u g 3 Apr 11 12:01 b");
    assertEquals(CurlCode.OK, parser.failure());
    assertEquals(1, entries.size());
  }

  @Test
  void tooLongALine() {
    append("-rw-r--r-- 1 u g 3 Apr 11 12:01 ");
    append("a".repeat(ListParser.MAX_LINE));
    assertEquals(CurlCode.OUT_OF_MEMORY, parser.failure());
  }
}
