package io.nettycurl.callback;

/**
 * Called before each file of a wildcard download.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_CHUNK_BGN_FUNCTION.html">CURLOPT_CHUNK_BGN_FUNCTION(3)</a>
 */
@FunctionalInterface
public interface ChunkBeginCallback {
  /**
   * Called by the transfer.
   *
   * @param info what the listing says of the file
   * @param userdata the object set beside the callback, or null
   * @param remains how many files are left, this one included
   * @return a {@code CURL_CHUNK_BGN_FUNC_*} value
   */
  long begin(FileInfo info, Object userdata, int remains);
}
