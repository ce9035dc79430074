package io.nettycurl.benchmark;

import java.io.IOException;
import java.util.Arrays;

/**
 * Owned by the main thread. NettyCurl under load, as {@link Commands} tells: {@code load get} and
 * the words of {@link Work}, or {@code load crawl} and those of {@link CrawlList}.
 */
public final class NettyCurlClient {
  private NettyCurlClient() {}

  /**
   * Runs until the end of standard input.
   *
   * @param args none
   * @throws IOException if standard input cannot be read
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Commands.serve(
        words -> {
          String[] rest = Arrays.copyOfRange(words, 1, words.length);
          return "crawl".equals(words[0])
              ? new MultiCrawl(CrawlList.of(rest))
              : new MultiLoad(Work.of(rest));
        });
  }
}
