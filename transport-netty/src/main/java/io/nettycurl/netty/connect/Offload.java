package io.nettycurl.netty.connect;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Any thread. The few threads of all connectors for what would block a loop. They end when idle and
 * never keep a JVM alive. Lookups have threads of their own: with a dead name server they wait for
 * long, and TLS must not wait behind them.
 */
public final class Offload {
  /** As many as libcurl gives one multi for its lookups. */
  private static final int LOOKUP_THREADS = 20;

  /** Contexts are built rarely, and building them is work for a processor. */
  private static final int TLS_THREADS = 2;

  /** Files that transfers wait for are few and small. */
  private static final int FILE_THREADS = 2;

  private static final int TICKET_THREADS = 4;

  private static final int IDLE_SECONDS = 5;

  private Offload() {}

  /** Loaded when first needed, so that plain numeric connects never make a pool. */
  private static final class Lookups {
    static final Executor POOL = newPool("nettycurl-lookup-", LOOKUP_THREADS);
  }

  /** The same for contexts. */
  private static final class Tls {
    static final Executor POOL = newPool("nettycurl-tls-", TLS_THREADS);
  }

  /** The same for files. */
  private static final class Files {
    static final Executor POOL = newPool("nettycurl-file-", FILE_THREADS);
  }

  /** The same for tickets: whoever gives them out may be as dead as a name server. */
  private static final class Tickets {
    static final Executor POOL = newPool("nettycurl-ticket-", TICKET_THREADS);
  }

  private static Executor newPool(String name, int threads) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Where to ask the system for names. */
  public static void lookUp(Runnable task) {
    Lookups.POOL.execute(task);
  }

  /** Where to read files. */
  public static void readFile(Runnable task) {
    Files.POOL.execute(task);
  }

  /**
   * Works something out about a login, then goes on.
   *
   * @param work may take long
   * @param loop where to go on
   * @param then what follows there
   */
  public static void logIn(Runnable work, Executor loop, Runnable then) {
    Tickets.POOL.execute(
        () -> {
          work.run();
          try {
            loop.execute(then);
          } catch (RejectedExecutionException e) {
            // the loop has ended, and with it everybody who waited on it
          }
        });
  }

  /** Where to build TLS contexts: reading CA bundles, loading native code. */
  static void buildTls(Runnable task) {
    Tls.POOL.execute(task);
  }
}
