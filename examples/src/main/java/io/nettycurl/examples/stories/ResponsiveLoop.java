package io.nettycurl.examples.stories;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;

/**
 * A loop with something else to do, such as drawing a window, that a flood of transfers must not
 * hold up: with a work budget each perform does a little and says whether there is more.
 */
public final class ResponsiveLoop {
  private static final int WAIT_MS = 10;

  private ResponsiveLoop() {}

  /**
   * What came of it.
   *
   * @param done transfers that ended well
   * @param turns how often the loop came to its own work
   * @param mostPieces the most pieces of bodies that came between two of its turns
   */
  record Outcome(int done, long turns, long mostPieces) {}

  /** Fetches a URL, the first argument, so many times, the second, and draws meanwhile. */
  public static void main(String[] args) {
    long[] longest = new long[1];
    long[] last = {System.nanoTime()};
    Runnable drawing =
        () -> {
          long now = System.nanoTime();
          longest[0] = Math.max(longest[0], now - last[0]);
          last[0] = now;
        };
    System.out.println(fetch(args[0], Integer.parseInt(args[1]), 32, drawing));
    System.out.println("longest turn: " + longest[0] / 1000 + " microseconds");
  }

  /** Fetches; draws between any two calls of perform. */
  static Outcome fetch(String url, int times, long budget, Runnable drawing) {
    long[] pieces = new long[1];
    int done = 0;
    long turns = 0;
    long most = 0;
    try (CurlMulti multi = CurlMulti.init()) {
      multi.setopt(NettyOpt.WORK_BUDGET, budget);
      multi.setopt(CurlMultiOpt.MAX_TOTAL_CONNECTIONS, 100);
      for (int i = 0; i < times; i++) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, url);
        easy.setopt(
            CurlOpt.WRITEFUNCTION,
            (data, userdata) -> {
              pieces[0]++;
              return data.remaining();
            });
        multi.addHandle(easy);
      }
      while (multi.runningHandles() > 0) {
        pieces[0] = 0;
        CurlMultiCode code = multi.perform();
        most = Math.max(most, pieces[0]);
        for (CurlMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
          done += m.result() == CurlCode.OK ? 1 : 0;
          multi.removeHandle(m.easy());
        }
        drawing.run();
        turns++;
        if (code == CurlMultiCode.OK) {
          multi.poll(WAIT_MS);
        }
      }
    }
    return new Outcome(done, turns, most);
  }
}
