package io.nettycurl.callback;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;

/**
 * Changes the TLS context before it is built.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_SSL_CTX_FUNCTION.html">CURLOPT_SSL_CTX_FUNCTION(3)</a>
 */
@FunctionalInterface
public interface SslCtxCallback {
  /**
   * Called by the transfer.
   *
   * @param easy the handle
   * @param sslContextBuilder the engine's builder
   * @param userdata the object set beside the callback, or null
   * @return OK, or the result of the transfer
   */
  CurlCode configure(CurlEasy easy, Object sslContextBuilder, Object userdata);
}
