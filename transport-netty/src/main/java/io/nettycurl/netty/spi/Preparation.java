package io.nettycurl.netty.spi;

import io.nettycurl.CurlCode;
import java.util.List;

/**
 * Owned by whoever runs its present step. What has to happen before the first hop of a transfer and
 * must not happen on a loop that others use: {@link #load}, which may block, then {@link
 * #callUser}.
 */
public interface Preparation {
  /**
   * Reads files. Runs on the loop where that is the caller's own thread, on a thread for such work
   * otherwise; the transfer waits for it.
   *
   * @return OK, or the result of the transfer
   */
  CurlCode load();

  /** What the callback that {@link #callUser} runs is called, for error texts; null for none. */
  default String callbackName() {
    return null;
  }

  /**
   * Runs callbacks of the user's, on the thread on which they run. What is thrown fails the
   * transfer.
   *
   * @return OK, or the result of the transfer
   */
  default CurlCode callUser() {
    return CurlCode.OK;
  }

  /** What {@link #load} has to say to those who watch, a line each. */
  default List<String> notes() {
    return List.of();
  }
}
