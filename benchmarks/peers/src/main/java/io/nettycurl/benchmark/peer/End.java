package io.nettycurl.benchmark.peer;

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

  /**
   * The request failed.
   *
   * @param fault why; the first few are told
   */
  default void failed(Throwable fault) {
    Faults.tell(fault);
    over(-1, 0);
  }
}
