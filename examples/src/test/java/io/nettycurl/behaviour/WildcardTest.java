package io.nettycurl.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.ChunkBeginCallback;
import io.nettycurl.callback.ChunkEndCallback;
import io.nettycurl.callback.FnMatchCallback;
import io.nettycurl.netty.testkit.Drive;
import io.nettycurl.netty.testkit.Drive.Driven;
import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.option.CurlOpt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wildcard downloads, through the whole stack. */
@Timeout(180)
class WildcardTest {
  private static final String LINE = "-rw-r--r-- 1 u g %d Apr 11 12:01 %s\r\n";

  private final FtpScript script = new FtpScript();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** What there is: three files, a directory and a link. */
  private void standard() {
    script.file(
        "LIST",
        "total 5\r\n"
            + "drwxr-xr-x 1 u g 0 Apr 11 12:01 sub.txt\r\n"
            + line("a.txt", 1)
            + line("b.bin", 2)
            + "lrwxrwxrwx 1 u g 5 Apr 11 12:01 l.txt -> a.txt\r\n"
            + line("c d.txt", 3));
    script.file("RETR a.txt", "a").file("RETR b.bin", "bb").file("RETR c d.txt", "ccc");
  }

  private static String line(String name, int size) {
    return LINE.formatted(size, name);
  }

  private Fetch fetch(ScriptedServer server, String path) {
    ChunkBeginCallback begin =
        (info, userdata, remains) -> {
          seen.add("begin " + info.filename() + ' ' + remains + userdata);
          return CurlSymbols.CURL_CHUNK_BGN_FUNC_OK;
        };
    ChunkEndCallback end =
        userdata -> {
          seen.add("end" + userdata);
          return CurlSymbols.CURL_CHUNK_END_FUNC_OK;
        };
    return new Fetch("ftp://" + server.authority() + path)
        .with(CurlOpt.WILDCARDMATCH, 1)
        .with(CurlOpt.CHUNK_BGN_FUNCTION, begin)
        .with(CurlOpt.CHUNK_END_FUNCTION, end)
        .with(CurlOpt.CHUNK_DATA, "!");
  }

  @ParameterizedTest
  @EnumSource
  void filesThatFitAreFetchedOverOneConnection(Drive drive) {
    standard();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/d/*.txt");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("accc", fetch.body());
      List<String> callbacks =
          List.of(
              "begin sub.txt 4!",
              "end!",
              "begin a.txt 3!",
              "end!",
              "begin l.txt 2!",
              "end!",
              "begin c d.txt 1!",
              "end!");
      assertEquals(callbacks, seen);
      List<String> files = List.of("EPSV", "TYPE I", "RETR a.txt", "EPSV", "RETR c d.txt");
      List<String> before =
          List.of(
              "USER anonymous", "PASS ftp@example.com", "PWD", "CWD d", "EPSV", "TYPE A", "LIST");
      assertEquals(Stream.of(before, files).flatMap(List::stream).toList(), script.commands());
      script.commands().clear();
      fetch.expect(CurlCode.OK, driven);
      assertEquals("accc", fetch.body());
      List<String> again = List.of("EPSV", "TYPE A", "LIST");
      assertEquals(Stream.of(again, files).flatMap(List::stream).toList(), script.commands());
    }
  }

  /** The removal does not return before the file's end was told. */
  @ParameterizedTest
  @EnumSource
  void fileIsEndedWhereTheTransferIsRemoved(Drive drive) {
    standard();
    script.reply("RETR a.txt", "150 coming\r\n{start}{hang}");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/d/a*");
      driven.add(fetch.easy());
      driven.until(Fetch.LIMIT, () -> fetch.size() == 1);
      assertEquals(List.of("begin a.txt 1!"), seen);
      driven.remove(fetch.easy());
      assertEquals(List.of("begin a.txt 1!", "end!"), seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void userSkipsAndMatches(Drive drive) {
    standard();
    FnMatchCallback match =
        (pattern, name, userdata) -> {
          seen.add(pattern + ' ' + name + userdata);
          return name.length() == 5
              ? CurlSymbols.CURL_FNMATCHFUNC_MATCH
              : CurlSymbols.CURL_FNMATCHFUNC_NOMATCH;
        };
    ChunkBeginCallback begin =
        (info, userdata, remains) ->
            info.filename().startsWith("a")
                ? CurlSymbols.CURL_CHUNK_BGN_FUNC_SKIP
                : CurlSymbols.CURL_CHUNK_BGN_FUNC_OK;
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch =
          fetch(server, "/d/x%20*")
              .with(CurlOpt.FNMATCH_FUNCTION, match)
              .with(CurlOpt.FNMATCH_DATA, "?")
              .with(CurlOpt.CHUNK_BGN_FUNCTION, begin);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("bb", fetch.body());
      List<String> callbacks =
          List.of(
              "x%20* sub.txt?",
              "x%20* a.txt?",
              "x%20* b.bin?",
              "x%20* l.txt?",
              "x%20* c d.txt?",
              "end!",
              "end!",
              "end!");
      assertEquals(callbacks, seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void failures(Drive drive) {
    standard();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      fetch(server, "/d/*.none").expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      fetch(server, "/d/[*\\s-'tl").expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      assertEquals(List.of(), seen);
      ChunkBeginCallback refuses =
          (info, userdata, remains) -> CurlSymbols.CURL_CHUNK_BGN_FUNC_FAIL;
      fetch(server, "/d/*")
          .with(CurlOpt.CHUNK_BGN_FUNCTION, refuses)
          .expect(CurlCode.CHUNK_FAILED, driven);
      ChunkBeginCallback throwing =
          (info, userdata, remains) -> {
            throw new IllegalStateException("begin");
          };
      fetch(server, "/d/*")
          .with(CurlOpt.CHUNK_BGN_FUNCTION, throwing)
          .expect(CurlCode.ABORTED_BY_CALLBACK, driven);
      assertEquals(List.of(), seen);
      fetch(server, "/d/*").with(CurlOpt.UPLOAD, 1).expect(CurlCode.URL_MALFORMAT, driven);
      script.file("LIST", line("a.txt", 1) + "what?\r\n");
      fetch(server, "/d/*").expect(CurlCode.FTP_BAD_FILE_LIST, driven);
      script.reply("LIST", "450 nothing\r\n");
      fetch(server, "/d/*").expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      assertEquals(List.of(), seen);
      assertEquals(0, script.verbs().stream().filter("RETR"::equals).count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void fileThatFailsIsEnded(Drive drive) {
    standard();
    script.reply("RETR c d.txt", "550 gone\r\n");
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/d/[ac]*");
      fetch.expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
      assertEquals("a", fetch.body());
      assertEquals(List.of("begin a.txt 2!", "end!", "begin c d.txt 1!", "end!"), seen);
      script.reply("RETR c d.txt", "150 coming\r\n{start}{hang}");
      fetch.outOfTime(
          driven,
          200,
          time -> {
            seen.clear();
            fetch.with(CurlOpt.TIMEOUT_MS, time);
          },
          () -> fetch.body().equals("accc"));
      assertEquals(List.of("begin a.txt 2!", "end!", "begin c d.txt 1!", "end!"), seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void directoryIsListed(Drive drive) {
    standard();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/d/");
      fetch.expect(CurlCode.OK, driven);
      assertTrue(fetch.body().startsWith("total 5\ndrwx"), fetch.body());
      assertEquals(List.of(), seen);
    }
  }

  /** As many as a directory has at most in practice; nothing may grow with them but time. */
  @ParameterizedTest
  @EnumSource
  void tenThousandEntries(Drive drive) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      list.append(line("f" + i, 5));
    }
    script.file("LIST", list.toString());
    ChunkBeginCallback begin =
        (info, userdata, remains) ->
            remains % 500 == 0
                ? CurlSymbols.CURL_CHUNK_BGN_FUNC_OK
                : CurlSymbols.CURL_CHUNK_BGN_FUNC_SKIP;
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/f*").with(CurlOpt.CHUNK_BGN_FUNCTION, begin);
      fetch.expect(CurlCode.OK, driven);
      assertEquals("hello".repeat(20), fetch.body());
      assertEquals(10_000, seen.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDuplicateGoesOverAllOfThemToo(Drive drive) {
    standard();
    try (Driven driven = drive.open();
        ScriptedServer server = new ScriptedServer(script)) {
      Fetch fetch = fetch(server, "/d/*");
      fetch.expect(CurlCode.OK, driven);
      assertEquals("abbccc", fetch.body());
      try (CurlEasy copy = fetch.easy().duplicate()) {
        assertEquals(CurlCode.OK, driven.run(copy, Fetch.LIMIT).result());
      }
      assertEquals("abbccc".repeat(2), fetch.body());
      fetch(server, "/d/*[][").expect(CurlCode.REMOTE_FILE_NOT_FOUND, driven);
    }
  }
}
