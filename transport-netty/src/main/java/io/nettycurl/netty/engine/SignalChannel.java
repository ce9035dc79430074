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

  void clear() {
    if (raised.getAndSet(false)) {
      try {
        scratch.clear();
        while (pipe.source().read(scratch) > 0) {
          scratch.clear();
        }
      } catch (IOException e) {
        raised.set(false);
      }
    }
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
