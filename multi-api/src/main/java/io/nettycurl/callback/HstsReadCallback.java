package io.nettycurl.callback;

import io.nettycurl.CurlEasy;

/**
 * Supplies HSTS entries, one a call, when a transfer starts.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_HSTSREADFUNCTION.html">CURLOPT_HSTSREADFUNCTION(3)</a>
 */
@FunctionalInterface
public interface HstsReadCallback {
  /**
   * Called by the transfer.
   *
   * @param easy the handle
   * @param entry what to fill in
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURLSTS_*} value
   */
  long read(CurlEasy easy, HstsEntry.Mutable entry, Object userdata);
}
