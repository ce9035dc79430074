package io.nettycurl.netty.transfer;

/**
 * Immutable. What a multi's options say about its connections.
 *
 * @param total connections in all; 0 for no limit
 * @param perHost connections to one host; 0 for no limit
 * @param idle connections kept; 0 for four times the running transfers
 * @param streams transfers on one connection at a time, whatever the peer allows
 */
public record Limits(int total, int perHost, int idle, int streams) {
  /** As they are where nothing was set. */
  public static final Limits DEFAULT = new Limits(0, 0, 0, 100);

  /** Whether transfers may share a connection at all. */
  boolean multiplex() {
    return streams > 1;
  }
}
