package io.nettycurl.examples.stories;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.option.CurlOpt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread drives transfers, another hands it URLs and wakes it up. */
public final class WakeUp implements Runnable {
  private static final int LONG_MS = 60_000;

  private final CurlMulti multi = CurlMulti.init();
  private final Queue<String> urls = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ending = new AtomicBoolean();

  /** Fetches every URL that is typed in, until the end of input. */
  public static void main(String[] args) throws IOException, InterruptedException {
    WakeUp transfers = new WakeUp();
    Thread thread = new Thread(transfers, "transfers");
    thread.start();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      transfers.fetch(line);
    }
    transfers.end();
    thread.join();
  }

  /** Any thread. */
  void fetch(String url) {
    urls.add(url);
    multi.wakeup();
  }

  /** Any thread. No more URLs: what runs is finished. */
  void end() {
    ending.set(true);
    multi.wakeup();
  }

  @Override
  public void run() {
    while (!ending.get() || !urls.isEmpty() || !multi.getHandles().isEmpty()) {
      for (String url = urls.poll(); url != null; url = urls.poll()) {
        CurlEasy easy = CurlEasy.init();
        easy.setopt(CurlOpt.URL, url);
        easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
        easy.setopt(CurlOpt.PRIVATE, url);
        multi.addHandle(easy);
      }
      multi.perform();
      for (CurlMessage done = multi.infoRead(); done != null; done = multi.infoRead()) {
        System.out.println(done.result());
        multi.removeHandle(done.easy());
        done.easy().close();
      }
      boolean idle = multi.getHandles().isEmpty() && ending.get();
      multi.poll(idle ? 0 : LONG_MS);
    }
    multi.close();
  }
}
