package io.nettycurl.netty.loop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueDomainSocketChannel;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.DomainSocketChannel;
import java.net.Inet4Address;
import java.net.InetAddress;

/** Immutable. Which of the system's I/O interfaces a loop stands on, and the channels for it. */
public enum Transport {
  /** Linux. */
  EPOLL {
    @Override
    public IoHandlerFactory newIoHandlerFactory(int maxEvents) {
      return EpollIoHandler.newFactory(maxEvents, DefaultSelectStrategyFactory.INSTANCE);
    }

    @Override
    public SocketChannel newSocket(InetAddress peer) {
      return new EpollSocketChannel(familyOf(peer));
    }

    @Override
    public ChannelFactory<ServerSocketChannel> serverSocket() {
      return EpollServerSocketChannel::new;
    }

    @Override
    public ChannelFactory<DomainSocketChannel> domainSocket() {
      return EpollDomainSocketChannel::new;
    }
  },
  /** BSD and macOS. */
  KQUEUE {
    @Override
    public IoHandlerFactory newIoHandlerFactory(int maxEvents) {
      return KQueueIoHandler.newFactory(maxEvents, DefaultSelectStrategyFactory.INSTANCE);
    }

    @Override
    public SocketChannel newSocket(InetAddress peer) {
      return new KQueueSocketChannel(familyOf(peer));
    }

    @Override
    public ChannelFactory<ServerSocketChannel> serverSocket() {
      return KQueueServerSocketChannel::new;
    }

    @Override
    public ChannelFactory<DomainSocketChannel> domainSocket() {
      return KQueueDomainSocketChannel::new;
    }
  },
  /** Everywhere. */
  NIO {
    @Override
    public IoHandlerFactory newIoHandlerFactory(int maxEvents) {
      return NioIoHandler.newFactory();
    }

    @Override
    public SocketChannel newSocket(InetAddress peer) {
      return new Selectable.Socket();
    }

    @Override
    public ChannelFactory<ServerSocketChannel> serverSocket() {
      return Selectable.Server::new;
    }

    @Override
    public ChannelFactory<DomainSocketChannel> domainSocket() {
      return null;
    }

    @Override
    public Channel adopt(Object made) {
      return made instanceof java.nio.channels.SocketChannel socket
          ? new Selectable.Socket(socket)
          : super.adopt(made);
    }

    @Override
    public ServerSocketChannel adoptListening(Object made) {
      return made instanceof java.nio.channels.ServerSocketChannel socket
          ? new Selectable.Server(socket)
          : super.adoptListening(made);
    }
  };

  /** The best that loads on this machine. */
  public static Transport preferred() {
    return Preferred.TRANSPORT;
  }

  /** Asking loads native libraries, so it is done once and when needed. */
  private static final class Preferred {
    static final Transport TRANSPORT =
        Epoll.isAvailable() ? EPOLL : KQueue.isAvailable() ? KQUEUE : NIO;
  }

  /**
   * What a loop stands on.
   *
   * @param loop a loop of anybody's
   * @return the transport
   * @throws IllegalArgumentException for a loop of another kind
   */
  public static Transport of(EventLoop loop) {
    if (loop instanceof IoEventLoop) {
      IoEventLoopGroup io = (IoEventLoop) loop;
      if (io.isIoType(NioIoHandler.class)) {
        return NIO;
      }
      if (io.isIoType(EpollIoHandler.class)) {
        return EPOLL;
      }
      if (io.isIoType(KQueueIoHandler.class)) {
        return KQUEUE;
      }
    }
    throw new IllegalArgumentException("neither epoll, kqueue nor NIO: " + loop);
  }

  /**
   * What makes the I/O part of a loop.
   *
   * @param maxEvents how many events one wait may give, where that can be set
   */
  public abstract IoHandlerFactory newIoHandlerFactory(int maxEvents);

  /**
   * Makes a TCP channel.
   *
   * @param peer what it will connect to; the socket is of that family, which costs the system less
   *     than one that can do both
   */
  public abstract SocketChannel newSocket(InetAddress peer);

  private static SocketProtocolFamily familyOf(InetAddress peer) {
    return peer instanceof Inet4Address ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
  }

  /** Makes listening TCP channels. */
  public abstract ChannelFactory<ServerSocketChannel> serverSocket();

  /** Makes unix domain channels; null if it cannot. */
  public abstract ChannelFactory<DomainSocketChannel> domainSocket();

  /**
   * A socket to listen on that the application made, as a channel.
   *
   * @param made what it gave
   * @return null if that is nothing a loop could use
   */
  public ServerSocketChannel adoptListening(Object made) {
    return made instanceof ServerSocketChannel channel ? channel : null;
  }

  /**
   * A socket that the application made, as a channel.
   *
   * @param made what it gave
   * @return null if that is nothing a loop could use
   */
  public Channel adopt(Object made) {
    return made instanceof Channel channel ? channel : null;
  }
}
