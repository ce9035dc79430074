package io.nettycurl.ftp.data;

import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Any thread. Which servers send nothing behind the handshake of a data connection, so that waiting
 * for a ticket from them is in vain: there are no tickets, or they come with the handshake itself.
 */
public final class TicketMemory {
  private static final int MAX_SERVERS = 1000;

  private final Set<SocketAddress> silent = ConcurrentHashMap.newKeySet();

  /** Nothing known yet. */
  public TicketMemory() {}

  /**
   * Whether a ticket may come.
   *
   * @param server the peer of the control connection; null if that is not known
   */
  boolean expects(SocketAddress server) {
    return server == null || !silent.contains(server);
  }

  /**
   * An upload is over, in which the server had all the time to send one.
   *
   * @param server the peer of the control connection; null if that is not known
   * @param sent whether it did
   */
  void learn(SocketAddress server, boolean sent) {
    if (server == null) {
      return;
    }
    if (sent) {
      silent.remove(server);
    } else {
      // Forgetting them all costs each one wait; it takes a crawl of uploads to get here.
      if (silent.size() >= MAX_SERVERS) {
        silent.clear();
      }
      silent.add(server);
    }
  }
}
