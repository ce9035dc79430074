package io.nettycurl.callback;

/**
 * Moves the source of an upload to an offset from its start.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SEEKFUNCTION.html">CURLOPT_SEEKFUNCTION(3)</a>
 */
@FunctionalInterface
public interface SeekCallback {
  /**
   * Called by the transfer.
   *
   * @param offset in bytes from the start
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURL_SEEKFUNC_*} value
   */
  long seek(long offset, Object userdata);
}
