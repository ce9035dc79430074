package io.nettycurl.netty.connect.proxy;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.info.InfoValues;
import io.nettycurl.netty.connect.ProxyConfig;
import io.nettycurl.netty.spi.auth.AuthRequest;
import io.nettycurl.netty.spi.auth.AuthState;
import io.nettycurl.netty.spi.auth.ConnectionLogin;
import io.nettycurl.netty.spi.auth.Credentials;
import io.nettycurl.netty.spi.auth.Party;
import io.nettycurl.option.HttpOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.util.List;

/**
 * Owned by the loop. What is asked of an HTTP proxy in CONNECT, and what is answered to its
 * challenges; outlives the connection, as proxies may close between two rounds.
 */
public final class ProxyLogin {
  /** A proxy that is never content is left alone some time. */
  private static final int MAX_ROUNDS = 30;

  private static final String FIELD = "Proxy-Authorization";

  private final ProxyConfig proxy;
  private final OptionValues options;
  private final AuthState auth;
  private final Credentials credentials;
  private final Party party;
  private String head;
  private int rounds;

  /**
   * A login that has not begun.
   *
   * @param proxy the proxy
   * @param options the transfer's
   * @param auth what the handle knows of authentication; a transfer was begun on it
   */
  public ProxyLogin(ProxyConfig proxy, OptionValues options, AuthState auth) {
    this.proxy = proxy;
    this.options = options;
    this.auth = auth;
    credentials = Credentials.of(proxy.user(), proxy.password(), null);
    party = new Party(proxy.host() + ':' + proxy.port(), proxy.host(), service(), delegation());
    auth.talksTo(party);
    auth.freshConnection();
  }

  private String service() {
    String name = options.get(ProxyOptions.PROXY_SERVICE_NAME);
    return name == null ? Party.USUAL_SERVICE : name;
  }

  private long delegation() {
    return options.number(HttpOptions.GSSAPI_DELEGATION);
  }

  /** Whether HTTP/1.0 is to be spoken. */
  boolean oldVersion() {
    return proxy.type() == CurlSymbols.CURLPROXY_HTTP_1_0;
  }

  /**
   * What has to be worked out, off the loop, before the next request.
   *
   * @param login what the connection knows
   * @return null if there is nothing
   */
  Runnable work(ConnectionLogin login) {
    return auth.work(party, has(customHeaders(), FIELD), login);
  }

  /**
   * Makes the next request: see {@link #head}.
   *
   * @param authority where to, as host and port
   * @param login what the connection knows
   * @return OK, or the result; then {@link #failure} tells why
   */
  CurlCode request(String authority, ConnectionLogin login) {
    List<String> custom = customHeaders();
    CurlCode code =
        auth.request(
            credentials, party, new AuthRequest("CONNECT", authority, has(custom, FIELD)), login);
    if (code != CurlCode.OK) {
      return code;
    }
    StringBuilder out = new StringBuilder(256);
    out.append("CONNECT ").append(authority);
    out.append(oldVersion() ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    if (!has(custom, "Host")) {
      line(out, "Host", authority);
    }
    if (auth.value() != null) {
      line(out, FIELD, auth.value());
    }
    String agent = options.get(HttpOptions.USERAGENT);
    if (agent != null && !agent.isEmpty() && !has(custom, "User-Agent")) {
      line(out, "User-Agent", agent);
    }
    if (!has(custom, "Proxy-Connection")) {
      line(out, "Proxy-Connection", "Keep-Alive");
    }
    for (String entry : custom) {
      append(out, entry);
    }
    head = out.append("\r\n").toString();
    return CurlCode.OK;
  }

  /** The whole head of the request made last. */
  String head() {
    return head;
  }

  /** Why there is none. */
  String failure() {
    return auth.failure();
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
  private void append(StringBuilder out, String entry) {
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
    line(out, name, value);
  }

  /** Nothing that could end the line early goes out. */
  private static boolean unsafe(String entry) {
    return entry.indexOf('\r') >= 0 || entry.indexOf('\n') >= 0 || entry.indexOf('\0') >= 0;
  }

  /** The proxy is not whom these were meant for. */
  private static boolean forOriginOnly(String name) {
    return name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(name).append(':');
    if (!value.isEmpty()) {
      out.append(' ').append(value);
    }
    out.append("\r\n");
  }

  /**
   * A header with challenges, possibly several with commas between them.
   *
   * @param value of Proxy-Authenticate
   * @param login what the connection knows
   */
  void challenged(String value, ConnectionLogin login) {
    auth.challenge(value, login);
  }

  /**
   * Whether another request may get further after a 407.
   *
   * @param closing whether the connection ends
   * @param login what the connection knows
   */
  boolean again(boolean closing, ConnectionLogin login) {
    auth.responded(true, closing, login);
    return credentials != null
        && !auth.problem()
        && ++rounds <= MAX_ROUNDS
        && auth.pick(credentials);
  }

  /**
   * Tells what was offered and used.
   *
   * @param infos the transfer's
   */
  public void tell(InfoValues infos) {
    infos.set(CurlInfo.PROXYAUTH_AVAIL, auth.everOffered());
    infos.set(CurlInfo.PROXYAUTH_USED, auth.used());
  }
}
