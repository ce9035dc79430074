package io.nettycurl.netty.connect.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Immutable. One entry of CURLOPT_RESOLVE.
 *
 * @param host the name, or {@code *} for any
 * @param port the port
 * @param remove whether the entry takes an answer out of the cache
 * @param permanent whether it never gets old
 * @param addresses what the name stands for; empty when removing
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVE.html">CURLOPT_RESOLVE(3)</a>
 */
public record ResolveEntry(
    String host, int port, boolean remove, boolean permanent, List<InetAddress> addresses) {
  /** The name that stands for any. */
  public static final String ANY = "*";

  private static final int MAX_NAME = 4096;
  private static final int MAX_PORT = 0xffff;

  /** What libcurl passes over without a word. */
  public static final ResolveEntry IGNORED = new ResolveEntry("", 0, true, false, List.of());

  /**
   * Reads an entry.
   *
   * @param text {@code [+]HOST:PORT:ADDRESS[,ADDRESS]...} or {@code -HOST:PORT}
   * @return the entry; {@link #IGNORED} where libcurl does nothing; null if it is malformed
   */
  public static ResolveEntry parse(String text) {
    return new Reader(text).read();
  }

  /** One pass over the text. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    ResolveEntry read() {
      boolean remove = skip('-');
      boolean permanent = remove || !skip('+');
      String host = skip('[') ? bracketed() : word(':');
      if (host == null) {
        return IGNORED;
      }
      if (!skip(':')) {
        return remove ? IGNORED : null;
      }
      int port = port();
      if (remove) {
        return port < 0 ? IGNORED : new ResolveEntry(host, port, true, false, List.of());
      }
      if (port < 0 || !skip(':')) {
        return null;
      }
      List<InetAddress> addresses = addresses();
      return addresses == null || addresses.isEmpty()
          ? null
          : new ResolveEntry(host, port, false, permanent, addresses);
    }

    private List<InetAddress> addresses() {
      List<InetAddress> found = new ArrayList<>();
      while (at < text.length()) {
        boolean brackets = skip('[');
        String word = brackets ? bracketed() : word(',');
        if (word == null) {
          if (!brackets && skip(',')) {
            continue;
          }
          return null;
        }
        InetAddress address = NumericAddress.parse(word, 0);
        if (address == null) {
          return null;
        }
        found.add(address);
        if (!skip(',')) {
          break;
        }
      }
      return found;
    }

    private boolean skip(char c) {
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private String bracketed() {
      String word = word(']');
      return word != null && skip(']') ? word : null;
    }

    private String word(char delimiter) {
      int end = text.indexOf(delimiter, at);
      if (end < 0) {
        end = text.length();
      }
      if (end == at || end - at > MAX_NAME) {
        return null;
      }
      String word = text.substring(at, end);
      at = end;
      return word;
    }

    private int port() {
      int start = at;
      int number = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        number = number * 10 + text.charAt(at++) - '0';
        if (number > MAX_PORT) {
          return -1;
        }
      }
      return at == start ? -1 : number;
    }
  }
}
