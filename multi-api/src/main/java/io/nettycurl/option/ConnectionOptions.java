package io.nettycurl.option;

import java.util.List;

/**
 * Names, sockets, pool and time limits: the CURLOPT_* options of that theme, under libcurl's names.
 *
 * <p>Text counts in UTF-8: at most 8000000 bytes, no NUL. Lists and blobs are copied; a blob has 1
 * to 8000000 bytes. What breaks this answers BAD_FUNCTION_ARGUMENT. Null puts the default back.
 * What nothing acts on answers NOT_BUILT_IN.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_setopt.html">curl_easy_setopt(3)</a>
 */
public interface ConnectionOptions {
  /**
   * Reach the peer over a Unix domain socket of this name in the abstract namespace of Linux. The
   * last one set of this and UNIX_SOCKET_PATH counts.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_ABSTRACT_UNIX_SOCKET.html">CURLOPT_ABSTRACT_UNIX_SOCKET(3)</a>
   */
  EasyOption<String> ABSTRACT_UNIX_SOCKET = EasyOption.ofString("ABSTRACT_UNIX_SOCKET", 10264);

  /**
   * Numeric scope id used when connecting to link-local IPv6 literals.
   *
   * <p>Default: 0. Values: 0 to 4294967295; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_ADDRESS_SCOPE.html">CURLOPT_ADDRESS_SCOPE(3)</a>
   */
  EasyOption<Long> ADDRESS_SCOPE =
      EasyOption.ofLong("ADDRESS_SCOPE", 171, 0L).checked(ValueRules.between(0, 0xFFFFFFFFL));

  /**
   * Preferred size of the buffer to receive into.
   *
   * <p>Default: 16384. Unit: bytes. Values: 0 and above, brought between 1024 and 10485760; others
   * answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_BUFFERSIZE.html">CURLOPT_BUFFERSIZE(3)</a>
   */
  EasyOption<Long> BUFFERSIZE =
      EasyOption.ofLong("BUFFERSIZE", 98, 16384L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(1024, 10 * 1024 * 1024));

  /**
   * The longest that one request may take for its name, connect, proxy and TLS handshake; 0 is the
   * default. The last one set of this and CONNECTTIMEOUT_MS counts.
   *
   * <p>Default: 300. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CONNECTTIMEOUT.html">CURLOPT_CONNECTTIMEOUT(3)</a>
   */
  EasyOption<Long> CONNECTTIMEOUT =
      EasyOption.ofLong("CONNECTTIMEOUT", 78, 300L).checked(ValueRules.atLeast(0));

  /**
   * The longest that one request may take for its name, connect, proxy and TLS handshake; 0 is the
   * default. The last one set of this and CONNECTTIMEOUT counts.
   *
   * <p>Default: 300000. Unit: milliseconds. Values: 0 and above; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CONNECTTIMEOUT_MS.html">CURLOPT_CONNECTTIMEOUT_MS(3)</a>
   */
  EasyOption<Long> CONNECTTIMEOUT_MS =
      EasyOption.ofLong("CONNECTTIMEOUT_MS", 156, 300000L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.zeroMeans(300_000));

  /**
   * 1: connect, through proxies and TLS, and stop: the application moves the bytes itself, with
   * {@link io.nettycurl.CurlEasy#send} and {@link io.nettycurl.CurlEasy#recv}. No protocol is
   * spoken, an FTP login neither. 2: also do the WebSocket upgrade, which is not built in.
   *
   * <p>Default: 0. Values: 0, 1 or 2; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_ONLY.html">CURLOPT_CONNECT_ONLY(3)</a>
   */
  EasyOption<Long> CONNECT_ONLY =
      EasyOption.ofLong("CONNECT_ONLY", 141, 0L).checked(ValueRules.between(0, 2));

  /**
   * List of HOST:PORT:TOHOST:TOPORT rules changing only where the TCP connect goes.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_TO.html">CURLOPT_CONNECT_TO(3)</a>
   */
  EasyOption<List<String>> CONNECT_TO = EasyOption.ofList("CONNECT_TO", 10243);

  /**
   * How long a resolved name is kept; 0 not at all, -1 for ever.
   *
   * <p>Default: 60. Unit: seconds. Values: -1 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DNS_CACHE_TIMEOUT.html">CURLOPT_DNS_CACHE_TIMEOUT(3)</a>
   */
  EasyOption<Long> DNS_CACHE_TIMEOUT =
      EasyOption.ofLong("DNS_CACHE_TIMEOUT", 92, 60L).checked(ValueRules.atLeast(-1));

  /**
   * Network interface for DNS queries.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DNS_INTERFACE.html">CURLOPT_DNS_INTERFACE(3)</a>
   */
  EasyOption<String> DNS_INTERFACE = EasyOption.ofString("DNS_INTERFACE", 10221);

  /**
   * Local IPv4 address for DNS queries.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DNS_LOCAL_IP4.html">CURLOPT_DNS_LOCAL_IP4(3)</a>
   */
  EasyOption<String> DNS_LOCAL_IP4 = EasyOption.ofString("DNS_LOCAL_IP4", 10222);

  /**
   * Local IPv6 address for DNS queries.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DNS_LOCAL_IP6.html">CURLOPT_DNS_LOCAL_IP6(3)</a>
   */
  EasyOption<String> DNS_LOCAL_IP6 = EasyOption.ofString("DNS_LOCAL_IP6", 10223);

  /**
   * Comma list of DNS servers to ask rather than the system's.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_SERVERS.html">CURLOPT_DNS_SERVERS(3)</a>
   */
  EasyOption<String> DNS_SERVERS = EasyOption.ofString("DNS_SERVERS", 10211);

  /**
   * Randomise address order when a name has several.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DNS_SHUFFLE_ADDRESSES.html">CURLOPT_DNS_SHUFFLE_ADDRESSES(3)</a>
   */
  EasyOption<Long> DNS_SHUFFLE_ADDRESSES = EasyOption.ofLong("DNS_SHUFFLE_ADDRESSES", 275, 0L);

  /**
   * HTTPS endpoint used to resolve names (DNS over HTTPS).
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_DOH_URL.html">CURLOPT_DOH_URL(3)</a>
   */
  EasyOption<String> DOH_URL = EasyOption.ofString("DOH_URL", 10279);

  /**
   * Close the connection when the transfer ends rather than keeping it.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FORBID_REUSE.html">CURLOPT_FORBID_REUSE(3)</a>
   */
  EasyOption<Long> FORBID_REUSE = EasyOption.ofLong("FORBID_REUSE", 75, 0L);

  /**
   * Open a new connection for the first request rather than use one from the pool.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FRESH_CONNECT.html">CURLOPT_FRESH_CONNECT(3)</a>
   */
  EasyOption<Long> FRESH_CONNECT = EasyOption.ofLong("FRESH_CONNECT", 74, 0L);

  /**
   * Head start of the first address family before the other is tried.
   *
   * <p>Default: 200. Unit: milliseconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS.html">CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS(3)</a>
   */
  EasyOption<Long> HAPPY_EYEBALLS_TIMEOUT_MS =
      EasyOption.ofLong("HAPPY_EYEBALLS_TIMEOUT_MS", 271, 200L).checked(ValueRules.atLeast(0));

  /**
   * Local interface, host or address for outgoing sockets (if!, host!, ifhost! prefixes).
   *
   * <p>Default: null. Empty names and more than 512 characters answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_INTERFACE.html">CURLOPT_INTERFACE(3)</a>
   */
  EasyOption<String> INTERFACE =
      EasyOption.ofString("INTERFACE", 10062).checked(ValueRules::networkInterface);

  /**
   * Restrict resolving to IPv4 or IPv6.
   *
   * <p>Default: WHATEVER. Values: {@code CURL_IPRESOLVE_*}; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_IPRESOLVE.html">CURLOPT_IPRESOLVE(3)</a>
   */
  EasyOption<Long> IPRESOLVE =
      EasyOption.ofValues("IPRESOLVE", 113, 0L).checked(ValueRules.between(0, 2));

  /**
   * First local port to bind.
   *
   * <p>Default: 0. Values: 0 to 65535; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOCALPORT.html">CURLOPT_LOCALPORT(3)</a>
   */
  EasyOption<Long> LOCALPORT =
      EasyOption.ofLong("LOCALPORT", 139, 0L).checked(ValueRules.between(0, 65535));

  /**
   * How many local ports to try, from LOCALPORT on.
   *
   * <p>Default: 1. Values: 0 to 65535; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_LOCALPORTRANGE.html">CURLOPT_LOCALPORTRANGE(3)</a>
   */
  EasyOption<Long> LOCALPORTRANGE =
      EasyOption.ofLong("LOCALPORTRANGE", 140, 1L).checked(ValueRules.between(0, 65535));

  /**
   * The speed regarded as too slow, over the last 5 seconds; acts together with LOW_SPEED_TIME.
   *
   * <p>Default: 0. Unit: bytes a second. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_LOW_SPEED_LIMIT.html">CURLOPT_LOW_SPEED_LIMIT(3)</a>
   */
  EasyOption<Long> LOW_SPEED_LIMIT =
      EasyOption.ofLong("LOW_SPEED_LIMIT", 19, 0L).checked(ValueRules.atLeast(0));

  /**
   * How long the speed may stay below LOW_SPEED_LIMIT before OPERATION_TIMEDOUT.
   *
   * <p>Default: 0. Unit: seconds. Values: 0 and above, cut to 65535; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_LOW_SPEED_TIME.html">CURLOPT_LOW_SPEED_TIME(3)</a>
   */
  EasyOption<Long> LOW_SPEED_TIME =
      EasyOption.ofLong("LOW_SPEED_TIME", 20, 0L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(0, 0xFFFF));

  /**
   * How long a connection may have been idle and still be used again; 0 is no limit.
   *
   * <p>Default: 118. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXAGE_CONN.html">CURLOPT_MAXAGE_CONN(3)</a>
   */
  EasyOption<Long> MAXAGE_CONN =
      EasyOption.ofLong("MAXAGE_CONN", 288, 118L).checked(ValueRules.atLeast(0));

  /**
   * How many idle connections perform() of a single handle keeps; a multi goes by
   * CURLMOPT_MAXCONNECTS. 0 is the default.
   *
   * <p>Default: 5 (easy). Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXCONNECTS.html">CURLOPT_MAXCONNECTS(3)</a>
   */
  EasyOption<Long> MAXCONNECTS =
      EasyOption.ofLong("MAXCONNECTS", 71, 5L)
          .checked(ValueRules.atLeast(0))
          .adjusted(value -> value == 0 ? 5L : Math.min(value, Integer.MAX_VALUE));

  /**
   * How old a connection may be and still be used again; 0 is no limit.
   *
   * <p>Default: 86400. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAXLIFETIME_CONN.html">CURLOPT_MAXLIFETIME_CONN(3)</a>
   */
  EasyOption<Long> MAXLIFETIME_CONN =
      EasyOption.ofLong("MAXLIFETIME_CONN", 314, 86400L).checked(ValueRules.atLeast(0));

  /**
   * Average download speed to stay under; 0 is no limit.
   *
   * <p>Default: 0. Unit: bytes a second. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAX_RECV_SPEED_LARGE.html">CURLOPT_MAX_RECV_SPEED_LARGE(3)</a>
   */
  EasyOption<Long> MAX_RECV_SPEED_LARGE =
      EasyOption.ofOffset("MAX_RECV_SPEED_LARGE", 30146, 0L).checked(ValueRules.atLeast(0));

  /**
   * Average upload speed to stay under; 0 is no limit.
   *
   * <p>Default: 0. Unit: bytes a second. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAX_SEND_SPEED_LARGE.html">CURLOPT_MAX_SEND_SPEED_LARGE(3)</a>
   */
  EasyOption<Long> MAX_SEND_SPEED_LARGE =
      EasyOption.ofOffset("MAX_SEND_SPEED_LARGE", 30145, 0L).checked(ValueRules.atLeast(0));

  /**
   * Remote port overriding the URL's.
   *
   * <p>Default: 0. Values: 0 to 65535; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PORT.html">CURLOPT_PORT(3)</a>
   */
  EasyOption<Long> PORT = EasyOption.ofLong("PORT", 3, 0L).checked(ValueRules.between(0, 65535));

  /**
   * Preload or remove DNS cache entries: [+]HOST:PORT:ADDR[,ADDR], -HOST:PORT.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVE.html">CURLOPT_RESOLVE(3)</a>
   */
  EasyOption<List<String>> RESOLVE = EasyOption.ofList("RESOLVE", 10203);

  /**
   * Use TCP Fast Open.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_FASTOPEN.html">CURLOPT_TCP_FASTOPEN(3)</a>
   */
  EasyOption<Long> TCP_FASTOPEN = EasyOption.ofLong("TCP_FASTOPEN", 244, 0L);

  /**
   * Turn TCP keep-alive probes on.
   *
   * <p>Default: 0. Switch: any value but 0 is on. Protocols: TCP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPALIVE.html">CURLOPT_TCP_KEEPALIVE(3)</a>
   */
  EasyOption<Long> TCP_KEEPALIVE = EasyOption.ofLong("TCP_KEEPALIVE", 213, 0L);

  /**
   * Probes before giving up.
   *
   * <p>Default: 9. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPCNT.html">CURLOPT_TCP_KEEPCNT(3)</a>
   */
  EasyOption<Long> TCP_KEEPCNT =
      EasyOption.ofLong("TCP_KEEPCNT", 326, 9L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(0, Integer.MAX_VALUE));

  /**
   * Idle time before the first probe.
   *
   * <p>Default: 60. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPIDLE.html">CURLOPT_TCP_KEEPIDLE(3)</a>
   */
  EasyOption<Long> TCP_KEEPIDLE =
      EasyOption.ofLong("TCP_KEEPIDLE", 214, 60L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(0, Integer.MAX_VALUE));

  /**
   * Time between probes.
   *
   * <p>Default: 60. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: TCP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPINTVL.html">CURLOPT_TCP_KEEPINTVL(3)</a>
   */
  EasyOption<Long> TCP_KEEPINTVL =
      EasyOption.ofLong("TCP_KEEPINTVL", 215, 60L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(0, Integer.MAX_VALUE));

  /**
   * Disable Nagle.
   *
   * <p>Default: 1. Switch: any value but 0 is on. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_NODELAY.html">CURLOPT_TCP_NODELAY(3)</a>
   */
  EasyOption<Long> TCP_NODELAY = EasyOption.ofLong("TCP_NODELAY", 121, 1L);

  /**
   * The longest that the whole transfer may take, waiting for its turn included; 0 is no limit. The
   * last one set of this and TIMEOUT_MS counts.
   *
   * <p>Default: 0. Unit: seconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEOUT.html">CURLOPT_TIMEOUT(3)</a>
   */
  EasyOption<Long> TIMEOUT = EasyOption.ofLong("TIMEOUT", 13, 0L).checked(ValueRules.atLeast(0));

  /**
   * The longest that the whole transfer may take, waiting for its turn included; 0 is no limit. The
   * last one set of this and TIMEOUT counts.
   *
   * <p>Default: 0. Unit: milliseconds. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT.
   * Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEOUT_MS.html">CURLOPT_TIMEOUT_MS(3)</a>
   */
  EasyOption<Long> TIMEOUT_MS =
      EasyOption.ofLong("TIMEOUT_MS", 155, 0L).checked(ValueRules.atLeast(0));

  /**
   * Reach the peer over the Unix domain socket at this path. The last one set of this and
   * ABSTRACT_UNIX_SOCKET counts.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_UNIX_SOCKET_PATH.html">CURLOPT_UNIX_SOCKET_PATH(3)</a>
   */
  EasyOption<String> UNIX_SOCKET_PATH = EasyOption.ofString("UNIX_SOCKET_PATH", 10231);

  /**
   * Idle time before upkeep pings.
   *
   * <p>Default: 60000. Unit: milliseconds. Values: 0 and above; others answer
   * BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_UPKEEP_INTERVAL_MS.html">CURLOPT_UPKEEP_INTERVAL_MS(3)</a>
   */
  EasyOption<Long> UPKEEP_INTERVAL_MS =
      EasyOption.ofLong("UPKEEP_INTERVAL_MS", 281, 60000L).checked(ValueRules.atLeast(0));

  /**
   * Preferred size of the buffer to send from.
   *
   * <p>Default: 65536. Unit: bytes. Values: 0 and above, brought between 16384 and 2097152; others
   * answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_UPLOAD_BUFFERSIZE.html">CURLOPT_UPLOAD_BUFFERSIZE(3)</a>
   */
  EasyOption<Long> UPLOAD_BUFFERSIZE =
      EasyOption.ofLong("UPLOAD_BUFFERSIZE", 280, 65536L)
          .checked(ValueRules.atLeast(0))
          .adjusted(ValueRules.clamp(16 * 1024, 2 * 1024 * 1024));
}
