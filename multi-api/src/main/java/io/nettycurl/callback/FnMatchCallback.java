package io.nettycurl.callback;

/**
 * Matches a file name against a wildcard pattern.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLOPT_FNMATCH_FUNCTION.html">CURLOPT_FNMATCH_FUNCTION(3)</a>
 */
@FunctionalInterface
public interface FnMatchCallback {
  /**
   * Called by the transfer.
   *
   * @param pattern the pattern
   * @param string the name
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURL_FNMATCHFUNC_*} value
   */
  long match(String pattern, String string, Object userdata);
}
