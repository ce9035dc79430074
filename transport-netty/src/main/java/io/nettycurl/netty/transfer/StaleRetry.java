package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;

/**
 * Owned by the loop. Says whether a connection was dead all along, and how often one transfer may
 * try another in its place.
 */
final class StaleRetry {
  /** How often a request is sent again because a reused connection turned out dead. */
  static final int MAX = 5;

  private int count;

  void start() {
    count = 0;
  }

  /** A reused connection that ends before the first byte of a response was dead all along. */
  static boolean isStale(CurlCode code, Connection connection, Progress progress) {
    return connection != null
        && connection.useCount() > 0
        && !progress.hasResponseStarted()
        && (code == CurlCode.GOT_NOTHING
            || code == CurlCode.SEND_ERROR
            || code == CurlCode.RECV_ERROR);
  }

  /** Counts another try; false if there were enough. */
  boolean again() {
    return ++count <= MAX;
  }

  int count() {
    return count;
  }
}
