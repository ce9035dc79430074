package io.nettycurl.netty.connect.tls;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Immutable. Reads the common name out of an encoded distinguished name. */
final class SubjectName {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OBJECT_ID = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int BMP_STRING = 0x1e;
  private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

  private SubjectName() {}

  /**
   * The most significant common name, which is the last one.
   *
   * @param encoded a Name in DER
   * @return the text; null if there is none
   */
  static String lastCommonName(byte[] encoded) {
    String last = null;
    Der name = new Der(encoded).enter(SEQUENCE);
    while (name.hasMore()) {
      Der set = name.enter(SET);
      while (set.hasMore()) {
        Der attribute = set.enter(SEQUENCE);
        boolean common = Arrays.equals(attribute.bytes(OBJECT_ID), COMMON_NAME);
        int tag = attribute.tag();
        byte[] value = attribute.bytes(tag);
        if (common) {
          last = new String(value, charset(tag));
        }
      }
    }
    return last;
  }

  private static Charset charset(int tag) {
    return tag == UTF8_STRING
        ? StandardCharsets.UTF_8
        : tag == BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
  }
}
