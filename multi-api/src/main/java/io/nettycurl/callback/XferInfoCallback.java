package io.nettycurl.callback;

/**
 * Told how far the transfer has come; called only with NOPROGRESS set to 0.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_XFERINFOFUNCTION.html">CURLOPT_XFERINFOFUNCTION(3)</a>
 */
@FunctionalInterface
public interface XferInfoCallback {
  /**
   * Called by the transfer.
   *
   * @param dltotal bytes to receive, 0 while unknown
   * @param dlnow bytes received
   * @param ultotal bytes to send, 0 while unknown
   * @param ulnow bytes sent
   * @param userdata the object set beside the callback, or null
   * @return 0 to go on; anything else but {@code CURL_PROGRESSFUNC_CONTINUE} ends the transfer with
   *     ABORTED_BY_CALLBACK
   */
  long progress(long dltotal, long dlnow, long ultotal, long ulnow, Object userdata);
}
