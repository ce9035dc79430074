package io.nettycurl.callback;

import io.nettycurl.CurlEasy;

/**
 * Called before data of a share is used.
 *
 * <p>Runs on the thread that is about to use the data.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_LOCKFUNC.html">CURLSHOPT_LOCKFUNC(3)</a>
 */
@FunctionalInterface
public interface LockCallback {
  /**
   * Called by the share.
   *
   * @param easy whose transfer uses the data
   * @param data a {@code CURL_LOCK_DATA_*} value
   * @param access a {@code CURL_LOCK_ACCESS_*} value
   * @param userdata the object set beside the callback, or null
   */
  void lock(CurlEasy easy, long data, long access, Object userdata);
}
