package io.nettycurl.netty.engine;

import java.nio.channels.SelectableChannel;
import java.util.concurrent.locks.LockSupport;

/**
 * Any thread. Makes a channel readable when perform has something to do, for applications that wait
 * with a Selector of their own. The JVM has no way to put the loop's own descriptors into such a
 * Selector, so while nobody is in the multi a daemon thread waits there instead: the loop may move
 * between threads. It calls nobody, and leaves at once when a call wants in. There is no such
 * thread before the channel is asked for.
 */
final class Readiness implements Runnable {
  private static final long WATCH_NANOS = 1_000_000_000L;

  private final CallerEngine engine;
  private final SignalChannel signal;
  private final Thread thread;
  private volatile boolean wanted;
  private volatile boolean watching;
  private volatile boolean closed;

  private Readiness(CallerEngine engine, SignalChannel signal) {
    this.engine = engine;
    this.signal = signal;
    this.thread = new Thread(this, "nettycurl-readiness");
    thread.setDaemon(true);
  }

  /** Starts to watch; null if the system refuses a pipe. */
  static Readiness start(CallerEngine engine) {
    SignalChannel signal = SignalChannel.open();
    if (signal == null) {
      return null;
    }
    Readiness readiness = new Readiness(engine, signal);
    readiness.thread.start();
    return readiness;
  }

  SelectableChannel channel() {
    return signal.channel();
  }

  /** A call wants in: sees the watching thread out. */
  void askForLoop() {
    if (Thread.currentThread() == thread) {
      return;
    }
    wanted = true;
    while (watching) {
      engine.loop().nudge();
      Thread.onSpinWait();
    }
    signal.clear();
  }

  /** The call is over: the watching may go on. */
  void giveLoopBack() {
    wanted = false;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    while (!closed) {
      if (wanted || signal.isRaised()) {
        LockSupport.parkNanos(this, WATCH_NANOS);
        continue;
      }
      watching = true;
      boolean due = false;
      if (!wanted && engine.loop().enter()) {
        try {
          due = engine.watch(WATCH_NANOS);
        } finally {
          engine.loop().leave();
        }
      }
      if (due && !wanted) {
        signal.raise();
      }
      watching = false;
    }
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
    signal.close();
  }
}
