package io.nettycurl.netty.connect.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherListTest {
  private static final String A = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String B = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
  private static final String C = "TLS_RSA_WITH_AES_128_CBC_SHA";
  private static final String D = "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
  private static final String NULL = "TLS_RSA_WITH_NULL_SHA256";
  private static final String NEW = "TLS_AES_128_GCM_SHA256";
  private static final List<String> ALL = List.of(A, B, C, D, NULL, NEW);

  private static String expand(String text) {
    StringBuilder letters = new StringBuilder();
    for (String cipher : CipherList.expand(text, ALL)) {
      letters.append(
          cipher.equals(A)
              ? 'A'
              : cipher.equals(B) ? 'B' : cipher.equals(C) ? 'C' : cipher.equals(D) ? 'D' : '?');
    }
    return letters.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ECDHE-RSA-AES128-GCM-SHA256|A",
        "TLS_RSA_WITH_AES_128_CBC_SHA:ECDHE-RSA-AES128-GCM-SHA256|CA",
        "ECDHE-RSA-AES128-GCM-SHA256,ECDHE-ECDSA-AES256-GCM-SHA384|AB",
        "DEFAULT|ABCD",
        "ALL:!RSA|ABD",
        "!RSA:ALL|ABD",
        "ALL:-RSA:AES128-SHA|ABDC",
        "ECDHE+AESGCM|AB",
        "CHACHA20:AESGCM:@STRENGTH|DAB",
        "ALL:+AESGCM|CDAB",
        "NO-SUCH|''",
      })
  void table(String text, String letters) {
    assertEquals(letters, expand(text));
  }

  @Test
  void newOnesHaveAListOfTheirOwn() {
    assertEquals(List.of(NEW), CipherList.expand13("TLS_AES_128_GCM_SHA256:TLS_NONE:" + A, ALL));
    assertTrue(CipherList.expand13("NONE", ALL).isEmpty());
  }
}
