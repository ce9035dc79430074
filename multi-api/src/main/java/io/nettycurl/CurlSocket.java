package io.nettycurl;

import java.net.SocketOption;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A socket of the engine's (curl_socket_t), as callbacks and {@link
 * io.nettycurl.info.CurlInfo#ACTIVESOCKET} give it. One socket is one object for as long as it is
 * open, so it can be a key in a map; two sockets are never equal, even where the system gives the
 * second one the number of the first.
 *
 * <p>What it can be waited for with depends on what the multi stands on: on NIO it has a {@link
 * #selectableChannel}, for a {@link java.nio.channels.Selector} of the application's own; on epoll
 * and kqueue it has a number, {@link #fd}, for whatever waits for descriptors. To be used on the
 * thread that may use the multi; reading, writing and closing are the engine's.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLINFO_ACTIVESOCKET.html">CURLINFO_ACTIVESOCKET(3)</a>
 */
public interface CurlSocket {
  /** In place of a socket: the timer fired (CURL_SOCKET_TIMEOUT). */
  CurlSocket TIMEOUT = new NoSocket();

  /**
   * The channel to register with a Selector. It is non-blocking, and registered with the engine's
   * own Selector as well, which does no harm.
   *
   * @return null where the multi stands on epoll or kqueue
   */
  SelectableChannel selectableChannel();

  /**
   * What to register the channel with, for what SOCKETFUNCTION asked to wait for. A channel that
   * still connects is not ready to be written to in the eyes of a Selector, but to be connected.
   *
   * @param what {@code CURL_POLL_IN} and {@code CURL_POLL_OUT} bits
   * @return {@link SelectionKey} bits; 0 where there is no channel
   */
  default int selectionOps(long what) {
    SelectableChannel channel = selectableChannel();
    if (channel == null) {
      return 0;
    }
    boolean connects = channel instanceof SocketChannel socket && socket.isConnectionPending();
    long in = what & CurlSymbols.CURL_POLL_IN;
    long out = what & CurlSymbols.CURL_POLL_OUT;
    int reads = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
    int writes = connects ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
    return ((in != 0 ? reads : 0) | (out != 0 ? writes : 0)) & channel.validOps();
  }

  /**
   * The number of the descriptor, to be watched, not to be read from.
   *
   * @return -1 where the multi stands on NIO, and once the socket is closed
   */
  int fd();

  /**
   * Sets an option of the socket (setsockopt), for callbacks that see it before it connects.
   *
   * @param option one of {@link java.net.StandardSocketOptions}
   * @param value its value
   * @param <T> the type of the value
   * @return false where the engine or the system cannot set it
   */
  <T> boolean setOption(SocketOption<T> option, T value);

  /** The engine's own object for the socket: with Netty its Channel. */
  Object engineChannel();

  /** Whether it is open. */
  boolean isOpen();
}
