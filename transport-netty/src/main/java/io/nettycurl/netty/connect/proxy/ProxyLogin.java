package io.nettycurl.netty.connect.proxy;

import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.ProxyConfig;
import io.nettycurl.option.HttpOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owned by the loop. What is asked of an HTTP proxy in CONNECT, and what is answered to its
 * challenges; outlives the connection, as proxies may close between two rounds.
 */
public final class ProxyLogin {
  private static final Pattern SCHEME =
      Pattern.compile("(?:^|,)\\s*(basic|digest)(?=\\s|$)", Pattern.CASE_INSENSITIVE);

  private final ProxyConfig proxy;
  private final OptionValues options;
  private final long wanted;
  private long offered;
  private long picked;
  private boolean sent;
  private DigestChallenge digest;

  /**
   * A login that has not begun.
   *
   * @param proxy the proxy
   * @param options the transfer's
   */
  public ProxyLogin(ProxyConfig proxy, OptionValues options) {
    this.proxy = proxy;
    this.options = options;
    this.wanted = options.number(ProxyOptions.PROXYAUTH);
    boolean single = Long.bitCount(wanted) == 1;
    this.picked = single ? wanted : 0;
  }

  /** Whether HTTP/1.0 is to be spoken. */
  boolean oldVersion() {
    return proxy.type() == CurlSymbols.CURLPROXY_HTTP_1_0;
  }

  /**
   * The request.
   *
   * @param authority where to, as host and port
   * @return the whole head
   */
  String request(String authority) {
    StringBuilder head = new StringBuilder(256);
    head.append("CONNECT ").append(authority);
    head.append(oldVersion() ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    List<String> custom = customHeaders();
    if (!has(custom, "Host")) {
      line(head, "Host", authority);
    }
    String credentials = credentials(authority);
    if (credentials != null) {
      line(head, "Proxy-Authorization", credentials);
    }
    String agent = options.get(HttpOptions.USERAGENT);
    if (agent != null && !agent.isEmpty() && !has(custom, "User-Agent")) {
      line(head, "User-Agent", agent);
    }
    if (!has(custom, "Proxy-Connection")) {
      line(head, "Proxy-Connection", "Keep-Alive");
    }
    for (String entry : custom) {
      append(head, entry);
    }
    offered = 0;
    return head.append("\r\n").toString();
  }

  private boolean separate() {
    return (options.number(ProxyOptions.HEADEROPT) & CurlSymbols.CURLHEADER_SEPARATE) != 0;
  }

  private List<String> customHeaders() {
    List<String> list = options.get(separate() ? ProxyOptions.PROXYHEADER : HttpOptions.HTTPHEADER);
    return list == null ? List.of() : list;
  }

  private static boolean has(List<String> custom, String name) {
    for (String entry : custom) {
      int length = name.length();
      if (entry.regionMatches(true, 0, name, 0, length)
          && entry.length() > length
          && (entry.charAt(length) == ':' || entry.charAt(length) == ';')) {
        return true;
      }
    }
    return false;
  }

  /** {@code Name: value} is sent, {@code Name;} is sent empty, {@code Name:} is not sent. */
  private void append(StringBuilder head, String entry) {
    int end = 0;
    while (end < entry.length() && entry.charAt(end) != ':' && entry.charAt(end) != ';') {
      end++;
    }
    if (end == 0 || end == entry.length() || unsafe(entry)) {
      return;
    }
    String name = entry.substring(0, end).strip();
    String value = entry.substring(end + 1).strip();
    boolean emptyValue = entry.charAt(end) == ';';
    if (emptyValue != value.isEmpty() || (!separate() && forOriginOnly(name))) {
      return;
    }
    line(head, name, value);
  }

  /** Nothing that could end the line early goes out. */
  private static boolean unsafe(String entry) {
    return entry.indexOf('\r') >= 0 || entry.indexOf('\n') >= 0 || entry.indexOf('\0') >= 0;
  }

  /** The proxy is not whom these were meant for. */
  private static boolean forOriginOnly(String name) {
    return name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(':');
    if (!value.isEmpty()) {
      head.append(' ').append(value);
    }
    head.append("\r\n");
  }

  private String credentials(String authority) {
    if (!proxy.hasCredentials()) {
      return null;
    }
    String user = text(proxy.user());
    String password = text(proxy.password());
    if (picked == CurlSymbols.CURLAUTH_BASIC) {
      sent = true;
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
    if (picked == CurlSymbols.CURLAUTH_DIGEST && digest != null) {
      sent = true;
      return digest.answer(user, password, authority, clientNonce());
    }
    return null;
  }

  /** Most logins need none. */
  private static final class Nonces {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  private static String clientNonce() {
    byte[] random = new byte[16];
    Nonces.RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /**
   * A header with challenges, possibly several with commas between them.
   *
   * @param value of Proxy-Authenticate
   */
  void challenged(String value) {
    Matcher scheme = SCHEME.matcher(value);
    while (scheme.find()) {
      if (scheme.group(1).equalsIgnoreCase("basic")) {
        offered |= CurlSymbols.CURLAUTH_BASIC;
      } else if ((offered & CurlSymbols.CURLAUTH_DIGEST) == 0) {
        DigestChallenge challenge = DigestChallenge.parse(value.substring(scheme.end()));
        if (challenge != null) {
          offered |= CurlSymbols.CURLAUTH_DIGEST;
          digest = challenge;
        }
      }
    }
  }

  /** Whether another request may get further after a 407. */
  boolean again() {
    long usable = offered & wanted;
    if (!proxy.hasCredentials() || (sent && !staleDigest())) {
      return false;
    }
    picked =
        Long.highestOneBit(usable & (CurlSymbols.CURLAUTH_DIGEST | CurlSymbols.CURLAUTH_BASIC));
    return picked != 0;
  }

  private boolean staleDigest() {
    return picked == CurlSymbols.CURLAUTH_DIGEST
        && (offered & CurlSymbols.CURLAUTH_DIGEST) != 0
        && digest.stale();
  }
}
