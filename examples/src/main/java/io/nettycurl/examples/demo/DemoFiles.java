package io.nettycurl.examples.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Any thread. Files that exist only while they are served: a number gives size and content. What
 * was served is remembered by its hash.
 */
final class DemoFiles {
  /** The smallest file. */
  static final int MIN_SIZE = 1024;

  private static final double DOUBLINGS = 10;

  private final int count;
  private final Map<Integer, String> served = new ConcurrentHashMap<>();

  /**
   * So many files.
   *
   * @param count numbers from 0
   */
  DemoFiles(int count) {
    this.count = count;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The name of a file. */
  static String name(int number) {
    return "file-" + number + ".bin";
  }

  /** The number in a name or path; -1 if there is no such file. */
  int number(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.startsWith("file-") || !name.endsWith(".bin")) {
      return -1;
    }
    try {
      int number = Integer.parseInt(name.substring("file-".length(), name.length() - 4));
      return number >= 0 && number < count ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** 1 KiB to 1 MiB, as many small ones as such things go. */
  static int size(int number) {
    double fraction = (mix(number) >>> 11) / (double) (1L << 53);
    return (int) (MIN_SIZE * Math.pow(2, fraction * fraction * DOUBLINGS));
  }

  /** The content of a file about to be served. */
  byte[] serve(int number) {
    byte[] content = new byte[size(number)];
    long state = number + 1L;
    for (int i = 0; i < content.length; i += Long.BYTES) {
      state += 0x9E3779B97F4A7C15L;
      long word = mix(state);
      for (int j = i; j < Math.min(content.length, i + Long.BYTES); j++) {
        content[j] = (byte) word;
        word >>>= Byte.SIZE;
      }
    }
    served.put(number, hex(sha256().digest(content)));
    return content;
  }

  /** The hash of a file when it was served; null if it never was. */
  String servedHash(int number) {
    return served.get(number);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
