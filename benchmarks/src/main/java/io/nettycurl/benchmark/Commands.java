package io.nettycurl.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Owned by the main thread. What a client under load is told on its standard input, each line
 * answered by one on its standard output:
 *
 * <ul>
 *   <li>{@code load <words>} puts another load in the place of the last one: {@code ready}
 *   <li>{@code run <requests>} runs it: figures, {@code name=value} each
 * </ul>
 *
 * <p>One process for several loads, since a JVM needs some 20 s before its figures settle.
 */
public final class Commands {
  private Commands() {}

  /** What is run. */
  public interface Load extends AutoCloseable {
    /**
     * Runs so many requests.
     *
     * @param requests how many
     * @return the figures
     * @throws InterruptedException if the thread was interrupted
     */
    String run(long requests) throws InterruptedException;

    @Override
    void close();
  }

  /** Makes loads. */
  @FunctionalInterface
  public interface Loads {
    /**
     * Makes one.
     *
     * @param words what to fetch, and how
     * @return the load
     * @throws IOException if it cannot be made
     */
    Load of(String[] words) throws IOException;
  }

  /**
   * Does what it is told until the end of standard input.
   *
   * @param loads makes the loads
   * @throws IOException if standard input cannot be read, or a load not made
   * @throws InterruptedException if the thread was interrupted
   */
  public static void serve(Loads loads) throws IOException, InterruptedException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    System.out.println("Java " + Runtime.version());
    Load load = null;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if ("run".equals(words[0])) {
          System.out.println(load.run(Long.parseLong(words[1])));
        } else {
          if (load != null) {
            load.close();
          }
          load = loads.of(Arrays.copyOfRange(words, 1, words.length));
          System.out.println("ready");
        }
      }
    } finally {
      if (load != null) {
        load.close();
      }
    }
  }
}
