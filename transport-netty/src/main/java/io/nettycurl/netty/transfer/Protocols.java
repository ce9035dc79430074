package io.nettycurl.netty.transfer;

import io.nettycurl.netty.spi.Preparation;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.netty.spi.Scheme;
import io.nettycurl.spi.EasyState;
import java.util.ArrayDeque;
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
  private final ProtocolProvider[] everyProvider;
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
    everyProvider = this.providers.toArray(new ProtocolProvider[0]);
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

  /** What has to be done before a transfer can begin; null if there is nothing. */
  ArrayDeque<Preparation> preparations(EasyState easy, boolean mayWait) {
    ArrayDeque<Preparation> all = null;
    for (ProtocolProvider provider : everyProvider) {
      Preparation one = provider.preparation(easy, mayWait);
      if (one != null) {
        all = all == null ? new ArrayDeque<>() : all;
        all.add(one);
      }
    }
    return all;
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
