package io.nettycurl.netty.connect.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nettycurl.netty.connect.dns.NumericAddress;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalEndTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "eth0, -, -, eth0",
        "10.0.0.1, -, -, 10.0.0.1",
        "if!eth0, eth0, -, -",
        "host!name.test, -, name.test, -",
        "ifhost!eth0!10.0.0.1, eth0, 10.0.0.1, -",
      })
  void reads(String text, String device, String host, String either) {
    assertEquals(new LocalEnd(device, host, either, 0, 1), LocalEnd.of(text, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "eth0, true",
    "if!eth0, true",
    "if!, false",
    "host!, false",
    "ifhost!a, false",
    "ifhost!a!, false",
    "ifhost!a!b, true",
    "'', false"
  })
  void valid(String text, boolean valid) {
    assertEquals(valid, LocalEnd.valid(text));
  }

  @Test
  void nothingAskedIsNull() {
    assertNull(LocalEnd.of(null, 0, 1));
    assertNull(LocalEnd.of("", 0, 1));
    assertEquals(new LocalEnd(null, null, null, 4000, 5), LocalEnd.of(null, 4000, 5));
  }

  @Test
  void numbersFitTheirFamilyOnly() {
    LocalEnd end = LocalEnd.of("host!10.0.0.1", 0, 1);
    InetAddress address = NumericAddress.parse("10.0.0.1", 0);
    assertNull(end.nameToResolve());
    assertEquals(address, end.address(false, null));
    assertNull(end.address(true, null));
  }

  @Test
  void interfacesGiveTheirAddress() {
    LocalEnd end = LocalEnd.of("lo", 0, 1);
    assertNull(end.nameToResolve());
    assertEquals(NumericAddress.parse("127.0.0.1", 0), end.address(false, null));
  }

  @Test
  void namesAreLookedUp() {
    LocalEnd end = LocalEnd.of("name.test", 0, 1);
    assertEquals("name.test", end.nameToResolve());
    InetAddress found = NumericAddress.parse("10.0.0.9", 0);
    assertEquals(found, end.address(false, found));
  }
}
