package io.nettycurl.callback;

import java.net.SocketAddress;

/**
 * Makes the socket for an address, or refuses it.
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
   * @param address where to
   * @param userdata the object set beside the callback, or null
   * @return the engine's channel, or null to refuse the address
   */
  Object open(long purpose, SocketAddress address, Object userdata);
}
