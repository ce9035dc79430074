package io.nettycurl.callback;

import io.nettycurl.CurlEasy;

/**
 * Receives HSTS entries for storing.
 *
 * <p>Runs on the thread that closes the handle; an exception out of it comes out of {@code close}.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_HSTSWRITEFUNCTION.html">CURLOPT_HSTSWRITEFUNCTION(3)</a>
 */
@FunctionalInterface
public interface HstsWriteCallback {
  /**
   * Called by the transfer.
   *
   * @param easy the handle
   * @param entry one host
   * @param index its place, from 0
   * @param total how many there are
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURLSTS_*} value
   */
  long write(CurlEasy easy, HstsEntry entry, int index, int total, Object userdata);
}
