package io.nettycurl.examples.curl.output;

/** Any thread; no state. Bytes as --trace shows them. */
final class HexDump {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final int HEX_WIDTH = 16;
  private static final int TEXT_WIDTH = 64;

  private HexDump() {}

  /**
   * Appends a block.
   *
   * @param out where to
   * @param title what the bytes are
   * @param bytes the bytes
   * @param hex whether to show numbers too; without, lines end where the data's do
   */
  static void append(StringBuilder out, String title, byte[] bytes, boolean hex) {
    out.append(title).append(", ").append(bytes.length).append(" bytes (0x");
    out.append(Integer.toHexString(bytes.length)).append(")\n");
    int at = 0;
    while (at < bytes.length) {
      offset(out, at);
      int end = Math.min(bytes.length, at + (hex ? HEX_WIDTH : TEXT_WIDTH));
      if (hex) {
        numbers(out, bytes, at, end);
        text(out, bytes, at, end);
        at = end;
      } else {
        at = line(out, bytes, at, end);
      }
      out.append('\n');
    }
  }

  private static void offset(StringBuilder out, int at) {
    String hex = Integer.toHexString(at);
    out.append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append(": ");
  }

  private static void numbers(StringBuilder out, byte[] bytes, int from, int end) {
    for (int i = from; i < from + HEX_WIDTH; i++) {
      if (i < end) {
        out.append(HEX[(bytes[i] & 0xFF) >> 4]).append(HEX[bytes[i] & 15]).append(' ');
      } else {
        out.append("   ");
      }
    }
  }

  /** Text up to a line end, which is left out; gives where the next line starts. */
  private static int line(StringBuilder out, byte[] bytes, int from, int end) {
    for (int i = from; i <= end; i++) {
      if (i + 1 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n') {
        text(out, bytes, from, i);
        return i + 2;
      }
    }
    text(out, bytes, from, end);
    return end;
  }

  private static void text(StringBuilder out, byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      out.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
    }
  }
}
