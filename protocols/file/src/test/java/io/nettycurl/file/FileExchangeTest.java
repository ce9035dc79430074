package io.nettycurl.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.netty.testkit.FakeTransfer;
import io.nettycurl.netty.testkit.ScriptedBody;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.EasyOption;
import io.nettycurl.spi.RequestKind;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileExchangeTest {
  private static final long CHANGED = 1577934245L;
  private static final String HEADERS =
      "Content-Length: 10\r\n"
          + "Accept-ranges: bytes\r\n"
          + "Last-Modified: Thu, 02 Jan 2020 03:04:05 GMT\r\n"
          + "\r\n";

  @TempDir Path folder;
  private final FakeTransfer transfer = new FakeTransfer();
  private final FileProvider provider = new FileProvider();
  private FileExchange exchange;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = folder.resolve("f");
    Files.writeString(file, "0123456789");
    Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.ofEpochSecond(CHANGED)));
  }

  private FileExchangeTest on(String url) {
    Scheme scheme = provider.schemes().iterator().next();
    CurlUrl parsed = new CurlUrl();
    assertEquals(CurlUrlCode.OK, parsed.set(UrlPart.URL, url, 0));
    transfer.url(parsed, scheme);
    exchange = (FileExchange) provider.newExchange(transfer);
    return this;
  }

  private void run() {
    CurlCode code = exchange.prepare(new ConnectionPlan(transfer.scheme(), "", 0, false));
    assertEquals(CurlCode.OK, code);
    exchange.run();
  }

  /** Runs to the end, and on the clock where the exchange waits for its next turn. */
  private FakeTransfer fetch(Path path) {
    on(path.toUri().toString()).run();
    finish();
    return transfer;
  }

  private void finish() {
    for (int i = 0; transfer.result() == null && transfer.pendingTimers() > 0; i++) {
      assertTrue(i < 1000);
      transfer.advance(1);
    }
    exchange.close();
  }

  private <T> FileExchangeTest set(EasyOption<T> option, T value) {
    transfer.set(option, value);
    return this;
  }

  @Test
  void wholeFile() {
    fetch(file);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals("0123456789", transfer.bodyText());
    assertEquals(HEADERS, transfer.headerText());
    assertEquals(4, transfer.headers().size());
    assertTrue(transfer.headers().stream().allMatch(line -> line.kind() == HeaderKind.LOCAL));
    assertEquals(CHANGED, transfer.infos().number(CurlInfo.FILETIME_T));
    assertEquals(0, transfer.infos().number(CurlInfo.RESPONSE_CODE));
    assertEquals(10, transfer.downloadSize());
    assertTrue(transfer.bodyIsDone());
  }

  @ParameterizedTest
  @CsvSource({
    "2-4, OK, 234, 3",
    "0-0, OK, 0, 1",
    "-3, OK, 789, 3",
    "7-, OK, 789, 3",
    "5-50, OK, 56789, 46",
    "10-12, OK, '', 3",
    "10-, OK, '', 10",
    "50-60, BAD_DOWNLOAD_RESUME, '', 10",
    "-50, BAD_DOWNLOAD_RESUME, '', 10",
    "-0, RANGE_ERROR, '', 10",
    "5-2, RANGE_ERROR, '', 10",
    "abc, RANGE_ERROR, '', 10"
  })
  void range(String range, CurlCode code, String body, long size) {
    set(CurlOpt.RANGE, range).fetch(file);
    assertEquals(code, transfer.result());
    assertEquals(body, transfer.bodyText());
    assertEquals(size, transfer.downloadSize());
    assertEquals(HEADERS, transfer.headerText());
  }

  @ParameterizedTest
  @CsvSource({"4, OK, 456789", "10, OK, ''", "11, BAD_DOWNLOAD_RESUME, ''", "-2, OK, 89"})
  void resume(long from, CurlCode code, String body) {
    set(CurlOpt.RESUME_FROM_LARGE, from).fetch(file);
    assertEquals(code, transfer.result());
    assertEquals(body, transfer.bodyText());
  }

  @Test
  void headersOnly() {
    transfer.requestKind(RequestKind.HEAD);
    fetch(file);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(HEADERS, transfer.headerText());
    assertEquals("", transfer.bodyText());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1577934244, true",
    "1, 1577934245, false",
    "1, 1577934246, false",
    "2, 1577934244, false",
    "2, 1577934245, false",
    "2, 1577934246, true",
    "2, 0, true",
    "0, 1577934246, true"
  })
  void timeCondition(long mode, long value, boolean met) {
    set(CurlOpt.TIMECONDITION, mode).set(CurlOpt.TIMEVALUE_LARGE, value).fetch(file);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(met ? HEADERS : "", transfer.headerText());
    assertEquals(met ? "0123456789" : "", transfer.bodyText());
    assertEquals(met ? 0 : 1, transfer.infos().number(CurlInfo.CONDITION_UNMET));
  }

  @Test
  void timeConditionDoesNotHoldForParts() {
    set(CurlOpt.TIMECONDITION, CurlSymbols.CURL_TIMECOND_IFMODSINCE)
        .set(CurlOpt.TIMEVALUE_LARGE, CHANGED + 1)
        .set(CurlOpt.RANGE, "1-2")
        .fetch(file);
    assertEquals("12", transfer.bodyText());
  }

  @Test
  void missingFile() {
    fetch(folder.resolve("none"));
    assertEquals(CurlCode.FILE_COULDNT_READ_FILE, transfer.result());
    assertEquals("Could not open file " + folder.resolve("none"), transfer.failure());
    assertEquals("", transfer.headerText());
  }

  @Test
  void directoryIsListed() throws IOException {
    Files.writeString(folder.resolve(".hidden"), "");
    Files.writeString(folder.resolve("g"), "");
    fetch(folder);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(
        "f\ng",
        Stream.of(transfer.bodyText().split("\n")).sorted().collect(Collectors.joining("\n")));
    assertTrue(transfer.headerText().startsWith("Last-Modified: "), transfer.headerText());
    assertEquals(2, transfer.headers().size());
  }

  @Test
  void directoryHasNoOffset() {
    set(CurlOpt.RANGE, "1-2").fetch(folder);
    assertEquals(CurlCode.BAD_DOWNLOAD_RESUME, transfer.result());
  }

  @Test
  void startOfADirectory() {
    set(CurlOpt.RANGE, "0-0").fetch(folder);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals("f", transfer.bodyText());
  }

  @Test
  void manyNames() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    long length = 0;
    for (int i = 0; i < 500; i++) {
      Path name = many.resolve("n".repeat(200) + i);
      Files.createFile(name);
      length += name.getFileName().toString().length() + 1;
    }
    fetch(many);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(length, transfer.bodyBytes().length);
    assertTrue(transfer.bodyPieces().size() > 1);
  }

  @Test
  void nulByteInThePath() {
    on("file:///tmp/%00x").run();
    assertEquals(CurlCode.URL_MALFORMAT, transfer.result());
  }

  @Test
  void encodedPath() {
    on(file.toUri().toString().replaceAll("f$", "%66")).run();
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void thisHostIsNamedInTwoWays() {
    on("file://localhost" + file).run();
    assertEquals("0123456789", transfer.bodyText());
  }

  @Test
  void callbackFails() {
    transfer.failBody(CurlCode.WRITE_ERROR);
    fetch(file);
    assertEquals(CurlCode.WRITE_ERROR, transfer.result());
    assertFalse(transfer.bodyIsDone());
  }

  @Test
  void headerCallbackFails() {
    transfer.failHeaders(1, CurlCode.WRITE_ERROR);
    fetch(file);
    assertEquals(CurlCode.WRITE_ERROR, transfer.result());
    assertEquals(1, transfer.headers().size());
    assertEquals("", transfer.bodyText());
  }

  private byte[] makeLarge(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    Files.write(file, bytes);
    return bytes;
  }

  @Test
  void largeFileLeavesTurnsToOthers() throws IOException {
    byte[] bytes = makeLarge(5 * FileWork.PIECE * FileWork.PIECES_IN_A_ROW / 2);
    on(file.toUri().toString()).run();
    assertNull(transfer.result());
    assertEquals(FileWork.PIECE * FileWork.PIECES_IN_A_ROW, transfer.bodyBytes().length);
    transfer.advance(1);
    assertNull(transfer.result());
    transfer.advance(1);
    assertEquals(CurlCode.OK, transfer.result());
    assertArrayEquals(bytes, transfer.bodyBytes());
    exchange.close();
  }

  @Test
  void pauseHolds() throws IOException {
    byte[] bytes = makeLarge(FileWork.PIECE * (FileWork.PIECES_IN_A_ROW + 1));
    on(file.toUri().toString()).run();
    exchange.pauseReceive(true);
    transfer.advance(1);
    assertEquals(FileWork.PIECE * FileWork.PIECES_IN_A_ROW, transfer.bodyBytes().length);
    exchange.pauseReceive(false);
    assertEquals(CurlCode.OK, transfer.result());
    assertArrayEquals(bytes, transfer.bodyBytes());
    exchange.close();
  }

  @Test
  void droppedExchangeReadsNoMore() throws IOException {
    makeLarge(FileWork.PIECE * (FileWork.PIECES_IN_A_ROW + 1));
    on(file.toUri().toString()).run();
    exchange.close();
    transfer.advance(1);
    assertNull(transfer.result());
    assertEquals(FileWork.PIECE * FileWork.PIECES_IN_A_ROW, transfer.bodyBytes().length);
  }

  @Test
  void specialFileWithoutSizeIsReadToItsEnd() {
    Path special = Path.of("/proc/self/status");
    assumeTrue(Files.exists(special));
    fetch(special);
    assertEquals(CurlCode.OK, transfer.result());
    assertTrue(transfer.bodyText().startsWith("Name:"), transfer.bodyText());
  }

  @Test
  void nullDeviceIsEmpty() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    fetch(device);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals("", transfer.bodyText());
  }

  @Test
  void pipeIsRefused() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    fetch(pipe);
    assertEquals(CurlCode.FILE_COULDNT_READ_FILE, transfer.result());
  }

  private FakeTransfer store(Path path, ScriptedBody body) {
    transfer.requestKind(RequestKind.PUT).callbackBody(body);
    if (body.length() >= 0) {
      transfer.set(CurlOpt.INFILESIZE_LARGE, body.length());
    }
    return fetch(path);
  }

  @Test
  void newFile() throws IOException {
    Path target = folder.resolve("new");
    ScriptedBody body = ScriptedBody.of("hello");
    store(target, body);
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals("hello", Files.readString(target));
    assertEquals(5, transfer.uploadSize());
    assertEquals(5, transfer.uploaded());
    assertTrue(transfer.uploadIsDone());
    assertTrue(body.closed());
  }

  @Test
  void oldFileIsReplaced() throws IOException {
    store(file, ScriptedBody.unknown().piece("new"));
    assertEquals("new", Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({"4, 0123456789EF", "-1, 0123456789", "6, 0123456789"})
  void uploadGoesOn(long from, String content) throws IOException {
    set(CurlOpt.RESUME_FROM_LARGE, from);
    store(file, ScriptedBody.unknown().piece("AB").piece("CDEF"));
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals(content, Files.readString(file));
  }

  @Test
  void permissions() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    set(CurlOpt.NEW_FILE_PERMS, 0600L);
    Path target = folder.resolve("new");
    store(target, ScriptedBody.of("x"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }

  @Test
  void lineEnds() throws IOException {
    set(CurlOpt.CRLF, 1L);
    store(file, ScriptedBody.of("a\nb\r\n"));
    assertEquals("a\r\nb\r\n", Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  @Test
  void noFolder() {
    store(folder.resolve("none/new"), ScriptedBody.of("x"));
    assertEquals(CurlCode.WRITE_ERROR, transfer.result());
  }

  @Test
  void noName() {
    transfer.requestKind(RequestKind.PUT).callbackBody(ScriptedBody.of("x"));
    on("file:///").run();
    assertEquals(CurlCode.FILE_COULDNT_READ_FILE, transfer.result());
  }

  @Test
  void shortBody() throws IOException {
    store(file, ScriptedBody.announced(10).piece("abc"));
    assertEquals(CurlCode.READ_ERROR, transfer.result());
    assertEquals("abc", Files.readString(file));
  }

  @Test
  void uploadWaitsForItsSource() throws IOException {
    transfer
        .requestKind(RequestKind.PUT)
        .callbackBody(ScriptedBody.unknown().piece("ab").pause().piece("cd"));
    on(file.toUri().toString()).run();
    assertNull(transfer.result());
    assertEquals("ab", Files.readString(file));
    exchange.resumeSend();
    assertEquals(CurlCode.OK, transfer.result());
    assertEquals("abcd", Files.readString(file));
    exchange.close();
  }

  @Test
  void verboseTellsTheData() {
    transfer.verbose(true);
    fetch(file);
    FakeTransfer.DebugEvent data =
        new FakeTransfer.DebugEvent(CurlSymbols.CURLINFO_DATA_IN, "0123456789");
    assertTrue(transfer.debugEvents().contains(data), transfer.debugEvents().toString());
  }
}
