package io.nettycurl.option;

import io.nettycurl.callback.LockCallback;
import io.nettycurl.callback.UnlockCallback;

/**
 * Every share option under libcurl's name after the CURLSHOPT_ prefix.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt(3)</a>
 */
public final class CurlShareOpt {
  /**
   * Start to share one kind of data. May be set several times, for several kinds.
   *
   * <p>Values: {@code CURL_LOCK_DATA_*} but for NONE and SHARE, which answer BAD_OPTION. What
   * nothing here shares answers NOT_BUILT_IN.
   *
   * <table>
   * <caption>What is shared, and between threads</caption>
   * <tr><td>DNS</td><td>resolved names and RESOLVE's entries; any threads. Who asks for a name that
   * is being looked up waits for that lookup.</td></tr>
   * <tr><td>SSL_SESSION</td><td>TLS sessions; any threads</td></tr>
   * <tr><td>CONNECT</td><td>connections; any threads, which libcurl does not support. An idle one
   * goes to whoever needs it; a multi adds streams only to those that it uses itself. The limits of
   * each multi count all connections of the share.</td></tr>
   * </table>
   *
   * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_SHARE.html">CURLSHOPT_SHARE(3)</a>
   */
  public static final ShareOption<Long> SHARE = new ShareOption<>("SHARE", 1, Long.class);

  /**
   * Stop to share one kind of data.
   *
   * <p>Values: {@code CURL_LOCK_DATA_*}.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNSHARE.html">CURLSHOPT_UNSHARE(3)</a>
   */
  public static final ShareOption<Long> UNSHARE = new ShareOption<>("UNSHARE", 2, Long.class);

  /**
   * Called before shared data is used.
   *
   * <p>Default: null.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_LOCKFUNC.html">CURLSHOPT_LOCKFUNC(3)</a>
   */
  public static final ShareOption<LockCallback> LOCKFUNC =
      new ShareOption<>("LOCKFUNC", 3, LockCallback.class);

  /**
   * Called after shared data was used.
   *
   * <p>Default: null.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNLOCKFUNC.html">CURLSHOPT_UNLOCKFUNC(3)</a>
   */
  public static final ShareOption<UnlockCallback> UNLOCKFUNC =
      new ShareOption<>("UNLOCKFUNC", 4, UnlockCallback.class);

  /**
   * User object for both callbacks.
   *
   * <p>Default: null.
   *
   * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_USERDATA.html">CURLSHOPT_USERDATA(3)</a>
   */
  public static final ShareOption<Object> USERDATA = new ShareOption<>("USERDATA", 5, Object.class);

  private CurlShareOpt() {}
}
