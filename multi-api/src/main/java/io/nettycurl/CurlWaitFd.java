package io.nettycurl;

import java.nio.channels.SelectableChannel;

/**
 * Owned by the thread that polls. A channel of the application's own that a poll is to watch too
 * (curl_waitfd).
 *
 * @see <a href="https://curl.se/libcurl/c/curl_multi_poll.html">curl_multi_poll(3)</a>
 */
public final class CurlWaitFd {
  private final SelectableChannel channel;
  private final CurlSocket socket;
  private final long events;
  private long revents;

  /**
   * A channel to watch.
   *
   * @param channel a non-blocking channel
   * @param events {@code CURL_WAIT_POLLIN} and {@code CURL_WAIT_POLLOUT} bits
   */
  public CurlWaitFd(SelectableChannel channel, long events) {
    this.channel = channel;
    this.socket = null;
    this.events = events;
  }

  /**
   * A socket of an engine's to watch. One that has a number and no channel can be watched by a
   * multi that stands on epoll too, along with others of its kind only; poll answers
   * BAD_FUNCTION_ARGUMENT otherwise.
   *
   * @param socket such as a handle's ACTIVESOCKET
   * @param events {@code CURL_WAIT_POLLIN} and {@code CURL_WAIT_POLLOUT} bits
   */
  public CurlWaitFd(CurlSocket socket, long events) {
    this.channel = socket.selectableChannel();
    this.socket = socket;
    this.events = events;
  }

  /** The socket; null for a channel of the application's own. */
  public CurlSocket socket() {
    return socket;
  }

  /** The channel; null for a socket that has none. */
  public SelectableChannel channel() {
    return channel;
  }

  /** What to watch for. */
  public long events() {
    return events;
  }

  /** What the last poll saw. */
  public long revents() {
    return revents;
  }

  /**
   * Written by the poll.
   *
   * @param seen what it saw
   */
  public void revents(long seen) {
    revents = seen;
  }
}
