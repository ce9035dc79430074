package io.nettycurl.netty.transfer;

import io.nettycurl.spi.Ascii;

/**
 * Owned by the scan that made it. The words of a netrc file: parted by blanks and line ends, or in
 * quotes with backslashes before what is meant otherwise.
 */
final class NetrcWords {
  private static final int MAX_WORD = 4096;

  private final String text;
  private final StringBuilder word = new StringBuilder();
  private int at;
  private boolean literal;
  private boolean broken;

  NetrcWords(String text) {
    this.text = text;
  }

  /**
   * Moves to the next word.
   *
   * @param asLiteral whether it is a value, whatever it looks like
   * @return false at the end, and where the file is broken
   */
  boolean next(boolean asLiteral) {
    word.setLength(0);
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (broken || at == text.length()) {
      literal = true;
      return false;
    }
    literal = asLiteral;
    if (text.charAt(at) == '"') {
      literal = true;
      broken = !quoted();
      return !broken;
    }
    int start = at;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    word.append(text, start, at);
    broken = asLiteral && word.length() >= MAX_WORD;
    return !broken;
  }

  private boolean quoted() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c == '\\') {
        if (at == text.length()) {
          return false;
        }
        c = escaped(text.charAt(at++));
      }
      word.append(c);
      if (word.length() >= MAX_WORD) {
        return false;
      }
    }
    return false;
  }

  private static char escaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      default:
        return c;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** The word, as a value. */
  String text() {
    return word.toString();
  }

  /** Whether the word is a given keyword; a value is none. */
  boolean is(String keyword) {
    return !literal && Ascii.equalsIgnoreCase(word, keyword);
  }

  /** A quote does not end, or a word is too long. */
  boolean isBroken() {
    return broken;
  }

  /** A macro goes on up to an empty line. */
  void skipMacro() {
    while (at < text.length()) {
      if (text.charAt(at++) == '\n') {
        while (at < text.length() && text.charAt(at) == '\r') {
          at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
          return;
        }
      }
    }
  }
}
