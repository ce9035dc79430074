package io.nettycurl.callback;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;

/**
 * Changes the TLS context before it is built: called for every new connection, to the origin or to
 * an HTTPS proxy, when all other TLS options have been put into the builder.
 *
 * <p>The engine on Netty hands over its {@code io.netty.handler.ssl.SslContextBuilder}. A trust
 * manager set there takes the place of ours, and with it of all that the options ask for about the
 * peer's certificate. A connection made this way is pooled like any other; set FORBID_REUSE where
 * that must not be. Its TLS session is not resumed by others.
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
   * @param sslContextBuilder the engine's builder; of no use once this has returned
   * @param userdata the object set beside the callback, or null
   * @return OK, or the result of the transfer; null is ABORTED_BY_CALLBACK
   */
  CurlCode configure(CurlEasy easy, Object sslContextBuilder, Object userdata);
}
