package io.nettycurl.examples.stories;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.NettyCurl;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Selector;

/**
 * An application with a Selector of its own: it drives transfers by socketAction and never polls.
 */
public final class OwnSelector {
  private static final long NEVER = Long.MAX_VALUE;

  private final Selector selector;
  private long timer = NEVER;

  private OwnSelector(Selector selector) {
    this.selector = selector;
  }

  /** URLs to fetch; prints how each went. */
  public static void main(String[] urls) throws IOException {
    try (Selector selector = Selector.open();
        CurlMulti multi = NettyCurl.nioMulti()) {
      OwnSelector own = new OwnSelector(selector);
      multi.setopt(
          CurlMultiOpt.SOCKETFUNCTION, (easy, socket, what, me, mine) -> own.watch(socket, what));
      multi.setopt(CurlMultiOpt.TIMERFUNCTION, (same, millis, me) -> own.timer(millis));
      for (String url : urls) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, url);
        easy.setopt(CurlOpt.WRITEDATA, OutputStream.nullOutputStream());
        multi.addHandle(easy);
      }
      do {
        own.turn(multi);
        for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
          System.out.println(done.result());
          multi.removeHandle(done.easy());
        }
      } while (multi.runningHandles() > 0);
    }
  }

  /** One turn of the loop, on which everything else of the application may run as well. */
  private void turn(CurlMulti multi) throws IOException {
    long millis = timer == NEVER ? 1000 : (timer - System.nanoTime()) / 1_000_000;
    selector.select(
        key -> multi.socketAction((CurlSocket) key.attachment(), 0), Math.max(1, millis));
    if (timer != NEVER && timer - System.nanoTime() <= 0) {
      timer = NEVER;
      multi.socketAction(CurlSocket.TIMEOUT, 0);
    }
  }

  private long watch(CurlSocket socket, long what) {
    try {
      int ops = what == CurlSymbols.CURL_POLL_REMOVE ? 0 : socket.selectionOps(what);
      if (socket.isOpen()) {
        socket.selectableChannel().register(selector, ops, socket);
      }
      return 0;
    } catch (IOException e) {
      return -1;
    }
  }

  private long timer(long millis) {
    timer = millis < 0 ? NEVER : System.nanoTime() + millis * 1_000_000;
    return 0;
  }
}
