package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Thread-safe. So many requests at a time through one client, each followed by the next as soon as
 * it is done: {@code <client> <url> <length> <parallel> [new] [h2=<connections>]}. The same load as
 * {@code io.nettycurl.benchmark.KeepAliveGet}.
 *
 * <p>Each line {@code run <requests>} on standard input is answered by one line on standard output.
 */
public final class PeerLoad {
  private static final Map<String, Function<Work, Peer>> CLIENTS =
      Map.of(
          "asynchttpclient", AsyncHttpClientPeer::new,
          "vertx", VertxPeer::new,
          "reactor-netty", ReactorNettyPeer::new,
          "jdk", JdkPeer::new,
          "commons-net", CommonsNetPeer::new);

  private final Peer peer;
  private final Work work;
  private final int success;

  private PeerLoad(Peer peer, Work work) {
    this.peer = peer;
    this.work = work;
    this.success = work.url().getScheme().startsWith("http") ? 200 : 226;
  }

  /**
   * Runs until the end of standard input.
   *
   * @param args see above
   * @throws IOException if standard input cannot be read
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Work work = Work.of(Arrays.copyOfRange(args, 1, args.length));
    try (Peer peer = CLIENTS.get(args[0]).apply(work)) {
      PeerLoad load = new PeerLoad(peer, work);
      BufferedReader commands =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
      System.out.println("Java " + Runtime.version());
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        System.out.println(load.run(Long.parseLong(line.substring("run ".length()))));
      }
    }
  }

  private String run(long requests) throws InterruptedException {
    if (!work.fresh()) {
      new Round(2L * work.parallel()).await();
    }
    Usage before = Usage.now();
    Round round = new Round(requests);
    round.await();
    return "requests=" + requests + ' ' + Usage.now().since(before) + " bad=" + round.bad.get();
  }

  /** Thread-safe. So many requests, the given number of them at a time. */
  private final class Round implements Peer.End {
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
      if (status != success || bytes != work.length()) {
        bad.incrementAndGet();
      }
      left.countDown();
      next();
    }
  }
}
