package io.nettycurl.netty.engine;

import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;

/** No state. Waits for channels of the application's own beside the multi's. */
final class ExtraChannels {
  private ExtraChannels() {}

  /**
   * Waits.
   *
   * @param own the multi's readiness channel
   * @param extra the application's
   * @param millis at most so long; 0 not at all
   * @return how many of the application's are ready; -1 if waiting is not possible
   */
  static int await(SelectableChannel own, List<CurlWaitFd> extra, long millis) {
    try (Selector selector = Selector.open()) {
      own.register(selector, SelectionKey.OP_READ);
      for (CurlWaitFd fd : extra) {
        fd.revents(0);
        fd.channel().register(selector, interest(fd), fd);
      }
      if (millis > 0) {
        selector.select(millis);
      } else {
        selector.selectNow();
      }
      int ready = 0;
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.attachment() instanceof CurlWaitFd fd) {
          ready++;
          fd.revents(seen(key));
        }
      }
      return ready;
    } catch (IOException | IllegalArgumentException e) {
      return -1;
    }
  }

  private static int interest(CurlWaitFd fd) {
    int valid = fd.channel().validOps();
    int wanted = 0;
    if ((fd.events() & CurlSymbols.CURL_WAIT_POLLIN) != 0) {
      wanted |= SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
    }
    if ((fd.events() & CurlSymbols.CURL_WAIT_POLLOUT) != 0) {
      wanted |= SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;
    }
    return wanted & valid;
  }

  private static long seen(SelectionKey key) {
    long events = 0;
    if (key.isReadable() || key.isAcceptable()) {
      events |= CurlSymbols.CURL_WAIT_POLLIN;
    }
    if (key.isWritable() || key.isConnectable()) {
      events |= CurlSymbols.CURL_WAIT_POLLOUT;
    }
    return events;
  }
}
