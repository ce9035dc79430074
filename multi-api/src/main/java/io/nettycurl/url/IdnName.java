package io.nettycurl.url;

import io.nettycurl.spi.Ascii;

/**
 * Any thread; no state. Host names beyond ASCII: to the form that DNS knows and back.
 *
 * <p>As UTS 46 does it: first not transitional, so that the sharp s and the final sigma stay what
 * they are, then transitional if that gives no name. What Unicode has, and how letters fold, comes
 * from the Java runtime; a character newer than the runtime is refused. The direction rule of RFC
 * 5893 is not applied. A character that would turn into a delimiter of URLs is refused, which
 * libcurl lets pass.
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
    String strict = encode(IdnMapping.map(name, false));
    return strict != null ? strict : encode(IdnMapping.map(name, true));
  }

  private static String encode(String mapped) {
    if (mapped == null || mapped.isEmpty()) {
      return null;
    }
    StringBuilder out = new StringBuilder(mapped.length() + 16);
    String[] labels = mapped.split("\\.", -1);
    for (int i = 0; i < labels.length; i++) {
      String ascii = encodeLabel(labels[i]);
      if (ascii == null || ascii.length() > MAX_LABEL) {
        return null;
      }
      out.append(i == 0 ? "" : ".").append(ascii);
    }
    int length = out.length() - (mapped.endsWith(".") ? 1 : 0);
    return length == 0 || length > MAX_NAME ? null : out.toString();
  }

  private static String encodeLabel(String label) {
    if (isAscii(label)) {
      return label;
    }
    return LabelRules.isValid(label) ? ACE + Punycode.encode(label) : null;
  }

  /** The name with its encoded labels decoded; null if one cannot be. */
  static String toUnicode(String name) {
    StringBuilder out = new StringBuilder(name.length());
    boolean first = true;
    for (String label : name.split("\\.", -1)) {
      String decoded = label;
      if (Ascii.startsWithIgnoreCase(label, 0, ACE)) {
        decoded = Punycode.decode(Ascii.lower(label.substring(ACE.length())));
        if (decoded == null || !Ascii.equalsIgnoreCase(label, encode(decoded))) {
          return null;
        }
      }
      out.append(first ? "" : ".").append(decoded);
      first = false;
    }
    return out.toString();
  }
}
