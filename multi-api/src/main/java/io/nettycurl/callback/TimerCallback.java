package io.nettycurl.callback;

import io.nettycurl.CurlMulti;

/**
 * Told when the next call for a timeout is due.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a
 *     href="https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html">CURLMOPT_TIMERFUNCTION(3)</a>
 */
@FunctionalInterface
public interface TimerCallback {
  /**
   * Called by the transfer.
   *
   * @param multi the multi handle
   * @param timeoutMs milliseconds from now; 0 for at once, -1 to delete the timer
   * @param userdata the object set beside the callback, or null
   * @return 0, or -1 to end all transfers
   */
  long timer(CurlMulti multi, long timeoutMs, Object userdata);
}
