package io.nettycurl.callback;

import java.nio.ByteBuffer;

/**
 * Takes a piece of the body, at most 16384 bytes.
 *
 * <p>Runs on the thread inside {@code perform} (on the event loop when the multi is embedded). An
 * exception out of it fails its own transfer only.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html">CURLOPT_WRITEFUNCTION(3)</a>
 */
@FunctionalInterface
public interface WriteCallback {
  /**
   * Called by the transfer.
   *
   * @param data the bytes, valid during the call only; how far they are read does not count
   * @param userdata the object set beside the callback, or null
   * @return how many bytes were taken: all, or {@code CURL_WRITEFUNC_PAUSE}; anything else ends the
   *     transfer with WRITE_ERROR
   */
  long write(ByteBuffer data, Object userdata);
}
