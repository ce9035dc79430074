package io.nettycurl.netty;

import io.nettycurl.CurlMessage;

/** Told of completions by a multi that is bound to an event loop; runs on that loop. */
@FunctionalInterface
public interface CompletionListener {
  /**
   * A transfer is over. Handles may be added and removed from here.
   *
   * @param message which, and how it ended
   */
  void completed(CurlMessage message);
}
