package io.nettycurl.url;

/** Any thread; no state. What may stand in one label of a host name beyond ASCII. */
final class LabelRules {
  private LabelRules() {}

  /** Whether a code point vanishes from names. */
  static boolean isIgnored(int c) {
    return c == 0xAD
        || c == 0x34F
        || c >= 0x180B && c <= 0x180D
        || c == 0x200B
        || c == 0x2060
        || c == 0x2064
        || c == 0xFEFF
        || c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0100 && c <= 0xE01EF;
  }

  static boolean isValid(String label) {
    if (label.startsWith("-") || label.endsWith("-") || isMark(label.codePointAt(0))) {
      return false;
    }
    if (label.length() > 3 && label.charAt(2) == '-' && label.charAt(3) == '-') {
      return false;
    }
    return label.codePoints().allMatch(LabelRules::mayStand);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean mayStand(int c) {
    if (c < 0x80) {
      return PercentCoding.isAlphanumeric((char) c) || c == '-' || c == '_';
    }
    switch (Character.getType(c)) {
      case Character.LOWERCASE_LETTER:
      case Character.OTHER_LETTER:
      case Character.MODIFIER_LETTER:
      case Character.NON_SPACING_MARK:
      case Character.COMBINING_SPACING_MARK:
      case Character.DECIMAL_DIGIT_NUMBER:
        return true;
      default:
        return c == 0xB7 || c == 0x30FB || c == 0x375 || c == 0x5F3 || c == 0x5F4;
    }
  }
}
