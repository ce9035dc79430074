package io.nettycurl.examples.curl.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.examples.curl.TestConsole;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final TestConsole test = new TestConsole();

  @Test
  void longTextsAreWrappedAtBlanks() {
    assertEquals("W: one \nW: two \nW: three\n", Messages.wrap("W: ", "one two three", 6));
  }

  @Test
  void wordsThatDoNotFitAreCut() {
    assertEquals("W: abcdef\nW: gh\n", Messages.wrap("W: ", "abcdefgh", 6));
  }

  @Test
  void silenceLeavesUsage() {
    test.messages.silent(true);
    test.messages.warn("a");
    test.messages.error("b");
    test.messages.usage("c");
    assertEquals(
        "curl: c\ncurl: try 'curl --help' or 'curl --manual' for more information\n", test.err());
  }

  @Test
  void errorsCanBeHadInSilence() {
    test.messages.silent(true);
    test.messages.showError(true);
    test.messages.warn("a");
    test.messages.error("b");
    assertEquals("curl: b\n", test.err());
  }

  @Test
  void notesAreForTraces() {
    test.messages.note("a");
    test.messages.tracing(true);
    test.messages.note("b");
    assertEquals("Note: b\n", test.err());
  }

  @Test
  void columnsComeFromTheEnvironment() {
    assertEquals(120, Terminal.fromEnvironment("120"));
    assertEquals(0, Terminal.fromEnvironment("20"));
    assertEquals(0, Terminal.fromEnvironment("20000"));
    assertEquals(0, Terminal.fromEnvironment("wide"));
    assertEquals(0, Terminal.fromEnvironment(null));
  }
}
