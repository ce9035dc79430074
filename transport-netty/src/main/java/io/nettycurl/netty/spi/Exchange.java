package io.nettycurl.netty.spi;

import io.nettycurl.CurlCode;

/**
 * Owned by the loop. One request of a transfer and its answer. A transfer makes a new one for every
 * hop: the first request, each redirect, each repetition. What has to outlive a hop is kept with
 * {@link TransferContext#attachment}.
 */
public interface Exchange {
  /**
   * Looks at the options before a connection is looked for, and amends the plan: ALPN names, what
   * binds the connection to one user.
   *
   * @param plan filled in from the URL and the scheme
   * @return OK, or the result of the transfer
   */
  CurlCode prepare(ConnectionPlan plan);

  /**
   * What has to be worked out once the connection is there and before the exchange can begin on it,
   * and would hold up the loop. Run on another thread; nothing else is asked of the exchange
   * meanwhile but {@link #close}.
   *
   * @return null if there is nothing
   */
  default Runnable beforeStart() {
    return null;
  }

  /** Does everything, for a scheme without network. Ends with {@link TransferContext#done}. */
  default void run() {
    throw new UnsupportedOperationException();
  }

  /**
   * What comes after {@link TransferContext#done}, whatever the result was.
   *
   * @param result the exchange's result
   * @return null if the transfer is complete with that result
   */
  default NextStep next(CurlCode result) {
    return null;
  }

  /**
   * Whether the request may be sent again on a fresh connection, after a reused one turned out dead
   * before the first response byte. Rewinds the body if it was read from.
   *
   * @return OK, or the code to fail with
   */
  default CurlCode rewind() {
    return CurlCode.OK;
  }

  /**
   * Stops or goes on with reading from the peer; what was read already may still be delivered.
   * Called on a change only.
   *
   * @param paused whether to stop
   */
  void pauseReceive(boolean paused);

  /** The source of the body, which had nothing to give, may have something now. */
  default void resumeSend() {}

  /**
   * The exchange is over: done, dropped, or to be tried again. Gives up what it holds. Called once,
   * as the last method; nothing may be asked of the transfer any more.
   */
  default void close() {}
}
