package io.nettycurl.netty.spi;

import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;

/**
 * Immutable. The part of a file that is wanted, for protocols that work it out themselves.
 *
 * @param from the first byte; negative to count from the end
 * @param max at most so many bytes; -1 for no bound
 */
public record ByteRange(long from, long max) {
  /** The whole file. */
  public static final ByteRange WHOLE = new ByteRange(0, -1);

  /**
   * Reads the options of a download; going on from an offset is the range from there on.
   *
   * @param options RANGE and RESUME_FROM_LARGE are looked at
   * @return the range; null if RANGE cannot be read
   */
  public static ByteRange of(OptionValues options) {
    long resume = options.number(CurlOpt.RESUME_FROM_LARGE);
    String text = resume != 0 ? resume + "-" : options.get(CurlOpt.RANGE);
    return text == null ? WHOLE : parse(text);
  }

  /**
   * Reads what RANGE has: {@code X-Y}, {@code X-} or {@code -N}; what follows is not looked at.
   *
   * @param text the option's value
   * @return the range; null if the text is none, or X is larger than Y
   */
  public static ByteRange parse(String text) {
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
      return new ByteRange(Math.max(first, 0), -1);
    }
    if (first < 0) {
      return last == 0 ? null : new ByteRange(-last, last);
    }
    return first > last || last - first == Long.MAX_VALUE
        ? null
        : new ByteRange(first, last - first + 1);
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /**
   * Reads a number.
   *
   * @param text holds it
   * @param from where its digits start
   * @param to where they end
   * @return the number; -1 for no digits or too large a number
   */
  public static long number(String text, int from, int to) {
    long value = from == to ? -1 : 0;
    for (int i = from; i < to && value >= 0; i++) {
      int digit = text.charAt(i) - '0';
      value = value > (Long.MAX_VALUE - digit) / 10 ? -1 : value * 10 + digit;
    }
    return value;
  }
}
