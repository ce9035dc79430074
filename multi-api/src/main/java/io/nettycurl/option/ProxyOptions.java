package io.nettycurl.option;

import java.util.List;

/**
 * Proxies and the way through them: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface ProxyOptions {
  /**
   * Send a PROXY v1 line first on new connections.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HAPROXYPROTOCOL.html">CURLOPT_HAPROXYPROTOCOL(3)</a>
   */
  EasyOption<Long> HAPROXYPROTOCOL = EasyOption.ofLong("HAPROXYPROTOCOL", 274, 0L);

  /**
   * Source address to name in the PROXY line; switches HAPROXYPROTOCOL on, null switches it off.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HAPROXY_CLIENT_IP.html">CURLOPT_HAPROXY_CLIENT_IP(3)</a>
   */
  EasyOption<String> HAPROXY_CLIENT_IP = EasyOption.ofString("HAPROXY_CLIENT_IP", 10323);

  /**
   * Whether HTTPHEADER also goes to the proxy in CONNECT.
   *
   * <p>Default: SEPARATE. Values: {@code CURLHEADER_*}. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_HEADEROPT.html">CURLOPT_HEADEROPT(3)</a>
   */
  EasyOption<Long> HEADEROPT =
      EasyOption.ofValues("HEADEROPT", 229, 1L).adjusted(ValueRules.mask(1));

  /**
   * Force CONNECT through the HTTP proxy for every protocol.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HTTPPROXYTUNNEL.html">CURLOPT_HTTPPROXYTUNNEL(3)</a>
   */
  EasyOption<Long> HTTPPROXYTUNNEL = EasyOption.ofLong("HTTPPROXYTUNNEL", 61, 0L);

  /**
   * Comma list of hosts, domains and CIDRs that bypass the proxy; * for all.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROXY.html">CURLOPT_NOPROXY(3)</a>
   */
  EasyOption<String> NOPROXY = EasyOption.ofString("NOPROXY", 10177);

  /**
   * SOCKS proxy to go through before the HTTP proxy.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PRE_PROXY.html">CURLOPT_PRE_PROXY(3)</a>
   */
  EasyOption<String> PRE_PROXY = EasyOption.ofString("PRE_PROXY", 10262);

  /**
   * Proxy host or URL with scheme; "" disables environment proxies.
   *
   * <p>Default: null (env). Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY.html">CURLOPT_PROXY(3)</a>
   */
  EasyOption<String> PROXY = EasyOption.ofString("PROXY", 10004);

  /**
   * Bitmask of allowed proxy auth schemes.
   *
   * <p>Default: BASIC. Values: {@code CURLAUTH_*} bits; no known one answers NOT_BUILT_IN.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYAUTH.html">CURLOPT_PROXYAUTH(3)</a>
   */
  EasyOption<Long> PROXYAUTH =
      EasyOption.ofValues("PROXYAUTH", 111, 1L)
          .checked(ValueRules::auth)
          .adjusted(ValueRules::authBits);

  /**
   * Headers for the proxy only.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYHEADER.html">CURLOPT_PROXYHEADER(3)</a>
   */
  EasyOption<List<String>> PROXYHEADER = EasyOption.ofList("PROXYHEADER", 10228);

  /**
   * Proxy password.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXYPASSWORD.html">CURLOPT_PROXYPASSWORD(3)</a>
   */
  EasyOption<String> PROXYPASSWORD = EasyOption.ofString("PROXYPASSWORD", 10176);

  /**
   * Proxy port if not in the proxy string.
   *
   * <p>Default: 0 (1080/443). Values: 0 to 65535; others answer BAD_FUNCTION_ARGUMENT. Protocols:
   * All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYPORT.html">CURLOPT_PROXYPORT(3)</a>
   */
  EasyOption<Long> PROXYPORT =
      EasyOption.ofLong("PROXYPORT", 59, 0L).checked(ValueRules.between(0, 65535));

  /**
   * Kind of proxy if not told by the scheme.
   *
   * <p>Default: HTTP. Values: {@code CURLPROXY_*}; CURLPROXY_HTTPS3 answers NOT_BUILT_IN, others
   * BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYTYPE.html">CURLOPT_PROXYTYPE(3)</a>
   */
  EasyOption<Long> PROXYTYPE =
      EasyOption.ofValues("PROXYTYPE", 101, 0L).checked(ValueRules::proxyType);

  /**
   * Proxy user name.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXYUSERNAME.html">CURLOPT_PROXYUSERNAME(3)</a>
   */
  EasyOption<String> PROXYUSERNAME = EasyOption.ofString("PROXYUSERNAME", 10175);

  /**
   * Name and password for the proxy with a colon between them, each percent-encoded. Stored as
   * PROXYUSERNAME and PROXYPASSWORD.
   *
   * <p>Default: null. An encoded NUL answers URL_MALFORMAT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYUSERPWD.html">CURLOPT_PROXYUSERPWD(3)</a>
   */
  EasyOption<String> PROXYUSERPWD = EasyOption.ofString("PROXYUSERPWD", 10006);

  /**
   * Kerberos service name for proxy auth.
   *
   * <p>Default: "HTTP". Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_PROXY_SERVICE_NAME.html">CURLOPT_PROXY_SERVICE_NAME(3)</a>
   */
  EasyOption<String> PROXY_SERVICE_NAME = EasyOption.ofString("PROXY_SERVICE_NAME", 10235);

  /**
   * Allowed SOCKS5 auth methods.
   *
   * <p>Default: BASIC and GSSAPI. Values: CURLAUTH_BASIC and CURLAUTH_GSSAPI; others answer
   * NOT_BUILT_IN. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKS5_AUTH.html">CURLOPT_SOCKS5_AUTH(3)</a>
   */
  EasyOption<Long> SOCKS5_AUTH =
      EasyOption.ofLong("SOCKS5_AUTH", 267, 5L).checked(ValueRules::socksAuth);

  /**
   * Unprotected SOCKS5 GSS negotiation.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SOCKS5_GSSAPI_NEC.html">CURLOPT_SOCKS5_GSSAPI_NEC(3)</a>
   */
  EasyOption<Long> SOCKS5_GSSAPI_NEC = EasyOption.ofLong("SOCKS5_GSSAPI_NEC", 180, 0L);

  /**
   * Service name for SOCKS5 by GSS-API; the same field as PROXY_SERVICE_NAME.
   *
   * <p>Default: "rcmd". Protocols: All. Deprecated in libcurl 7.49.0.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SOCKS5_GSSAPI_SERVICE.html">CURLOPT_SOCKS5_GSSAPI_SERVICE(3)</a>
   */
  EasyOption<String> SOCKS5_GSSAPI_SERVICE = EasyOption.ofString("SOCKS5_GSSAPI_SERVICE", 10179);

  /**
   * Hide the proxy's CONNECT reply headers from header and write callbacks.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_SUPPRESS_CONNECT_HEADERS.html">CURLOPT_SUPPRESS_CONNECT_HEADERS(3)</a>
   */
  EasyOption<Long> SUPPRESS_CONNECT_HEADERS =
      EasyOption.ofLong("SUPPRESS_CONNECT_HEADERS", 265, 0L);
}
