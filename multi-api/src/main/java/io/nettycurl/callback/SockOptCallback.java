package io.nettycurl.callback;

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
   * @param socket the engine's channel
   * @param purpose a {@code CURLSOCKTYPE_*} value
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURL_SOCKOPT_*} value
   */
  long sockopt(Object socket, long purpose, Object userdata);
}
