package io.nettycurl.netty.connect.tls;

import io.netty.handler.ssl.SslContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Any thread. Netty's TLS contexts by configuration: one for all handles of a multi, and one in
 * each share. A context also holds the sessions to resume, so two configurations that differ in
 * anything never resume each other's, nor does an origin a proxy's. Contexts are built on a thread
 * of their own: reading a CA bundle and loading native code take too long for a loop.
 */
public final class TlsContexts implements AutoCloseable {
  private static final int MAX_KEPT = 100;

  /**
   * Immutable. What makes two contexts different.
   *
   * @param config what the options ask for
   * @param alpn the names to offer
   * @param proxy whether it is for a proxy
   */
  public record Key(TlsConfig config, List<String> alpn, boolean proxy) {}

  /** Told, on the loop of the one who asks, what came of it. */
  @FunctionalInterface
  public interface Listener {
    /**
     * It is built, or cannot be.
     *
     * @param context the context; null if it cannot be built
     * @param failure why not; null if it was
     */
    void built(SslContext context, TlsFailure failure);
  }

  private record Waiter(Executor loop, Listener listener) {}

  private static final class Slot {
    SslContext context;
    final List<Waiter> waiting = new ArrayList<>(1);
  }

  private final Executor offload;
  private final Supplier<TlsProvider> provider;

  private final Map<Key, Slot> slots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Slot> eldest) {
          return size() > MAX_KEPT && eldest.getValue().context != null;
        }
      };

  /**
   * An empty cache.
   *
   * @param offload where contexts are built
   * @param provider asked on that other thread, as asking may load native code
   */
  public TlsContexts(Executor offload, Supplier<TlsProvider> provider) {
    this.offload = offload;
    this.provider = provider;
  }

  /**
   * Asks for a context.
   *
   * @param key which
   * @param loop where the listener is told
   * @param listener told, possibly before this returns
   */
  public void get(Key key, Executor loop, Listener listener) {
    SslContext context;
    synchronized (this) {
      Slot slot = slot(key);
      context = slot.context;
      if (context == null) {
        slot.waiting.add(new Waiter(loop, listener));
      }
    }
    if (context != null) {
      listener.built(context, null);
    }
  }

  /**
   * Has a context built before it is needed.
   *
   * @param key which
   */
  public synchronized void prepare(Key key) {
    slot(key);
  }

  private Slot slot(Key key) {
    Slot slot = slots.get(key);
    if (slot == null) {
      slot = new Slot();
      slots.put(key, slot);
      offload.execute(() -> build(key));
    }
    return slot;
  }

  private void build(Key key) {
    SslContext context = null;
    TlsFailure failure = null;
    try {
      context = TlsContextBuilder.build(key.config(), key.alpn(), provider.get());
    } catch (TlsFailure e) {
      failure = e;
    } catch (RuntimeException | LinkageError e) {
      failure = TlsFailure.of(e);
    }
    SslContext made = context;
    TlsFailure why = failure;
    for (Waiter waiter : built(key, context)) {
      try {
        waiter.loop().execute(() -> waiter.listener().built(made, why));
      } catch (RejectedExecutionException e) {
        // that loop has ended, and with it everybody who waited on it
      }
    }
  }

  private synchronized List<Waiter> built(Key key, SslContext context) {
    Slot slot = slots.get(key);
    if (slot == null) {
      return List.of();
    }
    slot.context = context;
    if (context == null) {
      // the file may be there the next time
      slots.remove(key);
    }
    List<Waiter> waiting = List.copyOf(slot.waiting);
    slot.waiting.clear();
    return waiting;
  }

  /** Forgets contexts and sessions; who waits hears nothing any more. */
  @Override
  public synchronized void close() {
    slots.clear();
  }
}
