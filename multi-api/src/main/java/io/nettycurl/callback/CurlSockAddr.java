package io.nettycurl.callback;

import java.net.SocketAddress;
import java.util.function.Supplier;

/**
 * Owned by the thread that runs the callback. Where a socket is to connect to, for the callback
 * that makes it (curl_sockaddr).
 */
public final class CurlSockAddr {
  private final Supplier<Object> maker;
  private SocketAddress address;

  /**
   * Made by the engine.
   *
   * @param address where to
   * @param maker makes the socket that the engine would have made
   */
  public CurlSockAddr(SocketAddress address, Supplier<Object> maker) {
    this.address = address;
    this.maker = maker;
  }

  /** Where to: an InetSocketAddress, or the engine's own type for a unix socket. */
  public SocketAddress address() {
    return address;
  }

  /**
   * Connects to another address in its place, of the same kind.
   *
   * @param other where to
   */
  public void address(SocketAddress other) {
    address = other;
  }

  /** The socket that the engine would have made without the callback: not connected. */
  public Object newSocket() {
    return maker.get();
  }
}
