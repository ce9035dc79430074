package io.nettycurl.url;

/**
 * Any thread; no state. Reads an IPv6 address and writes it in its one short form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, 2.2</a>
 */
final class Ipv6Literal {
  private static final int WORDS = 8;

  private Ipv6Literal() {}

  /** The address in lower case with its longest run of zeros left out; null if it is none. */
  static String normalize(String text) {
    int[] words = parse(text);
    return words == null ? null : format(words);
  }

  private static int[] parse(String text) {
    int[] words = new int[WORDS];
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      if (count == WORDS) {
        return null;
      }
      int end = text.indexOf(':', at);
      String group = text.substring(at, end < 0 ? text.length() : end);
      if (end < 0 && group.indexOf('.') >= 0) {
        if (count > WORDS - 2 || !parseIpv4(group, words, count)) {
          return null;
        }
        count += 2;
        break;
      }
      int word = parseGroup(group);
      if (word < 0) {
        return null;
      }
      words[count++] = word;
      if (end < 0) {
        break;
      }
      at = end + 1;
      if (at == text.length()) {
        return null;
      }
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      }
    }
    return spread(words, count, gap);
  }

  /** Moves the words behind the gap to the end. */
  private static int[] spread(int[] words, int count, int gap) {
    if (gap < 0) {
      return count == WORDS ? words : null;
    }
    if (count == WORDS) {
      return null;
    }
    int behind = count - gap;
    for (int i = 1; i <= behind; i++) {
      words[WORDS - i] = words[count - i];
      words[count - i] = 0;
    }
    return words;
  }

  private static int parseGroup(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      int digit = PercentCoding.hexValue(group.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static boolean parseIpv4(String text, int[] words, int at) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      int octet = parseOctet(parts[i]);
      if (octet < 0) {
        return false;
      }
      words[at + i / 2] = (words[at + i / 2] << 8) | octet;
    }
    return true;
  }

  private static int parseOctet(String part) {
    if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      if (!PercentCoding.isDigit(part.charAt(i))) {
        return -1;
      }
      value = value * 10 + part.charAt(i) - '0';
    }
    return value <= 255 ? value : -1;
  }

  private static String format(int[] words) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < WORDS; i++) {
      int run = zerosFrom(words, i);
      if (run > length) {
        start = i;
        length = run;
      }
      i += run;
    }
    StringBuilder out = new StringBuilder(40);
    boolean mapped = start == 0 && (length == 6 || (length == 5 && words[5] == 0xFFFF));
    for (int i = 0; i < WORDS; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else if (mapped && i == 6) {
        appendSeparator(out);
        appendIpv4(out, words[6], words[7]);
        break;
      } else {
        appendSeparator(out);
        out.append(Integer.toHexString(words[i]));
      }
    }
    return out.toString();
  }

  private static void appendSeparator(StringBuilder out) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != ':') {
      out.append(':');
    }
  }

  private static int zerosFrom(int[] words, int from) {
    int to = from;
    while (to < WORDS && words[to] == 0) {
      to++;
    }
    return to - from;
  }

  private static void appendIpv4(StringBuilder out, int high, int low) {
    out.append(high >> 8).append('.').append(high & 255).append('.');
    out.append(low >> 8).append('.').append(low & 255);
  }
}
