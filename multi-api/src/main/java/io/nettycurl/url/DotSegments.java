package io.nettycurl.url;

import io.nettycurl.spi.Ascii;

/**
 * Any thread; no state. Takes "." and ".." out of a path, also where the dots are written as %2E.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986, 5.2.4</a>
 */
final class DotSegments {
  private DotSegments() {}

  /** The path without dot segments; the same string where it has none. */
  static String remove(String path) {
    return mayHaveAny(path) ? removeFrom(path) : path;
  }

  private static boolean mayHaveAny(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (dotAt(path, slash + 1) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How many characters the dot at an index takes; 0 if there is no dot. */
  private static int dotAt(String path, int at) {
    if (at < path.length() && path.charAt(at) == '.') {
      return 1;
    }
    return Ascii.startsWithIgnoreCase(path, at, "%2e") ? 3 : 0;
  }

  private static String removeFrom(String path) {
    StringBuilder out = new StringBuilder(path.length());
    int at = 0;
    while (at < path.length()) {
      int next = path.indexOf('/', at + 1);
      int end = next < 0 ? path.length() : next;
      int dots = path.charAt(at) == '/' ? dotsIn(path, at + 1, end) : 0;
      if (dots == 0) {
        out.append(path, at, end);
      } else {
        if (dots == 2) {
          dropLastSegment(out);
        }
        if (next < 0) {
          out.append('/');
        }
      }
      at = end;
    }
    return out.toString();
  }

  /** 1 for ".", 2 for "..", 0 for any other segment. */
  private static int dotsIn(String path, int from, int to) {
    int first = dotAt(path, from);
    if (first == 0) {
      return 0;
    }
    if (from + first == to) {
      return 1;
    }
    int second = dotAt(path, from + first);
    return second > 0 && from + first + second == to ? 2 : 0;
  }

  private static void dropLastSegment(StringBuilder out) {
    int slash = out.lastIndexOf("/");
    if (slash >= 0) {
      out.setLength(slash);
    }
  }
}
