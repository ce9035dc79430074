package io.nettycurl.option;

import io.nettycurl.callback.NotifyCallback;
import io.nettycurl.callback.PushCallback;
import io.nettycurl.callback.SocketCallback;
import io.nettycurl.callback.TimerCallback;

/**
 * Every multi option under libcurl's name after the CURLMOPT_ prefix.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_multi_setopt.html">curl_multi_setopt(3)</a>
 */
public final class CurlMultiOpt {
  /**
   * Cap on idle connections kept in the pool.
   *
   * <p>Default: 0 (4 x handles). Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAXCONNECTS.html">CURLMOPT_MAXCONNECTS(3)</a>
   */
  public static final MultiOption<Long> MAXCONNECTS = MultiOption.ofLong("MAXCONNECTS", 6, 0L);

  /**
   * Cap on streams per HTTP/2 or 3 connection (1 to 2^31-1).
   *
   * <p>Default: 100. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_MAX_CONCURRENT_STREAMS.html">CURLMOPT_MAX_CONCURRENT_STREAMS(3)</a>
   */
  public static final MultiOption<Long> MAX_CONCURRENT_STREAMS =
      MultiOption.ofLong("MAX_CONCURRENT_STREAMS", 16, 100L);

  /**
   * Cap on connections per host; excess transfers queue.
   *
   * <p>Default: 0 (no limit). Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_MAX_HOST_CONNECTIONS.html">CURLMOPT_MAX_HOST_CONNECTIONS(3)</a>
   */
  public static final MultiOption<Long> MAX_HOST_CONNECTIONS =
      MultiOption.ofLong("MAX_HOST_CONNECTIONS", 7, 0L);

  /**
   * Cap on connections in total; excess transfers queue.
   *
   * <p>Default: 0 (no limit). Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_MAX_TOTAL_CONNECTIONS.html">CURLMOPT_MAX_TOTAL_CONNECTIONS(3)</a>
   */
  public static final MultiOption<Long> MAX_TOTAL_CONNECTIONS =
      MultiOption.ofLong("MAX_TOTAL_CONNECTIONS", 13, 0L);

  /**
   * Drop idle connections and/or DNS entries right now.
   *
   * <p>Default: 0. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_NETWORK_CHANGED.html">CURLMOPT_NETWORK_CHANGED(3)</a>
   */
  public static final MultiOption<Long> NETWORK_CHANGED =
      MultiOption.ofLong("NETWORK_CHANGED", 17, 0L);

  /**
   * User object for the notify callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYDATA.html">CURLMOPT_NOTIFYDATA(3)</a>
   */
  public static final MultiOption<Object> NOTIFYDATA = MultiOption.ofData("NOTIFYDATA", 10019);

  /**
   * Callback told about readable messages and finished transfers.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYFUNCTION.html">CURLMOPT_NOTIFYFUNCTION(3)</a>
   */
  public static final MultiOption<NotifyCallback> NOTIFYFUNCTION =
      MultiOption.ofFunction("NOTIFYFUNCTION", 20018, NotifyCallback.class);

  /**
   * Whether HTTP/2 multiplexing is used; bit 0 ignored.
   *
   * <p>Default: MULTIPLEX (2). Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PIPELINING.html">CURLMOPT_PIPELINING(3)</a>
   */
  public static final MultiOption<Long> PIPELINING = MultiOption.ofLong("PIPELINING", 3, 2L);

  /**
   * User object for the push callback.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PUSHDATA.html">CURLMOPT_PUSHDATA(3)</a>
   */
  public static final MultiOption<Object> PUSHDATA = MultiOption.ofData("PUSHDATA", 10015);

  /**
   * Decides about HTTP/2 server push; without it all pushes are refused.
   *
   * <p>Default: null. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_PUSHFUNCTION.html">CURLMOPT_PUSHFUNCTION(3)</a>
   */
  public static final MultiOption<PushCallback> PUSHFUNCTION =
      MultiOption.ofFunction("PUSHFUNCTION", 20014, PushCallback.class);

  /**
   * Thread cap of the threaded resolver.
   *
   * <p>Default: 20. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_RESOLVE_THREADS_MAX.html">CURLMOPT_RESOLVE_THREADS_MAX(3)</a>
   */
  public static final MultiOption<Long> RESOLVE_THREADS_MAX =
      MultiOption.ofLong("RESOLVE_THREADS_MAX", 20, 20L);

  /**
   * User object for the socket callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_SOCKETDATA.html">CURLMOPT_SOCKETDATA(3)</a>
   */
  public static final MultiOption<Object> SOCKETDATA = MultiOption.ofData("SOCKETDATA", 10002);

  /**
   * Told which events to watch for each socket.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html">CURLMOPT_SOCKETFUNCTION(3)</a>
   */
  public static final MultiOption<SocketCallback> SOCKETFUNCTION =
      MultiOption.ofFunction("SOCKETFUNCTION", 20001, SocketCallback.class);

  /**
   * User object for the timer callback.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_TIMERDATA.html">CURLMOPT_TIMERDATA(3)</a>
   */
  public static final MultiOption<Object> TIMERDATA = MultiOption.ofData("TIMERDATA", 10005);

  /**
   * Told when the next timeout call is due; -1 delete.
   *
   * <p>Default: null. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html">CURLMOPT_TIMERFUNCTION(3)</a>
   */
  public static final MultiOption<TimerCallback> TIMERFUNCTION =
      MultiOption.ofFunction("TIMERFUNCTION", 20004, TimerCallback.class);

  private CurlMultiOpt() {}
}
