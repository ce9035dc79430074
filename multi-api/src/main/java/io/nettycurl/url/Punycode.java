package io.nettycurl.url;

/**
 * Any thread; no state. One label of a host name beyond ASCII, written in ASCII.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3492">RFC 3492</a>
 */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;

  private Punycode() {}

  static String encode(String label) {
    int[] input = label.codePoints().toArray();
    StringBuilder out = new StringBuilder(label.length() + 8);
    for (int c : input) {
      if (c < FIRST_CODE) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int code = FIRST_CODE;
    int bias = FIRST_BIAS;
    long delta = 0;
    int done = basic;
    while (done < input.length) {
      int next = smallestFrom(input, code);
      delta += (long) (next - code) * (done + 1);
      code = next;
      for (int c : input) {
        if (c < code) {
          delta++;
        } else if (c == code) {
          appendDelta(out, delta, bias);
          bias = adapt(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      code++;
    }
    return out.toString();
  }

  private static int smallestFrom(int[] input, int from) {
    int smallest = Integer.MAX_VALUE;
    for (int c : input) {
      if (c >= from && c < smallest) {
        smallest = c;
      }
    }
    return smallest;
  }

  private static void appendDelta(StringBuilder out, long delta, int bias) {
    long rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (rest < threshold) {
        break;
      }
      out.append(digit((int) (threshold + (rest - threshold) % (BASE - threshold))));
      rest = (rest - threshold) / (BASE - threshold);
    }
    out.append(digit((int) rest));
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_MIN, Math.min(T_MAX, k - bias));
  }

  private static int adapt(long delta, int points, boolean first) {
    long rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
  }

  /** The label; null if the text is not Punycode. */
  static String decode(String text) {
    int hyphen = text.lastIndexOf('-');
    StringBuilder out = new StringBuilder(text.length());
    if (hyphen > 0) {
      out.append(text, 0, hyphen);
    }
    if (!IdnName.isAscii(out.toString())) {
      return null;
    }
    long code = FIRST_CODE;
    int bias = FIRST_BIAS;
    long index = 0;
    int points = out.length();
    for (int at = hyphen > 0 ? hyphen + 1 : 0; at < text.length(); ) {
      long before = index;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < text.length() ? value(text.charAt(at++)) : -1;
        if (digit < 0) {
          return null;
        }
        index += digit * weight;
        int threshold = threshold(k, bias);
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (index > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
          return null;
        }
      }
      points++;
      bias = adapt(index - before, points, before == 0);
      code += index / points;
      index %= points;
      if (code > Character.MAX_CODE_POINT) {
        return null;
      }
      out.insert(out.offsetByCodePoints(0, (int) index), Character.toChars((int) code));
      index++;
    }
    return out.toString();
  }

  private static int value(char c) {
    if (PercentCoding.isDigit(c)) {
      return c - '0' + 26;
    }
    return PercentCoding.isAlpha(c) ? (c | 0x20) - 'a' : -1;
  }
}
