package io.nettycurl.netty.engine;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.SocketCallback;
import io.nettycurl.callback.TimerCallback;
import io.nettycurl.netty.loop.NettySocket;
import io.nettycurl.netty.transfer.Sockets;
import io.nettycurl.option.CurlMultiOpt;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Owned by the thread in the multi. Tells an application with a loop of its own what to wait for
 * (SOCKETFUNCTION, TIMERFUNCTION): changes only, at the end of every call that may bring some.
 */
final class EventMode {
  /** No deadline. */
  static final long NEVER = -1;

  /** A deadline that has come. */
  static final long NOW = Long.MIN_VALUE;

  private static final long MILLISECOND = 1_000_000L;
  private static final long DEAD = -1;

  private final CurlMulti multi;
  private final EngineSettings settings;
  private final Sockets sockets;
  private final SignalSocket signal;
  private final LongSupplier clock;
  private final Runnable enter;
  private final Runnable leave;
  private boolean signalTold;
  private Object signalAssigned;
  private boolean timerTold;
  private long toldDeadline;
  private boolean dead;

  /**
   * For one multi.
   *
   * @param multi the handle, as the timer callback gets it
   * @param settings has the callbacks
   * @param sockets what is to be waited for; null if that is the signal alone
   * @param signal tells of what other threads bring; null if there is none
   * @param clock the loop's time
   * @param enter run before each callback
   * @param leave run after each callback
   */
  EventMode(
      CurlMulti multi,
      EngineSettings settings,
      Sockets sockets,
      SignalSocket signal,
      LongSupplier clock,
      Runnable enter,
      Runnable leave) {
    this.multi = multi;
    this.settings = settings;
    this.sockets = sockets;
    this.signal = signal;
    this.clock = clock;
    this.enter = enter;
    this.leave = leave;
  }

  /** Whether a callback ended everything; nothing can be added before all handles are removed. */
  boolean isDead() {
    return dead;
  }

  /** All handles are removed. */
  void revive() {
    dead = false;
  }

  /**
   * The application's timer fired, or it looks by itself: it hears of the next time in any case.
   */
  void timerFired() {
    timerTold = false;
  }

  /** What other threads have to tell is being looked at. */
  void clearSignal() {
    if (signal != null) {
      signal.clear();
    }
  }

  /**
   * Tells what changed.
   *
   * @param running whether transfers are under way
   * @param deadline when the next call is due at the latest: a time of the loop's clock, {@link
   *     #NOW} or {@link #NEVER}
   * @return OK, or ABORTED_BY_CALLBACK
   */
  CurlMultiCode tell(boolean running, LongSupplier deadline) {
    if (!dead) {
      tellSockets(running);
    }
    if (!dead) {
      tellTimer(deadline.getAsLong());
    }
    return dead ? CurlMultiCode.ABORTED_BY_CALLBACK : CurlMultiCode.OK;
  }

  private void tellSockets(boolean running) {
    SocketCallback function = settings.get(CurlMultiOpt.SOCKETFUNCTION);
    if (function == null) {
      return;
    }
    List<Sockets.Entry> changed = sockets == null ? List.of() : sockets.takeChanged();
    // The system may have given the number of a closed one to a new one.
    for (Sockets.Entry entry : changed) {
      if (!entry.isOpen()) {
        tell(function, entry, CurlSymbols.CURL_POLL_NONE);
      }
    }
    for (Sockets.Entry entry : changed) {
      if (entry.isOpen()) {
        long interest = entry.interest();
        tell(function, entry, interest);
        if ((interest & CurlSymbols.CURL_POLL_OUT) != 0) {
          // Nothing tells when all is written.
          sockets.again(entry);
        }
      }
    }
    if (signal != null && running != signalTold) {
      signalTold = running;
      Object assigned = signalAssigned;
      signalAssigned = running ? signalAssigned : null;
      long what = running ? CurlSymbols.CURL_POLL_IN : CurlSymbols.CURL_POLL_REMOVE;
      call(function, null, signal, what, assigned);
    }
  }

  private void tell(SocketCallback function, Sockets.Entry entry, long interest) {
    if (dead || interest == entry.told()) {
      return;
    }
    CurlEasy easy = entry.easy();
    entry.told(interest);
    Object assigned = entry.assigned();
    if (interest == CurlSymbols.CURL_POLL_NONE) {
      entry.assign(null);
    }
    call(
        function,
        easy,
        entry.socket(),
        interest == CurlSymbols.CURL_POLL_NONE ? CurlSymbols.CURL_POLL_REMOVE : interest,
        assigned);
  }

  private void call(
      SocketCallback function, CurlEasy easy, CurlSocket socket, long what, Object assigned) {
    Object data = settings.get(CurlMultiOpt.SOCKETDATA);
    run(() -> function.socket(easy, socket, what, data, assigned));
  }

  private void tellTimer(long deadline) {
    TimerCallback function = settings.get(CurlMultiOpt.TIMERFUNCTION);
    if (function == null || (timerTold ? deadline == toldDeadline : deadline == NEVER)) {
      return;
    }
    timerTold = deadline != NEVER;
    toldDeadline = deadline;
    long millis = deadline == NEVER || deadline == NOW ? NEVER : millisUntil(deadline);
    long told = deadline == NOW ? 0 : millis;
    Object data = settings.get(CurlMultiOpt.TIMERDATA);
    run(() -> function.timer(multi, told, data));
  }

  private long millisUntil(long deadline) {
    return Math.max(0, (deadline - clock.getAsLong() + MILLISECOND - 1) / MILLISECOND);
  }

  /** What a callback throws is as bad as -1: nobody knows what its loop waits for from then on. */
  private void run(LongSupplier call) {
    enter.run();
    try {
      dead |= call.getAsLong() == DEAD;
    } catch (RuntimeException | Error e) {
      dead = true;
    } finally {
      leave.run();
    }
  }

  /** Keeps an object of the application's with a socket. */
  CurlMultiCode assign(CurlSocket socket, Object object) {
    if (socket != null && socket == signal) {
      signalAssigned = object;
      return CurlMultiCode.OK;
    }
    Sockets.Entry entry =
        sockets != null && socket instanceof NettySocket netty ? sockets.of(netty) : null;
    if (entry == null || entry.told() == CurlSymbols.CURL_POLL_NONE) {
      return CurlMultiCode.BAD_SOCKET;
    }
    entry.assign(object);
    return CurlMultiCode.OK;
  }

  /** The multi ends: everything that was told is taken back. */
  void close() {
    tellSockets(false);
    if (signal != null) {
      signal.close();
    }
  }
}
