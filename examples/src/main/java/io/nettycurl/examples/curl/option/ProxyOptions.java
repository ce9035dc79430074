package io.nettycurl.examples.curl.option;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.ProxyConfig;

/** Owned by the command's thread. Options on proxies. */
final class ProxyOptions implements OptionHandler {
  private final OptionContext context;
  private final RequestOptions requests;

  ProxyOptions(OptionContext context, RequestOptions requests) {
    this.context = context;
    this.requests = requests;
  }

  @Override
  public void apply(CliOption option, String value, boolean on, OperationConfig config)
      throws ParameterException {
    ProxyConfig proxy = config.proxy;
    switch (option) {
      case PROXY -> {
        proxy.proxy = value;
        if (proxy.type != CurlSymbols.CURLPROXY_HTTPS2
            && proxy.type != CurlSymbols.CURLPROXY_HTTPS3) {
          proxy.type = CurlSymbols.CURLPROXY_HTTP;
        }
      }
      case PROXY1_0 -> use(proxy, value, CurlSymbols.CURLPROXY_HTTP_1_0);
      case SOCKS4 -> use(proxy, value, CurlSymbols.CURLPROXY_SOCKS4);
      case SOCKS4A -> use(proxy, value, CurlSymbols.CURLPROXY_SOCKS4A);
      case SOCKS5 -> use(proxy, value, CurlSymbols.CURLPROXY_SOCKS5);
      case SOCKS5_HOSTNAME -> use(proxy, value, CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME);
      case PREPROXY -> proxy.preProxy = Values.notBlank(value);
      case PROXY_USER -> proxy.user = value;
      case NOPROXY -> proxy.noProxy = value;
      case PROXYTUNNEL -> proxy.tunnel = on;
      case PROXY_HEADER -> requests.headers(proxy.headers, value, "proxy");
      case SUPPRESS_CONNECT_HEADERS -> proxy.suppressConnectHeaders = on;
      case PROXY_SERVICE_NAME, SOCKS5_GSSAPI_SERVICE -> proxy.serviceName = Values.notBlank(value);
      case HAPROXY_PROTOCOL -> proxy.haproxy = on;
      case HAPROXY_CLIENTIP -> proxy.haproxyClientIp = Values.notBlank(value);
      default -> auth(option, on, proxy);
    }
  }

  private void auth(CliOption option, boolean on, ProxyConfig proxy) throws ParameterException {
    switch (option) {
      case PROXY_ANYAUTH -> proxy.anyAuth = on;
      case PROXY_BASIC -> proxy.basic = on;
      case PROXY_DIGEST -> proxy.digest = on;
      case PROXY_NEGOTIATE -> {
        needs("SPNEGO");
        proxy.negotiate = on;
      }
      case PROXY_NTLM -> {
        needs("NTLM");
        proxy.ntlm = on;
      }
      case SOCKS5_BASIC ->
          proxy.socks5Auth = Values.bits(proxy.socks5Auth, CurlSymbols.CURLAUTH_BASIC, on);
      case SOCKS5_GSSAPI ->
          proxy.socks5Auth = Values.bits(proxy.socks5Auth, CurlSymbols.CURLAUTH_GSSAPI, on);
      case SOCKS5_GSSAPI_NEC -> proxy.socks5GssapiNec = on;
      case PROXY_HTTP2 -> {
        needs("HTTPS-proxy");
        needs("HTTP2");
        proxy.type = on ? CurlSymbols.CURLPROXY_HTTPS2 : CurlSymbols.CURLPROXY_HTTPS;
      }
      case PROXY_HTTP3 -> {
        if (on) {
          needs("HTTPS-proxy");
          needs("HTTP3");
        }
        proxy.type = on ? CurlSymbols.CURLPROXY_HTTPS3 : CurlSymbols.CURLPROXY_HTTPS;
      }
      default -> throw new ParameterException(ParameterError.OPTION_UNKNOWN);
    }
  }

  private void needs(String feature) throws ParameterException {
    if (!context.library().hasFeature(feature)) {
      throw new ParameterException(ParameterError.LIBCURL_DOESNT_SUPPORT);
    }
  }

  private static void use(ProxyConfig proxy, String value, long type) throws ParameterException {
    proxy.proxy = Values.notBlank(value);
    proxy.type = type;
  }
}
