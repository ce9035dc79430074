package io.nettycurl.netty.connect.socket;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the loop. Decides which address is tried when; does no I/O and reads no clock. The
 * families take turns, IPv6 first; a new attempt starts when the last one has had its time, or at
 * once when all have failed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8305#section-5">RFC 8305 section 5</a>
 */
public final class Eyeballs {
  /** libcurl's bound on attempts under way. */
  public static final int MAX_RUNNING = 6;

  private final List<SocketAddress> order;
  private final long delayNanos;
  private int next;
  private int running;
  private long lastStart;

  /**
   * Attempts for the addresses of one name.
   *
   * @param addresses in the resolver's order
   * @param delayNanos how long an attempt has before the next one starts beside it
   */
  public Eyeballs(List<SocketAddress> addresses, long delayNanos) {
    this.order = interleave(addresses);
    this.delayNanos = delayNanos;
  }

  static List<SocketAddress> interleave(List<SocketAddress> addresses) {
    if (addresses.size() < 2) {
      return addresses;
    }
    List<SocketAddress> six = new ArrayList<>();
    List<SocketAddress> four = new ArrayList<>();
    for (SocketAddress address : addresses) {
      (isV6(address) ? six : four).add(address);
    }
    List<SocketAddress> order = new ArrayList<>(addresses.size());
    for (int i = 0; i < Math.max(six.size(), four.size()); i++) {
      if (i < six.size()) {
        order.add(six.get(i));
      }
      if (i < four.size()) {
        order.add(four.get(i));
      }
    }
    return order;
  }

  /**
   * Which family takes a turn.
   *
   * @param address any
   */
  static boolean isV6(SocketAddress address) {
    return address instanceof InetSocketAddress
        && ((InetSocketAddress) address).getAddress() instanceof Inet6Address;
  }

  /**
   * The address to try now; it counts as under way from then on.
   *
   * @param now the time in nanoseconds
   * @return null if there is none, or none yet
   */
  public SocketAddress poll(long now) {
    if (next == order.size() || (running > 0 && now - lastStart < delayNanos)) {
      return null;
    }
    lastStart = now;
    running++;
    return order.get(next++);
  }

  /** An attempt under way has failed or was given up. */
  public void ended() {
    running--;
  }

  /** Whether the oldest attempt has to be given up for the one polled last. */
  public boolean crowded() {
    return running > MAX_RUNNING;
  }

  /** Whether nothing is under way and nothing is left. */
  public boolean exhausted() {
    return running == 0 && next == order.size();
  }

  /**
   * When to ask {@link #poll} again although nothing has failed.
   *
   * @param now the time in nanoseconds
   * @return in how many nanoseconds; -1 if nothing is left
   */
  public long untilNext(long now) {
    return next == order.size() ? -1 : Math.max(0, lastStart + delayNanos - now);
  }
}
