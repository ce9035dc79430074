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
 * Owned by the loop. Netty's TLS contexts by configuration. A context also holds the sessions to
 * resume, so two configurations that differ in anything never resume each other's, nor does an
 * origin a proxy's. Contexts are built on another thread: reading a CA bundle and loading native
 * code take too long for a loop.
 */
public final class TlsContexts {
  private static final int MAX_KEPT = 100;

  /**
   * Immutable. What makes two contexts different.
   *
   * @param config what the options ask for
   * @param alpn the names to offer
   * @param proxy whether it is for a proxy
   */
  public record Key(TlsConfig config, List<String> alpn, boolean proxy) {}

  /** Told, on the loop, what came of it. */
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

  private static final class Slot {
    SslContext context;
    final List<Listener> waiting = new ArrayList<>(1);
  }

  private final Executor loop;
  private final Executor offload;
  private final Supplier<TlsProvider> provider;
  private boolean closed;

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
   * @param loop where listeners are told
   * @param offload where contexts are built
   * @param provider asked on that other thread, as asking may load native code
   */
  public TlsContexts(Executor loop, Executor offload, Supplier<TlsProvider> provider) {
    this.loop = loop;
    this.offload = offload;
    this.provider = provider;
  }

  /**
   * Asks for a context.
   *
   * @param key which
   * @param listener told, possibly before this returns
   */
  public void get(Key key, Listener listener) {
    Slot slot = slots.get(key);
    if (slot != null && slot.context != null) {
      listener.built(slot.context, null);
      return;
    }
    if (slot == null) {
      slot = new Slot();
      slots.put(key, slot);
      offload.execute(() -> build(key));
    }
    slot.waiting.add(listener);
  }

  /**
   * Has a context built before it is needed.
   *
   * @param key which
   */
  public void prepare(Key key) {
    if (!slots.containsKey(key)) {
      slots.put(key, new Slot());
      offload.execute(() -> build(key));
    }
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
    try {
      loop.execute(() -> built(key, made, why));
    } catch (RejectedExecutionException e) {
      // the loop has ended, and with it everybody who waited
    }
  }

  private void built(Key key, SslContext context, TlsFailure failure) {
    Slot slot = slots.get(key);
    if (closed || slot == null) {
      return;
    }
    slot.context = context;
    if (context == null) {
      // the file may be there the next time
      slots.remove(key);
    }
    List<Listener> waiting = List.copyOf(slot.waiting);
    slot.waiting.clear();
    for (Listener listener : waiting) {
      listener.built(context, failure);
    }
  }

  /** Forgets contexts and sessions; who waits hears nothing any more. */
  public void close() {
    closed = true;
    slots.clear();
  }
}
