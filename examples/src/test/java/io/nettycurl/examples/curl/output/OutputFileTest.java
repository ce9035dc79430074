package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.config.OutputConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path directory;
  private final TestConsole test = new TestConsole();
  private final OutputConfig config = new OutputConfig();
  private Path path;

  @BeforeEach
  void file() throws Exception {
    path = Files.writeString(directory.resolve("f"), "old");
  }

  private static void write(OutputFile file, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    file.write(bytes, 0, bytes.length);
  }

  @Test
  void filesAreReplacedWhenThereIsSomething() throws Exception {
    OutputFile file = OutputFile.named(path.toString());
    assertEquals("old", Files.readString(path));
    assertTrue(file.open(config, test.messages));
    write(file, "new!");
    file.close();
    assertEquals("new!", Files.readString(path));
    assertEquals(4, file.bytes());
  }

  @Test
  void namesFromServersReplaceNothing() throws Exception {
    OutputFile file = OutputFile.named("x");
    file.serverName(path.toString());
    assertFalse(file.open(config, test.messages));
    assertEquals("Warning: Failed to open the file " + path + ": File exists\n", test.err());
    config.clobber = OutputConfig.Clobber.ALWAYS;
    assertTrue(file.open(config, test.messages));
    file.close();
  }

  @Test
  void noClobberNumbers() throws Exception {
    Files.writeString(directory.resolve("f.1"), "old");
    config.clobber = OutputConfig.Clobber.NEVER;
    OutputFile file = OutputFile.named(path.toString());
    assertTrue(file.open(config, test.messages));
    write(file, "new");
    file.close();
    assertEquals(path + ".2", file.name());
    assertEquals("new", Files.readString(directory.resolve("f.2")));
    assertEquals("old", Files.readString(path));
  }

  @Test
  void attemptsAreTakenBackOrKept() throws Exception {
    OutputFile file = OutputFile.appending(path.toString(), 3);
    write(file, "abc");
    assertTrue(file.isRegularOpen());
    file.rewind();
    write(file, "d");
    file.keep();
    assertEquals(4, file.start());
    write(file, "xyz");
    file.rewind();
    write(file, "e");
    file.close();
    assertEquals("oldde", Files.readString(path));
  }

  @Test
  void whyAFileCannotBeOpenedIsTold() {
    OutputFile file = OutputFile.named(directory + "/none/f");
    assertFalse(file.open(config, test.messages));
    assertEquals(
        "Warning: Failed to open the file " + directory + "/none/f: No such file or directory\n",
        test.err());
  }

  @Test
  void directoriesAreMade() throws Exception {
    String name = directory + "/a/b/c/file";
    assertTrue(Directories.create(name, test.messages));
    assertTrue(Files.isDirectory(directory.resolve("a/b/c")));
    assertFalse(Files.exists(directory.resolve("a/b/c/file")));
    assertTrue(Directories.create(name, test.messages));
  }

  @Test
  void aFileInTheWayShowsLater() {
    assertTrue(Directories.create(path + "/x", test.messages));
    assertFalse(Directories.create(path + "/x/y", test.messages));
    assertEquals("curl: Error creating directory " + path + "/x\n", test.err());
  }
}
