package io.nettycurl.option;

import static io.nettycurl.CurlSymbols.CURLMNWC_CLEAR_ALL;
import static io.nettycurl.CurlSymbols.CURLMNWC_CLEAR_CONNS;
import static io.nettycurl.CurlSymbols.CURLMNWC_CLEAR_DNS;
import static io.nettycurl.CurlSymbols.CURLPIPE_MULTIPLEX;

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
   * How many idle connections the pool keeps. It caps what is kept, not what is open.
   *
   * <p>Default: 0, which is four times the running transfers. Values: 0 and above; others answer
   * BAD_FUNCTION_ARGUMENT, where libcurl ignores them. Protocols: All.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAXCONNECTS.html">CURLMOPT_MAXCONNECTS(3)</a>
   */
  public static final MultiOption<Long> MAXCONNECTS =
      MultiOption.ofLong("MAXCONNECTS", 6, 0L)
          .refusing(value -> value < 0)
          .adjusted(CurlMultiOpt::atMostInt);

  /**
   * The most transfers on one HTTP/2 or HTTP/3 connection; the server may allow fewer.
   *
   * <p>Default: 100. Values: 1 to 2147483647; others stand for the default. Protocols: HTTP.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_MAX_CONCURRENT_STREAMS.html">CURLMOPT_MAX_CONCURRENT_STREAMS(3)</a>
   */
  public static final MultiOption<Long> MAX_CONCURRENT_STREAMS =
      MultiOption.ofLong("MAX_CONCURRENT_STREAMS", 16, 100L)
          .adjusted(value -> value < 1 || value > Integer.MAX_VALUE ? 100L : value);

  /**
   * The most connections to one host and port; transfers beyond it wait their turn.
   *
   * <p>Default: 0, no limit. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT. Protocols:
   * All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_MAX_HOST_CONNECTIONS.html">CURLMOPT_MAX_HOST_CONNECTIONS(3)</a>
   */
  public static final MultiOption<Long> MAX_HOST_CONNECTIONS =
      MultiOption.ofLong("MAX_HOST_CONNECTIONS", 7, 0L)
          .refusing(value -> value < 0)
          .adjusted(CurlMultiOpt::atMostInt);

  /**
   * The most connections in all; transfers beyond it wait their turn.
   *
   * <p>Default: 0, no limit. Values: 0 and above; others answer BAD_FUNCTION_ARGUMENT. Protocols:
   * All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_MAX_TOTAL_CONNECTIONS.html">CURLMOPT_MAX_TOTAL_CONNECTIONS(3)</a>
   */
  public static final MultiOption<Long> MAX_TOTAL_CONNECTIONS =
      MultiOption.ofLong("MAX_TOTAL_CONNECTIONS", 13, 0L)
          .refusing(value -> value < 0)
          .adjusted(CurlMultiOpt::atMostInt);

  /**
   * Give up what was learnt on another network, once, now: idle connections, names.
   *
   * <p>Default: 0. Values: {@code CURLMNWC_CLEAR_*} bits. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_NETWORK_CHANGED.html">CURLMOPT_NETWORK_CHANGED(3)</a>
   */
  public static final MultiOption<Long> NETWORK_CHANGED =
      MultiOption.ofLong("NETWORK_CHANGED", 17, 0L).adjusted(CurlMultiOpt::allMeansBoth);

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
   * Whether several transfers may share one connection at a time.
   *
   * <p>Default: CURLPIPE_MULTIPLEX. Values: {@code CURLPIPE_*}; CURLPIPE_HTTP1 is CURLPIPE_NOTHING.
   * Protocols: HTTP.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PIPELINING.html">CURLMOPT_PIPELINING(3)</a>
   */
  public static final MultiOption<Long> PIPELINING =
      MultiOption.ofLong("PIPELINING", 3, 2L).adjusted(value -> value & CURLPIPE_MULTIPLEX);

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
   * The most threads that resolve names.
   *
   * <p>Default: 20. Values: 1 to 4294967295; others answer BAD_FUNCTION_ARGUMENT. Protocols: All.
   *
   * @see <a
   *     href="https://curl.se/libcurl/c/CURLMOPT_RESOLVE_THREADS_MAX.html">CURLMOPT_RESOLVE_THREADS_MAX(3)</a>
   */
  public static final MultiOption<Long> RESOLVE_THREADS_MAX =
      MultiOption.ofLong("RESOLVE_THREADS_MAX", 20, 20L)
          .refusing(value -> value < 1 || value > 0xFFFFFFFFL);

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

  private static Long atMostInt(Long value) {
    return Math.min(value, Integer.MAX_VALUE);
  }

  /** The one value of old was 1, for everything. */
  private static Long allMeansBoth(Long value) {
    boolean all = (value & CURLMNWC_CLEAR_ALL) != 0;
    return all ? (Long) (CURLMNWC_CLEAR_CONNS | CURLMNWC_CLEAR_DNS) : value;
  }
}
