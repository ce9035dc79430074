package io.nettycurl.spi;

import static io.nettycurl.CurlSymbols.CURLU_ALLOW_SPACE;
import static io.nettycurl.CurlSymbols.CURLU_DISALLOW_USER;
import static io.nettycurl.CurlSymbols.CURLU_GUESS_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_NON_SUPPORT_SCHEME;
import static io.nettycurl.CurlSymbols.CURLU_PATH_AS_IS;
import static io.nettycurl.CurlSymbols.CURLU_URLENCODE;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import io.nettycurl.url.UrlScheme;

/**
 * The URL that a transfer is to use, or why it cannot.
 *
 * @param code OK; URL_MALFORMAT, UNSUPPORTED_PROTOCOL, LOGIN_DENIED
 * @param message what is wrong, for the error buffer; null if nothing is
 * @param url the URL; null if the code is not OK
 */
public record TransferUrl(CurlCode code, String message, CurlUrl url) {
  private static final int MAX_HOST = 0xFFFF;

  /**
   * Takes what CURLOPT_URL or CURLOPT_CURLU says for the URL of a first request. CURLU wins, and is
   * copied. A scheme that is missing is DEFAULT_PROTOCOL or a guess from the host name.
   *
   * @param url CURLOPT_URL's text; may be null
   * @param options the handle's options: CURLU, DEFAULT_PROTOCOL, PATH_AS_IS and
   *     DISALLOW_USERNAME_IN_URL count
   * @return the URL; its host has a form in ASCII, its scheme is one that libcurl knows
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_URL.html">CURLOPT_URL(3)</a>
   */
  public static TransferUrl parse(String url, OptionValues options) {
    CurlUrl given = options.get(CurlOpt.CURLU);
    if (given != null) {
      boolean whole = given.get(UrlPart.URL, 0).code() == CurlUrlCode.OK;
      return whole ? checked(given.duplicate(), false) : malformed("No URL set");
    }
    if (url == null) {
      return malformed("No URL set");
    }
    CurlUrl parsed = new CurlUrl();
    CurlUrlCode code = parsed.set(UrlPart.URL, withScheme(url, options), flagsOf(options));
    return code == CurlUrlCode.OK
        ? checked(parsed, false)
        : new TransferUrl(codeOf(code), "URL rejected: " + code.strerror(), null);
  }

  private static String withScheme(String url, OptionValues options) {
    String scheme = options.get(CurlOpt.DEFAULT_PROTOCOL);
    return scheme == null || CurlUrl.isAbsolute(url, true) ? url : scheme + "://" + url;
  }

  private static long flagsOf(OptionValues options) {
    long flags = CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME;
    if (options.on(CurlOpt.DISALLOW_USERNAME_IN_URL)) {
      flags |= CURLU_DISALLOW_USER;
    }
    return options.on(CurlOpt.PATH_AS_IS) ? flags | CURLU_PATH_AS_IS : flags;
  }

  /**
   * The URL that a redirect leads to: what cannot stand in a URL is percent-encoded first.
   *
   * @param current the URL of the request that was answered; stays as it is
   * @param location what the server says, as it came
   * @param options the handle's options: PATH_AS_IS counts
   * @return the URL
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FOLLOWLOCATION.html">man page</a>
   */
  public static TransferUrl follow(CurlUrl current, String location, OptionValues options) {
    CurlUrl next = current.duplicate();
    long flags = CURLU_URLENCODE | CURLU_ALLOW_SPACE;
    if (options.on(CurlOpt.PATH_AS_IS)) {
      flags |= CURLU_PATH_AS_IS;
    }
    CurlUrlCode code = next.set(UrlPart.URL, location, flags);
    if (code != CurlUrlCode.OK) {
      String message = "The redirect target URL could not be parsed: " + code.strerror();
      return new TransferUrl(codeOf(code), message, null);
    }
    boolean refused = options.on(CurlOpt.DISALLOW_USERNAME_IN_URL) && next.user() != null;
    return refused
        ? new TransferUrl(CurlCode.LOGIN_DENIED, "URL rejected: user name in it", null)
        : checked(next, true);
  }

  private static TransferUrl checked(CurlUrl url, boolean redirect) {
    UrlScheme scheme = UrlScheme.find(url.scheme());
    if (scheme == null) {
      String message = "Protocol \"" + url.scheme() + "\" not supported" + inRedirect(redirect);
      return new TransferUrl(CurlCode.UNSUPPORTED_PROTOCOL, message, null);
    }
    String host = url.asciiHost();
    if (scheme == UrlScheme.FILE) {
      return new TransferUrl(CurlCode.OK, null, url);
    }
    if (host == null || host.isEmpty()) {
      return malformed("URL rejected: " + CurlUrlCode.BAD_HOSTNAME.strerror());
    }
    return host.length() > MAX_HOST
        ? malformed("Too long hostname (maximum is " + MAX_HOST + ")")
        : new TransferUrl(CurlCode.OK, null, url);
  }

  private static String inRedirect(boolean redirect) {
    return redirect ? " (in redirect)" : "";
  }

  private static TransferUrl malformed(String message) {
    return new TransferUrl(CurlCode.URL_MALFORMAT, message, null);
  }

  /**
   * The transfer's code for a code of the URL rules.
   *
   * @param code what parsing gave
   * @return URL_MALFORMAT for most
   */
  public static CurlCode codeOf(CurlUrlCode code) {
    switch (code) {
      case OK:
        return CurlCode.OK;
      case UNSUPPORTED_SCHEME:
        return CurlCode.UNSUPPORTED_PROTOCOL;
      case OUT_OF_MEMORY:
        return CurlCode.OUT_OF_MEMORY;
      case USER_NOT_ALLOWED:
        return CurlCode.LOGIN_DENIED;
      default:
        return CurlCode.URL_MALFORMAT;
    }
  }

  /**
   * Whether the options let a transfer use a scheme: PROTOCOLS_STR, and REDIR_PROTOCOLS_STR too if
   * a redirect leads there.
   *
   * @param url the URL
   * @param redirect whether a redirect led to it
   * @param options the handle's options
   * @return the same URL with OK, or UNSUPPORTED_PROTOCOL and no URL
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROTOCOLS_STR.html">CURLOPT_PROTOCOLS_STR(3)</a>
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_REDIR_PROTOCOLS_STR.html">man page</a>
   */
  public static TransferUrl allowed(CurlUrl url, boolean redirect, OptionValues options) {
    UrlScheme scheme = UrlScheme.find(url.scheme());
    boolean allowed =
        scheme != null
            && scheme.transfers()
            && ProtocolList.allows(options.get(CurlOpt.PROTOCOLS_STR), scheme)
            && (!redirect
                || ProtocolList.allowsRedirect(options.get(CurlOpt.REDIR_PROTOCOLS_STR), scheme));
    if (allowed) {
      return new TransferUrl(CurlCode.OK, null, url);
    }
    String message = "Protocol \"" + url.scheme() + "\" is disabled" + inRedirect(redirect);
    return new TransferUrl(CurlCode.UNSUPPORTED_PROTOCOL, message, null);
  }
}
