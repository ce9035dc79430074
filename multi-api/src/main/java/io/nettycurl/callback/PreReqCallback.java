package io.nettycurl.callback;

/**
 * Called once per request on a ready connection, before anything is sent.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_PREREQFUNCTION.html">CURLOPT_PREREQFUNCTION(3)</a>
 */
@FunctionalInterface
public interface PreReqCallback {
  /**
   * Called by the transfer.
   *
   * @param primaryIp the peer's address
   * @param localIp the local address
   * @param primaryPort the peer's port
   * @param localPort the local port
   * @param userdata the object set beside the callback, or null
   * @return {@code CURL_PREREQFUNC_OK}, or {@code CURL_PREREQFUNC_ABORT} for ABORTED_BY_CALLBACK
   */
  long prereq(String primaryIp, String localIp, int primaryPort, int localPort, Object userdata);
}
