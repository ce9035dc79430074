package io.nettycurl.url;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Any thread; no state. The mapping step for host names beyond ASCII: letters to lower case,
 * compatibility forms to plain ones, all kinds of full stop to a dot, invisible characters away.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/#Processing">UTS 46, 4</a>
 */
final class IdnMapping {
  private static final int SHARP_S = 0xDF;
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int DOTLESS_I = 0x131;
  private static final int CAPITAL_SHARP_S = 0x1E9E;

  private IdnMapping() {}

  /** The mapped name; null if it has a character that no name may have. */
  static String map(String name, boolean transitional) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      if (isDot(c)) {
        out.append('.');
      } else if (isDeviation(c)) {
        appendDeviation(out, c, transitional);
      } else if (!isIgnored(c)) {
        String mapped = c < 0x80 ? String.valueOf((char) (c | lowerBit(c))) : fold(c);
        if (mapped == null) {
          return null;
        }
        out.append(mapped);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static int lowerBit(int c) {
    return c >= 'A' && c <= 'Z' ? 0x20 : 0;
  }

  private static boolean isDot(int c) {
    return c == 0x3002 || c == 0xFF0E || c == 0xFF61;
  }

  private static boolean isDeviation(int c) {
    return c == SHARP_S || c == FINAL_SIGMA || c == NON_JOINER || c == JOINER;
  }

  private static void appendDeviation(StringBuilder out, int c, boolean transitional) {
    if (!transitional) {
      out.appendCodePoint(c);
    } else if (c == SHARP_S) {
      out.append("ss");
    } else if (c == FINAL_SIGMA) {
      out.append('\u03C3');
    }
  }

  private static boolean isIgnored(int c) {
    return c == 0xAD
        || c == 0x34F
        || (c >= 0x180B && c <= 0x180D)
        || c == 0x200B
        || c == 0x2060
        || c == 0x2064
        || c == 0xFEFF
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** A character beyond ASCII, folded; null if it may not stand in a name. */
  private static String fold(int c) {
    if (LabelRules.isRefused(c)) {
      return null;
    }
    String plain = Normalizer.normalize(foldCase(c), Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder();
    plain.codePoints().forEach(each -> out.append(foldCase(each)));
    String mapped = Normalizer.normalize(out, Normalizer.Form.NFKC);
    return mapped.codePoints().anyMatch(LabelRules::isDelimiter) ? null : mapped;
  }

  /** Up and down again gives the full folding, but where the two directions do not match. */
  private static String foldCase(int c) {
    String text = Character.toString(c);
    if (c == DOTLESS_I || (c >= 0x13A0 && c <= 0x13F5)) {
      return text;
    }
    if (c == CAPITAL_SHARP_S) {
      return "ss";
    }
    if (c >= 0x13F8 && c <= 0x13FD) {
      return Character.toString(c - 8);
    }
    if (c >= 0xAB70 && c <= 0xABBF) {
      return Character.toString(c - 0xAB70 + 0x13A0);
    }
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
