package io.nettycurl.netty.connect;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.kqueue.KQueue;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.dns.Resolver;
import io.nettycurl.netty.connect.socket.LocalEnd;
import io.nettycurl.netty.connect.tls.SignatureAlgorithms;
import io.nettycurl.netty.connect.tls.TlsOptionSet;
import io.nettycurl.netty.spi.auth.AuthState;
import io.nettycurl.option.CallbackOptions;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.ProxyOptions;
import io.nettycurl.option.TlsOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Immutable. The options that this package acts on, and which of their values. */
final class ConnectOptions {
  /** All of them; the system decides about a few. */
  static final Set<EasyOption<?>> ALL = all();

  private static final long USABLE_TLS_FLAGS =
      CurlSymbols.CURLSSLOPT_NO_PARTIALCHAIN | CurlSymbols.CURLSSLOPT_NATIVE_CA;
  private static final long PROXY_AUTH =
      CurlSymbols.CURLAUTH_BASIC
          | CurlSymbols.CURLAUTH_DIGEST
          | CurlSymbols.CURLAUTH_NTLM
          | CurlSymbols.CURLAUTH_NEGOTIATE;
  private static final int MAX_PORT = 0xffff;

  private ConnectOptions() {}

  private static Set<EasyOption<?>> all() {
    Set<EasyOption<?>> all =
        new HashSet<>(
            List.of(
                CallbackOptions.OPENSOCKETDATA,
                CallbackOptions.OPENSOCKETFUNCTION,
                CallbackOptions.RESOLVER_START_DATA,
                CallbackOptions.RESOLVER_START_FUNCTION,
                CallbackOptions.SOCKOPTDATA,
                CallbackOptions.SOCKOPTFUNCTION,
                ConnectionOptions.ADDRESS_SCOPE,
                ConnectionOptions.CONNECT_TO,
                ConnectionOptions.DNS_CACHE_TIMEOUT,
                ConnectionOptions.DNS_SHUFFLE_ADDRESSES,
                ConnectionOptions.HAPPY_EYEBALLS_TIMEOUT_MS,
                ConnectionOptions.INTERFACE,
                ConnectionOptions.IPRESOLVE,
                ConnectionOptions.LOCALPORT,
                ConnectionOptions.LOCALPORTRANGE,
                ConnectionOptions.RESOLVE,
                ConnectionOptions.TCP_KEEPALIVE,
                ConnectionOptions.TCP_NODELAY,
                ProxyOptions.HAPROXYPROTOCOL,
                ProxyOptions.HAPROXY_CLIENT_IP,
                ProxyOptions.HEADEROPT,
                ProxyOptions.HTTPPROXYTUNNEL,
                ProxyOptions.NOPROXY,
                ProxyOptions.PRE_PROXY,
                ProxyOptions.PROXY,
                ProxyOptions.PROXYAUTH,
                ProxyOptions.PROXYHEADER,
                ProxyOptions.PROXYPASSWORD,
                ProxyOptions.PROXYPORT,
                ProxyOptions.PROXYTYPE,
                ProxyOptions.PROXYUSERNAME,
                ProxyOptions.PROXYUSERPWD,
                ProxyOptions.PROXY_SERVICE_NAME,
                ProxyOptions.SOCKS5_AUTH,
                TlsOptions.CA_CACHE_TIMEOUT,
                TlsOptions.CERTINFO,
                TlsOptions.SSL_CTX_DATA,
                TlsOptions.SSL_CTX_FUNCTION,
                TlsOptions.SSL_ENABLE_ALPN,
                TlsOptions.SSL_SESSIONID_CACHE));
    all.addAll(TlsOptionSet.ORIGIN.all());
    all.addAll(TlsOptionSet.PROXY.all());
    if (!KQueue.isAvailable()) {
      // neither Netty nor the JDK can set them on BSD and macOS through kqueue channels
      all.add(ConnectionOptions.TCP_KEEPCNT);
      all.add(ConnectionOptions.TCP_KEEPIDLE);
      all.add(ConnectionOptions.TCP_KEEPINTVL);
    }
    if (Resolver.asksServers()) {
      all.add(ConnectionOptions.DNS_INTERFACE);
      all.add(ConnectionOptions.DNS_LOCAL_IP4);
      all.add(ConnectionOptions.DNS_LOCAL_IP6);
      all.add(ConnectionOptions.DNS_SERVERS);
    }
    if (domainSockets()) {
      all.add(ConnectionOptions.UNIX_SOCKET_PATH);
    }
    if (Epoll.isAvailable()) {
      all.add(ConnectionOptions.ABSTRACT_UNIX_SOCKET);
      all.add(ConnectionOptions.TCP_FASTOPEN);
    }
    return Set.copyOf(all);
  }

  private static boolean domainSockets() {
    return Epoll.isAvailable() || KQueue.isAvailable();
  }

  /** Names for the feature list of the version info. */
  static List<String> features() {
    List<String> names = new ArrayList<>(List.of("AsynchDNS", "HTTPS-proxy", "IPv6", "SSL"));
    if (domainSockets()) {
      names.add("UnixSockets");
    }
    return names;
  }

  /**
   * Whether a value can be acted on.
   *
   * @param option one of {@link #ALL}
   * @param value the value, never null
   * @return OK, or the code to refuse it with
   */
  static CurlCode check(EasyOption<?> option, Object value) {
    if (option == ConnectionOptions.INTERFACE) {
      return LocalEnd.valid((String) value) ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    if (option == TlsOptions.SSL_SIGNATURE_ALGORITHMS) {
      return SignatureAlgorithms.areSupported() ? CurlCode.OK : CurlCode.NOT_BUILT_IN;
    }
    if (!(value instanceof Long)) {
      return CurlCode.OK;
    }
    long number = (Long) value;
    if (option == ProxyOptions.PROXYAUTH) {
      return usable(AuthState.usable(number), PROXY_AUTH);
    }
    if (option == ProxyOptions.SOCKS5_AUTH) {
      return usable(number, CurlSymbols.CURLAUTH_BASIC);
    }
    if (option == ProxyOptions.PROXYTYPE) {
      return proxyType(number);
    }
    if (option == TlsOptions.SSLVERSION || option == TlsOptions.PROXY_SSLVERSION) {
      return version(number);
    }
    if (option == TlsOptions.SSL_OPTIONS || option == TlsOptions.PROXY_SSL_OPTIONS) {
      return (number & ~USABLE_TLS_FLAGS) == 0 ? CurlCode.OK : CurlCode.NOT_BUILT_IN;
    }
    if (option == ConnectionOptions.IPRESOLVE) {
      return within(number, 0, CurlSymbols.CURL_IPRESOLVE_V6);
    }
    if (option == ConnectionOptions.LOCALPORT
        || option == ConnectionOptions.LOCALPORTRANGE
        || option == ProxyOptions.PROXYPORT) {
      return within(number, 0, MAX_PORT);
    }
    return option == ConnectionOptions.DNS_CACHE_TIMEOUT
        ? within(number, -1, Integer.MAX_VALUE)
        : CurlCode.OK;
  }

  private static CurlCode within(long number, long lowest, long highest) {
    return number >= lowest && number <= highest ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  /** Of several bits one that can be acted on is enough, as in libcurl. */
  private static CurlCode usable(long bits, long acted) {
    return bits == 0 || (bits & acted) != 0 ? CurlCode.OK : CurlCode.NOT_BUILT_IN;
  }

  private static CurlCode proxyType(long type) {
    if (type == CurlSymbols.CURLPROXY_HTTPS2 || type == CurlSymbols.CURLPROXY_HTTPS3) {
      return CurlCode.NOT_BUILT_IN;
    }
    boolean known =
        type >= CurlSymbols.CURLPROXY_HTTP && type <= CurlSymbols.CURLPROXY_SOCKS5_HOSTNAME;
    return known ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  private static CurlCode version(long value) {
    long lowest = value & 0xffff;
    long highest = value >>> 16;
    boolean known =
        value >= 0
            && lowest <= CurlSymbols.CURL_SSLVERSION_TLSv1_3
            && lowest != CurlSymbols.CURL_SSLVERSION_SSLv2
            && lowest != CurlSymbols.CURL_SSLVERSION_SSLv3
            && highest <= CurlSymbols.CURL_SSLVERSION_TLSv1_3;
    return known ? CurlCode.OK : CurlCode.BAD_FUNCTION_ARGUMENT;
  }
}
