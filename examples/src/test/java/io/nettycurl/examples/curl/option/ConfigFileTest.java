package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.examples.curl.TestConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  @TempDir Path directory;
  private final TestConsole test = new TestConsole();

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "url = http://a/          | url   | http://a/",
        "url=http://a/            | url   | http://a/",
        "url: http://a/           | url   | http://a/",
        "url http://a/            | url   | http://a/",
        "--url http://a/          | --url | http://a/",
        "--url=http://a/          | --url=http://a/ |",
        "-A =x                    | -A    | =x",
        "user-agent \"a b\" c     | user-agent | a b",
        "user-agent \"a\\\"b\\t\\n\\\\c\\q\" | user-agent | a\"b\\t\\n\\cq",
        "silent                   | silent |",
      })
  void linesAreTakenApart(String line, String option, String value) {
    ConfigLine parsed = ConfigLine.parse(line);
    assertEquals(option, parsed.option());
    assertEquals(unescape(value), parsed.value());
  }

  private static String unescape(String value) {
    return value == null ? null : value.replace("\\t", "\t").replace("\\n", "\n");
  }

  @Test
  void anEmptyQuotedArgumentIsOne() {
    assertEquals("", ConfigLine.parse("user-agent \"\"").value());
    assertNull(ConfigLine.parse("user-agent =").value());
  }

  @Test
  void aFileIsReadOptionByOption() throws Exception {
    String name =
        file(
            "k",
            "# comment\n\n"
                + "  # another\n"
                + "silent\n"
                + "url = http://a/\r\n"
                + "-A me\n"
                + "next\n"
                + "url=http://b/\n");
    assertNull(test.parse("-K", name));
    assertTrue(test.global.silent);
    assertEquals(2, test.global.operations().size());
    assertEquals("me", test.global.operations().get(0).request.userAgent);
    assertEquals("http://b/", test.global.operations().get(1).urls.get(0).url);
  }

  @Test
  void standardInputIsAFileToo() {
    TestConsole input = new TestConsole("url=http://x/\n");
    assertNull(input.parse("-K", "-"));
    assertEquals("http://x/", input.global.current().urls.get(0).url);
  }

  @Test
  void nextBeforeAnyUrlIsNothingInAFile() throws Exception {
    assertNull(test.parse("-K", file("k", "next\nurl=http://x/\n")));
    assertEquals(1, test.global.operations().size());
  }

  @Test
  void whatEndsACommandLineEndsNoFile() throws Exception {
    assertNull(test.parse("-K", file("k", "-h all\nversion\nurl=http://x/\n")));
    assertEquals("all", test.helpAsked.get(0));
    assertEquals("http://x/", test.global.current().urls.get(0).url);
  }

  @Test
  void faultsNameTheLine() throws Exception {
    String name = file("k", "compressed\n\nfoo = bar\n");
    assertEquals(ParameterError.CONFIG_OPTION_UNKNOWN, test.parse("-K", name));
    assertEquals(
        "curl: "
            + name
            + ":2 config file option 'foo' is unknown\n"
            + "curl: option -K: found an unknown config option\n"
            + "curl: try 'curl --help' or 'curl --manual' for more information\n",
        test.err());
  }

  @Test
  void anArgumentTooManyIsAFault() throws Exception {
    String name = file("k", "compressed yes\n");
    assertEquals(ParameterError.GOT_EXTRA_PARAMETER, test.parse("-K", name));
    assertTrue(
        test.err()
            .startsWith(
                "curl: " + name + ":1 config file option 'compressed' had unsupported trailing"));
  }

  @Test
  void oddQuotingIsWarnedAbout() throws Exception {
    String name = file("k", "user-agent = 'a b'\n");
    assertNull(test.parse("-K", name));
    assertTrue(test.err().contains("uses argument with leading single quote"));
    assertTrue(test.err().contains("uses argument with unquoted whitespace"));
  }

  @Test
  void filesNameFilesButNotForEver() throws Exception {
    String name = directory.resolve("k").toString();
    file("k", "config = " + name + "\n");
    assertNotNull(test.parse("-K", name));
    assertTrue(test.err().contains("Max config file recursion level reached (5)"));
  }

  @Test
  void aFileThatIsNotThere() {
    assertEquals(ParameterError.READ_ERROR, test.parse("-K", directory + "/none"));
    assertTrue(test.err().contains("cannot read config from '" + directory + "/none'"));
  }
}
