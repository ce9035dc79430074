package io.nettycurl.netty.connect.proxy;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlUrlCode;
import io.nettycurl.netty.connect.ConnectFailure;
import io.nettycurl.netty.connect.ProxyConfig;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import io.nettycurl.url.CurlUrl;
import io.nettycurl.url.UrlPart;
import java.util.Locale;

/**
 * Immutable. How options and variables write a proxy: {@code [scheme://][user:password@]host[:port]
 * }.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY.html">CURLOPT_PROXY(3)</a>
 */
public final class ProxyAddress {
  private static final int SOCKS_PORT = 1080;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private ProxyAddress() {}

  /**
   * Reads one.
   *
   * @param text CURLOPT_PROXY, CURLOPT_PRE_PROXY, or a variable's value
   * @param preProxy whether it is CURLOPT_PRE_PROXY, which only SOCKS proxies can be
   * @param options the transfer's
   * @throws ConnectFailure COULDNT_RESOLVE_PROXY for bad syntax, COULDNT_CONNECT for a scheme that
   *     is no proxy's
   */
  public static ProxyConfig parse(String text, boolean preProxy, OptionValues options)
      throws ConnectFailure {
    CurlUrl url = new CurlUrl();
    CurlUrlCode code =
        url.set(
            UrlPart.URL,
            text,
            CurlSymbols.CURLU_NON_SUPPORT_SCHEME | CurlSymbols.CURLU_GUESS_SCHEME);
    if (code != CurlUrlCode.OK) {
      throw new ConnectFailure(
          CurlCode.COULDNT_RESOLVE_PROXY,
          "Unsupported proxy syntax in '" + text + "': " + code.strerror());
    }
    String scheme = url.get(UrlPart.SCHEME, CurlSymbols.CURLU_NO_GUESS_SCHEME).value();
    long type = type(scheme, preProxy ? CurlSymbols.CURLPROXY_SOCKS4 : configured(options), text);
    boolean socks = isSocks(type);
    if (preProxy && !socks) {
      throw new ConnectFailure(
          CurlCode.COULDNT_RESOLVE_PROXY, "Unsupported pre-proxy type for '" + text + "'");
    }
    String path = socks ? socketPath(url) : null;
    return new ProxyConfig(
        type,
        path != null ? path : host(url),
        path != null ? 0 : port(url, type, options),
        user(url, preProxy, options),
        password(url, preProxy, options),
        path != null);
  }

  /** Whether a type is one of SOCKS. */
  public static boolean isSocks(long type) {
    return type >= CurlSymbols.CURLPROXY_SOCKS4 && type <= CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME;
  }

  private static long configured(OptionValues options) {
    return options.number(ProxyOptions.PROXYTYPE);
  }

  private static long type(String scheme, long type, String text) throws ConnectFailure {
    if (scheme == null) {
      return type;
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> type == CurlSymbols.CURLPROXY_HTTP_1_0 ? type : CurlSymbols.CURLPROXY_HTTP;
      case "https" -> CurlSymbols.CURLPROXY_HTTPS;
      case "socks", "socks4" -> CurlSymbols.CURLPROXY_SOCKS4;
      case "socks4a" -> CurlSymbols.CURLPROXY_SOCKS4A;
      case "socks5" -> CurlSymbols.CURLPROXY_SOCKS5;
      case "socks5h" -> CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME;
      default ->
          throw new ConnectFailure(
              CurlCode.COULDNT_CONNECT, "Unsupported proxy scheme for '" + text + "'");
    };
  }

  private static String socketPath(CurlUrl url) {
    if (!"localhost".equalsIgnoreCase(url.host())) {
      return null;
    }
    String path = url.get(UrlPart.PATH, CurlSymbols.CURLU_URLDECODE).value();
    return path == null || path.equals("/") ? null : path;
  }

  private static String host(CurlUrl url) {
    String host = url.get(UrlPart.HOST, CurlSymbols.CURLU_URLDECODE).value();
    if (host == null || !host.startsWith("[")) {
      return host == null ? "" : host;
    }
    String zone = url.zoneid();
    String bare = host.substring(1, host.length() - 1);
    return zone == null || bare.indexOf('%') >= 0 ? bare : bare + "%" + zone;
  }

  private static int port(CurlUrl url, long type, OptionValues options) {
    String port = url.get(UrlPart.PORT, CurlSymbols.CURLU_NO_DEFAULT_PORT).value();
    if (port != null) {
      return Integer.parseInt(port);
    }
    long set = options.number(ProxyOptions.PROXYPORT);
    return set != 0 ? (int) set : defaultPort(type);
  }

  private static int defaultPort(long type) {
    if (isSocks(type)) {
      return SOCKS_PORT;
    }
    return type == CurlSymbols.CURLPROXY_HTTPS ? HTTPS_PORT : HTTP_PORT;
  }

  private static String user(CurlUrl url, boolean preProxy, OptionValues options) {
    if (hasCredentials(url)) {
      return url.get(UrlPart.USER, CurlSymbols.CURLU_URLDECODE).value();
    }
    return preProxy ? null : options.get(ProxyOptions.PROXYUSERNAME);
  }

  private static String password(CurlUrl url, boolean preProxy, OptionValues options) {
    if (hasCredentials(url)) {
      return url.get(UrlPart.PASSWORD, CurlSymbols.CURLU_URLDECODE).value();
    }
    return preProxy ? null : options.get(ProxyOptions.PROXYPASSWORD);
  }

  private static boolean hasCredentials(CurlUrl url) {
    return url.user() != null || url.password() != null;
  }
}
