package io.nettycurl.http.altsvc;

import io.nettycurl.http.altsvc.AltService.Alpn;
import io.nettycurl.spi.Ascii;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the call that made it. Reads the value of an Alt-Svc field as far as it can be read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7838#section-3">RFC 7838, section 3</a>
 */
final class AltSvcField {
  private static final long DAY = 24 * 3600;
  private static final int MAX_PORT = 0xffff;
  private static final int MAX_NAME = 20;

  /**
   * One of its entries.
   *
   * @param alpn the protocol; null for one that is not known
   * @param host the host; null for the origin's
   * @param port the port
   * @param maxAge for how many seconds it holds
   * @param persists whether it outlives a change of network
   */
  record Entry(Alpn alpn, String host, int port, long maxAge, boolean persists) {}

  private final String text;
  private final List<Entry> entries = new ArrayList<>();
  private int at;
  private String host;
  private long port;
  private long maxAge;
  private boolean persists;

  private AltSvcField(String text) {
    this.text = text;
  }

  /** Whether the field takes back all that was said. */
  static boolean clears(String text) {
    int end = text.indexOf(';');
    return Ascii.equalsIgnoreCase((end < 0 ? text : text.substring(0, end)).strip(), "clear");
  }

  /** The entries before the first that cannot be read. */
  static List<Entry> parse(String text) {
    AltSvcField field = new AltSvcField(text);
    do {
      int equals = text.indexOf('=', field.at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(field.at, equals).strip();
      field.at = equals + 1;
      if (!field.place()) {
        break;
      }
      field.parameters();
      field.entries.add(
          new Entry(Alpn.of(name), field.host, (int) field.port, field.maxAge, field.persists));
    } while (field.skip(','));
    return field.entries;
  }

  /** "host:port" or ":port", in quotes. */
  private boolean place() {
    host = null;
    if (!skip('"')) {
      return false;
    }
    if (!skip(':')) {
      boolean bracket = skip('[');
      int end = text.indexOf(bracket ? ']' : ':', at);
      if (end <= at) {
        return false;
      }
      host = text.substring(at, end);
      at = bracket ? end + 1 : end;
      if (!skip(':')) {
        return false;
      }
    }
    port = number();
    return port >= 0 && port <= MAX_PORT && skip('"');
  }

  private void parameters() {
    maxAge = DAY;
    persists = false;
    skipBlanks();
    boolean more = skip(';');
    while (more) {
      int equals = text.indexOf('=', at);
      if (equals < 0 || equals == at || equals - at > MAX_NAME) {
        return;
      }
      String name = text.substring(at, equals).strip();
      at = equals + 1;
      skipBlanks();
      boolean quoted = skip('"');
      long value = number();
      if (value < 0) {
        return;
      }
      if (Ascii.equalsIgnoreCase(name, "ma")) {
        maxAge = value;
      } else if (Ascii.equalsIgnoreCase(name, "persist") && value == 1) {
        persists = true;
      }
      skipBlanks();
      if (quoted && !skip('"')) {
        return;
      }
      skipBlanks();
      more = skip(';');
    }
  }

  /** -1 if there is none. */
  private long number() {
    int start = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      int digit = text.charAt(at++) - '0';
      value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
    }
    return at == start ? -1 : value;
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }
}
