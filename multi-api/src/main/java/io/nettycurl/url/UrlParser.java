package io.nettycurl.url;

import static io.nettycurl.CurlSymbols.CURLU_ALLOW_SPACE;
import static io.nettycurl.CurlSymbols.CURLU_DEFAULT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_DISALLOW_USER;
import static io.nettycurl.CurlSymbols.CURLU_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NO_AUTHORITY;
import static io.nettycurl.CurlSymbols.CURLU_PATH_AS_IS;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;

import io.nettycurl.CurlUrlCode;
import io.nettycurl.spi.Ascii;
import java.io.File;

/**
 * Owned by the call that made it. Takes one absolute URL apart, from left to right, into the fields
 * of an empty {@link CurlUrl}; what the fields hold after a failure is of no use.
 */
final class UrlParser {
  static final String DEFAULT_SCHEME = "https";
  static final int MAX_SCHEME = 40;

  private static final boolean DRIVES = File.separatorChar == '\\';
  private static final int MAX_SLASHES = 3;
  private static final UrlScheme[] GUESSES = {
    UrlScheme.FTP, UrlScheme.DICT, UrlScheme.LDAP, UrlScheme.IMAP, UrlScheme.SMTP, UrlScheme.POP3
  };

  private final String url;
  private final long flags;
  private final CurlUrl into;

  UrlParser(String url, long flags, CurlUrl into) {
    this.url = url;
    this.flags = flags;
    this.into = into;
  }

  /**
   * The length of the scheme that a URL starts with; 0 if it starts with none.
   *
   * @param guessing whether URLs without a scheme are taken too, so that "host:80" is none
   */
  static int schemeLength(String url, boolean guessing) {
    int length = url.length();
    if (length < 2 || !PercentCoding.isAlpha(url.charAt(0))) {
      return 0;
    }
    if (DRIVES && guessing && url.charAt(1) == ':') {
      return 0;
    }
    int at = 1;
    while (at < MAX_SCHEME && at < length && isSchemeChar(url.charAt(at))) {
      at++;
    }
    boolean colon = at < length && url.charAt(at) == ':';
    boolean slash = at + 1 < length && url.charAt(at + 1) == '/';
    return colon && (slash || !guessing) ? at : 0;
  }

  static boolean isSchemeChar(char c) {
    return PercentCoding.isAlphanumeric(c) || c == '+' || c == '-' || c == '.';
  }

  private boolean has(long flag) {
    return (flags & flag) != 0;
  }

  CurlUrlCode parse() {
    if (hasJunk()) {
      return CurlUrlCode.MALFORMED_INPUT;
    }
    int schemeLength = schemeLength(url, has(CURLU_GUESS_SCHEME | CURLU_DEFAULT_SCHEME));
    if (schemeLength == 4 && UrlScheme.find(url, 0, 4) == UrlScheme.FILE) {
      return parseFile();
    }
    return schemeLength > 0 ? parseAfterScheme(schemeLength) : parseWithoutScheme();
  }

  private boolean hasJunk() {
    if (CurlUrl.isTooLong(url)) {
      return true;
    }
    char last = has(CURLU_ALLOW_SPACE) ? 0x1F : ' ';
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= last || c == 0x7F) {
        return true;
      }
    }
    return false;
  }

  private CurlUrlCode parseAfterScheme(int schemeLength) {
    UrlScheme known = UrlScheme.find(url, 0, schemeLength);
    if (known == null && !has(CURLU_NON_SUPPORT_SCHEME)) {
      return CurlUrlCode.UNSUPPORTED_SCHEME;
    }
    boolean bareAllowed = has(CURLU_NO_AUTHORITY);
    int start = schemeLength + 1;
    int most = bareAllowed ? 2 : MAX_SLASHES + 1;
    int slashes = 0;
    while (slashes < most && start < url.length() && url.charAt(start) == '/') {
      start++;
      slashes++;
    }
    if (slashes == 0 || slashes > MAX_SLASHES) {
      return CurlUrlCode.BAD_SLASHES;
    }
    into.scheme = known != null ? known.text() : Ascii.lower(url.substring(0, schemeLength));
    return parseFromHost(start, known);
  }

  private CurlUrlCode parseWithoutScheme() {
    if (has(CURLU_DEFAULT_SCHEME)) {
      into.scheme = DEFAULT_SCHEME;
      return parseFromHost(0, UrlScheme.HTTPS);
    }
    return has(CURLU_GUESS_SCHEME) ? parseFromHost(0, null) : CurlUrlCode.BAD_SCHEME;
  }

  private CurlUrlCode parseFromHost(int start, UrlScheme known) {
    int end = start;
    while (end < url.length() && !endsHost(url.charAt(end))) {
      end++;
    }
    if (end > start) {
      CurlUrlCode code = parseAuthority(start, end, known);
      if (code != CurlUrlCode.OK) {
        return code;
      }
      if (into.scheme == null) {
        guessScheme();
      }
    } else if (has(CURLU_NO_AUTHORITY)) {
      into.host = "";
    } else {
      return CurlUrlCode.NO_HOST;
    }
    parseFromPath(end, false);
    return CurlUrlCode.OK;
  }

  private static boolean endsHost(char c) {
    return c == '/' || c == '?' || c == '#';
  }

  private void guessScheme() {
    into.scheme = UrlScheme.HTTP.text();
    into.guessedScheme = true;
    for (UrlScheme guess : GUESSES) {
      String text = guess.text();
      int length = text.length();
      if (into.host.length() > length
          && into.host.charAt(length) == '.'
          && Ascii.startsWithIgnoreCase(into.host, 0, text)) {
        into.scheme = text;
        return;
      }
    }
  }

  private CurlUrlCode parseAuthority(int start, int end, UrlScheme known) {
    int at = url.indexOf('@', start);
    int host = start;
    if (at >= 0 && at < end) {
      if (has(CURLU_DISALLOW_USER)) {
        return CurlUrlCode.USER_NOT_ALLOWED;
      }
      parseLogin(start, at, known != null && known.loginOptions());
      host = at + 1;
    }
    return parseHostAndPort(host, end);
  }

  /** Cuts user, password and options out; the latter two may come in any order. */
  private void parseLogin(int start, int end, boolean withOptions) {
    int colon = indexBefore(':', start, end);
    int semicolon = withOptions ? indexBefore(';', start, end) : end;
    into.user = url.substring(start, Math.min(colon, semicolon));
    if (colon < end) {
      into.password = url.substring(colon + 1, semicolon > colon ? semicolon : end);
    }
    if (semicolon < end) {
      String options = url.substring(semicolon + 1, colon > semicolon ? colon : end);
      into.options = options.isEmpty() ? null : options;
    }
  }

  private int indexBefore(char c, int start, int end) {
    int at = url.indexOf(c, start);
    return at < 0 || at > end ? end : at;
  }

  private CurlUrlCode parseHostAndPort(int start, int end) {
    int colon;
    CurlUrlCode code = CurlUrlCode.OK;
    if (start < end && url.charAt(start) == '[') {
      int close = indexBefore(']', start, end);
      if (close == end) {
        return CurlUrlCode.BAD_IPV6;
      }
      colon = close + 1;
      if (colon < end && url.charAt(colon) != ':') {
        return CurlUrlCode.BAD_PORT_NUMBER;
      }
    } else {
      colon = indexBefore(':', start, end);
    }
    if (colon < end) {
      code = parsePort(colon + 1, end);
    }
    if (colon == start) {
      return CurlUrlCode.NO_HOST;
    }
    return code == CurlUrlCode.OK ? parseHost(url.substring(start, colon)) : code;
  }

  private CurlUrlCode parsePort(int start, int end) {
    if (start == end) {
      // Browsers take "host:" as the default port; without a scheme it would look like one.
      return into.scheme != null ? CurlUrlCode.OK : CurlUrlCode.BAD_PORT_NUMBER;
    }
    int port = 0;
    int at = start;
    while (at < end && PercentCoding.isDigit(url.charAt(at))) {
      port = port * 10 + url.charAt(at++) - '0';
      if (port > CurlUrl.MAX_PORT) {
        return CurlUrlCode.BAD_PORT_NUMBER;
      }
    }
    if (at < end) {
      return url.charAt(at) == '\\' ? CurlUrlCode.BACKSLASH : CurlUrlCode.BAD_PORT_NUMBER;
    }
    into.port = port;
    return CurlUrlCode.OK;
  }

  private CurlUrlCode parseHost(String raw) {
    String host = raw;
    if (raw.indexOf('%') >= 0) {
      host = PercentCoding.decodeStrictly(raw);
      if (host == null) {
        return CurlUrlCode.BAD_HOSTNAME;
      }
    }
    if (host.startsWith("[")) {
      HostRules.Ipv6 address = HostRules.parseIpv6(host);
      if (address == null) {
        return CurlUrlCode.BAD_IPV6;
      }
      into.host = address.name();
      into.zoneid = address.zone();
      return CurlUrlCode.OK;
    }
    String address = Ipv4Number.normalize(host);
    into.host = address != null ? address : host;
    return HostRules.checkName(into.host);
  }

  private CurlUrlCode parseFile() {
    int path = "file:".length();
    if (url.length() <= path + 1 || url.charAt(path) != '/') {
      return CurlUrlCode.BAD_FILE_URL;
    }
    if (url.charAt(path + 1) == '/') {
      path += 2;
      boolean bare = path < url.length() && url.charAt(path) == '/';
      if (!bare && !startsWithDrive(path)) {
        if (!Ascii.startsWithIgnoreCase(url, path, "localhost/")
            && !url.startsWith("127.0.0.1/", path)) {
          return CurlUrlCode.BAD_FILE_URL;
        }
        path += 9;
      }
    }
    boolean slashDrive = url.charAt(path) == '/' && startsWithDrive(path + 1);
    if (slashDrive || startsWithDrive(path)) {
      if (!DRIVES) {
        return CurlUrlCode.BAD_FILE_URL;
      }
      path += slashDrive ? 1 : 0;
    }
    into.scheme = UrlScheme.FILE.text();
    parseFromPath(path, true);
    return CurlUrlCode.OK;
  }

  private boolean startsWithDrive(int at) {
    if (at + 1 >= url.length() || !PercentCoding.isAlpha(url.charAt(at))) {
      return false;
    }
    char mark = url.charAt(at + 1);
    char after = at + 2 < url.length() ? url.charAt(at + 2) : '/';
    return (mark == ':' || mark == '|') && (after == '/' || after == '\\');
  }

  private void parseFromPath(int start, boolean file) {
    int end = url.length();
    int hash = url.indexOf('#', start);
    if (hash >= 0) {
      into.fragmentPresent = true;
      if (hash + 1 < end) {
        into.fragment = repaired(hash + 1, end, PercentCoding.Place.OUTSIDE_QUERY);
      }
      end = hash;
    }
    int mark = url.indexOf('?', start);
    if (mark >= 0 && mark < end) {
      into.queryPresent = true;
      into.query = repaired(mark + 1, end, PercentCoding.Place.QUERY);
      end = mark;
    }
    if (end - start > (file ? 0 : 1)) {
      String path = repaired(start, end, PercentCoding.Place.OUTSIDE_QUERY);
      into.path = has(CURLU_PATH_AS_IS) ? path : DotSegments.remove(path);
    }
  }

  private String repaired(int start, int end, PercentCoding.Place place) {
    String part = url.substring(start, end);
    return has(CURLU_URLENCODE) ? PercentCoding.repair(part, 0, place) : part;
  }
}
