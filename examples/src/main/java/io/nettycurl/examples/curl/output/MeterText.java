package io.nettycurl.examples.curl.output;

/** Any thread; no state. Numbers as the meters show them, in columns of fixed width. */
public final class MeterText {
  private static final String UNITS = "kMGTPE";
  private static final long HOUR = 3600;
  private static final long DAY = 86_400;

  private MeterText() {}

  /** Bytes in five columns. */
  public static String bytes5(long bytes) {
    if (bytes < 100_000) {
      return pad(Long.toString(bytes), 5);
    }
    long value = bytes;
    for (int unit = 0; unit < UNITS.length(); unit++) {
      long whole = value / 1024;
      if (whole < 100) {
        long tenth = value % 1024 * 10 / 1024;
        return pad(Long.toString(whole), 2) + "." + tenth + UNITS.charAt(unit);
      }
      if (whole < 10_000) {
        return pad(Long.toString(whole), 4) + UNITS.charAt(unit);
      }
      value = whole;
    }
    return pad(Long.toString(value), 5);
  }

  /** Bytes in six columns. */
  public static String bytes6(long bytes) {
    if (bytes < 100_000) {
      return pad(Long.toString(bytes), 6);
    }
    long value = bytes;
    int unit = 0;
    long whole = value / 1024;
    while (whole >= 1000 && unit < UNITS.length() - 1) {
      value = whole;
      unit++;
      whole = value / 1024;
    }
    long rest = value % 1024;
    if (whole <= 99) {
      long hundredths = rest * 100 / 1024;
      return pad(Long.toString(whole), 2) + "." + two(hundredths) + UNITS.charAt(unit);
    }
    return pad(Long.toString(whole), 3) + "." + rest * 10 / 1024 + UNITS.charAt(unit);
  }

  /** A time in seven columns; blank for none. */
  public static String time7(long seconds) {
    if (seconds <= 0) {
      return "       ";
    }
    long hours = seconds / HOUR;
    if (hours <= 9) {
      long minutes = seconds % HOUR / 60;
      String end = two(minutes) + ":" + two(seconds % 60);
      return hours > 0 ? hours + ":" + end : "  " + end;
    }
    if (hours <= 99) {
      return hours + "h " + two(seconds % HOUR / 60) + "m";
    }
    long days = seconds / DAY;
    if (days <= 99) {
      return pad(Long.toString(days), 2) + "d " + two(seconds % DAY / HOUR) + "h";
    }
    if (days <= 999) {
      return pad(Long.toString(days), 6) + "d";
    }
    if (days / 30 <= 999) {
      return pad(Long.toString(days / 30), 6) + "m";
    }
    return days / 365 <= 99_999 ? pad(Long.toString(days / 365), 6) + "y" : ">99999y";
  }

  /** A time in eight columns; blank for none. */
  public static String time8(long seconds) {
    if (seconds <= 0) {
      return "        ";
    }
    long hours = seconds / HOUR;
    if (hours <= 99) {
      return two(hours) + ":" + two(seconds % HOUR / 60) + ":" + two(seconds % 60);
    }
    long days = seconds / DAY;
    if (days <= 999) {
      return pad(Long.toString(days), 3) + "d " + two(seconds % DAY / HOUR) + "h";
    }
    long months = days / 30;
    if (months <= 999) {
      return pad(Long.toString(months), 3) + "m " + two(days % 30) + "d";
    }
    return days / 365 <= 99_999 ? pad(Long.toString(days / 365), 7) + "y" : " >99999y";
  }

  /** A number with blanks before it. */
  public static String pad(String digits, int width) {
    return digits.length() >= width ? digits : " ".repeat(width - digits.length()) + digits;
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
