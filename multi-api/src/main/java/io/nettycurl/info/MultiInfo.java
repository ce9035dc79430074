package io.nettycurl.info;

/**
 * A counter of a multi handle (CURLMinfo_offt).
 *
 * @see <a href="https://curl.se/libcurl/c/curl_multi_get_offt.html">curl_multi_get_offt(3)</a>
 */
public enum MultiInfo {
  /** Placeholder. */
  NONE,
  /** Handles in the multi now. */
  XFERS_CURRENT,
  /** Running: neither done nor queued. */
  XFERS_RUNNING,
  /** Waiting to start because of a limit. */
  XFERS_PENDING,
  /** Finished, message not read yet. */
  XFERS_DONE,
  /** Handles ever added to this multi. */
  XFERS_ADDED;

  /** libcurl's number. */
  public int number() {
    return ordinal();
  }
}
