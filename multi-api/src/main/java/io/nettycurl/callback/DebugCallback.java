package io.nettycurl.callback;

import io.nettycurl.CurlEasy;
import java.nio.ByteBuffer;

/**
 * Receives trace text, headers and payload; called only with VERBOSE set.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_DEBUGFUNCTION.html">CURLOPT_DEBUGFUNCTION(3)</a>
 */
@FunctionalInterface
public interface DebugCallback {
  /**
   * Called by the transfer.
   *
   * @param easy the handle
   * @param type a {@code CURLINFO_TEXT} .. {@code CURLINFO_SSL_DATA_OUT} value
   * @param data the bytes, valid during the call only
   * @param userdata the object set beside the callback, or null
   * @return 0
   */
  long debug(CurlEasy easy, long type, ByteBuffer data, Object userdata);
}
