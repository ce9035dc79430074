package io.nettycurl;

import io.nettycurl.spi.Ascii;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Owned by the call that made it. Reads a date word by word: a word is known by its shape, whatever
 * its place, as long as nothing of its kind came before it.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_getdate.html">curl_getdate(3)</a>
 */
final class DateReader {
  private static final int UNKNOWN = -1;
  private static final int MAX_WORDS = 6;
  private static final int MAX_NAME = 11;
  private static final long MAX_NUMBER = 99_999_999;
  private static final int FIRST_YEAR = 1583;
  private static final int MAX_ZONE = 1400;
  private static final int HOUR = 60;

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String EAST_OF_GREENWICH = "ABCDEFGHIKLM";
  private static final String WEST_OF_GREENWICH = "NOPQRSTUVWXY";

  /** Minutes to add to get to UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("GMT", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("WET", 0),
          Map.entry("Z", 0),
          Map.entry("BST", -1 * HOUR),
          Map.entry("WAT", HOUR),
          Map.entry("AST", 4 * HOUR),
          Map.entry("ADT", 3 * HOUR),
          Map.entry("EST", 5 * HOUR),
          Map.entry("EDT", 4 * HOUR),
          Map.entry("CST", 6 * HOUR),
          Map.entry("CDT", 5 * HOUR),
          Map.entry("MST", 7 * HOUR),
          Map.entry("MDT", 6 * HOUR),
          Map.entry("PST", 8 * HOUR),
          Map.entry("PDT", 7 * HOUR),
          Map.entry("YST", 9 * HOUR),
          Map.entry("YDT", 8 * HOUR),
          Map.entry("HST", 10 * HOUR),
          Map.entry("HDT", 9 * HOUR),
          Map.entry("CAT", 10 * HOUR),
          Map.entry("AHST", 10 * HOUR),
          Map.entry("NT", 11 * HOUR),
          Map.entry("IDLW", 12 * HOUR),
          Map.entry("CET", -1 * HOUR),
          Map.entry("MET", -1 * HOUR),
          Map.entry("MEWT", -1 * HOUR),
          Map.entry("FWT", -1 * HOUR),
          Map.entry("MEST", -2 * HOUR),
          Map.entry("CEST", -2 * HOUR),
          Map.entry("MESZ", -2 * HOUR),
          Map.entry("FST", -2 * HOUR),
          Map.entry("EET", -2 * HOUR),
          Map.entry("WAST", -7 * HOUR),
          Map.entry("WADT", -8 * HOUR),
          Map.entry("CCT", -8 * HOUR),
          Map.entry("JST", -9 * HOUR),
          Map.entry("EAST", -10 * HOUR),
          Map.entry("EADT", -11 * HOUR),
          Map.entry("GST", -10 * HOUR),
          Map.entry("NZT", -12 * HOUR),
          Map.entry("NZST", -12 * HOUR),
          Map.entry("NZDT", -13 * HOUR),
          Map.entry("IDLE", -12 * HOUR));

  private final String text;
  private int at;
  private boolean weekday;
  private int month = UNKNOWN;
  private int day = UNKNOWN;
  private int year = UNKNOWN;
  private int seconds = UNKNOWN;
  private Integer zoneSeconds;
  private boolean yearIsNext;

  DateReader(String text) {
    this.text = text;
  }

  long read() {
    int words = 0;
    while (at < text.length() && words < MAX_WORDS) {
      while (at < text.length() && !isLetter(at) && !isDigit(at)) {
        at++;
      }
      if ((isLetter(at) && !readName()) || (isDigit(at) && !readDigits())) {
        return -1;
      }
      words++;
    }
    return result();
  }

  private long result() {
    boolean known = month != UNKNOWN && day != UNKNOWN && year != UNKNOWN;
    if (!known || year < FIRST_YEAR || day > 31 || month >= MONTHS.size()) {
      return -1;
    }
    long days = LocalDate.of(year, month + 1, 1).toEpochDay() + day - 1;
    long time = days * 86_400 + Math.max(0, seconds) + (zoneSeconds == null ? 0 : zoneSeconds);
    return time == -1 ? 0 : time;
  }

  private boolean isLetter(int index) {
    if (index >= text.length()) {
      return false;
    }
    char c = Ascii.lower(text.charAt(index));
    return c >= 'a' && c <= 'z';
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean readName() {
    int start = at;
    while (isLetter(at)) {
      at++;
    }
    String name = text.substring(start, at);
    return name.length() <= MAX_NAME && (takeWeekday(name) || takeMonth(name) || takeZone(name));
  }

  private boolean takeWeekday(String name) {
    if (weekday) {
      return false;
    }
    String lower = Ascii.lower(name);
    weekday =
        DAYS.stream().anyMatch(d -> d.equals(lower) || (d.startsWith(lower) && name.length() == 3));
    return weekday;
  }

  private boolean takeMonth(String name) {
    if (month == UNKNOWN) {
      month = MONTHS.indexOf(Ascii.lower(name));
      return month != UNKNOWN;
    }
    return false;
  }

  private boolean takeZone(String name) {
    if (zoneSeconds != null) {
      return false;
    }
    Integer minutes = name.length() == 1 ? military(name) : ZONES.get(name);
    zoneSeconds = minutes == null ? null : (Integer) (minutes * 60);
    return minutes != null;
  }

  private static Integer military(String letter) {
    int east = EAST_OF_GREENWICH.indexOf(letter);
    if (east >= 0) {
      return -HOUR * (east + 1);
    }
    int west = WEST_OF_GREENWICH.indexOf(letter);
    return west >= 0 ? (Integer) (HOUR * (west + 1)) : ZONES.get(letter);
  }

  private boolean readDigits() {
    return (seconds == UNKNOWN && readTime()) || readNumber();
  }

  /** {@code H:M} or {@code H:M:S}, one digit or two each; leaves the place if it is neither. */
  private boolean readTime() {
    int start = at;
    int hours = oneOrTwoDigits();
    int minutes = hours < 24 ? behindColon() : UNKNOWN;
    if (minutes == UNKNOWN || minutes > 59) {
      at = start;
      return false;
    }
    int rest = behindColon();
    if (rest > 60) {
      at = start;
      return false;
    }
    seconds = (hours * 60 + minutes) * 60 + Math.max(0, rest);
    return true;
  }

  private int behindColon() {
    if (at < text.length() && text.charAt(at) == ':' && isDigit(at + 1)) {
      at++;
      return oneOrTwoDigits();
    }
    return UNKNOWN;
  }

  private int oneOrTwoDigits() {
    int value = text.charAt(at++) - '0';
    return isDigit(at) ? value * 10 + text.charAt(at++) - '0' : value;
  }

  private boolean readNumber() {
    int start = at;
    long value = 0;
    while (isDigit(at)) {
      value = value * 10 + text.charAt(at++) - '0';
      if (value > MAX_NUMBER) {
        return false;
      }
    }
    int number = (int) value;
    int digits = at - start;
    return takeOffset(number, digits, start)
        || takeWholeDate(number, digits)
        || takeDay(number)
        || takeYear(number);
  }

  /** Four digits behind a sign are a zone; none is further off than 14 hours. */
  private boolean takeOffset(int number, int digits, int start) {
    char sign = start > 0 ? text.charAt(start - 1) : ' ';
    if (zoneSeconds != null || digits != 4 || number > MAX_ZONE || (sign != '+' && sign != '-')) {
      return false;
    }
    int offset = (number / 100 * 60 + number % 100) * 60;
    zoneSeconds = sign == '+' ? -offset : offset;
    return true;
  }

  private boolean takeWholeDate(int number, int digits) {
    if (digits != 8 || year != UNKNOWN || month != UNKNOWN || day != UNKNOWN) {
      return false;
    }
    year = number / 10_000;
    month = number % 10_000 / 100 - 1;
    day = number % 100;
    return true;
  }

  private boolean takeDay(int number) {
    if (yearIsNext || day != UNKNOWN) {
      return false;
    }
    yearIsNext = true;
    if (number < 1 || number > 31) {
      return false;
    }
    day = number;
    return true;
  }

  private boolean takeYear(int number) {
    if (!yearIsNext || year != UNKNOWN) {
      return false;
    }
    if (number >= 100) {
      year = number;
    } else {
      year = number > 70 ? number + 1900 : number + 2000;
    }
    yearIsNext = day != UNKNOWN;
    return true;
  }
}
