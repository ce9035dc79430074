package io.nettycurl.callback;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSocket;

/**
 * Told which events to watch a socket for.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html">CURLMOPT_SOCKETFUNCTION(3)</a>
 */
@FunctionalInterface
public interface SocketCallback {
  /**
   * Called by the transfer.
   *
   * @param easy the handle concerned; null for a socket of the multi's own
   * @param socket the socket
   * @param what a {@code CURL_POLL_*} value
   * @param userdata the object set beside the callback, or null
   * @param socketdata the object assigned to the socket, or null
   * @return 0, or -1 to end all transfers
   */
  long socket(CurlEasy easy, CurlSocket socket, long what, Object userdata, Object socketdata);
}
