package io.nettycurl.http.policy;

import io.nettycurl.spi.Ascii;

/**
 * Immutable. What credentials are bound to.
 *
 * @param scheme in lower case
 * @param host in lower case; IPv6 without brackets
 * @param port the port
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-4">RFC 6454, section 4</a>
 */
public record Origin(String scheme, String host, int port) {
  /**
   * An origin.
   *
   * @param scheme in any case
   * @param host in any case
   * @param port the port
   */
  public static Origin of(String scheme, String host, int port) {
    return new Origin(Ascii.lower(scheme), Ascii.lower(host), port);
  }

  /** Written out, as linking what the compiler makes for a record costs a short run dearly. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that
        && port == that.port
        && scheme.equals(that.scheme)
        && host.equals(that.host);
  }

  @Override
  public int hashCode() {
    return host.hashCode() * 31 + port;
  }

  /**
   * Whether it is the one of these.
   *
   * @param otherScheme in any case
   * @param otherHost in any case
   * @param otherPort the port
   */
  public boolean is(String otherScheme, String otherHost, int otherPort) {
    return port == otherPort
        && Ascii.equalsIgnoreCase(scheme, otherScheme)
        && Ascii.equalsIgnoreCase(host, otherHost);
  }
}
