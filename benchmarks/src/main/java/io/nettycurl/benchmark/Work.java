package io.nettycurl.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Immutable. What a client is to fetch, and how: {@code <url> <length> <parallel>}, then any of
 *
 * <ul>
 *   <li>{@code new}: each request over a connection of its own
 *   <li>{@code h2=<connections>}: as streams over so many
 *   <li>{@code ftps}: FTP with TLS on both connections
 *   <li>{@code ahead}: FTP with the next EPSV behind RETR, and without SIZE
 *   <li>{@code put=<file>}: sends the file instead; the length is that of the answer
 *   <li>{@code loops=<loops>}: transfers on so many loops with threads of their own
 * </ul>
 *
 * @param url what
 * @param length of the answer's body
 * @param parallel how many at a time
 * @param connections how many connections they may share; as many as there are requests, but for
 *     HTTP/2
 * @param fresh whether each has a connection of its own
 * @param http2 whether to speak HTTP/2
 * @param ftpTls whether to speak TLS to an FTP server
 * @param ahead whether FTP asks for the next data connection ahead
 * @param put what to send; null to receive
 * @param loops on how many loops with threads; 0 for the caller's
 */
public record Work(
    URI url,
    long length,
    int parallel,
    int connections,
    boolean fresh,
    boolean http2,
    boolean ftpTls,
    boolean ahead,
    Path put,
    int loops) {
  private static final int FIRST = 3;
  private static final Set<String> NAMES = Set.of("new", "h2", "ftps", "ahead", "put", "loops");

  /** Whether it is HTTPS. */
  public boolean tls() {
    return "https".equals(url.getScheme());
  }

  /** Whether it is FTP. */
  public boolean ftp() {
    return "ftp".equals(url.getScheme());
  }

  /** The status of a reply that is as it should be. */
  public int success() {
    return ftp() ? 226 : 200;
  }

  /**
   * Reads it.
   *
   * @param words see above
   */
  public static Work of(String[] words) {
    Map<String, String> more = new HashMap<>();
    for (String word : List.of(words).subList(FIRST, words.length)) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(word);
      }
      more.put(name, word.substring(equals + 1));
    }
    int parallel = Integer.parseInt(words[2]);
    return new Work(
        URI.create(words[0]),
        Long.parseLong(words[1]),
        parallel,
        more.containsKey("h2") ? Integer.parseInt(more.get("h2")) : parallel,
        more.containsKey("new"),
        more.containsKey("h2"),
        more.containsKey("ftps"),
        more.containsKey("ahead"),
        more.containsKey("put") ? Path.of(more.get("put")) : null,
        Integer.parseInt(more.getOrDefault("loops", "0")));
  }
}
