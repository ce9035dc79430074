package io.nettycurl.url;

import io.nettycurl.spi.Ascii;
import java.util.Locale;

/**
 * Immutable; any thread. What the URL rules know about a scheme. Every scheme that libcurl has a
 * name for is here, since its default port and the syntax of its login matter to the parts of a
 * URL; only those with {@link #transfers()} can be fetched.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROTOCOLS_STR.html">CURLOPT_PROTOCOLS_STR(3)</a>
 */
public enum UrlScheme {
  /** HTTP. */
  HTTP(80, 1L << 0, true),
  /** HTTP over TLS. */
  HTTPS(443, 1L << 1, true),
  /** FTP. */
  FTP(21, 1L << 2, true),
  /** FTP over TLS from the first byte on. */
  FTPS(990, 1L << 3, true),
  /** SSH file copy. */
  SCP(22, 1L << 4, false),
  /** SSH file transfer. */
  SFTP(22, 1L << 5, false),
  /** Telnet. */
  TELNET(23, 1L << 6, false),
  /** LDAP. */
  LDAP(389, 1L << 7, false),
  /** LDAP over TLS. */
  LDAPS(636, 1L << 8, false),
  /** Dictionary. */
  DICT(2628, 1L << 9, false),
  /** A file of this machine. */
  FILE(0, 1L << 10, true),
  /** TFTP. */
  TFTP(69, 1L << 11, false),
  /** IMAP. */
  IMAP(143, 1L << 12, false, true),
  /** IMAP over TLS. */
  IMAPS(993, 1L << 13, false, true),
  /** POP3. */
  POP3(110, 1L << 14, false, true),
  /** POP3 over TLS. */
  POP3S(995, 1L << 15, false, true),
  /** SMTP. */
  SMTP(25, 1L << 16, false, true),
  /** SMTP over TLS. */
  SMTPS(465, 1L << 17, false, true),
  /** RTSP. */
  RTSP(554, 1L << 18, false),
  /** Gopher. */
  GOPHER(70, 1L << 25, false),
  /** SMB. */
  SMB(445, 1L << 26, false),
  /** SMB over TLS. */
  SMBS(445, 1L << 27, false),
  /** MQTT. */
  MQTT(1883, 1L << 28, false),
  /** Gopher over TLS. */
  GOPHERS(70, 1L << 29, false),
  /** WebSocket. */
  WS(80, 1L << 30, true),
  /** WebSocket over TLS. */
  WSS(443, 1L << 31, true),
  /** MQTT over TLS. */
  MQTTS(8883, 0, false),
  /** SOCKS proxy. */
  SOCKS(1080, 0, false),
  /** SOCKS 4 proxy. */
  SOCKS4(1080, 0, false),
  /** SOCKS 4a proxy. */
  SOCKS4A(1080, 0, false),
  /** SOCKS 5 proxy. */
  SOCKS5(1080, 0, false),
  /** SOCKS 5 proxy that looks the name up itself. */
  SOCKS5H(1080, 0, false);

  private static final UrlScheme[] ALL = values();

  private final String text = name().toLowerCase(Locale.ROOT);
  private final int defaultPort;
  private final long protocolBit;
  private final boolean transfers;
  private final boolean loginOptions;

  UrlScheme(int defaultPort, long protocolBit, boolean transfers) {
    this(defaultPort, protocolBit, transfers, false);
  }

  UrlScheme(int defaultPort, long protocolBit, boolean transfers, boolean loginOptions) {
    this.defaultPort = defaultPort;
    this.protocolBit = protocolBit;
    this.transfers = transfers;
    this.loginOptions = loginOptions;
  }

  /** The scheme as it stands in a URL, in lower case. */
  public String text() {
    return text;
  }

  /** The port where a URL names none; 0 for file. */
  public int defaultPort() {
    return defaultPort;
  }

  /** The scheme's bit in CURLOPT_PROTOCOLS; 0 where it has none. */
  public long protocolBit() {
    return protocolBit;
  }

  /** Whether this library can fetch from such a URL, given the module that speaks the protocol. */
  public boolean transfers() {
    return transfers;
  }

  /** Whether a login in such a URL may carry options after a semicolon. */
  boolean loginOptions() {
    return loginOptions;
  }

  /**
   * A scheme by its name.
   *
   * @param name the name, case ignored; may be null
   * @return the scheme, or null if it has no name in libcurl
   */
  public static UrlScheme find(String name) {
    return name == null ? null : find(name, 0, name.length());
  }

  /** A scheme by a part of a string, case ignored; null if there is none. */
  static UrlScheme find(String in, int from, int to) {
    int length = to - from;
    for (UrlScheme scheme : ALL) {
      if (scheme.text.length() == length && Ascii.startsWithIgnoreCase(in, from, scheme.text)) {
        return scheme;
      }
    }
    return null;
  }
}
