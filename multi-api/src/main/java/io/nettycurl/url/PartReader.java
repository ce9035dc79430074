package io.nettycurl.url;

import static io.nettycurl.CurlSymbols.CURLU_DEFAULT_PORT;
import static io.nettycurl.CurlSymbols.CURLU_GET_EMPTY;
import static io.nettycurl.CurlSymbols.CURLU_NO_DEFAULT_PORT;
import static io.nettycurl.CurlSymbols.CURLU_NO_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_PUNY2IDN;
import static io.nettycurl.CurlSymbols.CURLU_PUNYCODE;
import static io.nettycurl.CurlSymbols.CURLU_URLDECODE;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;

import io.nettycurl.CurlUrlCode;
import io.nettycurl.url.CurlUrl.Result;

/**
 * Owned by the call that made it. Gives one part of a URL in the form that the flags ask for.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_url_get.html">curl_url_get(3)</a>
 */
final class PartReader {
  private final CurlUrl url;
  private final long flags;

  PartReader(CurlUrl url, long flags) {
    this.url = url;
    this.flags = flags;
  }

  private boolean has(long flag) {
    return (flags & flag) != 0;
  }

  Result read(UrlPart part) {
    switch (part) {
      case SCHEME:
        boolean hidden = url.guessedScheme && has(CURLU_NO_GUESS_SCHEME);
        return format(part, hidden ? null : url.scheme, false);
      case PORT:
        return format(part, portText(url, url.scheme, flags), false);
      default:
        return format(part, stored(part), has(CURLU_URLDECODE));
    }
  }

  private String stored(UrlPart part) {
    switch (part) {
      case USER:
        return url.user;
      case PASSWORD:
        return url.password;
      case OPTIONS:
        return url.options;
      case HOST:
        return url.host;
      case PATH:
        return url.path();
      case QUERY:
        boolean blank = url.query != null && url.query.isEmpty() && !has(CURLU_GET_EMPTY);
        return blank ? null : url.query;
      case FRAGMENT:
        boolean empty = url.fragment == null && url.fragmentPresent && has(CURLU_GET_EMPTY);
        return empty ? "" : url.fragment;
      default:
        return url.zoneid;
    }
  }

  /** The port as a URL of that scheme shows it with these flags; null if it shows none. */
  static String portText(CurlUrl url, String ofScheme, long flags) {
    UrlScheme known = UrlScheme.find(ofScheme);
    int byDefault = known == null ? -1 : known.defaultPort();
    if (url.port >= 0) {
      boolean hidden = byDefault == url.port && (flags & CURLU_NO_DEFAULT_PORT) != 0;
      return hidden ? null : Integer.toString(url.port);
    }
    return known != null && (flags & CURLU_DEFAULT_PORT) != 0 ? Integer.toString(byDefault) : null;
  }

  private Result format(UrlPart part, String stored, boolean decode) {
    if (stored == null) {
      return new Result(missing(part), null);
    }
    String text = stored;
    if (decode) {
      String plain = part == UrlPart.QUERY ? text.replace('+', ' ') : text;
      text = PercentCoding.decodeWithoutControls(plain);
      if (text == null) {
        return new Result(CurlUrlCode.URLDECODE, null);
      }
    }
    if (has(CURLU_URLENCODE)) {
      text = PercentCoding.repair(text, 0, placeOf(part));
    } else if (part == UrlPart.HOST) {
      text = hostForm(text, flags);
      if (text == null) {
        return new Result(CurlUrlCode.BAD_HOSTNAME, null);
      }
    }
    return new Result(CurlUrlCode.OK, text);
  }

  private static PercentCoding.Place placeOf(UrlPart part) {
    return part == UrlPart.QUERY ? PercentCoding.Place.QUERY : PercentCoding.Place.OUTSIDE_QUERY;
  }

  /** A host in the form that the flags ask for; null if it has no such form. */
  static String hostForm(String host, long flags) {
    boolean ascii = IdnName.isAscii(host);
    if ((flags & CURLU_PUNYCODE) != 0) {
      return ascii ? host : IdnName.toAscii(host);
    }
    return (flags & CURLU_PUNY2IDN) != 0 && ascii ? IdnName.toUnicode(host) : host;
  }

  private static CurlUrlCode missing(UrlPart part) {
    switch (part) {
      case SCHEME:
        return CurlUrlCode.NO_SCHEME;
      case USER:
        return CurlUrlCode.NO_USER;
      case PASSWORD:
        return CurlUrlCode.NO_PASSWORD;
      case OPTIONS:
        return CurlUrlCode.NO_OPTIONS;
      case HOST:
        return CurlUrlCode.NO_HOST;
      case PORT:
        return CurlUrlCode.NO_PORT;
      case QUERY:
        return CurlUrlCode.NO_QUERY;
      case FRAGMENT:
        return CurlUrlCode.NO_FRAGMENT;
      default:
        return CurlUrlCode.NO_ZONEID;
    }
  }
}
