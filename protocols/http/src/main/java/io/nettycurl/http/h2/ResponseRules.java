package io.nettycurl.http.h2;

import io.netty.util.AsciiString;

/**
 * Any thread; no state. What a field of a response may look like in HTTP/2.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.2">RFC 9113, section 8.2</a>
 */
final class ResponseRules {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final boolean[] TOKEN = new boolean[128];

  static {
    for (char c = 0; c < TOKEN.length; c++) {
      TOKEN[c] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0;
    }
  }

  private static final AsciiString[] OF_CONNECTION = {
    AsciiString.cached("connection"),
    AsciiString.cached("keep-alive"),
    AsciiString.cached("proxy-connection"),
    AsciiString.cached("transfer-encoding"),
    AsciiString.cached("upgrade")
  };

  private static final AsciiString TE = AsciiString.cached("te");
  private static final AsciiString TRAILERS = AsciiString.cached("trailers");

  private ResponseRules() {}

  /** Whether a field that is no pseudo field may stand there. */
  static boolean allows(CharSequence name, CharSequence value) {
    if (!isName(name) || !isValue(value)) {
      return false;
    }
    for (AsciiString forbidden : OF_CONNECTION) {
      if (forbidden.contentEquals(name)) {
        return false;
      }
    }
    return !TE.contentEquals(name) || TRAILERS.contentEqualsIgnoreCase(value);
  }

  private static boolean isName(CharSequence name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= TOKEN.length || !TOKEN[c]) {
        return false;
      }
    }
    return name.length() > 0;
  }

  private static boolean isValue(CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Three digits as a number; -1 if they are not. */
  static int status(CharSequence value) {
    return value.length() == 3 ? (int) number(value) : -1;
  }

  /** A number; -1 if it is none, or too large. */
  static long number(CharSequence value) {
    long number = value.length() == 0 ? -1 : 0;
    for (int i = 0; i < value.length() && number >= 0; i++) {
      int digit = value.charAt(i) - '0';
      boolean fits = digit >= 0 && digit <= 9 && number <= (Long.MAX_VALUE - digit) / 10;
      number = fits ? number * 10 + digit : -1;
    }
    return number;
  }
}
