package io.nettycurl.callback;

import io.nettycurl.CurlEasy;

/**
 * The old form of {@link SeekCallback}.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_IOCTLFUNCTION.html">CURLOPT_IOCTLFUNCTION(3)</a>
 */
@FunctionalInterface
public interface IoctlCallback {
  /**
   * Called by the transfer.
   *
   * @param easy the handle
   * @param command what to do: 1 rewinds
   * @param userdata the object set beside the callback, or null
   * @return 0 if done
   */
  long ioctl(CurlEasy easy, long command, Object userdata);
}
