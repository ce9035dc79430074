package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.Commands;
import io.nettycurl.benchmark.CrawlList;
import io.nettycurl.benchmark.Work;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owned by the main thread. Another client under load: its name, then as {@link Commands} tells:
 * {@code load get} and the words of {@link Work}, or {@code load crawl} and those of {@link
 * CrawlList}.
 */
public final class PeerClient {
  private static final Map<String, Function<Work, Peer>> PEERS =
      Map.of(
          "asynchttpclient", AsyncHttpClientPeer::new,
          "vertx", VertxPeer::new,
          "reactor-netty", ReactorNettyPeer::new,
          "jdk", JdkPeer::new,
          "commons-net", CommonsNetPeer::new);

  private static final Map<String, Supplier<Crawler>> CRAWLERS =
      Map.of(
          "asynchttpclient", AsyncHttpClientCrawler::new,
          "reactor-netty", ReactorNettyCrawler::new);

  private PeerClient() {}

  /**
   * Runs until the end of standard input.
   *
   * @param args the client's name
   * @throws IOException if standard input cannot be read
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Commands.serve(
        words -> {
          String[] rest = Arrays.copyOfRange(words, 1, words.length);
          if ("crawl".equals(words[0])) {
            return new PeerCrawl(CRAWLERS.get(args[0]), CrawlList.of(rest));
          }
          Work work = Work.of(rest);
          return new PeerLoad(PEERS.get(args[0]).apply(work), work);
        });
  }
}
