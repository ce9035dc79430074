package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HexDumpTest {
  private static String dump(String data, boolean hex) {
    StringBuilder out = new StringBuilder();
    HexDump.append(out, "T", data.getBytes(StandardCharsets.ISO_8859_1), hex);
    return out.toString();
  }

  @Test
  void hexShowsSixteenBytesALine() {
    assertEquals(
        "T, 18 bytes (0x12)\n"
            + "0000: 48 54 54 50 2f 31 2e 31 20 32 30 30 0d 0a 41 3a HTTP/1.1 200..A:\n"
            + "0010: 20 62                                            b\n",
        dump("HTTP/1.1 200\r\nA: b", true));
  }

  @Test
  void textEndsItsLinesWhereTheDataDoes() {
    assertEquals(
        "T, 21 bytes (0x15)\n0000: GET / HTTP/1.1\n0010: A: b.\n",
        dump("GET / HTTP/1.1\r\nA: b\u0001", false));
  }

  @Test
  void textShowsSixtyFourBytesALine() {
    String line = "x".repeat(64);
    assertEquals("T, 66 bytes (0x42)\n0000: " + line + "\n", dump(line + "\r\n", false));
    assertEquals("T, 65 bytes (0x41)\n0000: " + line + "\n0040: y\n", dump(line + "y", false));
  }
}
