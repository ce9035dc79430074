package io.nettycurl.netty.connect;

/**
 * Immutable. One proxy.
 *
 * @param type a {@code CURLPROXY_*} value
 * @param host its host; of a domain socket its path
 * @param port its port
 * @param user user name, decoded; null if none
 * @param password password, decoded; null if none
 * @param domainSocket whether it listens on a domain socket
 */
public record ProxyConfig(
    long type, String host, int port, String user, String password, boolean domainSocket) {
  /** Whether anything is to be told about who asks. */
  public boolean hasCredentials() {
    return user != null || password != null;
  }

  Hop hop() {
    return domainSocket ? new Hop(host, 0, Hop.Kind.UNIX) : Hop.tcp(host, port);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "proxy type " + type + " at " + host + ":" + port;
  }
}
