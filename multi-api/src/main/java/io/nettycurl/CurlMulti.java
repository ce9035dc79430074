package io.nettycurl;

import io.nettycurl.info.MultiInfo;
import io.nettycurl.option.MultiOption;
import io.nettycurl.spi.EngineProvider;
import io.nettycurl.spi.Engines;
import io.nettycurl.spi.MultiEngine;
import java.nio.channels.SelectableChannel;
import java.util.List;
import java.util.function.Function;

/**
 * Owned by one thread at a time; may move between threads. A set of transfers driven together
 * (CURLM): add easy handles, call {@link #perform} whenever {@link #poll} returns, read the
 * completions with {@link #infoRead}.
 *
 * <p>While one thread is in the multi, another one that calls what returns a code gets
 * RECURSIVE_API_CALL; {@link #wakeup}, {@link #notifyEnable}, {@link #notifyDisable}, {@link
 * #infoRead}, {@link #getHandles} and the counters are answered all the same, and {@link #timeout}
 * gives -1 where it would have to look at what the other one changes.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-multi.html">libcurl-multi(3)</a>
 */
public final class CurlMulti implements AutoCloseable {
  private final MultiEngine engine;
  private boolean closed;

  private CurlMulti(Function<CurlMulti, MultiEngine> engines) {
    this.engine = engines.apply(this);
  }

  /**
   * A new multi handle, driven by the thread that calls {@link #perform}.
   *
   * @return the handle
   * @throws IllegalStateException if there is no engine on the class or module path
   * @see <a href="https://curl.se/libcurl/c/curl_multi_init.html">curl_multi_init(3)</a>
   */
  public static CurlMulti init() {
    EngineProvider provider = Engines.provider();
    if (provider == null) {
      throw new IllegalStateException("no engine found: nettycurl-transport-netty is missing");
    }
    return new CurlMulti(provider::newEngine);
  }

  /**
   * A new multi handle on an engine made otherwise, for what an engine offers of its own.
   *
   * @param engines makes the engine
   * @return the handle
   */
  public static CurlMulti with(Function<CurlMulti, MultiEngine> engines) {
    return new CurlMulti(engines);
  }

  /**
   * Adds a transfer; the next {@link #perform} starts it, with the options it has then. Embedded in
   * a loop it starts at once.
   *
   * @param easy the handle
   * @return OK; ADDED_ALREADY if it is in a multi; BAD_EASY_HANDLE if it is closed;
   *     RECURSIVE_API_CALL from within a callback; BAD_HANDLE after close
   * @see <a href="https://curl.se/libcurl/c/curl_multi_add_handle.html">man page</a>
   */
  public CurlMultiCode addHandle(CurlEasy easy) {
    if (closed) {
      return CurlMultiCode.BAD_HANDLE;
    }
    if (easy == null || easy.isClosed()) {
      return CurlMultiCode.BAD_EASY_HANDLE;
    }
    if (!easy.isOwnMulti(this) && easy.isOutOfOthers()) {
      easy.dropOwnMulti();
    }
    return engine.addHandle(easy.state());
  }

  /**
   * Takes a transfer out, at any time; a running one ends without a message.
   *
   * @param easy the handle
   * @return OK, also if it is in no multi; BAD_EASY_HANDLE if it is in another; RECURSIVE_API_CALL
   *     from within a callback; BAD_HANDLE after close
   * @see <a href="https://curl.se/libcurl/c/curl_multi_remove_handle.html">man page</a>
   */
  public CurlMultiCode removeHandle(CurlEasy easy) {
    if (closed) {
      return CurlMultiCode.BAD_HANDLE;
    }
    return easy == null || easy.isClosed()
        ? CurlMultiCode.BAD_EASY_HANDLE
        : engine.removeHandle(easy.state());
  }

  /**
   * Reads and writes whatever is ready right now and calls the callbacks; never waits, may be
   * called just in case. Afterwards {@link #runningHandles} tells how many are left; when that
   * drops, {@link #infoRead} tells which finished and how.
   *
   * @return OK: wait with {@link #poll} before the next call; CALL_MULTI_PERFORM, only with a work
   *     budget set: call again at once; anything else is an error of the whole stack
   * @see <a href="https://curl.se/libcurl/c/curl_multi_perform.html">curl_multi_perform(3)</a>
   */
  public CurlMultiCode perform() {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.perform();
  }

  /** How many transfers were not finished when {@link #perform} last returned, queued ones too. */
  public int runningHandles() {
    return engine.runningHandles();
  }

  /**
   * Waits until {@link #perform} has something to do, at most for a time. Calls no callback.
   *
   * @param timeoutMs at most so many milliseconds
   * @return OK; BAD_FUNCTION_ARGUMENT for a negative time; RECURSIVE_API_CALL from within a
   *     callback
   * @see <a href="https://curl.se/libcurl/c/curl_multi_poll.html">curl_multi_poll(3)</a>
   */
  public CurlMultiCode poll(int timeoutMs) {
    return poll(List.of(), timeoutMs);
  }

  /**
   * Waits like {@link #poll(int)}, and for channels of the application's own.
   *
   * @param extra what else to wait for
   * @param timeoutMs at most so many milliseconds
   * @return as {@link #poll(int)}
   */
  public CurlMultiCode poll(List<CurlWaitFd> extra, int timeoutMs) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.poll(extra, timeoutMs);
  }

  /**
   * Waits like {@link #poll(List, int)}, but returns at once if there is nothing to watch
   * (curl_multi_wait).
   *
   * @param extra what else to wait for
   * @param timeoutMs at most so many milliseconds
   * @return as {@link #poll(int)}
   * @see <a href="https://curl.se/libcurl/c/curl_multi_wait.html">curl_multi_wait(3)</a>
   */
  public CurlMultiCode waitFor(List<CurlWaitFd> extra, int timeoutMs) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.waitFor(extra, timeoutMs);
  }

  /** How many sockets and extra channels were ready when the last poll or wait returned. */
  public int numfds() {
    return engine.numfds();
  }

  /**
   * Ends a {@link #poll} on another thread, or the next one if none is waiting. Any thread.
   *
   * @return OK; BAD_HANDLE after close
   * @see <a href="https://curl.se/libcurl/c/curl_multi_wakeup.html">curl_multi_wakeup(3)</a>
   */
  public CurlMultiCode wakeup() {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.wakeup();
  }

  /**
   * The application's own loop found a socket ready, or its timer fired: reads and writes whatever
   * is ready, as {@link #perform} does. Event mode: the application waits with a loop of its own,
   * told by SOCKETFUNCTION what for and by TIMERFUNCTION how long, and never polls.
   *
   * <p>A socket is waited for as {@link CurlSocket} says: with NIO by its selectable channel, with
   * epoll and kqueue by its number. {@code NettyCurl.nioMulti()} makes a multi for an application
   * that has a {@link java.nio.channels.Selector}. On a group there is one socket for all that
   * happens, always with a selectable channel.
   *
   * @param socket what is ready; {@link CurlSocket#TIMEOUT} when the timer fired. One that is not
   *     the multi's does no harm
   * @param events {@code CURL_CSELECT_*} bits; a hint, as readiness is looked at again
   * @return OK; ABORTED_BY_CALLBACK if the socket or the timer callback returned -1: every transfer
   *     ends with that, and none can be added before all handles are removed; RECURSIVE_API_CALL
   *     from within a callback
   * @see <a href="https://curl.se/libcurl/c/curl_multi_socket_action.html">man page</a>
   */
  public CurlMultiCode socketAction(CurlSocket socket, long events) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.socketAction(socket, events);
  }

  /**
   * Keeps an object with a socket that SOCKETFUNCTION was told of, for its next calls. It is lost
   * when the socket is no longer to be waited for.
   *
   * @param socket which
   * @param object any; null for none
   * @return OK; BAD_SOCKET if nothing is to be waited for with it
   * @see <a href="https://curl.se/libcurl/c/curl_multi_assign.html">curl_multi_assign(3)</a>
   */
  public CurlMultiCode assign(CurlSocket socket, Object object) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.assign(socket, object);
  }

  /**
   * What the multi waits for now, for an application that waits in another way. Connections come
   * and go, so it is to be asked before each wait.
   *
   * @param into gets a socket with {@code CURL_WAIT_*} bits each
   * @return OK; RECURSIVE_API_CALL from within a callback
   * @see <a href="https://curl.se/libcurl/c/curl_multi_waitfds.html">curl_multi_waitfds(3)</a>
   */
  public CurlMultiCode waitFds(List<CurlWaitFd> into) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.waitFds(into);
  }

  /**
   * Has NOTIFYFUNCTION called for a kind of event.
   *
   * @param notification a {@code CURLMNOTIFY_*} value
   * @return OK; UNKNOWN_OPTION if there is no such kind
   * @see <a href="https://curl.se/libcurl/c/curl_multi_notify_enable.html">man page</a>
   */
  public CurlMultiCode notifyEnable(long notification) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.notifyEnable(notification, true);
  }

  /**
   * Has NOTIFYFUNCTION not called for a kind of event any more.
   *
   * @param notification a {@code CURLMNOTIFY_*} value
   * @return OK; UNKNOWN_OPTION if there is no such kind
   * @see <a href="https://curl.se/libcurl/c/curl_multi_notify_disable.html">man page</a>
   */
  public CurlMultiCode notifyDisable(long notification) {
    return closed ? CurlMultiCode.BAD_HANDLE : engine.notifyEnable(notification, false);
  }

  /**
   * How long at most to wait before the next {@link #perform}.
   *
   * @return milliseconds; 0 for at once, -1 if no time is set
   * @see <a href="https://curl.se/libcurl/c/curl_multi_timeout.html">curl_multi_timeout(3)</a>
   */
  public long timeout() {
    return engine.timeout();
  }

  /**
   * The next completion.
   *
   * @return the message, in the order the transfers finished; null if there is none
   * @see <a href="https://curl.se/libcurl/c/curl_multi_info_read.html">curl_multi_info_read(3)</a>
   */
  public CurlMessage infoRead() {
    return engine.infoRead();
  }

  /** How many messages wait to be read. */
  public int msgsInQueue() {
    return engine.msgsInQueue();
  }

  /**
   * All handles added and not removed, finished ones too.
   *
   * @return a copy
   * @see <a href="https://curl.se/libcurl/c/curl_multi_get_handles.html">man page</a>
   */
  public List<CurlEasy> getHandles() {
    return engine.getHandles();
  }

  /**
   * Sets an option of the whole set.
   *
   * @param option which; the constants stand in {@link io.nettycurl.option.CurlMultiOpt}
   * @param value the value; null puts the default back
   * @param <T> its type
   * @return OK; UNKNOWN_OPTION where nothing acts on it; BAD_FUNCTION_ARGUMENT for a value out of
   *     range
   * @see <a href="https://curl.se/libcurl/c/curl_multi_setopt.html">curl_multi_setopt(3)</a>
   */
  public <T> CurlMultiCode setopt(MultiOption<T> option, T value) {
    if (closed) {
      return CurlMultiCode.BAD_HANDLE;
    }
    CurlMultiCode code = option.check(value);
    return code == CurlMultiCode.OK ? engine.setopt(option, option.adjust(value)) : code;
  }

  /**
   * Sets a number.
   *
   * @param option which
   * @param value the number
   * @return as {@link #setopt(MultiOption, Object)}
   */
  public CurlMultiCode setopt(MultiOption<Long> option, long value) {
    return setopt(option, (Long) value);
  }

  /**
   * A counter.
   *
   * @param info which
   * @return its value; -1 for NONE
   * @see <a href="https://curl.se/libcurl/c/curl_multi_get_offt.html">curl_multi_get_offt(3)</a>
   */
  public long getOfft(MultiInfo info) {
    return engine.getOfft(info);
  }

  /**
   * A channel that becomes readable when {@link #perform} has something to do, for an application
   * that waits with a Selector of its own: the JVM's answer to curl_multi_fdset and select. It only
   * signals; nothing is to be read from it, {@link #perform} makes it unreadable again. Wait no
   * longer than {@link #timeout()} says. {@link #wakeup()} makes it readable too, once: look at
   * what other threads left for you after {@link #perform}, or one that comes just before it is
   * missed.
   *
   * @return the channel, non-blocking; always the same one
   * @see <a href="https://curl.se/libcurl/c/curl_multi_fdset.html">curl_multi_fdset(3)</a>
   */
  public SelectableChannel readinessChannel() {
    return engine.readinessChannel();
  }

  /**
   * Ends it: takes out the handles that are still in, without messages, and closes every
   * connection.
   *
   * @see <a href="https://curl.se/libcurl/c/curl_multi_cleanup.html">curl_multi_cleanup(3)</a>
   */
  @Override
  public void close() {
    cleanup();
  }

  /**
   * Ends it, as {@link #close} does, and tells how that went.
   *
   * @return OK; RECURSIVE_API_CALL from within a callback; BAD_HANDLE if it was closed before
   */
  public CurlMultiCode cleanup() {
    if (closed) {
      return CurlMultiCode.BAD_HANDLE;
    }
    CurlMultiCode code = engine.close();
    closed = code == CurlMultiCode.OK;
    return code;
  }

  MultiEngine engine() {
    return engine;
  }
}
