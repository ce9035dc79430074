package io.nettycurl.netty.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
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
  private final Pipe pipe;
  private final Thread thread;
  private final ByteBuffer signal = ByteBuffer.allocateDirect(1);
  private final ByteBuffer sink = ByteBuffer.allocateDirect(16);
  private volatile boolean wanted;
  private volatile boolean watching;
  private volatile boolean signalled;
  private volatile boolean closed;

  private Readiness(CallerEngine engine, Pipe pipe) {
    this.engine = engine;
    this.pipe = pipe;
    this.thread = new Thread(this, "nettycurl-readiness");
    thread.setDaemon(true);
  }

  /** Starts to watch; null if the system refuses a pipe. */
  static Readiness start(CallerEngine engine) {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().configureBlocking(false);
      pipe.sink().configureBlocking(false);
      Readiness readiness = new Readiness(engine, pipe);
      readiness.thread.start();
      return readiness;
    } catch (IOException e) {
      return null;
    }
  }

  SelectableChannel channel() {
    return pipe.source();
  }

  /** A call wants in: sees the watching thread out. */
  void askForLoop() {
    if (Thread.currentThread() == thread) {
      return;
    }
    wanted = true;
    while (watching) {
      engine.loop().touch();
      Thread.onSpinWait();
    }
    if (signalled) {
      signalled = false;
      drain();
    }
  }

  /** The call is over: the watching may go on. */
  void giveLoopBack() {
    wanted = false;
    LockSupport.unpark(thread);
  }

  private void drain() {
    try {
      sink.clear();
      while (pipe.source().read(sink) > 0) {
        sink.clear();
      }
    } catch (IOException e) {
      closed = true;
    }
  }

  @Override
  public void run() {
    while (!closed) {
      if (wanted || signalled) {
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
        tell();
      }
      watching = false;
    }
  }

  private void tell() {
    signalled = true;
    try {
      signal.clear();
      pipe.sink().write(signal);
    } catch (IOException e) {
      closed = true;
    }
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      pipe.sink().close();
      pipe.source().close();
    } catch (IOException e) {
      // Nothing is lost with a pipe that does not close.
      return;
    }
  }
}
