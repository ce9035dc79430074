package io.nettycurl.behaviour;

import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Owned by the test's thread. What an application waits with that has a loop of its own. */
interface OwnLoop extends AutoCloseable {
  /** Waits for a socket from now on, or no more. */
  void watch(CurlSocket socket, long what);

  /** Waits; gives those that are ready. */
  List<CurlSocket> await(long millis);

  @Override
  void close();

  /** With a Selector. */
  final class OfSelector implements OwnLoop {
    private final Selector selector = open();

    private static Selector open() {
      try {
        return Selector.open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void watch(CurlSocket socket, long what) {
      try {
        boolean remove = what == CurlSymbols.CURL_POLL_REMOVE;
        if (socket.isOpen()) {
          int ops = remove ? 0 : socket.selectionOps(what);
          socket.selectableChannel().register(selector, ops, socket);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<CurlSocket> await(long millis) {
      try {
        selector.select(Math.max(1, millis));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      List<CurlSocket> ready = new ArrayList<>();
      for (SelectionKey key : selector.selectedKeys()) {
        ready.add((CurlSocket) key.attachment());
      }
      selector.selectedKeys().clear();
      return ready;
    }

    @Override
    public void close() {
      try {
        selector.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** With an epoll of its own, which knows nothing but numbers of descriptors. */
  final class OfEpoll implements OwnLoop {
    private final ManualIoEventLoop loop =
        new ManualIoEventLoop(Thread.currentThread(), EpollIoHandler.newFactory());
    private final Map<CurlSocket, IoRegistration> watched = new IdentityHashMap<>();
    private final List<CurlSocket> ready = new ArrayList<>();

    /** One descriptor; its number is all that counts. */
    private final class Handle implements EpollIoHandle {
      private final CurlSocket socket;
      private final FileDescriptor fd;

      private Handle(CurlSocket socket) {
        this.socket = socket;
        this.fd = new FileDescriptor(socket.fd());
      }

      @Override
      public FileDescriptor fd() {
        return fd;
      }

      @Override
      public void handle(IoRegistration registration, IoEvent event) {
        ready.add(socket);
      }

      @Override
      public void close() {}
    }

    @Override
    public void watch(CurlSocket socket, long what) {
      IoRegistration before = watched.remove(socket);
      if (before != null) {
        before.cancel();
      }
      if (what == CurlSymbols.CURL_POLL_REMOVE) {
        return;
      }
      IoRegistration made = loop.register(new Handle(socket)).syncUninterruptibly().getNow();
      EpollIoOps ops = EpollIoOps.NONE;
      if ((what & CurlSymbols.CURL_POLL_IN) != 0) {
        ops = ops.with(EpollIoOps.EPOLLIN);
      }
      if ((what & CurlSymbols.CURL_POLL_OUT) != 0) {
        ops = ops.with(EpollIoOps.EPOLLOUT);
      }
      made.submit(ops);
      watched.put(socket, made);
    }

    @Override
    public List<CurlSocket> await(long millis) {
      loop.run(TimeUnit.MILLISECONDS.toNanos(Math.max(1, millis)));
      List<CurlSocket> found = new ArrayList<>(ready);
      ready.clear();
      return found;
    }

    @Override
    public void close() {
      watched.values().forEach(IoRegistration::cancel);
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      while (!loop.isTerminated()) {
        loop.runNow();
      }
    }
  }
}
