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
    final List<Waiter> waiting = new ArrayList<>(1);
    SslContext context;
    PeerVerifier verifier;
    long trustReadAt;
    boolean busy;

    boolean isOlder(long maxAge) {
      return maxAge >= 0 && System.nanoTime() - trustReadAt >= maxAge;
    }
  }

  private final Executor offload;
  private final Supplier<TlsProvider> provider;

  private final Map<Key, Slot> slots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Slot> eldest) {
          return size() > MAX_KEPT && !eldest.getValue().busy;
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
   * @param maxAge how old what was read of trusted certificates may be, in nanoseconds; -1 for any
   *     age
   * @param loop where the listener is told
   * @param listener told, possibly before this returns
   */
  public void get(Key key, long maxAge, Executor loop, Listener listener) {
    SslContext context;
    synchronized (this) {
      Slot slot = slot(key, maxAge);
      context = slot.busy ? null : slot.context;
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
    slot(key, -1);
  }

  private Slot slot(Key key, long maxAge) {
    Slot slot = slots.computeIfAbsent(key, ignored -> new Slot());
    if (!slot.busy && (slot.context == null || slot.isOlder(maxAge))) {
      slot.busy = true;
      offload.execute(() -> build(key, slot, maxAge));
    }
    return slot;
  }

  private void build(Key key, Slot slot, long maxAge) {
    TlsFailure failure = null;
    long now = System.nanoTime();
    try {
      if (slot.context == null) {
        TlsContextBuilder builder =
            TlsContextBuilder.of(key.config(), key.alpn(), provider.get(), maxAge);
        SslContext context = builder.build();
        slot.verifier = builder.verifier();
        slot.context = context;
      } else if (key.config().verifyPeer()) {
        // the context stays, as the sessions to resume are in it
        slot.verifier.chains(TrustAnchors.verifier(key.config().trust(), maxAge));
      }
    } catch (TlsFailure e) {
      failure = e;
    } catch (RuntimeException | LinkageError e) {
      failure = TlsFailure.of(e);
    }
    SslContext made = failure == null ? slot.context : null;
    TlsFailure why = failure;
    for (Waiter waiter : built(key, slot, made, now)) {
      try {
        waiter.loop().execute(() -> waiter.listener().built(made, why));
      } catch (RejectedExecutionException e) {
        // that loop has ended, and with it everybody who waited on it
      }
    }
  }

  private synchronized List<Waiter> built(Key key, Slot slot, SslContext made, long now) {
    slot.busy = false;
    slot.trustReadAt = now;
    if (made == null) {
      // the file may be there the next time
      slots.remove(key, slot);
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
