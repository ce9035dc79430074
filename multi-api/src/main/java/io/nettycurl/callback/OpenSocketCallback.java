package io.nettycurl.callback;

/**
 * Makes the socket for an address, or refuses it: the factory of the engine's channels.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html">CURLOPT_OPENSOCKETFUNCTION(3)</a>
 */
@FunctionalInterface
public interface OpenSocketCallback {
  /**
   * Called by the transfer.
   *
   * @param purpose a {@code CURLSOCKTYPE_*} value
   * @param address where to; may be changed
   * @param userdata the object set beside the callback, or null
   * @return {@link CurlSockAddr#newSocket()}, or a channel of the application's own: with Netty a
   *     Channel of the kind the multi stands on, not registered, or on NIO a {@link
   *     java.nio.channels.SocketChannel}, or a ServerSocketChannel where active FTP is to listen;
   *     null refuses the address, and if none is left the transfer ends with COULDNT_CONNECT
   */
  Object open(long purpose, CurlSockAddr address, Object userdata);
}
