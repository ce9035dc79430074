package io.nettycurl.examples.curl.url;

import java.util.List;

/** Owned by its glob. One part of a pattern: a text, a set, or a range, at one of its values. */
abstract class GlobPart {
  /** The number that #1 and so on mean; 0 for plain text. */
  final int number;

  /** The name that #&lt;name&gt; means, or null. */
  final String name;

  GlobPart(int number, String name) {
    this.number = number;
    this.name = name;
  }

  /** The value it is at. */
  abstract String value();

  /** Goes on to the next value; false if it went back to the first. */
  abstract boolean advance();

  /** How many values there are. */
  abstract long size();

  /** Texts to choose from, or just one. */
  static final class Choice extends GlobPart {
    private final List<String> values;
    private int at;

    Choice(int number, String name, List<String> values) {
      super(number, name);
      this.values = values;
    }

    @Override
    String value() {
      return values.get(at);
    }

    @Override
    boolean advance() {
      at = (at + 1) % values.size();
      return at != 0;
    }

    @Override
    long size() {
      return values.size();
    }
  }

  /** Letters or numbers in a row. */
  static final class Range extends GlobPart {
    private final long first;
    private final long last;
    private final long step;
    private final int padding;
    private final boolean letters;
    private long at;

    Range(int number, String name, long first, long last, long step, int padding, boolean letters) {
      super(number, name);
      this.first = first;
      this.last = last;
      this.step = step;
      this.padding = padding;
      this.letters = letters;
      this.at = first;
    }

    @Override
    String value() {
      if (letters) {
        return String.valueOf((char) at);
      }
      String digits = Long.toString(at);
      return "0".repeat(Math.max(0, padding - digits.length())) + digits;
    }

    @Override
    boolean advance() {
      at += step;
      if (at > last) {
        at = first;
        return false;
      }
      return true;
    }

    @Override
    long size() {
      return (last - first) / step + 1;
    }
  }
}
