package io.nettycurl.netty.engine;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.nettycurl.netty.transfer.Host;
import io.nettycurl.netty.transfer.TransferCore;
import java.util.concurrent.TimeUnit;

/**
 * Owned by its loop. Keeps a core going on a loop that has a thread of its own: what becomes ready
 * is done at the end of the present task, and one timer of the loop's stands for all deadlines.
 */
abstract class LoopHost implements Host {
  private final EventLoop loop;
  private TransferCore core;
  private boolean readyPlanned;
  private boolean timerPlanned;
  private ScheduledFuture<?> timer;
  private long timerAt;

  LoopHost(EventLoop loop) {
    this.loop = loop;
  }

  final void core(TransferCore theCore) {
    core = theCore;
  }

  final EventLoop loop() {
    return loop;
  }

  @Override
  public final void readySoon() {
    if (!readyPlanned) {
      readyPlanned = true;
      loop.execute(
          () -> {
            readyPlanned = false;
            core.runReady();
          });
    }
  }

  /** The heap changes after this is called, so it is looked at when the present task is over. */
  @Override
  public final void deadlineChanged() {
    if (!timerPlanned) {
      timerPlanned = true;
      loop.execute(this::planTimer);
    }
  }

  private void planTimer() {
    timerPlanned = false;
    long delay = core.nextDelayNanos();
    if (delay < 0) {
      cancelTimer();
      return;
    }
    long at = core.now() + delay;
    if (timer != null && timerAt - at <= 0) {
      // It fires early and finds nothing due, which is cheaper than moving it each time.
      return;
    }
    cancelTimer();
    timerAt = at;
    timer = loop.schedule(this::fire, delay, TimeUnit.NANOSECONDS);
  }

  private void fire() {
    timer = null;
    core.expireTimers();
    planTimer();
  }

  final void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  @Override
  public final boolean mayWait() {
    return false;
  }

  @Override
  public final boolean isPolling() {
    return false;
  }

  @Override
  public final boolean holdsEnough() {
    return false;
  }

  @Override
  public final void putOff(Runnable event) {
    event.run();
  }
}
