package io.nettycurl.callback;

import java.util.List;

/**
 * Supplies the trailers of a chunked upload.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_TRAILERFUNCTION.html">CURLOPT_TRAILERFUNCTION(3)</a>
 */
@FunctionalInterface
public interface TrailerCallback {
  /**
   * Called by the transfer.
   *
   * @param trailers where to add the lines, each "Name: value"
   * @param userdata the object set beside the callback, or null
   * @return {@code CURL_TRAILERFUNC_OK} or {@code CURL_TRAILERFUNC_ABORT}
   */
  long trailer(List<String> trailers, Object userdata);
}
