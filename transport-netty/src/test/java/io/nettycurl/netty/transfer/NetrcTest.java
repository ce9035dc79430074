package io.nettycurl.netty.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a netrc file says, by plain calls. */
class NetrcTest {
  @TempDir private Path folder;

  private static String find(String file, String host, String user) {
    Netrc.Answer answer = Netrc.of(file).find(host, user);
    return answer.found() ? answer.user() + ":" + answer.password() : "none";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.com|  |one:1",
        "A.com|  |one:1",
        "a.com|two|two:2",
        "a.com|three|none",
        "b.com|  |x:null",
        "b.com|x|none",
        "c.com|  |null:any",
        "c.com|me|me:any",
        "d.com|  |none",
        "a.com.|  |none"
      })
  void machinesAndUsers(String host, String user, String expected) {
    String file =
        "# machine a.com login commented password out\n"
            + "machine a.com login one password 1\n"
            + "machine a.com\n\tpassword 2\r\n login two account ignored\n"
            + "MACHINE b.com LOGIN x\n"
            + "junk machine c.com password any\n"
            + "machine d.com";
    assertEquals(expected, find(file, host, user));
  }

  @Test
  void theDefaultIsForAllThatStandBehindIt() {
    String file =
        "machine a.com login a password 1\ndefault login d password 2\nmachine b.com login b";
    assertEquals("a:1", find(file, "a.com", null));
    assertEquals("d:2", find(file, "b.com", null));
    assertEquals("none", find(file, "x.com", "a"));
    assertEquals("none", find("machine a.com login a\ndefault", "b.com", null));
    assertEquals("none", find("default account x", "b.com", null));
  }

  @Test
  void quotesHoldBlanksAndEscapes() {
    assertEquals(
        "user one:with \"\n\r\ta",
        find("machine h login \"user one\" password \"with \\\"\\n\\r\\t\\a\"", "h", null));
    assertEquals("\u00e9:x", find("machine h login \u00c3\u00a9 password x", "h", null));
    assertEquals("login:x", find("machine h login login password x", "h", null));
  }

  @Test
  void macrosAreSkippedUpToAnEmptyLine() {
    String file =
        "macdef m\n\tcd login\n\tput \"broken\n\tmachine h login no\n\nmachine h login u password p\n";
    assertEquals("u:p", find(file, "h", null));
    assertEquals("none", find("macdef m\nmachine h login u", "h", null));
  }

  @Test
  void aLineEndsWithANul() {
    assertEquals("u:null", find("machine h login u \"password\"\0 hello", "h", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"machine h password \"open", "machine h password \"open\\"})
  void brokenFiles(String file) {
    Netrc.Answer answer = Netrc.of(file).find("h", null);
    assertFalse(answer.found());
    assertEquals("syntax error", answer.trouble());
  }

  @Test
  void wordsAreOnlySoLong() {
    assertTrue(Netrc.of("machine h login " + "x".repeat(4095)).find("h", null).found());
    assertEquals(
        "syntax error", Netrc.of("machine h login " + "x".repeat(4096)).find("h", null).trouble());
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    assertEquals(
        "no such file", Netrc.read(folder.resolve("x").toString()).find("h", null).trouble());
    assertEquals("no such file", Netrc.read(folder.toString()).find("h", null).trouble());
    Path file = folder.resolve("netrc");
    Files.writeString(file, "machine h login u password p\n" + "#".repeat(20_000));
    assertEquals("syntax error", Netrc.read(file.toString()).find("h", null).trouble());
    Files.writeString(file, "#\n machine h login \u00e9 password p", StandardCharsets.UTF_8);
    assertEquals("\u00e9", Netrc.read(file.toString()).find("h", null).user());
  }
}
