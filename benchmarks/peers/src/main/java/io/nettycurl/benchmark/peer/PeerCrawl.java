package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.Commands;
import io.nettycurl.benchmark.CrawlList;
import io.nettycurl.benchmark.Usage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Thread-safe. The crawl through another client. None of them queues for a limit per host and one
 * for all, so this does; their limits count requests, and idle connections come on top.
 */
final class PeerCrawl implements Commands.Load {
  private static final int OK = 200;

  private final Supplier<Crawler> crawlers;
  private final CrawlList list;

  PeerCrawl(Supplier<Crawler> crawlers, CrawlList list) {
    this.crawlers = crawlers;
    this.list = list;
  }

  @Override
  public String run(long requests) throws InterruptedException {
    Usage.forgetPeak();
    Usage before = Usage.now();
    Round round;
    try (Crawler crawler = crawlers.get()) {
      round = new Round(crawler, requests);
      round.await();
    }
    return "requests=%d %s bad=%d bytes=%d rss=%d"
        .formatted(
            requests, Usage.now().since(before), round.bad, round.bytes, Usage.peakResident());
  }

  @Override
  public void close() {
    // Each run leaves nothing behind.
  }

  /** Guarded by itself. The pages of one host that wait. */
  private static final class Host {
    private final Queue<CrawlList.Page> waiting = new ArrayDeque<>();
    private int running;
  }

  /** Guarded by itself. One crawl. */
  private final class Round {
    private final Crawler crawler;
    private final CountDownLatch left;
    private final Map<String, Host> hosts = new HashMap<>();
    private final Queue<Host> ready = new ArrayDeque<>();
    private final int most = list.parallel() == 0 ? CrawlList.TOTAL : list.parallel();
    private int running;
    private long bad;
    private long bytes;

    Round(Crawler crawler, long requests) {
      this.crawler = crawler;
      left = new CountDownLatch(Math.toIntExact(requests));
      for (long i = 0; i < requests; i++) {
        CrawlList.Page page = list.page(i);
        Host host = hosts.computeIfAbsent(page.host(), name -> new Host());
        host.waiting.add(page);
        if (host.waiting.size() <= CrawlList.PER_HOST) {
          ready.add(host);
        }
      }
      startAll();
    }

    void await() throws InterruptedException {
      left.await();
    }

    private synchronized void startAll() {
      while (running < most && !ready.isEmpty()) {
        Host host = ready.remove();
        CrawlList.Page page = host.waiting.poll();
        if (page != null) {
          running++;
          host.running++;
          crawler.get(page.url(), (status, count) -> over(host, page, status, count));
        }
      }
    }

    private void over(Host host, CrawlList.Page page, int status, long count) {
      synchronized (this) {
        if ((status != OK || count != page.length()) && bad++ == 0) {
          System.err.printf("%s: %d, %d bytes%n", page.url(), status, count);
        }
        bytes += count;
        running--;
        host.running--;
        if (host.running < CrawlList.PER_HOST && !host.waiting.isEmpty()) {
          ready.add(host);
        }
        startAll();
      }
      left.countDown();
    }
  }
}
