package io.nettycurl;

import java.net.SocketOption;
import java.nio.channels.SelectableChannel;

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
  /**
   * The channel to register with a Selector. It is non-blocking, and registered with the engine's
   * own Selector as well, which does no harm.
   *
   * @return null where the multi stands on epoll or kqueue
   */
  SelectableChannel selectableChannel();

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
