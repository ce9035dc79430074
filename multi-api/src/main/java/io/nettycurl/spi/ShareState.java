package io.nettycurl.spi;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlShareCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.LockCallback;
import io.nettycurl.callback.UnlockCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Any thread. What stands behind one {@link io.nettycurl.CurlShare}: which kinds of data it holds,
 * one typed object for each, and who is attached.
 *
 * <p>Each kind has a lock of its own. Whoever reads or changes data that is not safe by itself does
 * so between {@link #lock} and {@link #unlock}; these call the application's callbacks as well. An
 * application that sets no callback loses nothing by it.
 */
public final class ShareState {
  private final ReentrantLock[] locks = new ReentrantLock[ShareKind.values().length];
  private final AtomicReferenceArray<Object> data = new AtomicReferenceArray<>(locks.length);
  private volatile int kinds;
  private int attached;
  private boolean givenUp;
  private volatile LockCallback lockFunction;
  private volatile UnlockCallback unlockFunction;
  private volatile Object userdata;

  /** A share of nothing. */
  public ShareState() {
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  // What the handle sets

  /** One change of a share nobody is attached to. */
  private CurlShareCode change(Supplier<CurlShareCode> change) {
    synchronized (this) {
      if (givenUp) {
        return CurlShareCode.INVALID;
      }
      return attached > 0 ? CurlShareCode.IN_USE : change.get();
    }
  }

  /**
   * Begins to share a kind of data.
   *
   * @param number a {@code CURL_LOCK_DATA_*} value; null is none
   * @param provider says what is built in; null if there is none
   * @return OK; BAD_OPTION for no kind; NOT_BUILT_IN where nothing shares it; IN_USE; INVALID
   */
  public CurlShareCode share(Long number, EngineProvider provider) {
    return change(
        () -> {
          ShareKind kind = number == null ? null : ShareKind.shareable(number);
          if (kind == null) {
            return CurlShareCode.BAD_OPTION;
          }
          if (provider == null || !provider.shares(kind)) {
            return CurlShareCode.NOT_BUILT_IN;
          }
          kinds |= bit(kind);
          return CurlShareCode.OK;
        });
  }

  /**
   * Stops sharing a kind of data. Cookies, HSTS hosts and TLS sessions are forgotten.
   *
   * @param number a {@code CURL_LOCK_DATA_*} value; null is none
   * @return OK, also if it was not shared; BAD_OPTION for no kind, and for PSL as in libcurl;
   *     IN_USE; INVALID
   */
  public CurlShareCode unshare(Long number) {
    return change(
        () -> {
          ShareKind kind = number == null ? null : ShareKind.shareable(number);
          if (kind == null || kind == ShareKind.PSL) {
            return CurlShareCode.BAD_OPTION;
          }
          kinds &= ~bit(kind);
          if (!kind.outlivesUnshare()) {
            Attachments.close(data.getAndSet(kind.ordinal(), null));
          }
          return CurlShareCode.OK;
        });
  }

  /**
   * Sets what is called before data is used.
   *
   * @param callback the callback; null for none
   * @return OK; IN_USE; INVALID
   */
  public CurlShareCode lockFunction(LockCallback callback) {
    return change(
        () -> {
          lockFunction = callback;
          return CurlShareCode.OK;
        });
  }

  /**
   * Sets what is called after data was used.
   *
   * @param callback the callback; null for none
   * @return OK; IN_USE; INVALID
   */
  public CurlShareCode unlockFunction(UnlockCallback callback) {
    return change(
        () -> {
          unlockFunction = callback;
          return CurlShareCode.OK;
        });
  }

  /**
   * Sets what both callbacks are given.
   *
   * @param object the object; may be null
   * @return OK; IN_USE; INVALID
   */
  public CurlShareCode userdata(Object object) {
    return change(
        () -> {
          userdata = object;
          return CurlShareCode.OK;
        });
  }

  /**
   * Gives all data up.
   *
   * @return OK; IN_USE while a handle is attached, which changes nothing; INVALID the second time
   */
  public CurlShareCode cleanup() {
    return change(
        () -> {
          givenUp = true;
          closeData();
          return CurlShareCode.OK;
        });
  }

  private void closeData() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < data.length(); i++) {
      all.add(data.getAndSet(i, null));
    }
    RuntimeException failure = Attachments.closeAll(all);
    if (failure != null) {
      throw failure;
    }
  }

  // Who is attached

  /**
   * A handle begins to use it.
   *
   * @param easy which
   * @return false if it was given up
   */
  boolean attach(EasyState easy) {
    boolean locked = lockShare(easy);
    try {
      synchronized (this) {
        if (!givenUp) {
          attached++;
        }
        return !givenUp;
      }
    } finally {
      unlockShare(easy, locked);
    }
  }

  /**
   * A handle uses it no more.
   *
   * @param easy which
   */
  void detach(EasyState easy) {
    boolean locked = lockShare(easy);
    try {
      synchronized (this) {
        attached--;
      }
    } finally {
      unlockShare(easy, locked);
    }
  }

  /** libcurl wants both callbacks for this one, as without the second it could not be undone. */
  private boolean lockShare(EasyState easy) {
    boolean both = lockFunction != null && unlockFunction != null;
    if (both) {
      callLock(easy, ShareKind.SHARE, true);
    }
    return both;
  }

  private void unlockShare(EasyState easy, boolean locked) {
    if (locked) {
      callUnlock(easy, ShareKind.SHARE);
    }
  }

  // The data

  /**
   * Whether a kind of data is shared.
   *
   * @param kind which
   */
  public boolean shares(ShareKind kind) {
    return (kinds & bit(kind)) != 0;
  }

  private static int bit(ShareKind kind) {
    return 1 << kind.ordinal();
  }

  /**
   * The data of one kind. It lives until it is unshared or the share is given up; then it is
   * closed, if it can be. The object is the same for everybody who asks, on whatever thread.
   *
   * @param kind which
   * @param type its class
   * @param factory makes it when it is first asked for; null to only look. Called with the share's
   *     own monitor held, so it must not wait for anything
   * @param <T> its type
   * @return the object; null if the kind is not shared, or there is none and nothing makes one
   */
  public <T> T data(ShareKind kind, Class<T> type, Supplier<T> factory) {
    if (!shares(kind)) {
      return null;
    }
    Object found = data.get(kind.ordinal());
    return type.cast(found == null && factory != null ? firstData(kind, factory) : found);
  }

  private synchronized Object firstData(ShareKind kind, Supplier<?> factory) {
    Object found = data.get(kind.ordinal());
    if (found == null && !givenUp) {
      found = factory.get();
      data.set(kind.ordinal(), found);
    }
    return found;
  }

  /**
   * Reserves the data of one kind for the calling thread, which may do so more than once. Does
   * nothing for a kind that is not shared.
   *
   * @param easy for whom; null if it is for none in particular
   * @param kind which
   * @param exclusive whether the data is to be changed; only told to the callback
   */
  public void lock(EasyState easy, ShareKind kind, boolean exclusive) {
    if (shares(kind)) {
      // The callback first: it may wait for an application that is about to use the data itself.
      callLock(easy, kind, exclusive);
      locks[kind.ordinal()].lock();
    }
  }

  /**
   * Lets others use the data again; the other half of {@link #lock}.
   *
   * @param easy for whom
   * @param kind which
   */
  public void unlock(EasyState easy, ShareKind kind) {
    if (shares(kind)) {
      locks[kind.ordinal()].unlock();
      callUnlock(easy, kind);
    }
  }

  private void callLock(EasyState easy, ShareKind kind, boolean exclusive) {
    LockCallback callback = lockFunction;
    if (callback != null) {
      long access =
          exclusive ? CurlSymbols.CURL_LOCK_ACCESS_SINGLE : CurlSymbols.CURL_LOCK_ACCESS_SHARED;
      guarded(() -> callback.lock(handle(easy), kind.number(), access, userdata));
    }
  }

  private void callUnlock(EasyState easy, ShareKind kind) {
    UnlockCallback callback = unlockFunction;
    if (callback != null) {
      guarded(() -> callback.unlock(handle(easy), kind.number(), userdata));
    }
  }

  private static CurlEasy handle(EasyState easy) {
    return easy == null ? null : easy.easy();
  }

  /** The data has a lock of ours, so a callback that fails harms nobody; it is not kept quiet. */
  private static void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
