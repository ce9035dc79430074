package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nettycurl.CurlCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "host:80:other:81|other:81",
        "HOST:80:other:81|other:81",
        "::other:81|other:81",
        ":80:other:|other:80",
        "host::other|other:80",
        "host:80::81|host:81",
        "host:80:[fd00::1]:81|[fd00::1]:81",
        "host:81:other:81|-",
        "hos:80:other:81|-",
        "host.test:80:other:81|-",
        "host:80:|-",
        "host:80:host:80|-",
        "host|-",
      })
  void connectTo(String entry, String target) throws ConnectFailure {
    Hop hop = Hop.connectTo(List.of(entry), "host", 80);
    assertEquals(target, hop == null ? null : hop.authority());
  }

  @Test
  void numericIpv6IsMatchedInBrackets() throws ConnectFailure {
    Hop hop = Hop.connectTo(List.of("[::1]:80:other:81"), "::1", 80);
    assertEquals("other:81", hop.authority());
  }

  @Test
  void firstMatchWins() throws ConnectFailure {
    Hop hop = Hop.connectTo(List.of("no:80:a:1", "host:80:b:2", "host:80:c:3"), "host", 80);
    assertEquals("b:2", hop.authority());
  }

  @ParameterizedTest
  @CsvSource({"host:80:[::1:81", "host:80:other:x", "host:80:other:99999"})
  void malformedIsFortyNine(String entry) {
    ConnectFailure failure =
        assertThrows(ConnectFailure.class, () -> Hop.connectTo(List.of(entry), "host", 80));
    assertEquals(CurlCode.SETOPT_OPTION_SYNTAX, failure.code());
  }
}
