package io.nettycurl.http.response;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * Any thread. Reads dates as they are found in headers: the forms of RFC 9110, section 5.6.7, and
 * whatever else consists of a day, a month by name, a year, a time and a zone in some order.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_getdate.html">curl_getdate(3)</a>
 */
public final class HttpDate {
  /** Answered for what is no date. */
  public static final long NONE = Long.MIN_VALUE;

  private static final String DAYS = "mon tue wed thu fri sat sun ";
  private static final String LONG_DAYS =
      "monday tuesday wednesday thursday friday saturday sunday ";
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ";
  private static final int MAX_PARTS = 6;
  private static final int MAX_WORD = 12;
  private static final int MAX_OFFSET = 1400;
  private static final int FIRST_GREGORIAN_YEAR = 1583;
  private static final int CENTURY_PIVOT = 70;

  /** Minutes west of Greenwich. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("gmt", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("z", 0),
          Map.entry("wet", 0),
          Map.entry("bst", -60),
          Map.entry("wat", 60),
          Map.entry("ast", 240),
          Map.entry("adt", 180),
          Map.entry("est", 300),
          Map.entry("edt", 240),
          Map.entry("cst", 360),
          Map.entry("cdt", 300),
          Map.entry("mst", 420),
          Map.entry("mdt", 360),
          Map.entry("pst", 480),
          Map.entry("pdt", 420),
          Map.entry("yst", 540),
          Map.entry("ydt", 480),
          Map.entry("hst", 600),
          Map.entry("hdt", 540),
          Map.entry("cat", 600),
          Map.entry("ahst", 600),
          Map.entry("nt", 660),
          Map.entry("idlw", 720),
          Map.entry("cet", -60),
          Map.entry("met", -60),
          Map.entry("mewt", -60),
          Map.entry("mest", -120),
          Map.entry("cest", -120),
          Map.entry("mesz", -120),
          Map.entry("fwt", -60),
          Map.entry("fst", -120),
          Map.entry("eet", -120),
          Map.entry("wast", -420),
          Map.entry("wadt", -480),
          Map.entry("cct", -480),
          Map.entry("jst", -540),
          Map.entry("east", -600),
          Map.entry("eadt", -660),
          Map.entry("gst", -600),
          Map.entry("nzt", -720),
          Map.entry("nzst", -720),
          Map.entry("nzdt", -780),
          Map.entry("idle", -720));

  private final String text;
  private int position;
  private boolean weekday;
  private boolean yearNext;
  private int month = -1;
  private int day = -1;
  private int year = -1;
  private int seconds = -1;
  private int offsetSeconds;
  private boolean zone;

  private HttpDate(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a date.
   *
   * @param text the date
   * @return seconds since 1970; {@link #NONE} if it is no date
   */
  public static long parse(String text) {
    return new HttpDate(text).read();
  }

  private long read() {
    for (int part = 0; part < MAX_PARTS && position < text.length(); part++) {
      while (position < text.length() && !Character.isLetterOrDigit(text.charAt(position))) {
        position++;
      }
      if (position < text.length() && !(isDigit(position) ? number() : word())) {
        return NONE;
      }
    }
    if (day < 1 || month < 0 || year < FIRST_GREGORIAN_YEAR || month > 11 || day > 31) {
      return NONE;
    }
    try {
      // Days beyond the month's end count on into the next one.
      long date = LocalDate.of(year, month + 1, 1).toEpochDay() + day - 1;
      return date * 86_400L + Math.max(seconds, 0) + offsetSeconds;
    } catch (DateTimeException e) {
      return NONE;
    }
  }

  private boolean word() {
    int start = position;
    while (position < text.length() && isLetter(position) && position - start < MAX_WORD) {
      position++;
    }
    String word = text.substring(start, position);
    String token = word + ' ';
    if (word.isEmpty() || word.length() == MAX_WORD) {
      return false;
    }
    if (!weekday && (starts(DAYS, token) || (word.length() > 3 && starts(LONG_DAYS, token)))) {
      weekday = true;
      return true;
    }
    if (month < 0 && word.length() == 3 && MONTHS.contains(token)) {
      month = MONTHS.indexOf(token) / 4;
      return true;
    }
    Integer minutesWest = zone ? null : ZONES.getOrDefault(word, military(word));
    if (minutesWest == null) {
      return false;
    }
    zone = true;
    offsetSeconds = minutesWest * 60;
    return true;
  }

  private static boolean starts(String words, String token) {
    return words.startsWith(token) || words.contains(' ' + token);
  }

  /** The one-letter zones; letters to M lie east, from N on west. */
  private static Integer military(String word) {
    if (word.length() != 1 || word.equals("j")) {
      return null;
    }
    char letter = word.charAt(0);
    if (letter <= 'i') {
      return (letter - 'a' + 1) * -60;
    }
    return letter <= 'm' ? (letter - 'a') * -60 : (letter - 'n' + 1) * 60;
  }

  private boolean number() {
    if (seconds < 0 && time()) {
      return true;
    }
    int start = position;
    while (position < text.length() && isDigit(position)) {
      position++;
    }
    int count = position - start;
    if (count > 8) {
      return false;
    }
    int value = Integer.parseInt(text.substring(start, position));
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    if (!zone && count == 4 && value <= MAX_OFFSET && (before == '+' || before == '-')) {
      zone = true;
      int minutes = value / 100 * 60 + value % 100;
      offsetSeconds = (before == '+' ? -minutes : minutes) * 60;
      return true;
    }
    if (count == 8 && year < 0 && month < 0 && day < 0) {
      year = value / 10_000;
      month = value % 10_000 / 100 - 1;
      day = value % 100;
      return true;
    }
    return dayOrYear(value);
  }

  private boolean dayOrYear(int value) {
    if (!yearNext && day < 0) {
      yearNext = true;
      if (value > 0 && value < 32) {
        day = value;
        return true;
      }
    }
    if (year < 0) {
      year = value >= 100 ? value : value + (value > CENTURY_PIVOT ? 1900 : 2000);
      yearNext = day >= 0;
      return true;
    }
    return false;
  }

  /** HH:MM or HH:MM:SS, one or two digits each. */
  private boolean time() {
    int start = position;
    int hours = twoDigits();
    if (hours < 24 && colon()) {
      int minutes = twoDigits();
      if (minutes < 60) {
        int rest = colon() ? twoDigits() : 0;
        if (rest <= 60) {
          seconds = hours * 3600 + minutes * 60 + rest;
          return true;
        }
      }
    }
    position = start;
    return false;
  }

  private boolean colon() {
    if (position + 1 < text.length() && text.charAt(position) == ':' && isDigit(position + 1)) {
      position++;
      return true;
    }
    return false;
  }

  private int twoDigits() {
    int value = text.charAt(position++) - '0';
    if (position < text.length() && isDigit(position)) {
      value = value * 10 + text.charAt(position++) - '0';
    }
    return value;
  }

  private boolean isDigit(int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }

  private boolean isLetter(int at) {
    char c = text.charAt(at);
    return c >= 'a' && c <= 'z';
  }
}
