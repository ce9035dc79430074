package io.nettycurl.examples.curl.url;

import io.nettycurl.examples.curl.option.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Owned by one caller. Takes a pattern apart. */
final class GlobParser {
  private static final int MAX_PARTS = 256;
  private static final int MAX_VALUES = 100_000;
  private static final int MAX_NAME = 64;
  private static final int MAX_IPV6 = 128;
  private static final int ALPHABET = 'z' - 'a';

  private final String pattern;
  private final List<GlobPart> parts = new ArrayList<>();
  private int at;

  /** What curl leaves out when it tells a position: ends of sets, and brackets that are none. */
  private int uncounted;

  private int sets;
  private long total = 1;

  GlobParser(String pattern) {
    this.pattern = pattern;
  }

  List<GlobPart> parse() throws GlobException {
    while (at < pattern.length()) {
      String text = text();
      if (!text.isEmpty()) {
        add(new GlobPart.Choice(0, null, List.of(text)));
      }
      if (at < pattern.length()) {
        boolean set = pattern.charAt(at) == '{';
        at++;
        String name = name();
        add(set ? set(name) : range(name));
      }
    }
    if (parts.isEmpty()) {
      add(new GlobPart.Choice(0, null, List.of("")));
    }
    return parts;
  }

  private int position() {
    return at + 1 - uncounted;
  }

  private void add(GlobPart part) throws GlobException {
    if (parts.size() + 1 >= MAX_PARTS) {
      throw new GlobException("too many {} sets", position());
    }
    parts.add(part);
  }

  /** Everything up to a set or a range. */
  private String text() throws GlobException {
    StringBuilder out = new StringBuilder();
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '{') {
        break;
      }
      if (c == '[') {
        int skip = literalBrackets();
        if (skip == 0) {
          break;
        }
        out.append(pattern, at, at + skip);
        at += skip;
        uncounted += skip;
        continue;
      }
      if (c == '}' || c == ']') {
        throw new GlobException("unmatched close brace/bracket", position());
      }
      if (c == '\\' && at + 1 < pattern.length() && "{[}]".indexOf(pattern.charAt(at + 1)) >= 0) {
        at++;
      }
      out.append(pattern.charAt(at++));
    }
    return out.toString();
  }

  /** How long an IPv6 address or an empty pair of brackets is here; 0 if it is neither. */
  private int literalBrackets() {
    int close = pattern.indexOf(']', at);
    if (close == at + 1) {
      return 2;
    }
    boolean address =
        close > 0 && close - at < MAX_IPV6 && Ipv6Literal.matches(pattern.substring(at + 1, close));
    return address ? close - at + 1 : 0;
  }

  private String name() throws GlobException {
    int close = pattern.indexOf('>', at);
    boolean named =
        at < pattern.length()
            && pattern.charAt(at) == '<'
            && close > at + 1
            && close - at - 1 <= MAX_NAME;
    if (!named) {
      return null;
    }
    String name = pattern.substring(at + 1, close);
    for (GlobPart part : parts) {
      if (name.equals(part.name)) {
        throw new GlobException("Duplicate glob name", close + 1);
      }
    }
    at = close + 1;
    return name;
  }

  private GlobPart set(String name) throws GlobException {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    int start = at;
    while (true) {
      char c = at < pattern.length() ? pattern.charAt(at) : 0;
      switch (c) {
        case 0 -> throw new GlobException("unmatched brace", position());
        case '{', '[' -> throw new GlobException("nested brace", position());
        case ']' -> throw new GlobException("unexpected close bracket", position());
        case '}', ',' -> {
          if (at == start && c == '}') {
            throw new GlobException("empty string within braces", position());
          }
          if (values.size() >= MAX_VALUES) {
            throw new GlobException("range overflow", 0);
          }
          values.add(value.toString());
          value.setLength(0);
          at++;
          if (c == '}') {
            uncounted++;
            count(values.size(), 0);
            return new GlobPart.Choice(++sets, name, values);
          }
        }
        default -> {
          if (c == '\\' && at + 1 < pattern.length()) {
            at++;
          }
          value.append(pattern.charAt(at++));
        }
      }
    }
  }

  private GlobPart range(String name) throws GlobException {
    char c = at < pattern.length() ? pattern.charAt(at) : 0;
    GlobPart part;
    if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
      part = letters(name);
    } else if (c >= '0' && c <= '9') {
      part = numbers(name);
    } else {
      throw new GlobException("bad range specification", position());
    }
    count(part.size(), position());
    return part;
  }

  private GlobPart letters(String name) throws GlobException {
    char first = pattern.charAt(at);
    char last = charAt(at + 2);
    boolean ok = charAt(at + 1) == '-' && last != 0;
    long step = 1;
    if (ok && charAt(at + 3) == ':') {
      Numbers.Scanner scanner = new Numbers.Scanner(pattern.substring(at + 4));
      step = scanner.number(256) & 0xFF;
      ok = scanner.take(']');
      at += 4 + scanner.position();
    } else if (ok && charAt(at + 3) == ']') {
      at += 4;
    } else {
      ok = false;
    }
    int span = last - first;
    if (!ok
        || step == 0
        || span == 0 && step != 1
        || span != 0 && (span < 0 || step > span || span > ALPHABET)) {
      throw new GlobException("bad range", position());
    }
    return new GlobPart.Range(++sets, name, first, last, step, 0, true);
  }

  private char charAt(int index) {
    return index < pattern.length() ? pattern.charAt(index) : 0;
  }

  private GlobPart numbers(String name) throws GlobException {
    Numbers.Scanner scanner = new Numbers.Scanner(pattern.substring(at));
    boolean padded = scanner.peek() == '0';
    long first = scanner.number(Long.MAX_VALUE);
    int padding = padded ? scanner.position() : 0;
    long last = -1;
    long step = 0;
    if (first >= 0 && scanner.take('-')) {
      scanner.skipBlanks();
      last = scanner.number(Long.MAX_VALUE);
      if (last >= 0 && scanner.take(']')) {
        step = 1;
      } else if (last >= 0 && scanner.take(':')) {
        step = Math.max(0, scanner.number(Long.MAX_VALUE));
        step = scanner.take(']') ? step : 0;
      }
    }
    at += scanner.position();
    if (step == 0
        || first == last && step != 1
        || first != last && (first > last || step > last - first)) {
      throw new GlobException("bad range", position());
    }
    if (Long.MAX_VALUE - step < last) {
      throw new GlobException("range end/step overflow", position());
    }
    return new GlobPart.Range(++sets, name, first, last, step, padding, false);
  }

  private void count(long size, int position) throws GlobException {
    if (size != 0 && total > Long.MAX_VALUE / size) {
      throw new GlobException("range overflow", position);
    }
    total *= size;
  }
}
