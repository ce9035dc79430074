package io.nettycurl.callback;

import io.nettycurl.CurlSocket;

/**
 * Called with a new socket before it connects.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_SOCKOPTFUNCTION.html">CURLOPT_SOCKOPTFUNCTION(3)</a>
 */
@FunctionalInterface
public interface SockOptCallback {
  /**
   * Called by the transfer.
   *
   * @param socket the socket, not connected unless OPENSOCKETFUNCTION gave it so
   * @param purpose a {@code CURLSOCKTYPE_*} value
   * @param userdata the object set beside the callback, or null
   * @return CURL_SOCKOPT_OK; CURL_SOCKOPT_ALREADY_CONNECTED to leave out connecting; anything else
   *     gives up this address, and if none is left the transfer ends with ABORTED_BY_CALLBACK
   */
  long sockopt(CurlSocket socket, long purpose, Object userdata);
}
