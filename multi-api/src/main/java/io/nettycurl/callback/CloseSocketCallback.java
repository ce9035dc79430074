package io.nettycurl.callback;

/**
 * Closes a socket in place of the engine.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_CLOSESOCKETFUNCTION.html">CURLOPT_CLOSESOCKETFUNCTION(3)</a>
 */
@FunctionalInterface
public interface CloseSocketCallback {
  /**
   * Called by the transfer.
   *
   * @param socket the engine's channel
   * @param userdata the object set beside the callback, or null
   * @return 0
   */
  long close(Object socket, Object userdata);
}
