package io.nettycurl.netty.spi;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import java.net.InetSocketAddress;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Owned by the loop. One connection, as the protocol that speaks on it sees it. */
public interface ConnectionContext {
  /** The channel; its pipeline is the protocol's from the end of the engine's handlers on. */
  Channel channel();

  /** The loop that everything about the connection runs on. */
  EventLoop eventLoop();

  /** A number unique in the pool. */
  long id();

  /** What it was made for. */
  ConnectionPlan plan();

  /** The ALPN name agreed on; null if none. */
  String applicationProtocol();

  /** Whether TLS is on now. */
  boolean tls();

  /** The peer's address: the proxy's if there is one; null for a unix socket. */
  InetSocketAddress remoteAddress();

  /** The local address; null for a unix socket. */
  InetSocketAddress localAddress();

  /** Whether requests go to a forwarding HTTP proxy. */
  boolean forwarded();

  /** Whether a proxy of any kind is in between. */
  boolean proxied();

  /** The host of a forwarding proxy; null if there is none. */
  default String proxyHost() {
    return null;
  }

  /** The port of a forwarding proxy; 0 if there is none. */
  default int proxyPort() {
    return 0;
  }

  /** The user name for a forwarding proxy, decoded; null if there is none. */
  default String proxyUser() {
    return null;
  }

  /** The password for a forwarding proxy, decoded; null if there is none. */
  default String proxyPassword() {
    return null;
  }

  /**
   * Something that lives as long as the connection. Closed with it.
   *
   * @param type its class, also its name
   * @param factory makes the first; null to only look
   * @param <T> its type
   * @return the one of this connection; null if there is none and nothing makes one
   */
  <T extends AutoCloseable> T attachment(Class<T> type, Supplier<T> factory);

  /**
   * Ties the connection to a login that is proved on it: from now on only those find it whose plan
   * names the login among its {@link ConnectionPlan#bindings}.
   *
   * @param binding the login
   */
  void bind(String binding);

  /**
   * The handler's capacity is another than before, as the peer's settings came or it says goodbye.
   */
  void capacityChanged();

  /** How many exchanges it carried before the present one. */
  int useCount();

  /**
   * Turns TLS on, as asked for in the protocol itself (AUTH TLS).
   *
   * @param whenDone called on the loop with OK, or a code and a text
   */
  void startTls(BiConsumer<CurlCode, String> whenDone);

  /**
   * Turns TLS off again (CCC).
   *
   * @param sendClose whether to say so first, or to wait for the peer to
   * @param whenDone called on the loop with OK, or a code and a text
   */
  void stopTls(boolean sendClose, BiConsumer<CurlCode, String> whenDone);

  /**
   * Opens a second channel for data to the same peer, through the same proxies.
   *
   * @param host the host; null for the peer of this connection
   * @param port the port
   * @param tls whether TLS follows, resuming this connection's session; see {@link #secureData}
   * @param listener told what came of it, on the loop
   * @return to give up with
   */
  Runnable openData(String host, int port, boolean tls, DataListener listener);

  /**
   * Turns TLS on on a data channel that was opened with it, once data is asked for. Not earlier: a
   * session of TLS 1.3 can be resumed only once, and a channel that nothing comes of must not use
   * it up.
   *
   * @param channel what {@link DataListener#connected} told
   */
  void secureData(Channel channel);

  /**
   * Lets the peer open a second channel for data to this machine; no proxy is passed.
   *
   * @param host where to listen: interface name, address or host name; null for the local address
   *     of this connection
   * @param firstPort the first port to try; 0 for any
   * @param lastPort the last port to try; 0 for any
   * @param tls whether TLS follows, as a client, resuming this connection's session; see {@link
   *     #secureData}
   * @param listener told what came of it, on the loop
   * @return to give up with
   */
  Runnable acceptData(
      String host, int firstPort, int lastPort, boolean tls, AcceptListener listener);

  /** Told what came of a second channel that the peer opens. */
  interface AcceptListener extends DataListener {
    /**
     * The peer may connect now.
     *
     * @param address where it is to be told to connect to
     */
    void listening(InetSocketAddress address);
  }

  /**
   * A buffer for a request of usual size, cheap if it is soon released.
   *
   * @return the buffer; grows if it must
   */
  default ByteBuf requestBuffer() {
    return channel().alloc().directBuffer();
  }

  /**
   * Sends what the system takes at once, past the pipeline, where nothing in there would change it.
   * What is left is to be written to the channel as usual; that also tells of errors.
   *
   * @param data the bytes; those sent are read off
   */
  default void sendAtOnce(ByteBuf data) {}

  /** Told what came of a second channel. */
  interface DataListener {
    /**
     * The channel is connected, through the proxy if there is one, before any TLS. The protocol may
     * add its handlers now; reading starts once this returns.
     *
     * @param channel the channel
     */
    void connected(Channel channel);

    /**
     * TLS is on as well; not called without.
     *
     * @param channel the channel
     */
    default void secured(Channel channel) {}

    /**
     * There is no channel.
     *
     * @param code why
     * @param message the same in words
     */
    void failed(CurlCode code, String message);
  }
}
