package io.nettycurl.benchmark.peer;

/** Thread-safe. A client that fetches pages of many hosts. */
interface Crawler extends AutoCloseable {
  /**
   * Starts one request, unpacks what comes and follows redirects; the end may be told before this
   * returns, and on any thread.
   *
   * @param url what to fetch
   * @param end told once
   */
  void get(String url, End end);

  @Override
  void close();
}
