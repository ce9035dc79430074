package io.nettycurl.callback;

import java.nio.ByteBuffer;

/**
 * Supplies data to send.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_READFUNCTION.html">CURLOPT_READFUNCTION(3)</a>
 */
@FunctionalInterface
public interface ReadCallback {
  /**
   * Called by the transfer.
   *
   * @param into where to put the bytes, from its position on
   * @param userdata the object set beside the callback, or null
   * @return how many bytes were put; 0 at the end, {@code CURL_READFUNC_PAUSE}, or {@code
   *     CURL_READFUNC_ABORT}
   */
  long read(ByteBuffer into, Object userdata);
}
