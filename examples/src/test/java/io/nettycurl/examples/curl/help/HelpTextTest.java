package io.nettycurl.examples.curl.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.TestConsole;
import org.junit.jupiter.api.Test;

class HelpTextTest {
  private final TestConsole test = new TestConsole();

  private String help(String subject) {
    new HelpText(test.console).show(subject);
    return test.out();
  }

  @Test
  void theFirstPageLeadsOn() {
    String text = help(null);
    assertTrue(text.startsWith("Usage: curl [options...] <url>\n"), text);
    assertTrue(text.contains("--version"), text);
    assertTrue(text.contains("auth, connection, curl, "), text);
  }

  @Test
  void aCategoryHasItsOptions() {
    assertEquals(
        "file: FILE protocol\n"
            + "     --create-file-mode <mode>  File mode for created files\n"
            + " -I, --head                     Show document info only\n"
            + " -l, --list-only                List only mode\n"
            + " -r, --range <range>            Retrieve only the bytes within RANGE\n",
        help("FILE"));
  }

  @Test
  void unknownCategoriesGetTheList() {
    String text = help("nothing-like-that");
    assertTrue(text.startsWith("Unknown category provided"), text);
    assertTrue(text.endsWith("\n verbose     Tracing, logging etc\n"), text);
  }

  @Test
  void anOptionHasItsPieceOfTheManual() {
    String text = help("--no-silent");
    assertTrue(text.startsWith("    -s, --silent\n"), text);
    assertTrue(text.contains("--no-silent"), text);
    assertEquals(text, new HelpTextTest().help("-s"));
    assertEquals("", test.err());
  }

  @Test
  void optionsThatAreNone() {
    assertEquals("", help("--badone"));
    assertEquals("", help("--no-url"));
    String line = "Incorrect option name to show help for, see curl -h\n";
    assertEquals(line + line, test.err());
  }

  @Test
  void theManualHasEveryOptionAndEveryCode() throws Exception {
    String text = Manual.text();
    for (OptionLine line : OptionLine.all()) {
      assertTrue(text.contains("    " + line.option().strip() + "\n"), line.option());
    }
    assertTrue(text.contains("    28  " + CurlCode.OPERATION_TIMEDOUT.strerror() + "\n"), text);
    assertEquals(-1, text.indexOf('@' + "OPTIONS"));
    assertEquals(-1, text.indexOf('@' + "CODES"));
  }
}
