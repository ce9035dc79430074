package io.nettycurl.ftp.control;

/**
 * Immutable. The part of a file that is wanted.
 *
 * @param from the first byte; negative to count from the end
 * @param max at most so many bytes; -1 for no bound
 */
public record FtpRange(long from, long max) {
  /** The whole file. */
  public static final FtpRange WHOLE = new FtpRange(0, -1);

  /**
   * Reads what RANGE has: {@code X-Y}, {@code X-} or {@code -N}; what follows is not looked at.
   *
   * @param text the option's value
   * @return the range; null if the text is none, or X is larger than Y
   */
  public static FtpRange parse(String text) {
    int dash = digitsEnd(text, 0);
    if (dash == text.length() || text.charAt(dash) != '-') {
      return null;
    }
    long first = number(text, 0, dash);
    int lastEnd = digitsEnd(text, dash + 1);
    long last = number(text, dash + 1, lastEnd);
    if (dash > 0 && first < 0 || lastEnd > dash + 1 && last < 0) {
      return null;
    }
    if (last < 0) {
      return new FtpRange(Math.max(first, 0), -1);
    }
    if (first < 0) {
      return last == 0 ? null : new FtpRange(-last, last);
    }
    return first > last || last - first == Long.MAX_VALUE
        ? null
        : new FtpRange(first, last - first + 1);
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /** The number there; -1 for no digits or too large a number. */
  static long number(String text, int from, int to) {
    long value = from == to ? -1 : 0;
    for (int i = from; i < to && value >= 0; i++) {
      int digit = text.charAt(i) - '0';
      value = value > (Long.MAX_VALUE - digit) / 10 ? -1 : value * 10 + digit;
    }
    return value;
  }
}
