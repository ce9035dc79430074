package io.nettycurl.callback;

/**
 * Called after each file of a wildcard download.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_CHUNK_END_FUNCTION.html">CURLOPT_CHUNK_END_FUNCTION(3)</a>
 */
@FunctionalInterface
public interface ChunkEndCallback {
  /**
   * Called by the transfer.
   *
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURL_CHUNK_END_FUNC_*} value; whichever it is, the transfer goes on, as it
   *     does in libcurl
   */
  long end(Object userdata);
}
