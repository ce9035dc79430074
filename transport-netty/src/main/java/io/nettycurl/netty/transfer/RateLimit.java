package io.nettycurl.netty.transfer;

/**
 * Owned by the loop. Keeps the average of one direction under a number of bytes per second: says
 * how long to stop after each piece.
 */
final class RateLimit {
  private static final long SECOND = 1_000_000_000L;

  private long bytesPerSecond;
  private long windowStart;
  private long windowBytes;

  /** Starts anew; 0 for no limit. */
  void start(long limit, long now) {
    bytesPerSecond = limit;
    windowStart = now;
    windowBytes = 0;
  }

  boolean isOn() {
    return bytesPerSecond > 0;
  }

  /** Counts bytes; gives how many nanoseconds to stop for, 0 if none. */
  long count(long bytes, long now) {
    if (bytesPerSecond == 0) {
      return 0;
    }
    windowBytes += bytes;
    return waitTime(now);
  }

  /** How many nanoseconds to stop for, 0 if none. */
  long waitTime(long now) {
    if (bytesPerSecond == 0) {
      return 0;
    }
    long due = (long) ((double) windowBytes * SECOND / bytesPerSecond);
    long elapsed = now - windowStart;
    if (elapsed > due + SECOND) {
      // Time in which nothing came is not to be made up for by a burst.
      windowStart = now;
      windowBytes = 0;
      return 0;
    }
    return Math.max(0, due - elapsed);
  }

  /** The largest piece that makes sense at once. */
  int piece(int wanted) {
    return bytesPerSecond == 0 ? wanted : (int) Math.max(1, Math.min(wanted, bytesPerSecond / 4));
  }
}
