package io.nettycurl.http.hsts;

/**
 * Immutable. A host that wants to be reached over TLS only.
 *
 * @param name in lower case, without a dot at its end
 * @param subDomains whether names below it do as well
 * @param expires until when, in seconds since 1970; {@link #UNLIMITED} for ever
 */
public record HstsHost(String name, boolean subDomains, long expires) {
  /** Without an end. */
  public static final long UNLIMITED = Long.MAX_VALUE;
}
