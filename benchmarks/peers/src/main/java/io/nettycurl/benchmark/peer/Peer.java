package io.nettycurl.benchmark.peer;

/** Thread-safe. A client under load. */
interface Peer extends AutoCloseable {
  /**
   * Starts one request; its end may be told before this returns, and on any thread.
   *
   * @param end told once
   */
  void get(End end);

  @Override
  void close();

  /** What becomes of a request. */
  @FunctionalInterface
  interface End {
    /**
     * The request is over.
     *
     * @param status the reply's status; -1 if it failed
     * @param bytes how many bytes of body came
     */
    void over(int status, long bytes);
  }
}
