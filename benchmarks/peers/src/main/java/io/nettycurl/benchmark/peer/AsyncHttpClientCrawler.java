package io.nettycurl.benchmark.peer;

import io.netty.util.concurrent.ImmediateEventExecutor;
import io.nettycurl.benchmark.CrawlList;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;

/** Thread-safe. AsyncHttpClient on one I/O thread, for pages of many hosts. */
final class AsyncHttpClientCrawler implements Crawler {
  private final HereResolver here = new HereResolver(ImmediateEventExecutor.INSTANCE);
  private final AsyncHttpClient client =
      Dsl.asyncHttpClient(
          Dsl.config()
              .setIoThreadsCount(1)
              .setUseNativeTransport(true)
              .setKeepAlive(true)
              .setFollowRedirect(true)
              .setCompressionEnforced(true)
              .setMaxConnectionsPerHost(CrawlList.PER_HOST));

  @Override
  public void get(String url, End end) {
    client.executeRequest(
        Dsl.get(url).setNameResolver(here).build(), new AsyncHttpClientPeer.Reply(end));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
