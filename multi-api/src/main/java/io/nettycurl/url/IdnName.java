package io.nettycurl.url;

import java.text.Normalizer;

/**
 * Any thread; no state. Host names beyond ASCII: to the form that DNS knows and back.
 *
 * <p>Mapping as UTS 46 does it, not transitional: characters are taken to lower case and to their
 * compatibility forms, the ideographic full stops are dots, soft hyphens and the like vanish; the
 * sharp s and the final sigma stay what they are.
 *
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46</a>
 */
final class IdnName {
  private static final String ACE = "xn--";
  private static final int MAX_LABEL = 63;
  private static final int MAX_NAME = 253;

  private IdnName() {}

  static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The name in ASCII; null if it has none. */
  static String toAscii(String name) {
    String mapped = map(name);
    if (mapped == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(mapped.length() + 16);
    for (String label : mapped.split("\\.", -1)) {
      String ascii = isAscii(label) ? label : encodeLabel(label);
      if (ascii == null || ascii.length() > MAX_LABEL) {
        return null;
      }
      out.append(out.length() == 0 ? "" : ".").append(ascii);
    }
    int length = out.length() - (mapped.endsWith(".") ? 1 : 0);
    return length == 0 || length > MAX_NAME ? null : out.toString();
  }

  private static String encodeLabel(String label) {
    return LabelRules.isValid(label) ? ACE + Punycode.encode(label) : null;
  }

  private static String map(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); ) {
      int codePoint = name.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isDot(codePoint)) {
        out.append('.');
      } else if (!LabelRules.isIgnored(codePoint)) {
        out.appendCodePoint(codePoint);
      }
    }
    String folded = lower(Normalizer.normalize(lower(out.toString()), Normalizer.Form.NFKC));
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Code point by code point, since a string as a whole has a rule for the final sigma. */
  private static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(Character.toLowerCase(c)));
    return out.toString();
  }

  private static boolean isDot(int c) {
    return c == 0x3002 || c == 0xFF0E || c == 0xFF61;
  }

  /** The name with its encoded labels decoded; null if one cannot be. */
  static String toUnicode(String name) {
    StringBuilder out = new StringBuilder(name.length());
    boolean first = true;
    for (String label : name.split("\\.", -1)) {
      String decoded = label;
      if (label.regionMatches(true, 0, ACE, 0, ACE.length())) {
        decoded = Punycode.decode(label.substring(ACE.length()));
        if (decoded == null || !label.equalsIgnoreCase(toAscii(decoded))) {
          return null;
        }
      }
      out.append(first ? "" : ".").append(decoded);
      first = false;
    }
    return out.toString();
  }
}
