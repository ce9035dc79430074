package io.nettycurl.examples.curl.option;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Owned by one caller. Dates as people and servers write them: the parts in any order, any
 * separators, as curl_getdate(3) takes them.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_getdate.html">curl_getdate(3)</a>
 */
final class DateParser {
  private static final int UNSET = Integer.MIN_VALUE;
  private static final int MAX_PARTS = 6;
  private static final int FIRST_GREGORIAN_YEAR = 1583;
  private static final int MAX_ZONE = 1400;
  private static final String[] DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
  };
  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };

  /** Zone names with how many minutes they are behind UTC. */
  private static final String ZONES =
      " GMT0 UT0 UTC0 WET0 BST-60 WAT60 AST240 ADT180 EST300 EDT240 CST360 CDT300 MST420 MDT360"
          + " PST480 PDT420 YST540 YDT480 HST600 HDT540 CAT600 AHST600 NT660 IDLW720 CET-60 MET-60"
          + " MEWT-60 MEST-120 CEST-120 MESZ-120 FWT-60 FST-120 EET-120 WAST-420 WADT-480 CCT-480"
          + " JST-540 EAST-600 EADT-660 GST-600 NZT-720 NZST-720 NZDT-780 IDLE-720 A-60 B-120"
          + " C-180 D-240 E-300 F-360 G-420 H-480 I-540 K-600 L-660 M-720 N60 O120 P180 Q240 R300"
          + " S360 T420 U480 V540 W600 X660 Y720 Z0 ";

  private final String text;
  private int at;
  private boolean weekday;
  private int month = UNSET;
  private int day = UNSET;
  private int year = UNSET;
  private int seconds = UNSET;
  private int zoneSeconds = UNSET;
  private boolean yearNext;

  private DateParser(String text) {
    this.text = text;
  }

  /**
   * Seconds since 1970.
   *
   * @param date the text
   * @return the seconds; null if it is no date
   */
  static Long parse(String date) {
    DateParser parser = new DateParser(date);
    for (int part = 0; part < MAX_PARTS && parser.skipSeparators(); part++) {
      char c = date.charAt(parser.at);
      if (!(Numbers.isDigit(c) ? parser.number() : parser.word())) {
        return null;
      }
    }
    return parser.result();
  }

  private boolean skipSeparators() {
    while (at < text.length() && !isLetter(text.charAt(at)) && !Numbers.isDigit(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private boolean word() {
    int start = at;
    while (at < text.length() && isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    String lower = word.toLowerCase(Locale.ROOT);
    if (!weekday && isDay(lower)) {
      weekday = true;
      return true;
    }
    if (month == UNSET && lower.length() == 3) {
      for (int i = 0; i < MONTHS.length; i++) {
        if (MONTHS[i].equals(lower)) {
          month = i + 1;
          return true;
        }
      }
    }
    return zoneSeconds == UNSET && zone(word);
  }

  private static boolean isDay(String word) {
    for (String day : DAYS) {
      if (day.equals(word) || word.length() == 3 && day.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean zone(String word) {
    int from = ZONES.indexOf(' ' + word);
    while (from >= 0) {
      int number = from + 1 + word.length();
      char c = ZONES.charAt(number);
      if (c == '-' || Numbers.isDigit(c)) {
        zoneSeconds = 60 * Integer.parseInt(ZONES.substring(number, ZONES.indexOf(' ', number)));
        return true;
      }
      from = ZONES.indexOf(' ' + word, from + 1);
    }
    return false;
  }

  private boolean number() {
    if (seconds == UNSET && time()) {
      return true;
    }
    int start = at;
    while (at < text.length() && Numbers.isDigit(text.charAt(at))) {
      at++;
    }
    int digits = at - start;
    if (digits > 8) {
      return false;
    }
    int value = Integer.parseInt(text.substring(start, at));
    char before = start == 0 ? 0 : text.charAt(start - 1);
    if (zoneSeconds == UNSET
        && digits == 4
        && value <= MAX_ZONE
        && (before == '+' || before == '-')) {
      int offset = (value / 100 * 60 + value % 100) * 60;
      zoneSeconds = before == '+' ? -offset : offset;
      return true;
    }
    if (digits == 8 && year == UNSET && month == UNSET && day == UNSET) {
      year = value / 10000;
      month = value % 10000 / 100;
      day = value % 100;
      return true;
    }
    return dayOrYear(value);
  }

  private boolean dayOrYear(int value) {
    if (!yearNext && day == UNSET) {
      yearNext = true;
      if (value > 0 && value < 32) {
        day = value;
        return true;
      }
    }
    if (!yearNext || year != UNSET) {
      return false;
    }
    year = value >= 100 ? value : value > 70 ? value + 1900 : value + 2000;
    if (day == UNSET) {
      yearNext = false;
    }
    return true;
  }

  /** Hours, minutes and perhaps seconds. */
  private boolean time() {
    int start = at;
    int hours = twoDigits();
    if (hours < 24 && colonAndDigit()) {
      at++;
      int minutes = twoDigits();
      if (minutes < 60) {
        int second = 0;
        if (colonAndDigit()) {
          at++;
          second = twoDigits();
        }
        if (second <= 60) {
          seconds = (hours * 60 + minutes) * 60 + second;
          return true;
        }
      }
    }
    at = start;
    return false;
  }

  private boolean colonAndDigit() {
    return at + 1 < text.length() && text.charAt(at) == ':' && Numbers.isDigit(text.charAt(at + 1));
  }

  private int twoDigits() {
    int value = text.charAt(at++) - '0';
    if (at < text.length() && Numbers.isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return value;
  }

  private Long result() {
    if (day == UNSET
        || month == UNSET
        || year == UNSET
        || year < FIRST_GREGORIAN_YEAR
        || month < 1
        || month > 12
        || day > 31) {
      return null;
    }
    try {
      long midnight =
          LocalDateTime.of(year, month, 1, 0, 0).toEpochSecond(ZoneOffset.UTC)
              + (day - 1) * 86_400L;
      return midnight + (seconds == UNSET ? 0 : seconds) + (zoneSeconds == UNSET ? 0 : zoneSeconds);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
