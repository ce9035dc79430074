package io.nettycurl.netty.spi.auth;

/**
 * Immutable. Who is to be convinced: an origin or a proxy.
 *
 * @param place what tells parties apart: what is known of one must not be told to another
 * @param host its name, for tickets
 * @param service what it is as a service, for tickets
 * @param delegation a {@code CURLGSSAPI_DELEGATION_*} value: whether it may act for us
 */
public record Party(Object place, String host, String service, long delegation) {
  /** What web servers and proxies are as services unless the options say otherwise. */
  public static final String USUAL_SERVICE = "HTTP";
}
