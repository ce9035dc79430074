package io.nettycurl.netty.connect.tls;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Immutable. Reads encoded distinguished names. */
final class SubjectName {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OBJECT_ID = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int BMP_STRING = 0x1e;
  private static final String COMMON_NAME = "2.5.4.3";

  /** OpenSSL's short names. */
  private static final Map<String, String> SHORT_NAMES =
      Map.ofEntries(
          Map.entry(COMMON_NAME, "CN"),
          Map.entry("2.5.4.4", "SN"),
          Map.entry("2.5.4.5", "serialNumber"),
          Map.entry("2.5.4.6", "C"),
          Map.entry("2.5.4.7", "L"),
          Map.entry("2.5.4.8", "ST"),
          Map.entry("2.5.4.9", "street"),
          Map.entry("2.5.4.10", "O"),
          Map.entry("2.5.4.11", "OU"),
          Map.entry("2.5.4.15", "businessCategory"),
          Map.entry("2.5.4.17", "postalCode"),
          Map.entry("2.5.4.42", "GN"),
          Map.entry("2.5.4.97", "organizationIdentifier"),
          Map.entry("1.2.840.113549.1.9.1", "emailAddress"),
          Map.entry("0.9.2342.19200300.100.1.1", "UID"),
          Map.entry("0.9.2342.19200300.100.1.25", "DC"),
          Map.entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
          Map.entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
          Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"));

  /**
   * One part of a name.
   *
   * @param type its object identifier, dotted
   * @param value its text
   */
  private record Attribute(String type, String value) {}

  private SubjectName() {}

  /**
   * The most significant common name, which is the last one.
   *
   * @param encoded a Name in DER
   * @return the text; null if there is none
   */
  static String lastCommonName(byte[] encoded) {
    String last = null;
    for (Attribute attribute : attributes(encoded)) {
      if (attribute.type().equals(COMMON_NAME)) {
        last = attribute.value();
      }
    }
    return last;
  }

  /**
   * A name as OpenSSL shows it.
   *
   * @param encoded a Name in DER
   */
  static String readable(byte[] encoded) {
    StringBuilder text = new StringBuilder();
    for (Attribute attribute : attributes(encoded)) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(SHORT_NAMES.getOrDefault(attribute.type(), attribute.type()))
          .append(" = ")
          .append(attribute.value());
    }
    return text.toString();
  }

  private static List<Attribute> attributes(byte[] encoded) {
    List<Attribute> found = new ArrayList<>();
    Der name = new Der(encoded).enter(SEQUENCE);
    while (name.hasMore()) {
      Der set = name.enter(SET);
      while (set.hasMore()) {
        Der attribute = set.enter(SEQUENCE);
        String type = dotted(attribute.bytes(OBJECT_ID));
        int tag = attribute.tag();
        found.add(new Attribute(type, new String(attribute.bytes(tag), charset(tag))));
      }
    }
    return found;
  }

  private static Charset charset(int tag) {
    return tag == UTF8_STRING
        ? StandardCharsets.UTF_8
        : tag == BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
  }

  private static String dotted(byte[] objectId) {
    StringBuilder text = new StringBuilder();
    BigInteger part = BigInteger.ZERO;
    for (byte octet : objectId) {
      part = part.shiftLeft(7).or(BigInteger.valueOf(octet & 0x7f));
      if (octet >= 0) {
        text.append(text.length() == 0 ? firstTwo(part.intValue()) : "." + part);
        part = BigInteger.ZERO;
      }
    }
    return text.toString();
  }

  /** The first two numbers share one. */
  private static String firstTwo(int both) {
    int first = Math.min(2, both / 40);
    return first + "." + (both - 40 * first);
  }
}
