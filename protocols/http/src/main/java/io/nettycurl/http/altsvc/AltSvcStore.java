package io.nettycurl.http.altsvc;

import io.nettycurl.http.altsvc.AltService.Alpn;
import io.nettycurl.spi.Ascii;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Owned like its handle. The alternatives that one handle knows. */
final class AltSvcStore {
  private static final int MAX_SERVICES = 5000;

  private final Clock clock;
  private final ArrayDeque<AltService> services = new ArrayDeque<>();

  AltSvcStore(Clock clock) {
    this.clock = clock;
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Adds one from a file, unless it has expired. */
  void add(AltService service) {
    if (service.expires() > now()) {
      append(service);
    }
  }

  private void append(AltService service) {
    while (services.size() >= MAX_SERVICES) {
      services.removeFirst();
    }
    services.addLast(service);
  }

  /**
   * Takes what an origin says: it replaces what it said before by the same protocol.
   *
   * @param from the protocol it was said by
   * @param host the origin's host, without brackets
   * @param port the origin's port
   * @param field the value of Alt-Svc
   * @param notes told what was added
   */
  void say(Alpn from, String host, int port, String field, Consumer<String> notes) {
    if (AltSvcField.clears(field)) {
      forget(from, host, port);
      return;
    }
    boolean first = true;
    for (AltSvcField.Entry entry : AltSvcField.parse(field)) {
      if (entry.alpn() == null) {
        continue;
      }
      if (first) {
        forget(from, host, port);
        first = false;
      }
      long now = now();
      long expires = entry.maxAge() > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + entry.maxAge();
      String toHost = entry.host() == null ? host : entry.host();
      append(
          new AltService(
              from,
              plain(host),
              port,
              entry.alpn(),
              toHost,
              entry.port(),
              expires,
              entry.persists()));
      notes.accept(
          "Added alt-svc: " + toHost + ':' + entry.port() + " over " + entry.alpn().text());
    }
  }

  private void forget(Alpn from, String host, int port) {
    services.removeIf(service -> isOf(service, from, host, port));
  }

  private static boolean isOf(AltService service, Alpn from, String host, int port) {
    return service.from() == from
        && service.port() == port
        && Ascii.equalsIgnoreCase(plain(host), service.host());
  }

  /**
   * Where else an origin can be had.
   *
   * @param from the protocol it would be spoken to by
   * @param host its host, without brackets
   * @param port its port
   * @param allowed {@code CURLALTSVC_*} bits of what may be spoken there
   * @return null if nowhere
   */
  AltService find(Alpn from, String host, int port, long allowed) {
    long now = now();
    for (Iterator<AltService> each = services.iterator(); each.hasNext(); ) {
      AltService service = each.next();
      if (service.expires() < now) {
        each.remove();
      } else if ((allowed & service.to().bit()) != 0 && isOf(service, from, host, port)) {
        return service;
      }
    }
    return null;
  }

  /** All of them, in the order in which they came. */
  List<AltService> all() {
    return new ArrayList<>(services);
  }

  static String plain(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
