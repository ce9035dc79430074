package io.nettycurl.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MimeBodyTest {
  private static final Pattern BOUNDARY = Pattern.compile("-{24}[0-9A-Za-z]{22}");
  private static final Pattern ENCODED =
      Pattern.compile("base64\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

  @TempDir Path folder;

  /** One case: what goes out, and with which headers. */
  record Expected(String name, String type, String length, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Expected> expected() throws IOException {
    List<Expected> all = new ArrayList<>();
    try (var in = MimeBodyTest.class.getResourceAsStream("/mime/expected.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String one : text.substring(text.indexOf("\n== ") + 1).split("(?m)^== ")) {
        if (!one.isEmpty()) {
          String[] lines = one.split("\n", 4);
          all.add(new Expected(lines[0], lines[1], lines[2], unescape(lines[3])));
        }
      }
    }
    return all;
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        continue;
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      switch (kind) {
        case 'r' -> out.append('\r');
        case 'n' -> out.append('\n');
        case 'x' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> out.append(kind);
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void sendsWhatLibcurlSends(Expected expected) throws IOException {
    for (int room : new int[] {1, 3, 61, 16384}) {
      MimeCases cases = new MimeCases(folder);
      try (CurlMime mime = cases.build(expected.name())) {
        MimeBody body = MimeBody.open(mime, cases.options());
        assertEquals(CurlCode.OK, body.code());
        byte[] first = readAll(body, room);
        assertBody(expected, body, first);
        assertEquals(CurlCode.OK, body.seek(0));
        assertEquals(latin1(first), latin1(readAll(body, room + 1)), "after a rewind");
        body.close();
      }
    }
  }

  private static void assertBody(Expected expected, MimeBody body, byte[] bytes) {
    boolean known = !expected.length().equals("-");
    assertEquals(known ? Long.parseLong(expected.length()) : -1, body.length());
    if (known) {
      assertEquals(body.length(), bytes.length);
    }
    String text = latin1(bytes);
    if (expected.name().equals("encoded-subparts")) {
      Matcher encoded = ENCODED.matcher(text);
      assertTrue(encoded.find());
      byte[] decoded = Base64.getMimeDecoder().decode(encoded.group(1));
      text = text.replace(encoded.group(1), "{BASE64 " + latin1(decoded) + "}");
    }
    String type = body.headers().get(0).substring("Content-Type: ".length());
    List<String> boundaries = new ArrayList<>();
    Matcher found = BOUNDARY.matcher(type + text);
    while (found.find()) {
      if (!boundaries.contains(found.group())) {
        boundaries.add(found.group());
      }
    }
    for (int i = 0; i < boundaries.size(); i++) {
      text = text.replace(boundaries.get(i), "{B" + i + "}");
      type = type.replace(boundaries.get(i), "{B" + i + "}");
    }
    assertEquals(expected.body(), text);
    assertEquals(expected.type(), type);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] readAll(MimeBody body, int room) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer into = ByteBuffer.allocate(room);
    long count = body.read(into);
    while (count > 0) {
      assertEquals(count, into.position());
      all.write(into.array(), 0, (int) count);
      into.clear();
      count = body.read(into);
    }
    assertEquals(0, count);
    return all.toByteArray();
  }

  private static MimeBody ofCallback(ScriptedRead source, long size, String encoder) {
    CurlMime mime = CurlMime.init();
    CurlMimePart part = mime.addPart();
    part.dataCallback(size, source, source, null, null);
    part.encoder(encoder);
    return MimeBody.open(mime, new OptionValues());
  }

  private static ScriptedRead digits() {
    return new ScriptedRead("0123456789".getBytes(StandardCharsets.US_ASCII), 4);
  }

  @Test
  void onlyCallbacksRunCodeOfTheUser() {
    assertTrue(ofCallback(digits(), 10, "base64").callsUser());
    assertFalse(MimeBody.open(CurlMime.init(), new OptionValues()).callsUser());
  }

  @Test
  void aPauseComesAfterTheBytesBeforeItAndEndsWithTheNextRead() {
    for (String encoder : new String[] {null, "base64"}) {
      ScriptedRead source = digits();
      MimeBody body = ofCallback(source, 10, encoder);
      source.codes.add(CurlSymbols.CURL_READFUNC_PAUSE);
      ByteBuffer into = ByteBuffer.allocate(4096);
      assertTrue(body.read(into) > 0, "the headers");
      assertEquals(CurlSymbols.CURL_READFUNC_PAUSE, body.read(into));
      while (into.position() < body.length()) {
        assertTrue(body.read(into) > 0);
      }
      assertEquals(0, body.read(into));
    }
  }

  @Test
  void aCallbackRunsOnceInARead() {
    ScriptedRead source = digits();
    MimeBody body = ofCallback(source, -1, null);
    ByteBuffer into = ByteBuffer.allocate(4096);
    assertTrue(body.read(into) > 4);
    String text = latin1(into.array());
    assertTrue(text.contains("0123"));
    assertFalse(text.contains("4567"));
  }

  @Test
  void anAbortStays() {
    ScriptedRead source = digits();
    MimeBody body = ofCallback(source, 10, null);
    source.codes.add(CurlSymbols.CURL_READFUNC_ABORT);
    ByteBuffer into = ByteBuffer.allocate(4096);
    assertTrue(body.read(into) > 0);
    assertEquals(CurlSymbols.CURL_READFUNC_ABORT, body.read(into));
    assertEquals(CurlSymbols.CURL_READFUNC_ABORT, body.read(into));
  }

  @Test
  void tooFewBytesAreAReadError() {
    MimeBody body = ofCallback(digits(), 12, null);
    ByteBuffer into = ByteBuffer.allocate(4096);
    long count = 1;
    while (count > 0) {
      count = body.read(into);
    }
    assertEquals(-1, count);
    assertEquals(-1, body.read(into));
  }

  @Test
  void moreThanThereIsRoomForIsAReadError() {
    ScriptedRead source = digits();
    MimeBody body = ofCallback(source, 10, null);
    source.codes.add(100_000L);
    ByteBuffer into = ByteBuffer.allocate(4096);
    assertTrue(body.read(into) > 0);
    assertEquals(-1, body.read(into));
  }

  @Test
  void sevenBitRefusesWhatIsNotAscii() {
    CurlMime mime = CurlMime.init();
    CurlMimePart part = MimeCases.field(mime, "c", "okå");
    part.encoder("7bit");
    MimeBody body = MimeBody.open(mime, new OptionValues());
    ByteBuffer into = ByteBuffer.allocate(4096);
    assertTrue(body.read(into) > 0);
    assertTrue(latin1(into.array()).contains("ok"), "what came before is sent");
    assertEquals(-1, body.read(into));
  }

  @Test
  void aCallbackStartsOverBySeekOnlyIfItMoved() {
    ScriptedRead source = digits();
    MimeBody body = ofCallback(source, 10, null);
    assertEquals(CurlCode.OK, body.seek(0));
    assertEquals(0, source.seeks);
    readAll(body, 4096);
    assertEquals(CurlCode.OK, body.seek(0));
    assertEquals(1, source.seeks);
    readAll(body, 4096);
    source.seekAnswer = CurlSymbols.CURL_SEEKFUNC_CANTSEEK;
    assertEquals(CurlCode.SEND_FAIL_REWIND, body.seek(0));
  }

  @Test
  void aPartThatWasSentAndCannotStartOverSaysSoAtOpen() {
    CurlMime mime = CurlMime.init();
    mime.addPart().dataCallback(10, digits(), null, null, null);
    MimeBody body = MimeBody.open(mime, new OptionValues());
    assertEquals(CurlCode.OK, body.code());
    readAll(body, 4096);
    assertEquals(CurlCode.SEND_FAIL_REWIND, MimeBody.open(mime, new OptionValues()).code());
  }

  @Test
  void seekGoesOnFromAnOffset() {
    CurlMime mime = CurlMime.init();
    MimeCases.field(mime, "a", "b");
    MimeBody body = MimeBody.open(mime, new OptionValues());
    String all = latin1(readAll(body, 4096));
    assertEquals(CurlCode.OK, body.seek(7));
    assertEquals(all.substring(7), latin1(readAll(body, 5)));
    assertEquals(CurlCode.SEND_FAIL_REWIND, body.seek(all.length() + 1));
  }

  @Test
  void aFileIsSentWithTheSizeItHadWhenThePartWasMade() throws IOException {
    Path file = Files.writeString(folder.resolve("grows"), "abc");
    CurlMime mime = CurlMime.init();
    mime.addPart().filedata(file.toString());
    MimeBody body = MimeBody.open(mime, new OptionValues());
    Files.writeString(file, "abcdef");
    String text = latin1(readAll(body, 4096));
    assertEquals(body.length(), text.length());
    assertTrue(text.contains("\r\n\r\nabc\r\n--"));
    Files.writeString(file, "a");
    assertEquals(CurlCode.OK, body.seek(0));
    ByteBuffer into = ByteBuffer.allocate(4096);
    long count = 1;
    while (count > 0) {
      count = body.read(into);
    }
    assertEquals(-1, count, "a file that shrank is a read error");
  }

  @Test
  void backslashEscapesCannotKeepLineEndsOut() {
    OptionValues options = new OptionValues();
    options.set(CurlOpt.MIME_OPTIONS, CurlSymbols.CURLMIMEOPT_FORMESCAPE);
    CurlMime mime = CurlMime.init();
    MimeCases.field(mime, "a\nb", "v");
    assertEquals(CurlCode.BAD_FUNCTION_ARGUMENT, MimeBody.open(mime, options).code());
  }

  @Test
  void twelveLevelsAreTheMost() {
    assertEquals(CurlCode.OK, MimeBody.open(nested(12), new OptionValues()).code());
    assertEquals(CurlCode.READ_ERROR, MimeBody.open(nested(13), new OptionValues()).code());
  }

  private static CurlMime nested(int levels) {
    CurlMime top = CurlMime.init();
    CurlMime current = top;
    for (int i = 1; i < levels; i++) {
      CurlMime next = CurlMime.init();
      current.addPart().subparts(next);
      current = next;
    }
    MimeCases.field(current, "x", "y");
    return top;
  }

  @Test
  void noBodyAtAllIsAnEmptyOneWithoutHeaders() {
    MimeBody body = MimeBody.open(null, new OptionValues());
    assertEquals(0, body.length());
    assertEquals(List.of(), body.headers());
    assertEquals(0, body.read(ByteBuffer.allocate(1)));
  }
}
