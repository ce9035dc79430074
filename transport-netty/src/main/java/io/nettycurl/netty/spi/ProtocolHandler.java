package io.nettycurl.netty.spi;

import io.nettycurl.CurlCode;

/** Owned by the loop. What speaks on one connection, for one exchange after the other. */
public interface ProtocolHandler {
  /**
   * Begins an exchange. It ends with {@link TransferContext#done}, possibly before this returns.
   *
   * @param exchange made by the same provider
   */
  void start(Exchange exchange);

  /**
   * Drops an exchange that was started and is not done: the transfer was removed, timed out, or one
   * of its callbacks failed. Must not call {@link TransferContext#done} any more.
   *
   * @param exchange which
   * @param why the result of the transfer, or ABORTED_BY_CALLBACK
   * @return whether the connection can go on carrying others
   */
  boolean cancel(Exchange exchange, CurlCode why);

  /** How many exchanges the connection can carry at once, now that the peer is known. */
  default int capacity() {
    return 1;
  }

  /** Keeps whoever stands in between from forgetting the connection, where there is a way to. */
  default void upkeep() {}

  /** Whether an idle connection can take another exchange. */
  boolean alive();

  /**
   * The application itself speaks on the connection from now on (CONNECT_ONLY): drops the exchange,
   * and takes its handlers out of the pipeline. Asked only where {@link ProtocolProvider#logsIn}.
   */
  default void handOver() {
    throw new UnsupportedOperationException();
  }

  /**
   * Says farewell where the protocol has a way to, then closes the channel. Must not wait for long;
   * the engine closes the channel itself after a while.
   */
  void close();
}
