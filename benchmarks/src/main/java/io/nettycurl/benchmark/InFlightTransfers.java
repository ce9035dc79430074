package io.nettycurl.benchmark;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;

/**
 * Owned by the main thread. What a transfer holds in the middle of its body: handle, transfer and
 * connection together.
 */
public final class InFlightTransfers {
  private static final int WARM_UP = 200;
  private static final long BOUND = 16 * 1024;

  private InFlightTransfers() {}

  /** Measures so many transfers, 5,000 by default. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    double bare;
    double held;
    try (HeldMemory memory = new HeldMemory()) {
      held(memory, WARM_UP);
      bare = memory.bareChannel(count);
      held = held(memory, count);
    }
    HeldMemory.report("a transfer in flight", bare, held, BOUND);
  }

  private static double held(HeldMemory memory, int count) throws InterruptedException {
    CurlEasy[] handles = new CurlEasy[count];
    try (CurlMulti multi = CurlMulti.init()) {
      int[] begun = new int[1];
      long before = HeldMemory.used();
      for (int i = 0; i < count; i++) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, memory.url(AnswerServer.HALF));
        easy.setopt(
            CurlOpt.WRITEFUNCTION,
            (data, userdata) -> {
              begun[0]++;
              return data.remaining();
            });
        MultiLoop.require(multi.addHandle(easy));
        handles[i] = easy;
      }
      MultiLoop.drive(
          multi,
          () -> begun[0] < count,
          message -> {
            throw new IllegalStateException(message.result().toString());
          });
      long after = HeldMemory.used();
      for (CurlEasy easy : handles) {
        multi.removeHandle(easy);
      }
      return (after - before) / (double) count;
    }
  }
}
