package io.nettycurl.http;

import io.nettycurl.netty.spi.auth.ConnectionLogin;

/** Owned by the loop. What a connection knows of logins that hold for all of it. */
final class ConnectionLogins implements AutoCloseable {
  final ConnectionLogin host = new ConnectionLogin();
  final ConnectionLogin proxy = new ConnectionLogin();

  /** Whether the peer waits for an answer, which only this connection can bring. */
  boolean challenged() {
    return host.challenged() || proxy.challenged();
  }

  @Override
  public void close() {
    host.close();
    proxy.close();
  }
}
