package io.nettycurl.netty.engine;

import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.NotifyCallback;
import io.nettycurl.netty.transfer.Transfer;
import io.nettycurl.option.CurlMultiOpt;
import java.util.ArrayDeque;
import java.util.function.Predicate;

/**
 * Owned by the thread that drives the multi. What the application asked to be notified of
 * (NOTIFYFUNCTION): kept while transfers run, told at the end of the call.
 */
final class Notifications {
  private record Entry(long type, Transfer about) {}

  private final CurlMulti multi;
  private final EngineSettings settings;
  private final Predicate<Transfer> known;
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private volatile long enabled;

  /**
   * For one multi.
   *
   * @param multi the handle, as the callback gets it
   * @param settings has the callback
   * @param known whether a transfer is still in the multi
   */
  Notifications(CurlMulti multi, EngineSettings settings, Predicate<Transfer> known) {
    this.multi = multi;
    this.settings = settings;
    this.known = known;
  }

  /** Any thread: turns a kind on or off; UNKNOWN_OPTION if there is no such kind. */
  synchronized CurlMultiCode enable(long type, boolean on) {
    if (type < 0 || type > CurlSymbols.CURLMNOTIFY_EASY_DONE) {
      return CurlMultiCode.UNKNOWN_OPTION;
    }
    enabled = on ? enabled | 1L << type : enabled & ~(1L << type);
    return CurlMultiCode.OK;
  }

  private boolean isOn(long type) {
    return (enabled & 1L << type) != 0;
  }

  /**
   * Something happened.
   *
   * @param type a {@code CURLMNOTIFY_*} value
   * @param about the transfer; null if it is about the multi
   */
  void add(long type, Transfer about) {
    if (isOn(type) && settings.get(CurlMultiOpt.NOTIFYFUNCTION) != null) {
      waiting.add(new Entry(type, about));
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Tells all, those included that come up meanwhile. An exception is the application's own. */
  void tell() {
    for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
      NotifyCallback function = settings.get(CurlMultiOpt.NOTIFYFUNCTION);
      boolean gone = entry.about() != null && !known.test(entry.about());
      if (function != null && !gone && isOn(entry.type())) {
        CurlEasy easy = entry.about() == null ? null : entry.about().state().easy();
        function.notify(multi, entry.type(), easy, settings.get(CurlMultiOpt.NOTIFYDATA));
      }
    }
  }
}
