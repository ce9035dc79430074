package io.nettycurl.netty.connect;

import java.net.InetSocketAddress;

/** Called on the loop. Told how it goes with a data channel that the peer opens. */
public interface AcceptListener extends ConnectListener {
  /**
   * The peer may connect now.
   *
   * @param address where it is to be told to connect to
   */
  void listening(InetSocketAddress address);
}
