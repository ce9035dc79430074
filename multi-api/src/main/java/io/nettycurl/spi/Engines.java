package io.nettycurl.spi;

import java.util.Iterator;
import java.util.ServiceLoader;

/** Any thread. The engine provider in use: the first that ServiceLoader finds. */
public final class Engines {
  private Engines() {}

  private static final class Found {
    static final EngineProvider PROVIDER = find();

    private static EngineProvider find() {
      Iterator<EngineProvider> found = ServiceLoader.load(EngineProvider.class).iterator();
      if (!found.hasNext()) {
        found = ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader()).iterator();
      }
      return found.hasNext() ? found.next() : null;
    }
  }

  /** The provider, or null if there is none on the class or module path. */
  public static EngineProvider provider() {
    return Found.PROVIDER;
  }
}
