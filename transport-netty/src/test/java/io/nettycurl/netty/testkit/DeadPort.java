package io.nettycurl.netty.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Owned by the test's thread. A port of 127.0.0.1 that refuses connections: bound, so that nobody
 * else gets it, and not listening.
 */
public final class DeadPort implements AutoCloseable {
  private final Socket held = new Socket();

  /** Takes a port. */
  public DeadPort() {
    try {
      held.bind(new InetSocketAddress("127.0.0.1", 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its number. */
  public int number() {
    return held.getLocalPort();
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
