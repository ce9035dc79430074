package io.nettycurl.examples.curl.url;

import java.util.List;

/**
 * Owned by the command's thread. A URL with sets {a,b} and ranges [1-9:2] in it, and all that it
 * stands for, one after the other.
 */
public final class UrlGlob {
  private static final int MAX_NAME = 64;

  private final List<GlobPart> parts;
  private boolean started;

  UrlGlob(List<GlobPart> parts) {
    this.parts = parts;
  }

  /**
   * Takes a pattern apart.
   *
   * @param pattern the URL
   * @return the pattern, before its first value
   * @throws GlobException if its braces and brackets make no sense
   */
  public static UrlGlob parse(String pattern) throws GlobException {
    return new UrlGlob(new GlobParser(pattern).parse());
  }

  /** A URL in which nothing is special. */
  public static UrlGlob literal(String url) {
    return new UrlGlob(List.of(new GlobPart.Choice(0, null, List.of(url))));
  }

  /** How many URLs it stands for. */
  public long size() {
    long size = 1;
    for (GlobPart part : parts) {
      size *= part.size();
    }
    return size;
  }

  /** The next URL; null after the last. The part furthest to the right changes first. */
  public String next() {
    if (started) {
      int i = parts.size() - 1;
      while (i >= 0 && !parts.get(i).advance()) {
        i--;
      }
      if (i < 0) {
        return null;
      }
    }
    started = true;
    StringBuilder url = new StringBuilder();
    for (GlobPart part : parts) {
      url.append(part.value());
    }
    return url.toString();
  }

  /**
   * Fills the current values into a file name: #1 for the first set or range, #&lt;name&gt; for a
   * named one.
   *
   * @param template the name
   * @param glob of the URL, or null
   * @param other of the upload file, looked into for names, or null
   * @return the name to use
   * @throws GlobException if there is no such name
   */
  public static String fill(String template, UrlGlob glob, UrlGlob other) throws GlobException {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      int end = c == '#' ? referenceEnd(template, at) : at;
      GlobPart part = end == at ? null : find(template, at, end, glob, other);
      if (part == null) {
        out.append(c);
        at++;
      } else {
        out.append(part.value());
        at = end;
      }
    }
    return out.toString();
  }

  /** Where a reference ends; where it starts if it is none. */
  private static int referenceEnd(String template, int at) {
    int end = at + 1;
    if (end < template.length() && template.charAt(end) == '<') {
      int close = template.indexOf('>', end);
      return close > end + 1 && close - end - 1 <= MAX_NAME ? close + 1 : at;
    }
    while (end < template.length() && isDigit(template.charAt(end))) {
      end++;
    }
    return end == at + 1 ? at : end;
  }

  private static GlobPart find(String template, int at, int end, UrlGlob glob, UrlGlob other)
      throws GlobException {
    if (template.charAt(at + 1) != '<') {
      return glob == null ? null : glob.numbered(template.substring(at + 1, end));
    }
    String name = template.substring(at + 2, end - 1);
    GlobPart part = glob == null ? null : glob.named(name);
    if (part == null && other != null) {
      part = other.named(name);
    }
    if (part == null) {
      throw new GlobException("no glob exists with this name", end);
    }
    return part;
  }

  private GlobPart numbered(String digits) {
    int number = digits.length() > 5 ? 0 : Integer.parseInt(digits);
    for (GlobPart part : parts) {
      if (number > 0 && part.number == number) {
        return part;
      }
    }
    return null;
  }

  private GlobPart named(String name) {
    for (GlobPart part : parts) {
      if (name.equals(part.name)) {
        return part;
      }
    }
    return null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
