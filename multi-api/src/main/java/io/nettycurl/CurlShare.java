package io.nettycurl;

import io.nettycurl.option.ShareOption;

/**
 * Any thread. What several handles are to share (CURLSH).
 *
 * <p>Nothing can be shared between handles by this version: every {@link #setopt} answers
 * NOT_BUILT_IN, and so does CURLOPT_SHARE. The handles of one {@link CurlMulti} share connections,
 * names and TLS sessions by themselves.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-share.html">libcurl-share(3)</a>
 */
public final class CurlShare implements AutoCloseable {
  private volatile boolean closed;

  private CurlShare() {}

  /**
   * A new share, empty.
   *
   * @return the share
   * @see <a href="https://curl.se/libcurl/c/curl_share_init.html">curl_share_init(3)</a>
   */
  public static CurlShare init() {
    return new CurlShare();
  }

  /**
   * Sets an option of the share.
   *
   * @param option which; the constants stand in {@link io.nettycurl.option.CurlShareOpt}
   * @param value the value
   * @param <T> the type of the value
   * @return NOT_BUILT_IN; INVALID after close
   * @see <a href="https://curl.se/libcurl/c/curl_share_setopt.html">curl_share_setopt(3)</a>
   */
  public <T> CurlShareCode setopt(ShareOption<T> option, T value) {
    return closed ? CurlShareCode.INVALID : CurlShareCode.NOT_BUILT_IN;
  }

  /**
   * Gives the share up.
   *
   * @see <a href="https://curl.se/libcurl/c/curl_share_cleanup.html">curl_share_cleanup(3)</a>
   */
  @Override
  public void close() {
    closed = true;
  }
}
