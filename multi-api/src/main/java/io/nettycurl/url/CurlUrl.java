package io.nettycurl.url;

import io.nettycurl.CurlUrlCode;

/**
 * Owned by one thread at a time. A URL taken apart by libcurl's rules (CURLU), not by
 * java.net.URI's.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-url.html">libcurl-url(3)</a>
 */
public final class CurlUrl {
  /**
   * What a read gives.
   *
   * @param code OK, or why there is no value
   * @param value the part, or null
   */
  public record Result(CurlUrlCode code, String value) {}

  /** An empty handle. */
  public CurlUrl() {}

  /**
   * Sets a part, or the whole URL; a relative URL is resolved against what is there.
   *
   * @param part which
   * @param value the new content; null removes the part
   * @param flags {@code CURLU_*} bits
   * @return OK, or why not; the handle is then as it was
   * @see <a href="https://curl.se/libcurl/c/curl_url_set.html">curl_url_set(3)</a>
   */
  public CurlUrlCode set(UrlPart part, String value, long flags) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a part, or the whole URL.
   *
   * @param part which
   * @param flags {@code CURLU_*} bits
   * @return the part, or why there is none
   * @see <a href="https://curl.se/libcurl/c/curl_url_get.html">curl_url_get(3)</a>
   */
  public Result get(UrlPart part, long flags) {
    throw new UnsupportedOperationException();
  }

  /** A copy. */
  public CurlUrl duplicate() {
    throw new UnsupportedOperationException();
  }

  /** Scheme in lower case; null if there is none. */
  public String scheme() {
    throw new UnsupportedOperationException();
  }

  /** User name as written, percent-encoded; null if there is none. */
  public String user() {
    throw new UnsupportedOperationException();
  }

  /** Password as written, percent-encoded; null if there is none. */
  public String password() {
    throw new UnsupportedOperationException();
  }

  /** Host name; IPv6 in brackets, without zone; null if there is none. */
  public String host() {
    throw new UnsupportedOperationException();
  }

  /** Port written in the URL; -1 if there is none. */
  public int port() {
    throw new UnsupportedOperationException();
  }

  /** Path as written; "/" if there is none. */
  public String path() {
    throw new UnsupportedOperationException();
  }

  /** Query without the question mark; null if there is none. */
  public String query() {
    throw new UnsupportedOperationException();
  }

  /** Fragment without the hash sign; null if there is none. */
  public String fragment() {
    throw new UnsupportedOperationException();
  }

  /** IPv6 zone id; null if there is none. */
  public String zoneid() {
    throw new UnsupportedOperationException();
  }
}
