package io.nettycurl.callback;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;

/**
 * Told that messages can be read or that a transfer is done.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYFUNCTION.html">CURLMOPT_NOTIFYFUNCTION(3)</a>
 */
@FunctionalInterface
public interface NotifyCallback {
  /**
   * Called by the transfer.
   *
   * @param multi the multi handle
   * @param notification a {@code CURLMNOTIFY_*} value
   * @param easy the handle concerned, or null
   * @param userdata the object set beside the callback, or null
   */
  void notify(CurlMulti multi, long notification, CurlEasy easy, Object userdata);
}
