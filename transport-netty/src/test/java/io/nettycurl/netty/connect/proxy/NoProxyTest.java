package io.nettycurl.netty.connect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|www.example.com|false",
        "''|www.example.com|false",
        "*|www.example.com|true",
        "*,other|www.example.com|false",
        "example.com|www.example.com|true",
        ".example.com|www.example.com|true",
        ".example.com|example.com|true",
        "example.com|example.com|true",
        "EXAMPLE.com|example.COM|true",
        "example.com.|example.com|true",
        "example.com|example.com.|true",
        "example.com|nonexample.com|false",
        "www.example.com|example.com|false",
        "a,b , example.com|example.com|true",
        "a,,,example.com|example.com|true",
        "a example.com|example.com|false",
        "192.168.0.1|192.168.0.1|true",
        "192.168.0.1|192.168.0.2|false",
        "192.168.0.0/16|192.168.7.9|true",
        "192.168.0.0/17|192.168.200.9|false",
        "192.168.0.0/32|192.168.0.0|true",
        "192.168.0.0/33|192.168.0.0|false",
        "192.168.0.0/x|192.168.0.0|false",
        "192.168.0.0/|192.168.0.0|false",
        "192.168.0.1/0|192.168.0.1|true",
        "192.168.0.1/0|10.0.0.1|false",
        "fe80::/10|fe81::1|true",
        "fe80::/10|fec0::1|false",
        "fd00::1|fd00:0::1|true",
        "fd00::/129|fd00::1|false",
        "192.168.0.0/16|fd00::1|false",
        "168.0.1|192.168.0.1|false",
        "example.com/16|example.com|false",
      })
  void table(String list, String host, boolean matches) {
    assertEquals(matches, NoProxy.matches(list, host));
  }
}
