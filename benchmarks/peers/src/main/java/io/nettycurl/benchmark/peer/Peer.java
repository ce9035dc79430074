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
}
