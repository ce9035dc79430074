package io.nettycurl.netty.engine;

import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.loop.CallerLoop;
import io.nettycurl.netty.loop.Gate;
import io.nettycurl.netty.loop.NettySocket;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.transfer.TransferCore;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Owned by the thread inside the engine. How a caller waits until there is something to perform:
 * for the loop alone, or for the application's own sockets beside it. Reads into the gate meanwhile
 * and calls nobody.
 */
final class CallerWait {
  private static final long MILLISECOND = 1_000_000L;

  private final CallerEngine engine;
  private final CallerLoop loop;
  private final Gate gate;
  private final TransferCore core;
  private boolean polled;
  private volatile boolean watchedWakeup;
  private volatile boolean untoldWakeup;
  private int ready;
  private int arrivals;

  CallerWait(CallerEngine engine, CallerLoop loop, Gate gate, TransferCore core) {
    this.engine = engine;
    this.loop = loop;
    this.gate = gate;
    this.core = core;
  }

  /** Whether anything may have been read since the last perform. */
  boolean hasPolled() {
    return polled;
  }

  /** What was read has been given to whom it is for. */
  void performed() {
    polled = false;
    untoldWakeup = false;
  }

  /** Reads what is there, without waiting. */
  void pollOnce() {
    polled = true;
    loop.pollIo(0);
  }

  /** How many sockets the last wait ended for. */
  int ready() {
    return ready;
  }

  /** Something came for an application that receives by itself. */
  void arrived() {
    // A poll that is told once too often does no harm.
    arrivals = 1;
  }

  /**
   * Waits.
   *
   * @param extra the application's own sockets
   * @param timeoutMs for how long at most
   * @param sleepsIdle whether it waits even if there is nothing of the multi's to wait for
   */
  CurlMultiCode await(List<CurlWaitFd> extra, int timeoutMs, boolean sleepsIdle) {
    if (timeoutMs < 0) {
      return CurlMultiCode.BAD_FUNCTION_ARGUMENT;
    }
    ready = 0;
    if (!extra.isEmpty()) {
      return extra.stream().anyMatch(fd -> fd.channel() == null)
          ? awaitNumbers(extra, timeoutMs)
          : awaitWith(extra, timeoutMs);
    }
    CurlMultiCode code = engine.comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (sleepsIdle || core.shared().open() > 0 || engine.hasWork()) {
        pollLoop(timeoutMs * MILLISECOND);
      }
      return CurlMultiCode.OK;
    } finally {
      engine.goOut();
    }
  }

  /** Waits for sockets of other multis, which epoll knows by their numbers. */
  private CurlMultiCode awaitNumbers(List<CurlWaitFd> extra, int timeoutMs) {
    boolean numbers = extra.stream().allMatch(fd -> fd.channel() == null && fd.socket().fd() >= 0);
    if (!numbers || loop.transport() != Transport.EPOLL) {
      return CurlMultiCode.BAD_FUNCTION_ARGUMENT;
    }
    CurlMultiCode code = engine.comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    List<FdWatch> watches = new ArrayList<>();
    try {
      for (CurlWaitFd fd : extra) {
        fd.revents(0);
        boolean own = fd.socket() instanceof NettySocket netty && core.sockets().of(netty) != null;
        if (!own) {
          watches.add(FdWatch.start(loop, fd, this::arrived));
        }
      }
      pollLoop(timeoutMs * MILLISECOND);
      ready = gate.channels() + (int) extra.stream().filter(fd -> fd.revents() != 0).count();
      return CurlMultiCode.OK;
    } finally {
      watches.forEach(FdWatch::stop);
      engine.goOut();
    }
  }

  /** Waits with a Selector, in which the readiness channel stands for everything of the multi's. */
  private CurlMultiCode awaitWith(List<CurlWaitFd> extra, int timeoutMs) {
    CurlMultiCode code = engine.comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    boolean due;
    long wait;
    try {
      due = takeWakeup() || engine.hasWork();
      wait = Math.min(timeoutMs * MILLISECOND, dueNanos(timeoutMs * MILLISECOND));
    } finally {
      engine.goOut();
    }
    SelectableChannel own = engine.readinessChannel();
    if (own == null) {
      return CurlMultiCode.UNRECOVERABLE_POLL;
    }
    ready = ExtraChannels.await(own, extra, due ? 0 : wait / MILLISECOND);
    takeWakeup();
    if (ready < 0) {
      return CurlMultiCode.UNRECOVERABLE_POLL;
    }
    ready += gate.channels();
    return CurlMultiCode.OK;
  }

  /** Reads into the gate until something is there, a timer is due, or the time is up. */
  private void pollLoop(long nanos) {
    long deadline = core.now() + nanos;
    while (true) {
      if (!gate.isEmpty() || loop.hasWork() || arrivals > 0) {
        // Reading on would pile up, and would keep tasks from ever having their turn.
        takeWakeup();
        break;
      }
      polled = true;
      if (takeWakeup() || engine.hasWork()) {
        loop.pollIo(0);
        break;
      }
      long left = deadline - core.now();
      if (left <= 0) {
        loop.pollIo(0);
        break;
      }
      loop.pollIo(dueNanos(left));
    }
    ready = gate.channels() + arrivals;
    arrivals = 0;
  }

  /** For how long to wait at most, as something is due then. */
  long dueNanos(long most) {
    long timer = core.nextDelayNanos();
    long task = loop.nextTaskDelayNanos();
    long due = most;
    if (timer >= 0) {
      due = Math.min(due, timer);
    }
    if (task >= 0) {
      due = Math.min(due, task);
    }
    return due;
  }

  /**
   * Waits on the thread of {@link Readiness}; gives whether there is something to perform, or a
   * wakeup to be told of. That takes the wakeup off the loop, which could not wait otherwise.
   */
  boolean watch(long nanos) {
    if (!engine.hasWork() && !isWoken()) {
      polled = true;
      loop.pollIo(dueNanos(nanos));
    }
    return isWoken() || engine.hasWork();
  }

  /** On that thread: a wakeup counts until somebody performs, or a poll returns for it. */
  private boolean isWoken() {
    if (loop.consumeWakeup()) {
      watchedWakeup = true;
      untoldWakeup = true;
    }
    return untoldWakeup;
  }

  private boolean takeWakeup() {
    boolean woken = loop.consumeWakeup();
    woken |= watchedWakeup;
    watchedWakeup = false;
    untoldWakeup = false;
    return woken;
  }
}
