package io.nettycurl.callback;

import java.nio.ByteBuffer;

/**
 * Takes one header line as received, line end included.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_HEADERFUNCTION.html">CURLOPT_HEADERFUNCTION(3)</a>
 */
@FunctionalInterface
public interface HeaderCallback {
  /**
   * Called by the transfer.
   *
   * @param line the line, valid during the call only
   * @param userdata the object set beside the callback, or null
   * @return how many bytes were taken: all, or the transfer ends with WRITE_ERROR
   */
  long header(ByteBuffer line, Object userdata);
}
