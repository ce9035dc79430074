package io.nettycurl.netty.connect;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Any thread. The few threads of all connectors for what would block a loop: name lookups by the
 * system, reading CA bundles, loading native TLS. They end when idle and never keep a JVM alive.
 */
public final class Offload {
  /** As many as libcurl gives one multi for its lookups by default. */
  private static final int MAX_THREADS = 20;

  private static final int IDLE_SECONDS = 5;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Offload() {}

  /** Loaded when first needed, so that plain numeric connects never start a thread. */
  private static final class Threads {
    static final Executor POOL = newPool();
  }

  private static Executor newPool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "nettycurl-offload-" + NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Where to run what blocks. */
  public static Executor executor() {
    return Threads.POOL;
  }
}
