package io.nettycurl.ftp.list;

import java.util.function.IntPredicate;

/**
 * Any thread; no state. Whether a name fits a shell pattern, as POSIX's fnmatch has it without
 * flags: {@code *}, {@code ?}, bracket expressions with ranges and classes, and the backslash that
 * takes the meaning from the character behind it. A bracket that is not closed stands for itself.
 * Takes time in proportion to the product of the lengths at worst, whatever the pattern is.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_WILDCARDMATCH.html">CURLOPT_WILDCARDMATCH(3)</a>
 */
public final class NamePattern {
  private static final int NONE = -1;

  private final String pattern;
  private final String name;
  private int at;
  private int in;

  private NamePattern(String pattern, String name) {
    this.pattern = pattern;
    this.name = name;
  }

  /**
   * Tells whether a name fits.
   *
   * @param pattern the pattern
   * @param name the name, all of which has to fit
   * @return whether it does
   */
  public static boolean matches(String pattern, String name) {
    return new NamePattern(pattern, name).run();
  }

  /** Only the last asterisk can still be of use: what the ones before it took is as good as any. */
  private boolean run() {
    int afterStar = NONE;
    int starTook = 0;
    while (true) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        afterStar = ++at;
        starTook = in;
      } else if (in == name.length()) {
        return at == pattern.length();
      } else if (at < pattern.length() && one()) {
        in++;
      } else if (afterStar == NONE) {
        return false;
      } else {
        at = afterStar;
        in = ++starTook;
      }
    }
  }

  /** Whether the next part of the pattern fits the next character; goes behind it if so. */
  private boolean one() {
    char wanted = pattern.charAt(at);
    char found = name.charAt(in);
    if (wanted == '[') {
      int end = bracketEnd(at + 1);
      if (end != NONE) {
        boolean fits = inBracket(at + 1, end, found);
        at = fits ? end + 1 : at;
        return fits;
      }
    } else if (wanted == '\\') {
      if (at + 1 == pattern.length() || pattern.charAt(at + 1) != found) {
        return false;
      }
      at += 2;
      return true;
    }
    if (wanted == '?' || wanted == found) {
      at++;
      return true;
    }
    return false;
  }

  private boolean negates(int from) {
    return from < pattern.length() && (pattern.charAt(from) == '!' || pattern.charAt(from) == '^');
  }

  /**
   * Where the bracket closes that opens before {@code from}; a bracket as the first stands in it.
   */
  private int bracketEnd(int from) {
    int first = negates(from) ? from + 1 : from;
    int i = first;
    while (i < pattern.length() && (i == first || pattern.charAt(i) != ']')) {
      int behindClass = behindClass(i);
      if (behindClass != NONE) {
        i = behindClass;
      } else {
        i += pattern.charAt(i) == '\\' ? 2 : 1;
      }
    }
    return i < pattern.length() ? i : NONE;
  }

  /** Behind a {@code [:name:]} at {@code from}; none if there is none. */
  private int behindClass(int from) {
    if (!pattern.startsWith("[:", from)) {
      return NONE;
    }
    int end = pattern.indexOf(":]", from + 2);
    return end < 0 || classOf(pattern.substring(from + 2, end)) == null ? NONE : end + 2;
  }

  private boolean inBracket(int from, int end, char found) {
    boolean negated = negates(from);
    boolean any = false;
    int i = negated ? from + 1 : from;
    while (i < end) {
      int behindClass = behindClass(i);
      if (behindClass != NONE) {
        any |= classOf(pattern.substring(i + 2, behindClass - 2)).test(found);
        i = behindClass;
        continue;
      }
      i = pattern.charAt(i) == '\\' ? i + 1 : i;
      char low = pattern.charAt(i++);
      char high = low;
      if (i + 1 < end && pattern.charAt(i) == '-') {
        int last = pattern.charAt(i + 1) == '\\' ? i + 2 : i + 1;
        // The wrong way round it is no range, but three characters.
        if (low <= pattern.charAt(last)) {
          high = pattern.charAt(last);
          i = last + 1;
        }
      }
      any |= low <= found && found <= high;
    }
    return any != negated;
  }

  private static IntPredicate classOf(String className) {
    return switch (className) {
      case "alnum" -> c -> isAlpha(c) || isDigit(c);
      case "alpha" -> NamePattern::isAlpha;
      case "blank" -> c -> c == ' ' || c == '\t';
      case "cntrl" -> c -> c < ' ' || c == 0x7f;
      case "digit" -> NamePattern::isDigit;
      case "graph" -> c -> c > ' ' && c < 0x7f;
      case "lower" -> c -> c >= 'a' && c <= 'z';
      case "print" -> c -> c >= ' ' && c < 0x7f;
      case "punct" -> c -> c > ' ' && c < 0x7f && !isAlpha(c) && !isDigit(c);
      case "space" -> c -> c == ' ' || c >= '\t' && c <= '\r';
      case "upper" -> c -> c >= 'A' && c <= 'Z';
      case "xdigit" -> c -> isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
      default -> null;
    };
  }

  private static boolean isAlpha(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
