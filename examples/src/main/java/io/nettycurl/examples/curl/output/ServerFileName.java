package io.nettycurl.examples.curl.output;

/** Any thread; no state. File names that servers propose: never more than a plain name. */
final class ServerFileName {
  private static final String FILENAME = "filename=";

  private ServerFileName() {}

  /** Out of a Location header's value; null if there is none. */
  static String fromLocation(String value) {
    String name = trimStart(value);
    name = cut(cut(name, '?'), '#');
    return plain(name);
  }

  /** Out of a Content-Disposition header's value; null if there is none. */
  static String fromDisposition(String value) {
    int at = 0;
    while (true) {
      while (at < value.length() && !isLetter(value.charAt(at))) {
        at++;
      }
      if (at >= value.length() - FILENAME.length()) {
        return null;
      }
      if (value.startsWith(FILENAME, at)) {
        String name = trimStart(value.substring(at + FILENAME.length()));
        char stop = ';';
        if (name.startsWith("\"") || name.startsWith("'")) {
          stop = name.charAt(0);
          name = name.substring(1);
        }
        return plain(cut(name, stop));
      }
      int semicolon = value.indexOf(';', at);
      if (semicolon < 0) {
        return null;
      }
      at = semicolon;
    }
  }

  /** Only what is behind the last separator, of either kind. */
  private static String plain(String name) {
    String line = cut(cut(name, '\r'), '\n');
    int separator = Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\'));
    String last = line.substring(separator + 1);
    return last.isEmpty() ? null : last;
  }

  private static String cut(String text, char at) {
    int index = text.indexOf(at);
    return index < 0 ? text : text.substring(0, index);
  }

  private static String trimStart(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.substring(at);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
