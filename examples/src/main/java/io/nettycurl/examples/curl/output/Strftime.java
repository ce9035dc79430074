package io.nettycurl.examples.curl.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/** Any thread; no state. strftime(3) in UTC and English, with %f for microseconds. */
final class Strftime {
  private static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private Strftime() {}

  /** Formats a time. */
  static String utc(String format, Instant instant) {
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    StringBuilder out = new StringBuilder(format.length() + 32);
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      i++;
      char letter = format.charAt(i);
      if ((letter == 'E' || letter == 'O') && i + 1 < format.length()) {
        i++;
        letter = format.charAt(i);
      }
      if (!date(out, letter, time) && !clock(out, letter, time)) {
        out.append('%').append(letter);
      }
    }
    return out.toString();
  }

  private static boolean date(StringBuilder out, char letter, ZonedDateTime time) {
    String day = DAYS[time.getDayOfWeek().getValue() - 1];
    String month = MONTHS[time.getMonthValue() - 1];
    switch (letter) {
      case 'a' -> out.append(day, 0, 3);
      case 'A' -> out.append(day);
      case 'b', 'h' -> out.append(month, 0, 3);
      case 'B' -> out.append(month);
      case 'C' -> padded(out, time.getYear() / 100, 2);
      case 'd' -> padded(out, time.getDayOfMonth(), 2);
      case 'D', 'x' -> out.append(utc("%m/%d/%y", time.toInstant()));
      case 'e' -> blank(out, time.getDayOfMonth());
      case 'F' -> out.append(utc("%Y-%m-%d", time.toInstant()));
      case 'g' -> padded(out, time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2);
      case 'G' -> out.append(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'j' -> padded(out, time.getDayOfYear(), 3);
      case 'm' -> padded(out, time.getMonthValue(), 2);
      case 'u' -> out.append(time.getDayOfWeek().getValue());
      case 'U' -> padded(out, week(time, time.getDayOfWeek().getValue() % 7), 2);
      case 'V' -> padded(out, time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case 'w' -> out.append(time.getDayOfWeek().getValue() % 7);
      case 'W' -> padded(out, week(time, time.getDayOfWeek().getValue() - 1), 2);
      case 'y' -> padded(out, time.getYear() % 100, 2);
      case 'Y' -> out.append(time.getYear());
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean clock(StringBuilder out, char letter, ZonedDateTime time) {
    int hour12 = (time.getHour() + 11) % 12 + 1;
    switch (letter) {
      case 'c' -> out.append(utc("%a %b %e %H:%M:%S %Y", time.toInstant()));
      case 'f' -> padded(out, time.get(ChronoField.MICRO_OF_SECOND), 6);
      case 'H' -> padded(out, time.getHour(), 2);
      case 'I' -> padded(out, hour12, 2);
      case 'k' -> blank(out, time.getHour());
      case 'l' -> blank(out, hour12);
      case 'M' -> padded(out, time.getMinute(), 2);
      case 'n' -> out.append('\n');
      case 'p' -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case 'P' -> out.append(time.getHour() < 12 ? "am" : "pm");
      case 'r' -> out.append(utc("%I:%M:%S %p", time.toInstant()));
      case 'R' -> out.append(utc("%H:%M", time.toInstant()));
      case 's' -> out.append(time.toEpochSecond());
      case 'S' -> padded(out, time.getSecond(), 2);
      case 't' -> out.append('\t');
      case 'T', 'X' -> out.append(utc("%H:%M:%S", time.toInstant()));
      case 'z' -> out.append("+0000");
      case 'Z' -> out.append("UTC");
      case '%' -> out.append('%');
      default -> {
        return false;
      }
    }
    return true;
  }

  private static int week(ZonedDateTime time, int daysSinceStart) {
    return (time.getDayOfYear() + 6 - daysSinceStart) / 7;
  }

  private static void padded(StringBuilder out, int number, int width) {
    String digits = Integer.toString(number);
    out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  private static void blank(StringBuilder out, int number) {
    out.append(number < 10 ? " " : "").append(number);
  }
}
