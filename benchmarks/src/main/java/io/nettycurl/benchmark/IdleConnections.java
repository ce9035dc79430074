package io.nettycurl.benchmark;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;

/** Owned by the main thread. What an idle pooled connection holds. */
public final class IdleConnections {
  private static final int BATCH = 200;
  private static final long BOUND = 4096;

  private IdleConnections() {}

  /** Measures so many connections, 10,000 by default. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    double bare;
    double pooled;
    try (HeldMemory memory = new HeldMemory()) {
      pooled(memory, BATCH);
      bare = memory.bareChannel(count);
      pooled = pooled(memory, count);
    }
    HeldMemory.report("an idle pooled connection", bare, pooled, BOUND);
  }

  private static double pooled(HeldMemory memory, int count) throws InterruptedException {
    try (CurlMulti multi = CurlMulti.init()) {
      multi.setopt(CurlMultiOpt.MAXCONNECTS, 2 * count);
      long before = HeldMemory.used();
      for (int done = 0; done < count; done += BATCH) {
        fetch(multi, memory.url("/"), Math.min(BATCH, count - done));
      }
      long after = HeldMemory.used();
      return (after - before) / (double) count;
    }
  }

  /** Each over a connection of its own, which is kept. */
  private static void fetch(CurlMulti multi, String url, int count) {
    for (int i = 0; i < count; i++) {
      CurlEasy easy = CurlEasy.init();
      easy.setopt(CurlOpt.URL, url);
      easy.setopt(CurlOpt.FRESH_CONNECT, 1);
      easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
      MultiLoop.require(multi.addHandle(easy));
    }
    int[] left = {count};
    MultiLoop.drive(
        multi,
        () -> left[0] > 0,
        message -> {
          if (message.result() != CurlCode.OK) {
            throw new IllegalStateException(message.result().toString());
          }
          multi.removeHandle(message.easy());
          left[0]--;
        });
  }
}
