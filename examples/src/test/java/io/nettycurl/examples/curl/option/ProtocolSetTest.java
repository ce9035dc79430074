package io.nettycurl.examples.curl.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nettycurl.examples.curl.TestConsole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolSetTest {
  private static final List<String> KNOWN = List.of("file", "ftp", "http", "https");
  private final TestConsole test = new TestConsole();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=https            | https",
        "=https,http       | http,https",
        "-all,https        | https",
        "-ftp,-file        | http,https",
        "all               | file,ftp,http,https",
        "-all,+HTTP        | http",
        ",,=ftp,           | ftp",
      })
  void listsChangeTheSet(String list, String expected) throws Exception {
    assertEquals(expected, new ProtocolSet(KNOWN, KNOWN, test.messages).change(list));
  }

  @Test
  void nothingLeftIsAFault() {
    assertThrows(
        ParameterException.class,
        () -> new ProtocolSet(KNOWN, KNOWN, test.messages).change("-all"));
    assertThrows(
        ParameterException.class, () -> new ProtocolSet(KNOWN, KNOWN, test.messages).change("=x"));
    assertEquals("Warning: unrecognized protocol 'x'\n", test.err());
  }
}
