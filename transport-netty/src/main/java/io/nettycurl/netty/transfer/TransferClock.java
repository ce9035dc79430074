package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.loop.Timers;
import io.nettycurl.netty.spi.TransferTimer;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the loop. The times of one transfer: the total limit and the connect phase's, the look
 * at its speed once a second, and what the protocol wants to be reminded of.
 */
final class TransferClock {
  private static final long MILLISECOND = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long DEFAULT_CONNECT_TIMEOUT_MS = 300_000L;

  private final Transfer transfer;
  private final Progress progress;
  private final Deadline deadline = new Deadline();
  private final Tick tick = new Tick();
  private final List<ProtocolTimer> protocolTimers = new ArrayList<>();
  private boolean showsProgress;
  private boolean ticks;

  /** Whether the limits are to run only when it has left the queue, and it has not. */
  private boolean held;

  /** When the limits began to run. */
  private long since;

  TransferClock(Transfer transfer, Progress progress) {
    this.transfer = transfer;
    this.progress = progress;
  }

  void start(long now) {
    OptionValues options = transfer.options();
    showsProgress = !options.on(CurlOpt.NOPROGRESS);
    boolean minds =
        options.number(CurlOpt.LOW_SPEED_LIMIT) > 0 && options.number(CurlOpt.LOW_SPEED_TIME) > 0;
    held = options.on(NettyOpt.TIMEOUT_AFTER_QUEUE);
    since = now;
    ticks = showsProgress || minds;
    startTick(now);
  }

  private void startTick(long now) {
    if (ticks) {
      transfer.core().timers().set(tick, now + SECOND);
    }
  }

  /** It waited on another loop until now. */
  void goOn() {
    startTick(transfer.core().nanoTime());
    setDeadline(true);
  }

  /** It has a place, or needs none. */
  void leftQueue(long now) {
    if (held) {
      held = false;
      since = now;
      setDeadline(true);
    }
  }

  /** The limit that holds now: the total one, or the connect phase's if that is earlier. */
  void setDeadline(boolean connecting) {
    if (held) {
      return;
    }
    OptionValues options = transfer.options();
    long total = options.number(CurlOpt.TIMEOUT_MS);
    long limit = total > 0 ? since + total * MILLISECOND : Long.MAX_VALUE;
    boolean limited = total > 0;
    if (connecting) {
      long connect = options.number(CurlOpt.CONNECTTIMEOUT_MS);
      long hopStart = progress.hopStartTime();
      long until =
          (since - hopStart > 0 ? since : hopStart)
              + (connect > 0 ? connect : DEFAULT_CONNECT_TIMEOUT_MS) * MILLISECOND;
      limit = !limited || until - limit < 0 ? until : limit;
      limited = true;
    }
    if (limited) {
      transfer.core().timers().set(deadline, limit);
    } else if (deadline.isSet()) {
      transfer.core().timers().clear(deadline);
    }
  }

  /** The hop is over. */
  void endHop() {
    for (ProtocolTimer timer : protocolTimers) {
      transfer.core().timers().clear(timer);
    }
    protocolTimers.clear();
  }

  /** The protocol is done and the user is not: what is left are the total limit and progress. */
  void heldBack() {
    setDeadline(false);
    startTick(transfer.core().nanoTime());
  }

  void stop() {
    if (tick.isSet()) {
      transfer.core().timers().clear(tick);
    }
    if (deadline.isSet()) {
      transfer.core().timers().clear(deadline);
    }
  }

  boolean showsProgress() {
    return showsProgress;
  }

  CurlCode tellProgress() {
    progress.publish(transfer.core().nanoTime());
    return transfer
        .delivery()
        .progress(
            Math.max(0, progress.downloadSize()),
            progress.received(),
            Math.max(0, progress.uploadSize()),
            progress.sent());
  }

  TransferTimer schedule(Runnable task, long delayMs) {
    ProtocolTimer timer = new ProtocolTimer(task);
    protocolTimers.add(timer);
    transfer.core().timers().set(timer, transfer.core().nanoTime() + delayMs * MILLISECOND);
    return timer;
  }

  private final class Deadline extends Timers.Entry {
    @Override
    protected void expired() {
      if (transfer.isUnderWay()) {
        transfer.fail(CurlCode.OPERATION_TIMEDOUT, message());
      }
    }

    private String message() {
      long ms = progress.elapsedMs(transfer.core().nanoTime());
      if (!transfer.isPerforming()) {
        return "Connection timed out after " + ms + " milliseconds";
      }
      String outOf = progress.downloadSize() >= 0 ? " out of " + progress.downloadSize() : "";
      return "Operation timed out after "
          + ms
          + " milliseconds with "
          + progress.received()
          + outOf
          + " bytes received";
    }
  }

  private final class Tick extends Timers.Entry {
    @Override
    protected void expired() {
      if (!transfer.isUnderWay()) {
        return;
      }
      long now = transfer.core().nanoTime();
      transfer.core().timers().set(this, now + SECOND);
      OptionValues options = transfer.options();
      if (transfer.isPaused() || transfer.isDraining()) {
        progress.forgiveSlowness();
      } else if (progress.tooSlow(
          now, options.number(CurlOpt.LOW_SPEED_LIMIT), options.number(CurlOpt.LOW_SPEED_TIME))) {
        transfer.fail(CurlCode.OPERATION_TIMEDOUT, tooSlow(options));
        return;
      }
      CurlCode code = showsProgress ? tellProgress() : CurlCode.OK;
      if (code != CurlCode.OK) {
        transfer.fail(code, null);
      }
    }

    private String tooSlow(OptionValues options) {
      return "Operation too slow. Less than "
          + options.number(CurlOpt.LOW_SPEED_LIMIT)
          + " bytes/sec transferred the last "
          + options.number(CurlOpt.LOW_SPEED_TIME)
          + " seconds";
    }
  }

  private final class ProtocolTimer extends Timers.Entry implements TransferTimer {
    private final Runnable task;

    private ProtocolTimer(Runnable task) {
      this.task = task;
    }

    @Override
    protected void expired() {
      protocolTimers.remove(this);
      task.run();
    }

    @Override
    public void cancel() {
      protocolTimers.remove(this);
      transfer.core().timers().clear(this);
    }
  }
}
