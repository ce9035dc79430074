package io.nettycurl.http.hsts;

import io.nettycurl.spi.Ascii;

/**
 * Owned by the call that made it. Reads the value of a Strict-Transport-Security field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6797#section-6.1">RFC 6797, section 6.1</a>
 */
final class HstsField {
  private static final String MAX_AGE = "max-age";
  private static final String SUB_DOMAINS = "includesubdomains";

  private final String text;
  private int at;
  private long maxAge = -1;
  private boolean subDomains;

  private HstsField(String text) {
    this.text = text;
  }

  /** Null for a field that is not to be minded. */
  static HstsField parse(String text) {
    HstsField field = new HstsField(text);
    return field.read() && field.maxAge >= 0 ? field : null;
  }

  /** For how many seconds it holds; 0 to forget the host; {@link HstsHost#UNLIMITED}. */
  long maxAge() {
    return maxAge;
  }

  boolean subDomains() {
    return subDomains;
  }

  private boolean read() {
    do {
      skipBlanks();
      if (Ascii.startsWithIgnoreCase(text, at, MAX_AGE)) {
        if (maxAge >= 0 || !age()) {
          return false;
        }
      } else if (Ascii.startsWithIgnoreCase(text, at, SUB_DOMAINS)) {
        if (subDomains) {
          return false;
        }
        subDomains = true;
        at += SUB_DOMAINS.length();
      } else {
        while (at < text.length() && text.charAt(at) != ';') {
          at++;
        }
      }
      skipBlanks();
      skip(';');
    } while (at < text.length());
    return true;
  }

  private boolean age() {
    at += MAX_AGE.length();
    skipBlanks();
    if (!skip('=')) {
      return false;
    }
    skipBlanks();
    boolean quoted = skip('"');
    int start = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      int digit = text.charAt(at++) - '0';
      value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
    }
    maxAge = value;
    return at > start && (!quoted || skip('"'));
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }
}
