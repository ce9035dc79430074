package io.nettycurl.examples.gateway;

import io.netty.channel.EventLoop;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.netty.NettyCurl;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Any thread. The server that is asked, and for each event loop the multi that asks it. */
final class Upstream implements AutoCloseable {
  private final Map<EventLoop, CurlMulti> multis = new ConcurrentHashMap<>();
  private final String url;
  private final int silentSeconds;

  /**
   * A server.
   *
   * @param url its address; a path in it goes in front of those asked for
   * @param silentSeconds for how long it may say nothing
   */
  Upstream(String url, int silentSeconds) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.silentSeconds = silentSeconds;
  }

  /** The address, without a slash at the end. */
  String url() {
    return url;
  }

  /** For how many seconds it may say nothing. */
  int silentSeconds() {
    return silentSeconds;
  }

  /** The multi of a loop; to be used on that loop only. */
  CurlMulti multi(EventLoop loop) {
    return multis.computeIfAbsent(
        loop, fresh -> NettyCurl.embeddedMulti(fresh, Upstream::completed));
  }

  private static void completed(CurlMessage message) {
    Forwarding forwarding = (Forwarding) message.easy().getinfo(CurlInfo.PRIVATE);
    forwarding.completed(message.result());
  }

  /** Closes the connections; each multi on its own loop. */
  @Override
  public void close() {
    multis.forEach((loop, multi) -> loop.submit(multi::close).syncUninterruptibly());
    multis.clear();
  }
}
