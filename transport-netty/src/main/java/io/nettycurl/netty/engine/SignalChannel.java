package io.nettycurl.netty.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** Raised by any thread, cleared by the user's. A channel that is readable while it is raised. */
final class SignalChannel {
  private final Pipe pipe;
  private final AtomicBoolean raised = new AtomicBoolean();
  private final ByteBuffer scratch = ByteBuffer.allocate(16);

  private SignalChannel(Pipe pipe) {
    this.pipe = pipe;
  }

  /** A lowered signal; null if the system refuses a pipe. */
  static SignalChannel open() {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().configureBlocking(false);
      pipe.sink().configureBlocking(false);
      return new SignalChannel(pipe);
    } catch (IOException e) {
      return null;
    }
  }

  SelectableChannel channel() {
    return pipe.source();
  }

  boolean isRaised() {
    return raised.get();
  }

  void raise() {
    if (raised.compareAndSet(false, true)) {
      try {
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));
      } catch (IOException e) {
        raised.set(false);
      }
    }
  }

  /**
   * The byte is taken before the mark, or another thread could raise the mark and lose its byte.
   * Whoever finds the mark raised needs not raise it: what there is to do is looked at after this.
   */
  void clear() {
    try {
      while (raised.get() && pipe.source().read(scratch.clear()) == 0) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      // Nobody can wait for it any more.
      close();
    }
    raised.set(false);
  }

  void close() {
    try {
      pipe.sink().close();
      pipe.source().close();
    } catch (IOException e) {
      raised.set(false);
    }
  }
}
