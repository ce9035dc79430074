package io.nettycurl.netty.connect.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveEntryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host:80:127.0.0.1|host|80|127.0.0.1",
        "host:80:127.0.0.1,127.0.0.2|host|80|127.0.0.1 127.0.0.2",
        "host:80:[::1]|host|80|::1",
        "host:80:::1,127.0.0.1|host|80|::1 127.0.0.1",
        "host:80:127.0.0.1,,127.0.0.2|host|80|127.0.0.1 127.0.0.2",
        "host:80:,127.0.0.1|host|80|127.0.0.1",
        "[::1]:8080:127.0.0.1|::1|8080|127.0.0.1",
        "*:443:10.0.0.1|*|443|10.0.0.1",
      })
  void reads(String text, String host, int port, String addresses) {
    ResolveEntry entry = ResolveEntry.parse(text);
    assertEquals(host, entry.host());
    assertEquals(port, entry.port());
    assertTrue(entry.permanent());
    assertFalse(entry.remove());
    assertEquals(
        addresses,
        entry.addresses().stream().map(NumericAddress::text).collect(Collectors.joining(" ")));
  }

  @Test
  void plusGetsOld() {
    assertFalse(ResolveEntry.parse("+host:80:127.0.0.1").permanent());
  }

  @Test
  void minusRemoves() {
    ResolveEntry entry = ResolveEntry.parse("-host:80");
    assertTrue(entry.remove());
    assertEquals("host", entry.host());
    assertEquals(80, entry.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-host", "-host:", "-host:x", "-host:99999", ":80:127.0.0.1", "[::1:80"})
  void ignoresWhatLibcurlIgnores(String text) {
    assertSame(ResolveEntry.IGNORED, ResolveEntry.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "host:80",
        "host:80:",
        "host:x:127.0.0.1",
        "host:99999:127.0.0.1",
        "host:80:name",
        "host:80:127.0.0.1,name",
        "host:80:[::1",
        "host:80:127.0.0.256"
      })
  void refusesMalformed(String text) {
    assertNull(ResolveEntry.parse(text));
  }
}
