package io.nettycurl.url;

import static io.nettycurl.CurlSymbols.CURLU_APPENDQUERY;
import static io.nettycurl.CurlSymbols.CURLU_DEFAULT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_GET_EMPTY;
import static io.nettycurl.CurlSymbols.CURLU_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NO_AUTHORITY;
import static io.nettycurl.CurlSymbols.CURLU_NO_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_PATH_AS_IS;
import static io.nettycurl.CurlSymbols.CURLU_PUNYCODE;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;

import io.nettycurl.CurlUrlCode;
import io.nettycurl.spi.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Owned by one thread at a time. A URL taken apart by libcurl's rules (CURLU), not by
 * java.net.URI's.
 *
 * <p>Strings stand for bytes in UTF-8. Where decoding gives bytes that are not UTF-8, each of them
 * comes as the one character of that number; {@link PercentCoding#decode} gives the bytes
 * themselves.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-url.html">libcurl-url(3)</a>
 */
public final class CurlUrl {
  static final int MAX_PORT = 65535;
  private static final int MAX_INPUT = 8_000_000;

  String scheme;
  String user;
  String password;
  String options;
  String host;
  String zoneid;
  int port = -1;
  String path;
  String query;
  String fragment;
  boolean guessedScheme;
  boolean queryPresent;
  boolean fragmentPresent;

  /**
   * What a read gives.
   *
   * @param code OK, or why there is no value
   * @param value the part, or null
   */
  public record Result(CurlUrlCode code, String value) {}

  /** An empty handle. */
  public CurlUrl() {}

  /**
   * Whether a text is a URL with a scheme of its own, other than a relative one.
   *
   * @param url the text
   * @param guessing whether URLs without a scheme are taken too, so that "host:80" has none
   * @return true if it starts with a scheme
   */
  public static boolean isAbsolute(String url, boolean guessing) {
    return UrlParser.schemeLength(url, guessing) > 0;
  }

  /** Whether a text has more bytes than libcurl takes. */
  static boolean isTooLong(String text) {
    return text.length() > MAX_INPUT
        || (text.length() > MAX_INPUT / 3
            && text.getBytes(StandardCharsets.UTF_8).length > MAX_INPUT);
  }

  /**
   * Sets a part, or the whole URL; a relative URL is resolved against what is there.
   *
   * @param part which
   * @param value the new content, at most 8000000 bytes; null removes the part, and so does an
   *     empty text with URLENCODE
   * @param flags {@code CURLU_*} bits
   * @return OK, or why not; the handle is then as it was
   * @see <a href="https://curl.se/libcurl/c/curl_url_set.html">curl_url_set(3)</a>
   */
  public CurlUrlCode set(UrlPart part, String value, long flags) {
    if (value == null) {
      clear(part);
      return CurlUrlCode.OK;
    }
    if (isTooLong(value) || value.indexOf('\0') >= 0) {
      return CurlUrlCode.MALFORMED_INPUT;
    }
    switch (part) {
      case URL:
        return setUrl(value, flags);
      case SCHEME:
        return setScheme(value, flags);
      case HOST:
        return setHost(value, flags);
      case PORT:
        return setPort(value);
      default:
        setText(part, value, flags);
        return CurlUrlCode.OK;
    }
  }

  private void setText(UrlPart part, String value, long flags) {
    boolean encode = (flags & CURLU_URLENCODE) != 0;
    boolean append = part == UrlPart.QUERY && (flags & CURLU_APPENDQUERY) != 0;
    if (encode && value.isEmpty() && !append && part != UrlPart.PATH) {
      clear(part);
      queryPresent |= part == UrlPart.QUERY;
      fragmentPresent |= part == UrlPart.FRAGMENT;
      return;
    }
    switch (part) {
      case USER:
        user = PartEncoding.plain(value, encode);
        break;
      case PASSWORD:
        password = PartEncoding.plain(value, encode);
        break;
      case OPTIONS:
        options = PartEncoding.plain(value, encode);
        break;
      case ZONEID:
        zoneid = PartEncoding.plain(value, encode);
        break;
      case PATH:
        path = PartEncoding.path(value, encode);
        break;
      case QUERY:
        setQuery(value, encode, append);
        break;
      default:
        fragment = PartEncoding.plain(value, encode);
        fragmentPresent = true;
        break;
    }
  }

  private void setQuery(String value, boolean encode, boolean append) {
    queryPresent = true;
    String text = PartEncoding.query(value, encode, append);
    boolean more = append && query != null && !query.isEmpty();
    query = more ? query + (query.endsWith("&") ? "" : "&") + text : text;
  }

  private CurlUrlCode setScheme(String value, long flags) {
    if (value.isEmpty() || value.length() > UrlParser.MAX_SCHEME) {
      return CurlUrlCode.BAD_SCHEME;
    }
    UrlScheme known = UrlScheme.find(value);
    if ((flags & CURLU_NON_SUPPORT_SCHEME) == 0 && (known == null || !known.transfers())) {
      return CurlUrlCode.UNSUPPORTED_SCHEME;
    }
    if (known == null && !isScheme(value)) {
      return CurlUrlCode.BAD_SCHEME;
    }
    scheme = value;
    guessedScheme = false;
    return CurlUrlCode.OK;
  }

  private static boolean isScheme(String value) {
    for (int i = 1; i < value.length(); i++) {
      if (!UrlParser.isSchemeChar(value.charAt(i))) {
        return false;
      }
    }
    return PercentCoding.isAlpha(value.charAt(0));
  }

  private CurlUrlCode setPort(String value) {
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      number = PercentCoding.isDigit(c) ? number * 10 + c - '0' : MAX_PORT + 1;
      if (number > MAX_PORT) {
        return CurlUrlCode.BAD_PORT_NUMBER;
      }
    }
    if (value.isEmpty()) {
      return CurlUrlCode.BAD_PORT_NUMBER;
    }
    port = number;
    return CurlUrlCode.OK;
  }

  private CurlUrlCode setHost(String value, long flags) {
    boolean encode = (flags & CURLU_URLENCODE) != 0;
    if (value.isEmpty()) {
      if ((flags & CURLU_NO_AUTHORITY) == 0) {
        return CurlUrlCode.BAD_HOSTNAME;
      }
      host = encode ? null : "";
      zoneid = null;
      return CurlUrlCode.OK;
    }
    String written = PartEncoding.plain(value, encode);
    String name = encode ? written : PercentCoding.decodeStrictly(written);
    if (name != null && name.startsWith("[")) {
      return setIpv6(written, HostRules.parseIpv6(name));
    }
    if (name == null || HostRules.checkName(name) != CurlUrlCode.OK) {
      return CurlUrlCode.BAD_HOSTNAME;
    }
    host = written;
    zoneid = null;
    return CurlUrlCode.OK;
  }

  private CurlUrlCode setIpv6(String written, HostRules.Ipv6 address) {
    if (address == null) {
      return CurlUrlCode.BAD_HOSTNAME;
    }
    zoneid = address.zone();
    // The zone must not stay in the name too, or the whole URL would show it twice.
    host = zoneid == null ? written : address.name();
    return CurlUrlCode.OK;
  }

  private void clear(UrlPart part) {
    switch (part) {
      case URL:
        copyFrom(new CurlUrl());
        break;
      case SCHEME:
        scheme = null;
        guessedScheme = false;
        break;
      case USER:
        user = null;
        break;
      case PASSWORD:
        password = null;
        break;
      case OPTIONS:
        options = null;
        break;
      case HOST:
        host = null;
        break;
      case PORT:
        port = -1;
        break;
      case PATH:
        path = null;
        break;
      case QUERY:
        query = null;
        queryPresent = false;
        break;
      case FRAGMENT:
        fragment = null;
        fragmentPresent = false;
        break;
      default:
        zoneid = null;
        break;
    }
  }

  private CurlUrlCode setUrl(String value, long flags) {
    if (value.isEmpty()) {
      if (get(UrlPart.URL, flags).code() != CurlUrlCode.OK) {
        return CurlUrlCode.MALFORMED_INPUT;
      }
      clear(UrlPart.FRAGMENT);
      return CurlUrlCode.OK;
    }
    boolean guessing = (flags & (CURLU_GUESS_SCHEME | CURLU_DEFAULT_SCHEME)) != 0;
    if (isBlank() || UrlParser.schemeLength(value, guessing) > 0) {
      return parseAndReplace(value, flags);
    }
    Result base = get(UrlPart.URL, (flags & ~CURLU_NO_GUESS_SCHEME) | CURLU_GET_EMPTY);
    return base.code() == CurlUrlCode.OK
        ? parseAndReplace(RelativeUrl.resolve(base.value(), value, this), flags & ~CURLU_PATH_AS_IS)
        : parseAndReplace(value, flags);
  }

  private boolean isBlank() {
    return scheme == null
        && host == null
        && user == null
        && password == null
        && options == null
        && zoneid == null
        && port < 0
        && path == null
        && !queryPresent
        && !fragmentPresent;
  }

  private CurlUrlCode parseAndReplace(String url, long flags) {
    boolean inPlace = isBlank();
    CurlUrl parsed = inPlace ? this : new CurlUrl();
    CurlUrlCode code = new UrlParser(url, flags, parsed).parse();
    if (inPlace && code != CurlUrlCode.OK) {
      clear(UrlPart.URL);
    } else if (!inPlace && code == CurlUrlCode.OK) {
      copyFrom(parsed);
    }
    return code;
  }

  private void copyFrom(CurlUrl other) {
    scheme = other.scheme;
    guessedScheme = other.guessedScheme;
    user = other.user;
    password = other.password;
    options = other.options;
    host = other.host;
    zoneid = other.zoneid;
    port = other.port;
    path = other.path;
    query = other.query;
    queryPresent = other.queryPresent;
    fragment = other.fragment;
    fragmentPresent = other.fragmentPresent;
  }

  /**
   * Reads a part, or the whole URL.
   *
   * @param part which
   * @param flags {@code CURLU_*} bits
   * @return the part, or why there is none
   * @see <a href="https://curl.se/libcurl/c/curl_url_get.html">curl_url_get(3)</a>
   */
  public Result get(UrlPart part, long flags) {
    return part == UrlPart.URL
        ? new UrlWriter(this, flags).write()
        : new PartReader(this, flags).read(part);
  }

  /**
   * A copy.
   *
   * @return the copy; as in libcurl it does not know whether the scheme was a guess
   * @see <a href="https://curl.se/libcurl/c/curl_url_dup.html">curl_url_dup(3)</a>
   */
  public CurlUrl duplicate() {
    CurlUrl copy = new CurlUrl();
    copy.copyFrom(this);
    copy.guessedScheme = false;
    return copy;
  }

  /**
   * Whether another URL has the same origin: scheme, host, port and zone, default ports written out
   * or not.
   *
   * @param other the other URL
   * @return false also if this one has no scheme or host
   */
  public boolean sameOrigin(CurlUrl other) {
    return scheme != null
        && host != null
        && Ascii.equalsIgnoreCase(scheme, other.scheme)
        && Ascii.equalsIgnoreCase(host, other.host)
        && effectivePort() == other.effectivePort()
        && Ascii.equalsIgnoreCase(
            Objects.requireNonNullElse(zoneid, ""), Objects.requireNonNullElse(other.zoneid, ""));
  }

  /** Scheme; in lower case if it came with a URL; null if there is none. */
  public String scheme() {
    return scheme;
  }

  /** User name as written, percent-encoded; null if there is none. */
  public String user() {
    return user;
  }

  /** Password as written, percent-encoded; null if there is none. */
  public String password() {
    return password;
  }

  /** Login options as written; null if there are none. */
  public String options() {
    return options;
  }

  /** Host name; IPv6 in brackets, without zone; null if there is none. */
  public String host() {
    return host;
  }

  /** Host name in ASCII, as DNS, TLS and the Host header want it; null if it has no such form. */
  public String asciiHost() {
    return host == null ? null : PartReader.hostForm(host, CURLU_PUNYCODE);
  }

  /** Port written in the URL; -1 if there is none. */
  public int port() {
    return port;
  }

  /** Port written in the URL, or else the default one of the scheme; -1 if that is not known. */
  public int effectivePort() {
    if (port >= 0) {
      return port;
    }
    UrlScheme known = UrlScheme.find(scheme);
    return known == null || known.defaultPort() == 0 ? -1 : known.defaultPort();
  }

  /** Path as written; "/" if there is none. */
  public String path() {
    return path == null ? "/" : path;
  }

  /** Query without the question mark; null if there is none, empty after a bare question mark. */
  public String query() {
    return query;
  }

  /** Fragment without the hash sign; null if there is none. */
  public String fragment() {
    return fragment;
  }

  /** IPv6 zone id; null if there is none. */
  public String zoneid() {
    return zoneid;
  }

  /** The whole URL, password and all; empty if there is not enough for one. */
  @Override
  public String toString() {
    return Objects.requireNonNullElse(get(UrlPart.URL, 0).value(), "");
  }
}
