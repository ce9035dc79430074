package io.nettycurl.callback;

import io.nettycurl.CurlEasy;

/**
 * Called after data of a share was used.
 *
 * <p>Runs on the thread that used the data.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNLOCKFUNC.html">CURLSHOPT_UNLOCKFUNC(3)</a>
 */
@FunctionalInterface
public interface UnlockCallback {
  /**
   * Called by the share.
   *
   * @param easy whose transfer used the data
   * @param data a {@code CURL_LOCK_DATA_*} value
   * @param userdata the object set beside the callback, or null
   */
  void unlock(CurlEasy easy, long data, Object userdata);
}
