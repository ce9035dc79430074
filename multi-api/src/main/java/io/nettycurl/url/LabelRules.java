package io.nettycurl.url;

/**
 * Any thread; no state. What may stand in one label of a host name beyond ASCII.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/#Validity_Criteria">UTS 46, 4.1</a>
 */
final class LabelRules {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  /** Letters of the Arabic block that do not join to the letter after them. */
  private static final String NO_JOIN_AFTER =
      "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0671\u0672\u0673"
          + "\u0674\u0675\u0676\u0677\u0688\u0689\u068A\u068B\u068C\u068D\u068E\u068F\u0690\u0691"
          + "\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699\u06C0\u06C3\u06C4\u06C5\u06C6\u06C7"
          + "\u06C8\u06C9\u06CA\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06DD\u06EE\u06EF";

  /** Signs that end a consonant of a Brahmic script; the joiners mean something behind them. */
  private static final String VIRAMAS =
      "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA\u0F84"
          + "\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA8C4"
          + "\uA953\uA9C0\uAAF6\uABED";

  private LabelRules() {}

  /** Whether a character beyond ASCII may stand in no name, whatever it would fold to. */
  static boolean isRefused(int c) {
    switch (Character.getType(c)) {
      case Character.UNASSIGNED:
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.PRIVATE_USE:
      case Character.SURROGATE:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return true;
      default:
        return isFiller(c) || isRefusedLetter(c) || isRefusedSign(c);
    }
  }

  private static boolean isFiller(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x17B4 || c == 0x17B5;
  }

  private static boolean isRefusedSign(int c) {
    return c == 0x1680
        || c == 0x1806
        || (c >= 0x2FF0 && c <= 0x2FFB)
        || c == 0xFE12
        || c == 0xFFFC
        || c == 0xFFFD;
  }

  /** Capitals whose small letters came into Unicode later; UTS 46 refuses them for that. */
  private static boolean isRefusedLetter(int c) {
    return c == 0x4C0 || c == 0x2132 || c == 0x2183 || (c >= 0x10A0 && c <= 0x10C5);
  }

  /** Whether a folded character is ASCII other than what a name may consist of. */
  static boolean isDelimiter(int c) {
    return c < 0x80 && !PercentCoding.isAlphanumeric((char) c) && c != '-' && c != '_';
  }

  static boolean isValid(String label) {
    if (isMark(label.codePointAt(0)) || hasMisplacedHyphen(label)) {
      return false;
    }
    int[] points = label.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (c >= 0x80 && !(isJoiner(c) ? mayJoin(points, i) : !isRefused(c))) {
        return false;
      }
    }
    return true;
  }

  /** Two hyphens in the third and fourth place are kept for encodings such as "xn--". */
  private static boolean hasMisplacedHyphen(String label) {
    return label.startsWith("-") || label.endsWith("-") || label.startsWith("--", 2);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isJoiner(int c) {
    return c == NON_JOINER || c == JOINER;
  }

  /** RFC 5892, A.1 and A.2. */
  private static boolean mayJoin(int[] points, int at) {
    if (at == 0) {
      return false;
    }
    if (VIRAMAS.indexOf(points[at - 1]) >= 0) {
      return true;
    }
    int before = at - 1;
    while (before >= 0 && isMark(points[before])) {
      before--;
    }
    int after = at + 1;
    while (after < points.length && isMark(points[after])) {
      after++;
    }
    return points[at] == NON_JOINER
        && before >= 0
        && after < points.length
        && isArabicLetter(points[before])
        && NO_JOIN_AFTER.indexOf(points[before]) < 0
        && isArabicLetter(points[after]);
  }

  private static boolean isArabicLetter(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
  }
}
