package io.nettycurl.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Immutable. The pages of a crawl: {@code <file> <parallel>}; each line of the file is an address
 * and the length of the page, decoded. All hosts are on this machine.
 *
 * @param pages in the order of the file
 * @param parallel how many at a time; 0 for all at once
 */
public record CrawlList(List<Page> pages, int parallel) {
  /** Connections to one host. */
  public static final int PER_HOST = 2;

  /** Connections in all. */
  public static final int TOTAL = 1000;

  /**
   * One page.
   *
   * @param url where
   * @param host its host
   * @param length of its body, decoded
   */
  public record Page(String url, String host, long length) {}

  /**
   * Reads it.
   *
   * @param words see above
   * @throws IOException if the file cannot be read
   */
  public static CrawlList of(String[] words) throws IOException {
    List<Page> pages =
        Files.readAllLines(Path.of(words[0]), StandardCharsets.US_ASCII).stream()
            .map(CrawlList::page)
            .toList();
    return new CrawlList(pages, Integer.parseInt(words[1]));
  }

  private static Page page(String line) {
    int space = line.indexOf(' ');
    String url = line.substring(0, space);
    return new Page(url, URI.create(url).getHost(), Long.parseLong(line.substring(space + 1)));
  }

  /** The server's port. */
  public int port() {
    return URI.create(pages.get(0).url()).getPort();
  }

  /** The page of that number; after the last comes the first. */
  public Page page(long number) {
    return pages.get((int) (number % pages.size()));
  }
}
