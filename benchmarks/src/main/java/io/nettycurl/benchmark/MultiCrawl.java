package io.nettycurl.benchmark;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.callback.WriteCallback;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Owned by the main thread. Fetches many pages of many hosts, with limits for each and for all: a
 * new multi for each run, all handles added at once or so many at a time. The same load as {@code
 * multi_crawl.c}.
 */
final class MultiCrawl implements Commands.Load {
  private static final int OK = 200;

  private final CrawlList list;
  private final List<String> here;
  private CurlMulti multi;
  private long toStart;
  private long started;
  private long running;
  private long bad;
  private long connects;
  private long bytes;

  MultiCrawl(CrawlList list) {
    this.list = list;
    here = List.of("*:" + list.port() + ":127.0.0.1");
  }

  @Override
  public String run(long requests) {
    bad = 0;
    connects = 0;
    bytes = 0;
    started = 0;
    toStart = requests;
    Usage.forgetPeak();
    Usage before = Usage.now();
    multi = CurlMulti.init();
    try {
      MultiLoop.require(multi.setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, CrawlList.TOTAL));
      MultiLoop.require(multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, CrawlList.PER_HOST));
      MultiLoop.require(multi.setopt(CurlMultiOpt.MAXCONNECTS, CrawlList.TOTAL));
      long first = list.parallel() == 0 ? requests : Math.min(requests, list.parallel());
      for (long i = 0; i < first; i++) {
        start(new Slot());
      }
      MultiLoop.drive(multi, () -> running > 0, this::finished);
    } finally {
      multi.close();
    }
    return "requests=%d %s bad=%d connects=%d bytes=%d rss=%d"
        .formatted(requests, Usage.now().since(before), bad, connects, bytes, Usage.peakResident());
  }

  private void start(Slot slot) {
    slot.page = list.page(started++);
    slot.received = 0;
    MultiLoop.require(slot.easy.setopt(CurlOpt.URL, slot.page.url()));
    MultiLoop.require(multi.addHandle(slot.easy));
    running++;
  }

  private void finished(CurlMessage message) {
    CurlEasy easy = message.easy();
    Slot slot = (Slot) easy.getinfo(CurlInfo.PRIVATE);
    if (message.result() != CurlCode.OK
        || easy.getinfo(CurlInfo.RESPONSE_CODE) != OK
        || slot.received != slot.page.length()) {
      if (bad++ == 0) {
        System.err.printf(
            "%s %s %s: %d bytes%n",
            slot.page.url(), message.result(), easy.errorMessage(), slot.received);
      }
    }
    connects += easy.getinfo(CurlInfo.NUM_CONNECTS);
    bytes += slot.received;
    running--;
    multi.removeHandle(easy);
    if (started < toStart) {
      start(slot);
    } else {
      easy.close();
    }
  }

  @Override
  public void close() {
    // Each run leaves nothing behind.
  }

  /** One of the transfers, and the page it fetches. */
  private final class Slot implements WriteCallback {
    private final CurlEasy easy = CurlEasy.init();
    private CrawlList.Page page;
    private long received;

    Slot() {
      MultiLoop.require(easy.setopt(CurlOpt.PRIVATE, this));
      MultiLoop.require(easy.setopt(CurlOpt.WRITEFUNCTION, this));
      MultiLoop.require(easy.setopt(CurlOpt.RESOLVE, here));
      MultiLoop.require(easy.setopt(CurlOpt.ACCEPT_ENCODING, "gzip"));
      MultiLoop.require(easy.setopt(CurlOpt.FOLLOWLOCATION, 1));
    }

    @Override
    public long write(ByteBuffer data, Object userdata) {
      received += data.remaining();
      return data.remaining();
    }
  }
}
