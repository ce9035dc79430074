package io.nettycurl.benchmark.peer;

import java.util.concurrent.atomic.AtomicInteger;

/** Thread-safe. Says why requests failed, but not a thousand times. */
final class Faults {
  private static final int MOST = 3;
  private static final AtomicInteger TOLD = new AtomicInteger();

  private Faults() {}

  static void tell(Throwable fault) {
    if (TOLD.getAndIncrement() < MOST) {
      System.err.println(fault);
    }
  }
}
