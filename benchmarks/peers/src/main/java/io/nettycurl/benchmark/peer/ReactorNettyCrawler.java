package io.nettycurl.benchmark.peer;

import io.nettycurl.benchmark.CrawlList;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Thread-safe. Reactor Netty on one event loop, for pages of many hosts. */
final class ReactorNettyCrawler implements Crawler {
  private final LoopResources loops = LoopResources.create("crawl", 1, true);
  private final ConnectionProvider pool =
      ConnectionProvider.builder("crawl")
          .maxConnections(CrawlList.PER_HOST)
          .pendingAcquireMaxCount(-1)
          .build();
  private final HttpClient client =
      HttpClient.create(pool)
          .runOn(loops)
          .resolver(HereResolver.group())
          .compress(true)
          .followRedirect(true);

  @Override
  public void get(String url, End end) {
    ReactorNettyPeer.send(client, url, end);
  }

  @Override
  public void close() {
    pool.dispose();
    loops.dispose();
  }
}
