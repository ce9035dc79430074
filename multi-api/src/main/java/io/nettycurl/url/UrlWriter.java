package io.nettycurl.url;

import static io.nettycurl.CurlSymbols.CURLU_DEFAULT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_GET_EMPTY;
import static io.nettycurl.CurlSymbols.CURLU_NO_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;

import io.nettycurl.CurlUrlCode;
import io.nettycurl.spi.Ascii;

/** Owned by the call that made it. Puts the parts of a URL together again. */
final class UrlWriter {
  private final CurlUrl url;
  private final long flags;

  UrlWriter(CurlUrl url, long flags) {
    this.url = url;
    this.flags = flags;
  }

  CurlUrl.Result write() {
    if (Ascii.equalsIgnoreCase(UrlScheme.FILE.text(), url.scheme)) {
      StringBuilder out = new StringBuilder("file://").append(url.path());
      return done(out);
    }
    if (url.host == null) {
      return failed(CurlUrlCode.NO_HOST);
    }
    String scheme = url.scheme;
    if (scheme == null) {
      if ((flags & CURLU_DEFAULT_SCHEME) == 0) {
        return failed(CurlUrlCode.NO_SCHEME);
      }
      scheme = UrlParser.DEFAULT_SCHEME;
    }
    String host = host();
    if (host == null) {
      return failed(CurlUrlCode.BAD_HOSTNAME);
    }
    StringBuilder out = new StringBuilder(64);
    if ((flags & CURLU_NO_GUESS_SCHEME) == 0 || !url.guessedScheme) {
      out.append(scheme).append("://");
    }
    appendLogin(out, scheme);
    out.append(host);
    String port = PartReader.portText(url, scheme, flags);
    if (port != null) {
      out.append(':').append(port);
    }
    return done(out.append(url.path()));
  }

  private static CurlUrl.Result failed(CurlUrlCode code) {
    return new CurlUrl.Result(code, null);
  }

  private CurlUrl.Result done(StringBuilder out) {
    boolean withEmpty = (flags & CURLU_GET_EMPTY) != 0;
    boolean hasQuery = url.query != null && !url.query.isEmpty();
    if (hasQuery || (url.queryPresent && withEmpty)) {
      out.append('?').append(hasQuery ? url.query : "");
    }
    if (url.fragment != null || (url.fragmentPresent && withEmpty)) {
      out.append('#').append(url.fragment == null ? "" : url.fragment);
    }
    return new CurlUrl.Result(CurlUrlCode.OK, out.toString());
  }

  private String host() {
    String host = url.host;
    if (host.startsWith("[")) {
      return url.zoneid == null
          ? host
          : host.substring(0, host.length() - 1) + "%25" + url.zoneid + "]";
    }
    return (flags & CURLU_URLENCODE) != 0
        ? PercentCoding.encode(host)
        : PartReader.hostForm(host, flags);
  }

  private void appendLogin(StringBuilder out, String scheme) {
    UrlScheme known = UrlScheme.find(scheme);
    String options = known != null && !known.loginOptions() ? null : url.options;
    if (url.user != null) {
      out.append(url.user);
    }
    if (url.password != null) {
      out.append(':').append(url.password);
    }
    if (options != null) {
      out.append(';').append(options);
    }
    if (url.user != null || url.password != null || options != null) {
      out.append('@');
    }
  }
}
