package io.nettycurl.http.hsts;

import io.netty.util.NetUtil;
import io.nettycurl.spi.Ascii;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any thread: every method holds its lock. The hosts known to one handle, or to all that share
 * them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6797#section-8.2">RFC 6797, section 8.2</a>
 */
public final class HstsStore {
  private static final int MAX_HOSTS = 10_000;
  private static final int MAX_NAME = 2048;

  private final Clock clock;
  private final Map<String, HstsHost> hosts = new LinkedHashMap<>();
  private String file;

  /** An empty one. */
  public HstsStore() {
    this(Clock.systemUTC());
  }

  /**
   * An empty one.
   *
   * @param clock says what has expired
   */
  HstsStore(Clock clock) {
    this.clock = clock;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Of what file it is; null if of none. Outlives a reset of the handle. */
  synchronized String file() {
    return file;
  }

  synchronized void file(String name) {
    file = name;
  }

  /**
   * Whether a host has to be reached over TLS.
   *
   * @param host in ASCII
   */
  public synchronized boolean applies(String host) {
    return !hosts.isEmpty() && find(plain(host), true) != null;
  }

  /** The host itself, or else the longest name above it that speaks for those below. */
  private HstsHost find(String host, boolean above) {
    if (host.isEmpty() || host.length() > MAX_NAME) {
      return null;
    }
    HstsHost own = alive(host);
    for (int dot = host.indexOf('.'); own == null && above && dot >= 0; ) {
      HstsHost parent = alive(host.substring(dot + 1));
      own = parent != null && parent.subDomains() ? parent : null;
      dot = host.indexOf('.', dot + 1);
    }
    return own;
  }

  private HstsHost alive(String name) {
    HstsHost host = hosts.get(name);
    if (host != null && host.expires() <= now()) {
      hosts.remove(name);
      return null;
    }
    return host;
  }

  /**
   * Takes what a host says about itself over TLS.
   *
   * @param name the host, in ASCII
   * @param field the value of its Strict-Transport-Security field
   * @return false if the field is not to be minded
   */
  public synchronized boolean say(String name, String field) {
    if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
      return true;
    }
    HstsField parsed = HstsField.parse(field);
    if (parsed == null) {
      return false;
    }
    String host = plain(name);
    if (parsed.maxAge() == 0) {
      hosts.remove(host);
      return true;
    }
    long now = now();
    long expires =
        parsed.maxAge() > Long.MAX_VALUE - now ? HstsHost.UNLIMITED : now + parsed.maxAge();
    put(new HstsHost(host, parsed.subDomains(), expires));
    return true;
  }

  private void put(HstsHost host) {
    if (host.name().isEmpty()) {
      return;
    }
    if (hosts.size() >= MAX_HOSTS && !hosts.containsKey(host.name())) {
      Iterator<String> oldest = hosts.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    hosts.put(host.name(), host);
  }

  /**
   * Adds a host from a file or a callback, unless it has expired or one above it speaks for it. Of
   * a host that is known the later end and the stricter word hold.
   *
   * @param given its name; with a dot in front it speaks for those below as well
   * @param subDomains whether it does anyway
   * @param expires until when, in seconds since 1970
   */
  synchronized void add(String given, boolean subDomains, long expires) {
    if (expires <= now()) {
      return;
    }
    boolean dotted = given.startsWith(".");
    boolean below = subDomains || dotted;
    String name = plain(dotted ? given.substring(1) : given);
    HstsHost known = find(name, below);
    if (known == null) {
      put(new HstsHost(name, below, expires));
    } else if (known.name().equals(name)) {
      put(new HstsHost(name, known.subDomains() || below, Math.max(known.expires(), expires)));
    }
  }

  /** All hosts that have not expired, in the order in which they came. */
  public synchronized List<HstsHost> all() {
    long now = now();
    hosts.values().removeIf(host -> host.expires() <= now);
    return new ArrayList<>(hosts.values());
  }

  private static String plain(String name) {
    String lower = Ascii.lower(name);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
