package io.nettycurl.benchmark.peer;

import java.net.URI;

/**
 * Immutable. What a client is to fetch, and how.
 *
 * @param url what
 * @param length of its body
 * @param parallel how many at a time
 * @param connections how many connections they may share; as many as there are requests, but for
 *     HTTP/2
 * @param fresh whether each has a connection of its own
 * @param http2 whether to speak HTTP/2
 */
record Work(URI url, long length, int parallel, int connections, boolean fresh, boolean http2) {
  boolean tls() {
    return "https".equals(url.getScheme());
  }

  static Work of(String[] args) {
    boolean fresh = false;
    boolean http2 = false;
    int parallel = Integer.parseInt(args[2]);
    int connections = parallel;
    for (int i = 3; i < args.length; i++) {
      if ("new".equals(args[i])) {
        fresh = true;
      } else if (args[i].startsWith("h2=")) {
        http2 = true;
        connections = Integer.parseInt(args[i].substring("h2=".length()));
      } else {
        throw new IllegalArgumentException(args[i]);
      }
    }
    return new Work(
        URI.create(args[0]), Long.parseLong(args[1]), parallel, connections, fresh, http2);
  }
}
