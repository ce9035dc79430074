package io.nettycurl.netty.spi.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The hash that NTLM makes of a password; the JDK has none. Fit for nothing else any more.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1320">RFC 1320</a>
 */
final class Md4 {
  private static final int BLOCK = 64;
  private static final int LENGTH_BYTES = 8;

  /** How far the sum of each step of a round is rotated, in turns of four. */
  private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};

  /** What is added in the steps of each round: nothing, the roots of 2 and of 3. */
  private static final int[] ADDENDS = {0, 0x5a827999, 0x6ed9eba1};

  /** The order in which the last round takes the words of a block. */
  private static final int[] LAST_ORDER = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

  private Md4() {}

  /**
   * The hash.
   *
   * @param message of what
   * @return 16 bytes
   */
  static byte[] digest(byte[] message) {
    ByteBuffer padded = pad(message);
    int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    int[] words = new int[BLOCK / Integer.BYTES];
    while (padded.hasRemaining()) {
      for (int i = 0; i < words.length; i++) {
        words[i] = padded.getInt();
      }
      mix(state, words);
    }
    ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : state) {
      out.putInt(word);
    }
    return out.array();
  }

  /** A one bit, zeroes, and the length in bits, so that whole blocks come out. */
  private static ByteBuffer pad(byte[] message) {
    int blocks = (message.length + 1 + LENGTH_BYTES + BLOCK - 1) / BLOCK;
    ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(message).put((byte) 0x80);
    padded.putLong(padded.capacity() - LENGTH_BYTES, 8L * message.length);
    return padded.rewind();
  }

  private static void mix(int[] state, int[] words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int step = 0; step < 3 * words.length; step++) {
      int round = step / words.length;
      int i = step % words.length;
      int sum = a + choose(round, b, c, d) + words[word(round, i)] + ADDENDS[round];
      int turned = Integer.rotateLeft(sum, SHIFTS[round][i % 4]);
      a = d;
      d = c;
      c = b;
      b = turned;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }

  private static int choose(int round, int b, int c, int d) {
    return switch (round) {
      case 0 -> (b & c) | (~b & d);
      case 1 -> (b & c) | (b & d) | (c & d);
      default -> b ^ c ^ d;
    };
  }

  private static int word(int round, int i) {
    return switch (round) {
      case 0 -> i;
      case 1 -> i % 4 * 4 + i / 4;
      default -> LAST_ORDER[i];
    };
  }
}
