package io.nettycurl.option;

import java.util.List;

/**
 * Names, sockets, pool and time limits: the CURLOPT_* options of that theme, under libcurl's names.
 */
public interface ConnectionOptions {
  /**
   * Reach the peer over a Linux abstract-namespace domain socket of this name.
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
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_ADDRESS_SCOPE.html">CURLOPT_ADDRESS_SCOPE(3)</a>
   */
  EasyOption<Long> ADDRESS_SCOPE = EasyOption.ofLong("ADDRESS_SCOPE", 171, 0L);

  /**
   * Preferred receive buffer, 1 KiB to 10 MiB, clamped silently.
   *
   * <p>Default: 16384. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_BUFFERSIZE.html">CURLOPT_BUFFERSIZE(3)</a>
   */
  EasyOption<Long> BUFFERSIZE = EasyOption.ofLong("BUFFERSIZE", 98, 16384L);

  /**
   * Limit in seconds for resolve, connect, proxy and TLS handshake.
   *
   * <p>Default: 300 s. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CONNECTTIMEOUT.html">CURLOPT_CONNECTTIMEOUT(3)</a>
   */
  EasyOption<Long> CONNECTTIMEOUT = EasyOption.ofLong("CONNECTTIMEOUT", 78, 300L);

  /**
   * Same connect-phase limit in milliseconds; last one set wins.
   *
   * <p>Default: 300000. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_CONNECTTIMEOUT_MS.html">CURLOPT_CONNECTTIMEOUT_MS(3)</a>
   */
  EasyOption<Long> CONNECTTIMEOUT_MS = EasyOption.ofLong("CONNECTTIMEOUT_MS", 156, 300000L);

  /**
   * 1: connect and stop, app moves bytes itself; 2: also do the WebSocket upgrade.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_ONLY.html">CURLOPT_CONNECT_ONLY(3)</a>
   */
  EasyOption<Long> CONNECT_ONLY = EasyOption.ofLong("CONNECT_ONLY", 141, 0L);

  /**
   * List of HOST:PORT:TOHOST:TOPORT rules changing only where the TCP connect goes.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_TO.html">CURLOPT_CONNECT_TO(3)</a>
   */
  EasyOption<List<String>> CONNECT_TO = EasyOption.ofList("CONNECT_TO", 10243);

  /**
   * Seconds a resolved name stays cached; 0 off, -1 forever.
   *
   * <p>Default: 60 s. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_DNS_CACHE_TIMEOUT.html">CURLOPT_DNS_CACHE_TIMEOUT(3)</a>
   */
  EasyOption<Long> DNS_CACHE_TIMEOUT = EasyOption.ofLong("DNS_CACHE_TIMEOUT", 92, 60L);

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
   * <p>Default: 0. Protocols: All.
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
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_FORBID_REUSE.html">CURLOPT_FORBID_REUSE(3)</a>
   */
  EasyOption<Long> FORBID_REUSE = EasyOption.ofLong("FORBID_REUSE", 75, 0L);

  /**
   * Do not reuse a pooled connection for the next transfer.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_FRESH_CONNECT.html">CURLOPT_FRESH_CONNECT(3)</a>
   */
  EasyOption<Long> FRESH_CONNECT = EasyOption.ofLong("FRESH_CONNECT", 74, 0L);

  /**
   * Head start of the first address family before the other is tried.
   *
   * <p>Default: 200. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS.html">CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS(3)</a>
   */
  EasyOption<Long> HAPPY_EYEBALLS_TIMEOUT_MS =
      EasyOption.ofLong("HAPPY_EYEBALLS_TIMEOUT_MS", 271, 200L);

  /**
   * Local interface, host or address for outgoing sockets (if!, host!, ifhost! prefixes).
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_INTERFACE.html">CURLOPT_INTERFACE(3)</a>
   */
  EasyOption<String> INTERFACE = EasyOption.ofString("INTERFACE", 10062);

  /**
   * Restrict resolving to IPv4 or IPv6.
   *
   * <p>Default: WHATEVER. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_IPRESOLVE.html">CURLOPT_IPRESOLVE(3)</a>
   */
  EasyOption<Long> IPRESOLVE = EasyOption.ofValues("IPRESOLVE", 113, 0L);

  /**
   * First local port to bind.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOCALPORT.html">CURLOPT_LOCALPORT(3)</a>
   */
  EasyOption<Long> LOCALPORT = EasyOption.ofLong("LOCALPORT", 139, 0L);

  /**
   * How many local ports to try from LOCALPORT on.
   *
   * <p>Default: 1. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_LOCALPORTRANGE.html">CURLOPT_LOCALPORTRANGE(3)</a>
   */
  EasyOption<Long> LOCALPORTRANGE = EasyOption.ofLong("LOCALPORTRANGE", 140, 1L);

  /**
   * Bytes per second regarded as too slow.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_LOW_SPEED_LIMIT.html">CURLOPT_LOW_SPEED_LIMIT(3)</a>
   */
  EasyOption<Long> LOW_SPEED_LIMIT = EasyOption.ofLong("LOW_SPEED_LIMIT", 19, 0L);

  /**
   * Seconds below the limit before CURLE_OPERATION_TIMEDOUT.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_LOW_SPEED_TIME.html">CURLOPT_LOW_SPEED_TIME(3)</a>
   */
  EasyOption<Long> LOW_SPEED_TIME = EasyOption.ofLong("LOW_SPEED_TIME", 20, 0L);

  /**
   * Idle seconds after which a pooled connection is not reused; 0 no limit.
   *
   * <p>Default: 118 s. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXAGE_CONN.html">CURLOPT_MAXAGE_CONN(3)</a>
   */
  EasyOption<Long> MAXAGE_CONN = EasyOption.ofLong("MAXAGE_CONN", 288, 118L);

  /**
   * Connection cache size for easy_perform; multi uses CURLMOPT_MAXCONNECTS.
   *
   * <p>Default: 5 (easy). Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXCONNECTS.html">CURLOPT_MAXCONNECTS(3)</a>
   */
  EasyOption<Long> MAXCONNECTS = EasyOption.ofLong("MAXCONNECTS", 71, 5L);

  /**
   * Seconds since creation after which a connection is not reused; 0 no limit.
   *
   * <p>Default: 86400 s. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAXLIFETIME_CONN.html">CURLOPT_MAXLIFETIME_CONN(3)</a>
   */
  EasyOption<Long> MAXLIFETIME_CONN = EasyOption.ofLong("MAXLIFETIME_CONN", 314, 86400L);

  /**
   * Average download bytes/s to stay under.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAX_RECV_SPEED_LARGE.html">CURLOPT_MAX_RECV_SPEED_LARGE(3)</a>
   */
  EasyOption<Long> MAX_RECV_SPEED_LARGE = EasyOption.ofOffset("MAX_RECV_SPEED_LARGE", 30146, 0L);

  /**
   * Average upload bytes/s to stay under.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_MAX_SEND_SPEED_LARGE.html">CURLOPT_MAX_SEND_SPEED_LARGE(3)</a>
   */
  EasyOption<Long> MAX_SEND_SPEED_LARGE = EasyOption.ofOffset("MAX_SEND_SPEED_LARGE", 30145, 0L);

  /**
   * Remote port overriding the URL's.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_PORT.html">CURLOPT_PORT(3)</a>
   */
  EasyOption<Long> PORT = EasyOption.ofLong("PORT", 3, 0L);

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
   * <p>Default: 0. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_FASTOPEN.html">CURLOPT_TCP_FASTOPEN(3)</a>
   */
  EasyOption<Long> TCP_FASTOPEN = EasyOption.ofLong("TCP_FASTOPEN", 244, 0L);

  /**
   * Turn TCP keep-alive probes on.
   *
   * <p>Default: 0. Protocols: TCP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPALIVE.html">CURLOPT_TCP_KEEPALIVE(3)</a>
   */
  EasyOption<Long> TCP_KEEPALIVE = EasyOption.ofLong("TCP_KEEPALIVE", 213, 0L);

  /**
   * Probes before giving up.
   *
   * <p>Default: 9. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPCNT.html">CURLOPT_TCP_KEEPCNT(3)</a>
   */
  EasyOption<Long> TCP_KEEPCNT = EasyOption.ofLong("TCP_KEEPCNT", 326, 9L);

  /**
   * Idle time before the first probe.
   *
   * <p>Default: 60 s. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPIDLE.html">CURLOPT_TCP_KEEPIDLE(3)</a>
   */
  EasyOption<Long> TCP_KEEPIDLE = EasyOption.ofLong("TCP_KEEPIDLE", 214, 60L);

  /**
   * Time between probes.
   *
   * <p>Default: 60 s. Protocols: TCP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPINTVL.html">CURLOPT_TCP_KEEPINTVL(3)</a>
   */
  EasyOption<Long> TCP_KEEPINTVL = EasyOption.ofLong("TCP_KEEPINTVL", 215, 60L);

  /**
   * Disable Nagle.
   *
   * <p>Default: 1. Protocols: TCP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_NODELAY.html">CURLOPT_TCP_NODELAY(3)</a>
   */
  EasyOption<Long> TCP_NODELAY = EasyOption.ofLong("TCP_NODELAY", 121, 1L);

  /**
   * Seconds for the whole transfer; 0 never.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEOUT.html">CURLOPT_TIMEOUT(3)</a>
   */
  EasyOption<Long> TIMEOUT = EasyOption.ofLong("TIMEOUT", 13, 0L);

  /**
   * Milliseconds for the whole transfer; last set wins.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEOUT_MS.html">CURLOPT_TIMEOUT_MS(3)</a>
   */
  EasyOption<Long> TIMEOUT_MS = EasyOption.ofLong("TIMEOUT_MS", 155, 0L);

  /**
   * Connect via this Unix socket path.
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
   * <p>Default: 60000. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_UPKEEP_INTERVAL_MS.html">CURLOPT_UPKEEP_INTERVAL_MS(3)</a>
   */
  EasyOption<Long> UPKEEP_INTERVAL_MS = EasyOption.ofLong("UPKEEP_INTERVAL_MS", 281, 60000L);

  /**
   * Upload buffer, 16 KiB to 2 MiB.
   *
   * <p>Default: 65536. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLOPT_UPLOAD_BUFFERSIZE.html">CURLOPT_UPLOAD_BUFFERSIZE(3)</a>
   */
  EasyOption<Long> UPLOAD_BUFFERSIZE = EasyOption.ofLong("UPLOAD_BUFFERSIZE", 280, 65536L);
}
