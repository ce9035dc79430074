package io.nettycurl.ftp.list;

import io.nettycurl.netty.spi.ByteRange;

/** Owned by the parser. A place in a line of a listing, that goes from field to field. */
final class LineCursor {
  private final String line;
  private int at;

  LineCursor(String text) {
    line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  boolean atEnd() {
    return at == line.length();
  }

  int position() {
    return at;
  }

  /** Whether the next character is one of these; goes behind it if so. */
  boolean skipOneOf(String characters) {
    boolean there = !atEnd() && characters.indexOf(line.charAt(at)) >= 0;
    at += there ? 1 : 0;
    return there;
  }

  boolean skip(String text) {
    boolean there = line.startsWith(text, at);
    at += there ? text.length() : 0;
    return there;
  }

  LineCursor skipBlanks() {
    while (skipOneOf(" ")) {
      // goes on
    }
    return this;
  }

  LineCursor skipDigits() {
    while (skipOneOf("0123456789")) {
      // goes on
    }
    return this;
  }

  /** What stands up to the next blank behind any blanks here; null if no blank follows. */
  String field() {
    skipBlanks();
    int end = line.indexOf(' ', at);
    if (end <= at) {
      return null;
    }
    String text = line.substring(at, end);
    at = end;
    return text;
  }

  /** A field that is a number; -1 if it is none. */
  long number() {
    String text = field();
    return text == null || !isDigits(text) ? -1 : ByteRange.number(text, 0, text.length());
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  String since(int from) {
    return line.substring(from, at);
  }

  /** What is left behind any blanks here; null if nothing is, or a CR is in it. */
  String rest() {
    skipBlanks();
    String text = line.substring(at);
    at = line.length();
    return text.isEmpty() || text.indexOf('\r') >= 0 ? null : text;
  }
}
