package io.nettycurl.spi;

import io.nettycurl.CurlSymbols;

/**
 * One kind of data that a share can hold (curl_lock_data).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_SHARE.html">CURLSHOPT_SHARE(3)</a>
 */
public enum ShareKind {
  /** The share itself: who is attached to it. Seen by lock callbacks only. */
  SHARE(CurlSymbols.CURL_LOCK_DATA_SHARE, true),
  /** Cookies. */
  COOKIE(CurlSymbols.CURL_LOCK_DATA_COOKIE, false),
  /** What names were resolved to. */
  DNS(CurlSymbols.CURL_LOCK_DATA_DNS, true),
  /** TLS sessions. */
  SSL_SESSION(CurlSymbols.CURL_LOCK_DATA_SSL_SESSION, false),
  /** Connections. */
  CONNECT(CurlSymbols.CURL_LOCK_DATA_CONNECT, true),
  /** The Public Suffix List. */
  PSL(CurlSymbols.CURL_LOCK_DATA_PSL, true),
  /** Hosts that want HTTPS only. */
  HSTS(CurlSymbols.CURL_LOCK_DATA_HSTS, false);

  private static final ShareKind[] VALUES = values();

  private final long number;
  private final boolean outlivesUnshare;

  ShareKind(long number, boolean outlivesUnshare) {
    this.number = number;
    this.outlivesUnshare = outlivesUnshare;
  }

  /** Its {@code CURL_LOCK_DATA_*} value. */
  public long number() {
    return number;
  }

  /** Whether CURLSHOPT_UNSHARE leaves the data in the share, to be found by a later SHARE. */
  boolean outlivesUnshare() {
    return outlivesUnshare;
  }

  /**
   * The kind with a given number.
   *
   * @param number a {@code CURL_LOCK_DATA_*} value
   * @return the kind; null if nothing of that number can be shared
   */
  static ShareKind shareable(long number) {
    for (ShareKind kind : VALUES) {
      if (kind.number == number && kind != SHARE) {
        return kind;
      }
    }
    return null;
  }
}
