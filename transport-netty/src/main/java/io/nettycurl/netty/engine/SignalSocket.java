package io.nettycurl.netty.engine;

import io.netty.channel.unix.FileDescriptor;
import io.nettycurl.CurlSocket;
import io.nettycurl.netty.loop.Transport;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Raised by any thread, cleared by the one in the multi. A socket of the multi's own that is
 * readable while it is raised, for an application that waits with a loop of its own: what other
 * threads have to tell, such as a resolver, reaches it that way.
 */
abstract class SignalSocket implements CurlSocket {
  /** A lowered signal for whatever a loop stands on; null if the system refuses one. */
  static SignalSocket open(Transport transport) {
    if (transport == Transport.NIO) {
      SignalChannel channel = SignalChannel.open();
      return channel == null ? null : new OnChannel(channel);
    }
    try {
      return new OnDescriptors(FileDescriptor.pipe());
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * A signal that is there already, as a socket.
   *
   * @param signal which
   */
  static SignalSocket of(SignalChannel signal) {
    return new OnChannel(signal);
  }

  abstract void raise();

  abstract void clear();

  abstract void close();

  @Override
  public SelectableChannel selectableChannel() {
    return null;
  }

  @Override
  public int fd() {
    return -1;
  }

  @Override
  public <T> boolean setOption(SocketOption<T> option, T value) {
    return false;
  }

  /** There is no channel of Netty's under it. */
  @Override
  public Object engineChannel() {
    return null;
  }

  /** For a Selector. */
  private static final class OnChannel extends SignalSocket {
    private final SignalChannel signal;

    private OnChannel(SignalChannel signal) {
      this.signal = signal;
    }

    @Override
    void raise() {
      signal.raise();
    }

    @Override
    void clear() {
      signal.clear();
    }

    @Override
    void close() {
      signal.close();
    }

    @Override
    public SelectableChannel selectableChannel() {
      return signal.channel();
    }

    @Override
    public boolean isOpen() {
      return signal.channel().isOpen();
    }
  }

  /** For epoll and kqueue. */
  private static final class OnDescriptors extends SignalSocket {
    private final FileDescriptor source;
    private final FileDescriptor sink;
    private final AtomicBoolean raised = new AtomicBoolean();

    private OnDescriptors(FileDescriptor[] pipe) {
      this.source = pipe[0];
      this.sink = pipe[1];
    }

    @Override
    void raise() {
      if (raised.compareAndSet(false, true)) {
        try {
          sink.write(ByteBuffer.allocateDirect(1), 0, 1);
        } catch (IOException e) {
          raised.set(false);
        }
      }
    }

    /** There is a byte in the pipe if it is raised, or there will be at once. */
    @Override
    void clear() {
      if (raised.get()) {
        try {
          source.read(ByteBuffer.allocateDirect(1), 0, 1);
        } catch (IOException e) {
          close();
        }
        raised.set(false);
      }
    }

    @Override
    void close() {
      try {
        sink.close();
        source.close();
      } catch (IOException e) {
        raised.set(true);
      }
    }

    @Override
    public int fd() {
      return source.isOpen() ? source.intValue() : -1;
    }

    @Override
    public boolean isOpen() {
      return source.isOpen();
    }
  }
}
