package io.nettycurl.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read line by line and written so that nobody finds half of one. */
class LineFileTest {
  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();

  private CurlCode read(String text, int max) {
    lines.clear();
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return LineFile.read(new ByteArrayInputStream(bytes), max, lines::add);
  }

  @Test
  void linesEndWithALineFeed() {
    assertEquals(CurlCode.OK, read("a\r\nb\n\n\u00e9", 10));
    assertEquals(List.of("a\r\n", "b\n", "\n", "\u00e9\n"), lines);
    assertEquals(CurlCode.OK, read("", 10));
    assertEquals(List.of(), lines);
  }

  @Test
  void linesAreOnlySoLong() {
    assertEquals(CurlCode.OK, read("12345678\n", 10));
    assertEquals(CurlCode.TOO_LARGE, read("x\n123456789\n", 10));
    assertEquals(List.of("x\n"), lines);
    assertEquals(CurlCode.OK, read("12345678", 10));
    assertEquals(CurlCode.TOO_LARGE, read("123456789", 10));
  }

  @Test
  void aFolderIsNoFile() {
    assertNull(LineFile.open(folder.toString()));
    assertNull(LineFile.open(folder.resolve("none").toString()));
    assertTrue(LineFile.isDirectory(folder.toString()));
  }

  @Test
  void permissionsAreKeptAndNothingIsLeftBehind() throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(CurlCode.OK, LineFile.write(file.toString(), "new\u00e9"));
    assertEquals("new\u00e9", Files.readString(file, StandardCharsets.ISO_8859_1));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(CurlCode.OK, LineFile.write(folder.resolve("made").toString(), "x"));
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(2, all.count());
    }
  }

  @Test
  void whoeverReadsMeanwhileHasTheOldOne() throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "old");
    try (var reader = Files.newBufferedReader(file)) {
      assertEquals(CurlCode.OK, LineFile.write(file.toString(), "new"));
      assertEquals("old", reader.readLine());
    }
  }

  @Test
  void whatCannotBeWritten() {
    assertEquals(CurlCode.WRITE_ERROR, LineFile.write(folder.toString(), "x"));
    assertEquals(CurlCode.WRITE_ERROR, LineFile.write(folder.resolve("a/b").toString(), "x"));
  }
}
