package io.nettycurl.http.request;

import java.util.List;

/**
 * Any thread; no state. The rules of HTTPHEADER: "X: y" adds or replaces, "X:" removes, "X;" sends
 * an empty field.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPHEADER.html">CURLOPT_HTTPHEADER(3)</a>
 */
public final class CustomHeaders {
  private CustomHeaders() {}

  /**
   * The first line about a name.
   *
   * @param lines the user's; may be null
   * @param name the field's name
   * @return the line; null if there is none
   */
  public static String find(List<String> lines, String name) {
    if (lines == null) {
      return null;
    }
    for (String line : lines) {
      if (isAbout(line, name)) {
        return line;
      }
    }
    return null;
  }

  /** Whether a line is about a name: the name and then a colon or a semicolon. */
  public static boolean isAbout(String line, String name) {
    int end = name.length();
    return line.length() > end
        && (line.charAt(end) == ':' || line.charAt(end) == ';')
        && line.regionMatches(true, 0, name, 0, end);
  }

  /** The value in a line that {@link #find} gave, without blanks around it. */
  public static String value(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
      end++;
    }
    return end == line.length() ? "" : trim(line, end + 1, line.length());
  }

  /** Whether the value of a line holds an element, as in a comma separated list. */
  public static boolean says(String line, String token) {
    for (String element : value(line).split(",", -1)) {
      String trimmed = trim(element, 0, element.length());
      if (trimmed.regionMatches(true, 0, token, 0, token.length())
          && (trimmed.length() == token.length() || isBlank(trimmed.charAt(token.length())))) {
        return true;
      }
    }
    return false;
  }

  /** The name of a field to be sent empty ("X;"); null if the line is not of that form. */
  public static String emptied(String line) {
    int semicolon = line.indexOf(';');
    boolean last = semicolon > 0 && semicolon == line.length() - 1;
    return last && line.indexOf(':') < 0 ? trim(line, 0, semicolon) : null;
  }

  /** The name of a field to be sent as it stands; null for a removed or malformed one. */
  public static String named(String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || trim(line, colon + 1, line.length()).isEmpty()) {
      return null;
    }
    return trim(line, 0, colon);
  }

  private static String trim(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
