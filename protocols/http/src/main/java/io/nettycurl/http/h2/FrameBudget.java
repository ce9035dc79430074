package io.nettycurl.http.h2;

/**
 * Owned by the loop. Bounds the frames that cost us work and bring no transfer any further: so many
 * at once, and so many a second from then on.
 */
final class FrameBudget {
  /** How many such frames may come at once. */
  static final int BURST = 1000;

  /** How many more may come each second. */
  static final int RATE = 33;

  private static final int PER_REQUEST = 4;

  private static final long SECOND = 1_000_000_000L;

  private int left = BURST;
  private long since;

  /**
   * Starts full.
   *
   * @param now the time in nanoseconds
   */
  FrameBudget(long now) {
    since = now;
  }

  /** A request went out, which may well have some such frames as an answer. */
  void earn() {
    left = Math.min(BURST, left + PER_REQUEST);
  }

  /**
   * Counts a frame.
   *
   * @param now the time in nanoseconds
   * @return false if it is one too many
   */
  boolean spend(long now) {
    long seconds = (now - since) / SECOND;
    if (seconds > 0) {
      since += seconds * SECOND;
      left = (int) Math.min(BURST, left + Math.min(seconds, BURST) * RATE);
    }
    return --left >= 0;
  }
}
