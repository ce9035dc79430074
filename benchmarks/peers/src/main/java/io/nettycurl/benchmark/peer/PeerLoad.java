package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.Commands;
import io.nettycurl.benchmark.Usage;
import io.nettycurl.benchmark.Work;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Thread-safe. So many requests at a time through one client, each followed by the next as soon as
 * it is done. The same load as NettyCurl's.
 */
final class PeerLoad implements Commands.Load {
  private final Peer peer;
  private final Work work;

  PeerLoad(Peer peer, Work work) {
    this.peer = peer;
    this.work = work;
  }

  @Override
  public String run(long requests) throws InterruptedException {
    if (!work.fresh()) {
      new Round(2L * work.parallel()).await();
    }
    Usage before = Usage.now();
    Round round = new Round(requests);
    round.await();
    return "requests=" + requests + ' ' + Usage.now().since(before) + " bad=" + round.bad.get();
  }

  @Override
  public void close() {
    peer.close();
  }

  /** Thread-safe. So many requests, the given number of them at a time. */
  private final class Round implements End {
    private final AtomicLong toStart;
    private final CountDownLatch left;
    private final AtomicLong bad = new AtomicLong();

    Round(long requests) {
      toStart = new AtomicLong(requests);
      left = new CountDownLatch(Math.toIntExact(requests));
      for (int i = 0; i < work.parallel(); i++) {
        next();
      }
    }

    void await() throws InterruptedException {
      left.await();
    }

    private void next() {
      if (toStart.getAndDecrement() > 0) {
        peer.get(this);
      }
    }

    @Override
    public void over(int status, long bytes) {
      if (status != work.success() || bytes != work.length()) {
        bad.incrementAndGet();
      }
      left.countDown();
      next();
    }
  }
}
