package io.nettycurl.http.h2.hpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Any thread; no state. What a field of a response may look like in HTTP/2.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.2">RFC 9113, section 8.2</a>
 */
final class FieldRules {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final boolean[] TOKEN = new boolean[128];

  static {
    for (char c = 0; c < TOKEN.length; c++) {
      TOKEN[c] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0;
    }
  }

  private static final byte[][] OF_CONNECTION = {
    bytes("connection"),
    bytes("keep-alive"),
    bytes("proxy-connection"),
    bytes("transfer-encoding"),
    bytes("upgrade")
  };

  private static final byte[] TE = bytes("te");
  private static final String TRAILERS = "trailers";

  private FieldRules() {}

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /**
   * Whether a field that is no pseudo field may stand there.
   *
   * @param name its name
   * @param line name, colon, blank, value, CR and LF
   */
  static boolean allows(byte[] name, byte[] line) {
    int from = name.length + 2;
    int to = line.length - 2;
    if (!isName(name) || !isValue(line, from, to)) {
      return false;
    }
    for (byte[] forbidden : OF_CONNECTION) {
      if (Arrays.equals(forbidden, name)) {
        return false;
      }
    }
    return !Arrays.equals(TE, name)
        || TRAILERS.equalsIgnoreCase(new String(line, from, to - from, ISO_8859_1));
  }

  private static boolean isName(byte[] name) {
    for (byte c : name) {
      if (c < 0 || !TOKEN[c]) {
        return false;
      }
    }
    return name.length > 0;
  }

  private static boolean isValue(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = line[i];
      if (c >= 0 && c < ' ' && c != '\t' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
