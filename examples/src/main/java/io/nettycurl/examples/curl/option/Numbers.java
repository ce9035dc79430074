package io.nettycurl.examples.curl.option;

/** Any thread; no state. Numbers as options take them. */
public final class Numbers {
  private static final String UNITS = "kmgtp";
  private static final int[] UNIT_DIGITS = {4, 7, 10, 13, 16};
  private static final int MAX_FRACTION_DIGITS = 9;

  private Numbers() {}

  /** Owned by one caller. Reads digits off a text. */
  public static final class Scanner {
    private final String text;
    private int at;

    /** From the start of a text. */
    public Scanner(String text) {
      this.text = text;
    }

    /** Whether all was read. */
    public boolean atEnd() {
      return at >= text.length();
    }

    /** The next character without taking it; 0 at the end. */
    public char peek() {
      return atEnd() ? 0 : text.charAt(at);
    }

    /** Takes the next character; 0 at the end. */
    public char next() {
      char c = peek();
      at = Math.min(at + 1, text.length());
      return c;
    }

    /** Takes a character if it is the next one. */
    public boolean take(char c) {
      if (peek() == c && !atEnd()) {
        at++;
        return true;
      }
      return false;
    }

    /** Takes spaces and tabs. */
    public void skipBlanks() {
      while (peek() == ' ' || peek() == '\t') {
        at++;
      }
    }

    /** Where it is. */
    public int position() {
      return at;
    }

    /** What is left. */
    public String rest() {
      return text.substring(at);
    }

    /**
     * Takes a number of 0 or more.
     *
     * @param max at most
     * @return the number; -1 if there is none, -2 if it is too large
     */
    public long number(long max) {
      int start = at;
      long value = 0;
      while (isDigit(peek())) {
        int digit = peek() - '0';
        if (value > (max - digit) / 10) {
          at = start;
          return -2;
        }
        value = value * 10 + digit;
        at++;
      }
      return at == start ? -1 : value;
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A whole number, perhaps negative. */
  public static long signed(String text) throws ParameterException {
    Scanner scanner = new Scanner(text);
    boolean negative = scanner.take('-');
    long value = scanner.number(Long.MAX_VALUE);
    if (value < 0 || !scanner.atEnd()) {
      throw new ParameterException(ParameterError.BAD_NUMERIC);
    }
    return negative ? -value : value;
  }

  /** A whole number of 0 or more. */
  public static long unsigned(String text) throws ParameterException {
    long value = signed(text);
    if (value < 0) {
      throw new ParameterException(ParameterError.NEGATIVE_NUMERIC);
    }
    return value;
  }

  /** A whole number of 0 up to a bound. */
  public static long unsigned(String text, long max) throws ParameterException {
    long value = unsigned(text);
    if (value > max) {
      throw new ParameterException(ParameterError.NUMBER_TOO_LARGE);
    }
    return value;
  }

  /** An offset into a file. */
  public static long offset(String text) throws ParameterException {
    Scanner scanner = new Scanner(text);
    long value = scanner.number(Long.MAX_VALUE);
    if (value < 0 || !scanner.atEnd()) {
      throw new ParameterException(ParameterError.BAD_NUMERIC);
    }
    return value;
  }

  /** An octal number up to a bound. */
  public static long octal(String text, long max) throws ParameterException {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '7') {
        throw new ParameterException(ParameterError.BAD_NUMERIC);
      }
      value = value * 8 + c - '0';
      if (value > max) {
        throw new ParameterException(ParameterError.NUMBER_TOO_LARGE);
      }
    }
    if (text.isEmpty()) {
      throw new ParameterException(ParameterError.BAD_NUMERIC);
    }
    return value;
  }

  /** Seconds with decimals, as milliseconds. */
  public static long millis(String text) throws ParameterException {
    Scanner scanner = new Scanner(text);
    long seconds = scanner.number(Long.MAX_VALUE / 1000 - 1);
    if (seconds < 0) {
      throw new ParameterException(ParameterError.BAD_NUMERIC);
    }
    long millis = 0;
    if (scanner.take('.')) {
      int start = scanner.position();
      long fraction = scanner.number(Long.MAX_VALUE);
      if (fraction < 0) {
        throw new ParameterException(ParameterError.NUMBER_TOO_LARGE);
      }
      int digits = scanner.position() - start;
      while (digits > MAX_FRACTION_DIGITS || fraction > Long.MAX_VALUE / 100) {
        fraction /= 10;
        digits--;
      }
      millis = fraction * 100 / power10(digits - 1);
    }
    return seconds * 1000 + millis;
  }

  /** A size, with one of the suffixes k, M, G, T and P, and decimals before them. */
  public static long size(String text) throws ParameterException {
    Scanner scanner = new Scanner(text);
    long value = scanner.number(Long.MAX_VALUE);
    if (value < 0) {
      throw new ParameterException(
          value == -2 ? ParameterError.NUMBER_TOO_LARGE : ParameterError.BAD_NUMERIC);
    }
    long fraction = 0;
    int digits = 0;
    if (scanner.take('.')) {
      int start = scanner.position();
      fraction = scanner.number(Long.MAX_VALUE);
      if (fraction < 0) {
        throw new ParameterException(ParameterError.BAD_NUMERIC);
      }
      digits = scanner.position() - start;
    }
    String unit = scanner.rest();
    if (unit.length() > 1) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    if (unit.isEmpty() || unit.equalsIgnoreCase("b")) {
      if (digits > 0) {
        throw new ParameterException(ParameterError.BAD_USE);
      }
      return value;
    }
    int power = UNITS.indexOf(unit.charAt(0) | 0x20);
    if (power < 0) {
      throw new ParameterException(ParameterError.BAD_USE);
    }
    return scaled(value, fraction, digits, power);
  }

  private static long scaled(long value, long fraction, int digits, int power)
      throws ParameterException {
    long unit = 1L << 10 * (power + 1);
    long add = 0;
    if (fraction != 0) {
      while (UNIT_DIGITS[power] <= digits) {
        fraction /= 10;
        digits--;
      }
      long divisor = power10(digits);
      add =
          Long.MAX_VALUE / unit > fraction ? unit * fraction / divisor : unit / divisor * fraction;
    }
    if (value > (Long.MAX_VALUE - add) / unit) {
      throw new ParameterException(ParameterError.NUMBER_TOO_LARGE);
    }
    return value * unit + add;
  }

  private static long power10(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
