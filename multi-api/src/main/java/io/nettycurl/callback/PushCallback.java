package io.nettycurl.callback;

import io.nettycurl.CurlEasy;
import java.util.List;

/**
 * Decides about a pushed HTTP/2 stream.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PUSHFUNCTION.html">CURLMOPT_PUSHFUNCTION(3)</a>
 */
@FunctionalInterface
public interface PushCallback {
  /**
   * Called by the transfer.
   *
   * @param parent the handle whose response pushes
   * @param easy a copy for the pushed stream
   * @param headers the promised request, "name:value" each
   * @param userdata the object set beside the callback, or null
   * @return a {@code CURL_PUSH_*} value
   */
  long push(CurlEasy parent, CurlEasy easy, List<String> headers, Object userdata);
}
