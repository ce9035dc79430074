package io.nettycurl.callback;

/**
 * One host that must be reached over TLS (curl_hstsentry).
 *
 * @param name host name
 * @param includeSubDomains whether names below it count too
 * @param expire "YYYYMMDD HH:MM:SS" in UTC, or "unlimited"
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSREADFUNCTION.html">man page</a>
 */
public record HstsEntry(String name, boolean includeSubDomains, String expire) {
  /** The form that a read callback fills in; used during the call only. */
  public static final class Mutable {
    /** Host name. */
    public String name;

    /** Whether names below it count too. */
    public boolean includeSubDomains;

    /** "YYYYMMDD HH:MM:SS" in UTC, or empty for no end. */
    public String expire;

    /** Nothing filled in yet. */
    public Mutable() {}
  }
}
