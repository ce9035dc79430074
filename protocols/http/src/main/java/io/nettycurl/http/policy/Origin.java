package io.nettycurl.http.policy;

import java.util.Locale;

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
    return new Origin(scheme.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT), port);
  }
}
