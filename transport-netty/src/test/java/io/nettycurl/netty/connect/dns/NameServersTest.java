package io.nettycurl.netty.connect.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nettycurl.netty.testkit.NameServer;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameServersTest {
  private static NameServers servers(String list) {
    return new NameServers(list, null, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 | /10.0.0.1:53",
        "10.0.0.1:5353 | /10.0.0.1:5353",
        "fd00::1 | /[fd00:0:0:0:0:0:0:1]:53",
        "[fd00::1] | /[fd00:0:0:0:0:0:0:1]:53",
        "[fd00::1]:99 | /[fd00:0:0:0:0:0:0:1]:99"
      })
  void oneServer(String text, String address) {
    assertEquals(address, servers(text).addresses().get(0).toString());
    assertNull(servers(text).complaint());
  }

  @Test
  void several() {
    assertEquals(2, servers("10.0.0.1,10.0.0.2:5353").addresses().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name.test", "10.0.0.1:", "10.0.0.1:0", "10.0.0.1:x", "10.0.0.1,", "[::1"})
  void malformed(String text) {
    assertEquals("bad servers set", servers(text).complaint());
  }

  @Test
  void localAddressesAreOfTheirFamily() {
    assertNull(new NameServers(null, null, "127.0.0.1", "::1").complaint());
    assertEquals("bad DNS IPv4 address", new NameServers(null, null, "::1", null).complaint());
    assertEquals(
        "bad DNS IPv6 address", new NameServers(null, null, null, "127.0.0.1").complaint());
  }

  @Test
  void theSystemIsAskedUnlessAnOptionIsSet() {
    OptionValues options = new OptionValues();
    assertNull(NameServers.of(options));
    options.set(ConnectionOptions.DNS_SERVERS, "");
    assertNull(NameServers.of(options));
    options.set(ConnectionOptions.DNS_INTERFACE, "lo");
    assertEquals(new NameServers(null, "lo", null, null), NameServers.of(options));
  }

  @Test
  void asksTheServerFromTheAddressGiven() throws Exception {
    byte[] address = {10, 9, 8, 7};
    try (NameServer server = new NameServer(Map.of("host.test", address))) {
      Resolver.Lookup plain = DnsClient.of(servers(server.authority()));
      assertEquals(
          List.of(InetAddress.getByAddress(address)), List.of(plain.addressesOf("host.test")));
      assertThrows(UnknownHostException.class, () -> plain.addressesOf("other.test"));
      assertEquals(Set.of("host.test", "other.test"), Set.copyOf(server.asked()));

      server.askers().clear();
      NameServers from = new NameServers(server.authority(), null, "127.0.0.3", null);
      assertEquals(1, DnsClient.of(from).addressesOf("host.test").length);
      assertEquals(Set.of(InetAddress.getByName("127.0.0.3")), Set.copyOf(server.askers()));

      server.askers().clear();
      NameServers device = new NameServers(server.authority(), "lo", null, null);
      assertEquals(1, DnsClient.of(device).addressesOf("host.test").length);
      NameServers none = new NameServers(server.authority(), "none0", null, null);
      assertThrows(UnknownHostException.class, () -> DnsClient.of(none).addressesOf("host.test"));
    }
  }
}
