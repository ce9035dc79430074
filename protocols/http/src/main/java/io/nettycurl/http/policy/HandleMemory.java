package io.nettycurl.http.policy;

import io.nettycurl.spi.EasyAttachment;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.ShareKind;
import io.nettycurl.spi.ShareState;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owned like its handle. Something that a handle remembers from one transfer to the next: its own,
 * or that of the share it is attached to, whichever it came to last.
 *
 * @param <S> what is remembered; any thread may use it
 */
public abstract class HandleMemory<S> implements EasyAttachment {
  private final EasyState easy;
  private final ShareKind kind;
  private final Class<S> type;
  private final Supplier<S> factory;
  private S store;
  private ShareState share;
  private boolean shared;

  /**
   * Nothing remembered.
   *
   * @param easy the handle
   * @param kind what a share calls it
   * @param type its class
   * @param factory makes an empty one
   */
  protected HandleMemory(EasyState easy, ShareKind kind, Class<S> type, Supplier<S> factory) {
    this.easy = easy;
    this.kind = kind;
    this.type = type;
    this.factory = factory;
  }

  /** The handle. */
  protected final EasyState easy() {
    return easy;
  }

  /** What is remembered; null for nothing. */
  protected final S store() {
    ShareState now = easy.share();
    if (now != share) {
      share = now;
      S theirs = easy.shared(kind, type, factory);
      if (theirs != null || shared) {
        store = theirs;
      }
      shared = theirs != null;
    }
    return store;
  }

  /** Begins to remember, unless it does. */
  protected final void remember() {
    if (store() == null) {
      store = factory.get();
    }
  }

  /** Forgets all; what is a share's stays there. */
  protected final void forget() {
    store();
    store = null;
    shared = false;
  }

  /** Does something with what is remembered, when no other handle does. */
  protected final <T> T locked(Function<S, T> action) {
    S present = store();
    ShareState lock = shared ? share : null;
    if (lock == null) {
      return action.apply(present);
    }
    lock.lock(easy, kind, true);
    try {
      return action.apply(present);
    } finally {
      lock.unlock(easy, kind);
    }
  }

  /** The same for an action that gives nothing, if anything is remembered. */
  protected final void change(Consumer<S> action) {
    if (store() != null) {
      locked(
          present -> {
            action.accept(present);
            return null;
          });
    }
  }
}
