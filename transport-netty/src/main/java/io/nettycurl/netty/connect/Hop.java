package io.nettycurl.netty.connect;

import io.nettycurl.CurlCode;
import java.util.List;
import java.util.Locale;

/**
 * Immutable. A place on the way to a peer.
 *
 * @param host a name or an address without brackets; of a domain socket its path
 * @param port the port; 0 for a domain socket
 * @param kind how to reach it
 */
public record Hop(String host, int port, Kind kind) {
  private static final int MAX_PORT = 0xffff;

  /** How a place is reached. */
  public enum Kind {
    /** By TCP. */
    TCP,
    /** By a domain socket in the file system. */
    UNIX,
    /** By a domain socket of Linux' abstract namespace. */
    ABSTRACT
  }

  /**
   * A place reached by TCP.
   *
   * @param host a name or an address without brackets
   * @param port the port
   */
  public static Hop tcp(String host, int port) {
    return new Hop(host.toLowerCase(Locale.ROOT), port, Kind.TCP);
  }

  /** Whether it is a domain socket. */
  public boolean local() {
    return kind != Kind.TCP;
  }

  /** As in the authority of a URL. */
  public String authority() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  /**
   * Where CURLOPT_CONNECT_TO sends a connection.
   *
   * @param entries {@code HOST:PORT:TOHOST:TOPORT} each; null for none
   * @param host the URL's host
   * @param port the URL's port
   * @return the first match; null if there is none
   * @throws ConnectFailure SETOPT_OPTION_SYNTAX if the match is malformed
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_TO.html">CURLOPT_CONNECT_TO(3)</a>
   */
  public static Hop connectTo(List<String> entries, String host, int port) throws ConnectFailure {
    if (entries == null) {
      return null;
    }
    for (String entry : entries) {
      String target = matched(entry, host, port);
      if (target != null && !target.isEmpty()) {
        Hop hop = parse(target, host, port);
        return hop.host.equalsIgnoreCase(host) && hop.port == port ? null : hop;
      }
    }
    return null;
  }

  private static String matched(String entry, String host, int port) {
    String rest = afterHost(entry, host);
    if (rest == null) {
      return null;
    }
    int colon = rest.indexOf(':');
    if (colon < 0) {
      return null;
    }
    return colon == 0 || number(rest.substring(0, colon)) == port
        ? rest.substring(colon + 1)
        : null;
  }

  private static String afterHost(String entry, String host) {
    if (entry.startsWith(":")) {
      return entry.substring(1);
    }
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    for (String form : List.of(bracketed, host)) {
      if (entry.regionMatches(true, 0, form, 0, form.length())
          && entry.startsWith(":", form.length())) {
        return entry.substring(form.length() + 1);
      }
    }
    return null;
  }

  private static Hop parse(String target, String host, int port) throws ConnectFailure {
    String name;
    int colon;
    if (target.startsWith("[")) {
      int close = target.indexOf(']');
      if (close < 0) {
        throw syntax("Invalid IPv6 address format in '" + target + "'");
      }
      name = target.substring(1, close);
      colon = target.indexOf(':', close);
    } else {
      colon = target.indexOf(':');
      name = colon < 0 ? target : target.substring(0, colon);
    }
    String digits = colon < 0 ? "" : target.substring(colon + 1);
    int toPort = digits.isEmpty() ? port : number(digits);
    if (toPort < 0) {
      throw syntax("No valid port number in '" + target + "'");
    }
    return tcp(name.isEmpty() ? host : name, toPort);
  }

  private static ConnectFailure syntax(String text) {
    return new ConnectFailure(CurlCode.SETOPT_OPTION_SYNTAX, text);
  }

  /** Reads what is a number at the start; -1 if there is none or it is no port. */
  private static int number(String digits) {
    int number = -1;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number = Math.max(0, number) * 10 + digit;
      if (number > MAX_PORT) {
        return -1;
      }
    }
    return number;
  }
}
