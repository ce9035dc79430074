package io.nettycurl.http.h2.hpack;

/**
 * Any thread; no state. Decodes texts in the code of RFC 7541. It is a canonical code: the lengths
 * say it all, as codes of one length follow each other in the order of their bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7541#appendix-B">RFC 7541, appendix B</a>
 */
final class Huffman {
  /** How long the code of each byte is, as characters: 0 for 0 bits, 5 for 5, N for 30. */
  private static final String LENGTHS =
      "=GLLLLLLLHNLLNLLLLLLLLNLLLLLLLLL6::<=68;::8;8666555666666678?6<:"
          + "=67777777777777777777777878=C=>6?56565666577666567655677777?;>=L"
          + "DFDDFFFGFGGGGGHGHHFGHGGGGEFGFGGHFEDFFGGEGFFHEFGGEEFEGFGGDFFFGFFG"
          + "JJDCFGFIJJJKKJHICEJKKJKHEEJJLKKKDHDEFEEGFFIIHHJGJKJJKKKKKLKKKKKJ"
          + "N";

  private static final int END = 256;
  private static final int MIN_BITS = 5;
  private static final int MAX_BITS = 30;

  /** The codes of all that is frequent are shorter. */
  private static final int FAST_BITS = 10;

  /**
   * By the next bits: byte and length of the code that they start with; 0 if it is a longer one.
   */
  private static final short[] FAST = new short[1 << FAST_BITS];

  /** By length: the first code above those of that length, at the left of 32 bits. */
  private static final long[] LIMIT = new long[MAX_BITS + 1];

  /** By length: what makes a place among {@link #BY_CODE} of a code. */
  private static final int[] OFFSET = new int[MAX_BITS + 1];

  /** All bytes, and the end, in the order of their codes. */
  private static final short[] BY_CODE = new short[END + 1];

  static {
    int code = 0;
    int place = 0;
    for (int bits = 1; bits <= MAX_BITS; bits++) {
      OFFSET[bits] = place - code;
      for (int value = 0; value <= END; value++) {
        if (LENGTHS.charAt(value) - '0' == bits) {
          BY_CODE[place++] = (short) value;
          fillFast(code++, bits, value);
        }
      }
      LIMIT[bits] = (long) code << (32 - bits);
      code <<= 1;
    }
  }

  private Huffman() {}

  private static void fillFast(int code, int bits, int value) {
    if (bits <= FAST_BITS) {
      int spare = FAST_BITS - bits;
      for (int rest = 0; rest < 1 << spare; rest++) {
        FAST[code << spare | rest] = (short) (value << 4 | bits);
      }
    }
  }

  /** How many bytes a text may have whose code has so many. */
  static int maxLength(int length) {
    return (int) Math.min(Integer.MAX_VALUE - 8, length * 8L / MIN_BITS + 1);
  }

  /**
   * Decodes a text.
   *
   * @param in holds the code
   * @param from where it starts
   * @param to where it ends
   * @param out takes the text; {@link #maxLength} suffices
   * @return how long the text is; -1 if the code is wrong
   */
  static int decode(byte[] in, int from, int to, byte[] out) {
    // At the left the bits that are not used yet, zeros behind them.
    long bits = 0;
    int have = 0;
    int next = from;
    int length = 0;
    while (true) {
      while (have <= Long.SIZE - Byte.SIZE && next < to) {
        bits |= (in[next++] & 0xffL) << (Long.SIZE - Byte.SIZE - have);
        have += Byte.SIZE;
      }
      int entry = FAST[(int) (bits >>> (Long.SIZE - FAST_BITS))];
      int used = entry == 0 ? longCode(bits) : entry & 0xf;
      if (used > have) {
        return isPadding(bits, have) ? length : -1;
      }
      int value = entry == 0 ? longValue(bits, used) : entry >> 4;
      if (value == END) {
        return -1;
      }
      out[length++] = (byte) value;
      bits <<= used;
      have -= used;
    }
  }

  private static int longCode(long bits) {
    long code = bits >>> 32;
    int used = FAST_BITS + 1;
    while (used < MAX_BITS && code >= LIMIT[used]) {
      used++;
    }
    return used;
  }

  private static int longValue(long bits, int used) {
    return BY_CODE[OFFSET[used] + (int) (bits >>> (Long.SIZE - used))];
  }

  /** The rest of the last byte is the start of the code for the end, which is all ones. */
  private static boolean isPadding(long bits, int have) {
    return have < Byte.SIZE && (have == 0 || bits >> (Long.SIZE - have) == -1);
  }
}
