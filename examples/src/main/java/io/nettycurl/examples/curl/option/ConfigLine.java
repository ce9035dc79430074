package io.nettycurl.examples.curl.option;

/**
 * One line of a file of options, taken apart.
 *
 * @param option the option, with its dashes if it has some
 * @param value its argument; null if there is none
 * @param singleQuoted whether the argument starts with a quote that means nothing here
 * @param moreFollows whether there is something behind an argument without quotes
 */
record ConfigLine(String option, String value, boolean singleQuoted, boolean moreFollows) {

  static ConfigLine parse(String line) {
    boolean dashed = line.startsWith("-");
    int end = 0;
    while (end < line.length() && !isBlank(line.charAt(end)) && !separates(line, end, dashed)) {
      end++;
    }
    String option = line.substring(0, end);
    int at = end < line.length() ? end + 1 : end;
    while (at < line.length() && (isBlank(line.charAt(at)) || separates(line, at, dashed))) {
      at++;
    }
    if (at < line.length() && line.charAt(at) == '"') {
      return new ConfigLine(option, unquoted(line, at + 1), false, false);
    }
    int stop = at;
    while (stop < line.length() && !isSpace(line.charAt(stop))) {
      stop++;
    }
    String value = stop == at ? null : line.substring(at, stop);
    boolean quote = at < line.length() && line.charAt(at) == '\'';
    return new ConfigLine(option, value, quote, more(line, stop));
  }

  /** An equals sign or a colon parts option and argument, but not behind dashes. */
  private static boolean separates(String line, int at, boolean dashed) {
    return !dashed && (line.charAt(at) == '=' || line.charAt(at) == ':');
  }

  private static boolean more(String line, int stop) {
    int at = stop + 1;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    if (at >= line.length()) {
      return false;
    }
    char c = line.charAt(at);
    return c != '\r' && c != '#';
  }

  private static String unquoted(String line, int from) {
    StringBuilder out = new StringBuilder(line.length() - from);
    for (int at = from; at < line.length() && line.charAt(at) != '"'; at++) {
      char c = line.charAt(at);
      if (c == '\\') {
        at++;
        if (at == line.length()) {
          break;
        }
        c = escaped(line.charAt(at));
      }
      out.append(c);
    }
    return out.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'v' -> '\u000B';
      default -> c;
    };
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
