package io.nettycurl.netty.loop;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A channel on NIO that shows what a Selector of the application's own can wait for. */
interface Selectable {
  /** The JDK's channel. */
  SelectableChannel selectable();

  /** Owned by the loop. */
  final class Socket extends NioSocketChannel implements Selectable {
    /** A new one. */
    Socket() {}

    /** One that the application made; it is non-blocking from now on. */
    Socket(SocketChannel made) {
      super(made);
    }

    private Socket(Channel parent, SocketChannel accepted) {
      super(parent, accepted);
    }

    @Override
    public SelectableChannel selectable() {
      return javaChannel();
    }
  }

  /** Owned by the loop. */
  final class Server extends NioServerSocketChannel implements Selectable {
    /** A new one. */
    Server() {}

    /** One that the application made; it is non-blocking from now on. */
    Server(ServerSocketChannel made) {
      super(made);
    }

    @Override
    public SelectableChannel selectable() {
      return javaChannel();
    }

    /** As Netty's own, but for the class of what it accepts. */
    @Override
    protected int doReadMessages(List<Object> into) throws IOException {
      SocketChannel accepted = javaChannel().accept();
      if (accepted == null) {
        return 0;
      }
      into.add(new Socket(this, accepted));
      return 1;
    }
  }
}
