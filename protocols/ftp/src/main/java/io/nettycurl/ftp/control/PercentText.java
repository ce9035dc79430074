package io.nettycurl.ftp.control;

import java.nio.charset.StandardCharsets;

/** Any thread; no state. The percent-encoding of a URL's path. */
final class PercentText {
  private static final int FIRST_PRINTABLE = 0x20;

  private PercentText() {}

  /**
   * Undoes it.
   *
   * @param written as in the URL
   * @return the bytes, one character each; null if one of them is a control byte
   */
  static String decode(String written) {
    byte[] in = written.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int value = in[i] & 0xff;
      int decoded = value == '%' ? hexPair(in, i + 1) : -1;
      if (decoded >= 0) {
        value = decoded;
        i += 2;
      }
      if (value < FIRST_PRINTABLE) {
        return null;
      }
      out[length++] = (byte) value;
    }
    return new String(out, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static int hexPair(byte[] in, int at) {
    if (at + 1 >= in.length) {
      return -1;
    }
    int high = Character.digit(in[at], 16);
    int low = Character.digit(in[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
