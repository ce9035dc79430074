package io.nettycurl;

/**
 * Any thread. What several handles share (CURLSH).
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-share.html">libcurl-share(3)</a>
 */
public final class CurlShare implements AutoCloseable {
  private CurlShare() {}

  @Override
  public void close() {}
}
