package io.nettycurl.url;

/**
 * Any thread; no state. Puts a relative reference in the place of the end of a URL.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2">RFC 3986, 5.2</a>
 */
final class RelativeUrl {
  private RelativeUrl() {}

  /**
   * The absolute URL, not yet parsed again.
   *
   * @param base the URL in text, with its empty parts
   * @param reference what it refers to; not empty
   * @param parts the parts of the base
   */
  static String resolve(String base, String reference, CurlUrl parts) {
    String scheme = parts.scheme == null ? UrlParser.DEFAULT_SCHEME : parts.scheme;
    int authority = scheme.length() + "://".length();
    if (reference.startsWith("//")) {
      return base.substring(0, authority) + encodeBehindHost(reference.substring(2));
    }
    int keep = keptLength(base, authority, reference.charAt(0), parts);
    return base.substring(0, keep)
        + PercentCoding.repair(reference, 0, PercentCoding.Place.UP_TO_QUERY);
  }

  private static int keptLength(String base, int authority, char first, CurlUrl parts) {
    if (first == '/') {
      return orAll(base, base.indexOf('/', authority));
    }
    int end = base.length();
    if (first == '#') {
      return parts.fragmentPresent ? orAll(base, base.indexOf('#', authority)) : end;
    }
    if (parts.queryPresent) {
      end = orAll(base, base.indexOf('?', authority));
    } else if (parts.fragmentPresent) {
      end = orAll(base, base.indexOf('#', authority));
    }
    if (first == '?') {
      return end;
    }
    int slash = base.lastIndexOf('/', end - 1);
    return slash < authority ? base.length() : slash + 1;
  }

  private static int orAll(String base, int at) {
    return at < 0 ? base.length() : at;
  }

  /** The host is left alone, since an encoded one would be another name. */
  private static String encodeBehindHost(String reference) {
    int slashes = reference.indexOf("//");
    int at = slashes < 0 ? 0 : slashes + 2;
    while (at < reference.length() && reference.charAt(at) != '/' && reference.charAt(at) != '?') {
      at++;
    }
    return PercentCoding.repair(reference, at, PercentCoding.Place.UP_TO_QUERY);
  }
}
