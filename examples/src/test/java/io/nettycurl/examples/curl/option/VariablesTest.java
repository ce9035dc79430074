package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.examples.curl.TestConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
  @TempDir Path directory;
  private final TestConsole test = new TestConsole();

  private String expanded(String variable, String text) {
    assertNull(test.parse("--variable", variable, "--expand-user-agent", text));
    return test.global.current().request.userAgent;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "v=a b|x{{v}}y|xa by",
        "v=a b|{{v:url}}|a%20b",
        "v=a\"b|{{v:json}}|a\\\"b",
        "v= a |[{{v:trim}}]|[a]",
        "v= a |{{v:trim:b64}}|YQ==",
        "v=YQ==|{{v:64dec}}|a",
        "v=!!|{{v:64dec}}|[64dec-fail]",
        "v=a|\\{{v}}{{v}}|{{v}}a",
        "v=a|{{v-}}{{v}}|{{v-}}a",
        "v=a|{{w}}.|.",
        "v=a|{{v|{{v",
        "v=a|plain|plain",
        "v[1-2]=abcd|{{v}}|bc",
        "v[2-]=abcd|{{v}}|cd",
      })
  void references(String variable, String text, String expected) {
    assertEquals(expected, expanded(variable, text));
  }

  @Test
  void contentComesFromFiles() throws Exception {
    Path file = Files.writeString(directory.resolve("v"), "content");
    assertEquals("content", expanded("v@" + file, "{{v}}"));
  }

  @Test
  void unknownFunctionsAndZeroBytesAreFaults() {
    assertEquals(
        ParameterError.EXPAND_ERROR,
        test.parse("--variable", "v=a", "--expand-user-agent", "{{v:foo}}"));
    assertEquals(
        ParameterError.EXPAND_ERROR,
        test.parse("--variable", "v=AA==", "--expand-user-agent", "{{v:64dec}}"));
  }

  @Test
  void theEnvironmentIsAskedOnlyOnDemand() {
    assertEquals(ParameterError.EXPAND_ERROR, test.parse("--variable", "%NETTYCURL_NOT_SET"));
    assertEquals("d", expanded("%NETTYCURL_NOT_SET=d", "{{NETTYCURL_NOT_SET}}"));
  }

  @Test
  void badSyntaxIsSkippedWithAWarning() {
    assertNull(test.parse("--variable", "v?"));
    assertEquals("Warning: Bad --variable syntax, skipping: v?\n", test.err());
    assertEquals(ParameterError.VAR_SYNTAX, test.parse("--variable", "v[3-1]=abc"));
  }
}
