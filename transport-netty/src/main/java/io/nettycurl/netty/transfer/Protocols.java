package io.nettycurl.netty.transfer;

import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Immutable; any thread. The protocols that ServiceLoader finds, by scheme. */
public final class Protocols {
  /** A scheme and who speaks it. */
  public record Entry(Scheme scheme, ProtocolProvider provider) {}

  private final List<ProtocolProvider> providers = new ArrayList<>();
  private final Map<String, Entry> byScheme = new HashMap<>();

  /**
   * A fixed set, for tests.
   *
   * @param providers which
   */
  public Protocols(Iterable<ProtocolProvider> providers) {
    for (ProtocolProvider provider : providers) {
      this.providers.add(provider);
      for (Scheme scheme : provider.schemes()) {
        byScheme.put(scheme.name(), new Entry(scheme, provider));
      }
    }
  }

  private static final class Installed {
    static final Protocols PROTOCOLS = load();

    private static Protocols load() {
      List<ProtocolProvider> found = new ArrayList<>();
      ServiceLoader.load(ProtocolProvider.class).forEach(found::add);
      if (found.isEmpty()) {
        ServiceLoader.load(ProtocolProvider.class, Protocols.class.getClassLoader())
            .forEach(found::add);
      }
      return new Protocols(found);
    }
  }

  /** Those on the class or module path. */
  public static Protocols installed() {
    return Installed.PROTOCOLS;
  }

  /** All providers. */
  public List<ProtocolProvider> providers() {
    return providers;
  }

  /** Who speaks a scheme; null if nobody does. */
  public Entry find(String scheme) {
    return byScheme.get(scheme);
  }

  /** Who can ask a forwarding proxy for a URL of a scheme; null if nobody can. */
  public ProtocolProvider forwarder(Scheme scheme) {
    for (ProtocolProvider provider : providers) {
      if (provider.forwards(scheme)) {
        return provider;
      }
    }
    return null;
  }
}
