package io.nettycurl.callback;

/**
 * The old form of {@link XferInfoCallback}.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_PROGRESSFUNCTION.html">CURLOPT_PROGRESSFUNCTION(3)</a>
 */
@FunctionalInterface
public interface ProgressCallback {
  /**
   * Called by the transfer.
   *
   * @param dltotal bytes to receive, 0 while unknown
   * @param dlnow bytes received
   * @param ultotal bytes to send, 0 while unknown
   * @param ulnow bytes sent
   * @param userdata the object set beside the callback, or null
   * @return 0 to go on
   */
  long progress(double dltotal, double dlnow, double ultotal, double ulnow, Object userdata);
}
