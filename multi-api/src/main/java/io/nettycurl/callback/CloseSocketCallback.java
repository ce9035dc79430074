package io.nettycurl.callback;

import io.nettycurl.CurlSocket;

/**
 * Closes a socket in place of the engine. It belongs to the connection: the callback and object of
 * the handle that opened it are used even after that handle is gone. Where the peer closed first,
 * the socket is closed already. A socket that is still open when the callback returns is let go: it
 * stays open, and the engine has no more to do with it.
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
   * @param socket the socket; with Netty its {@link CurlSocket#engineChannel} closes it
   * @param userdata the object set beside the callback, or null
   * @return 0; of no meaning otherwise
   */
  long close(CurlSocket socket, Object userdata);
}
