package io.nettycurl.examples.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;

/**
 * Any thread. An HTTP/1.1 server that passes each request on to another server and the response
 * back, everything of one client on one event loop: its channel, the multi, the connection to the
 * other server. The loops are borrowed.
 */
public final class Gateway implements AutoCloseable {
  /** How much of a response may wait for a slow client before its transfer is paused. */
  static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(128 * 1024, 256 * 1024);

  private static final int FLUSHES = 256;
  private static final int SILENT_SECONDS = 60;

  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final Upstream upstream;
  private final Channel server;

  /**
   * Starts it.
   *
   * @param loops NIO; never shut down
   * @param address where to listen
   * @param upstream whom to ask
   */
  Gateway(EventLoopGroup loops, InetSocketAddress address, Upstream upstream) {
    this.upstream = upstream;
    server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    accept(client);
                  }
                })
            .bind(address)
            .syncUninterruptibly()
            .channel();
  }

  private void accept(Channel client) {
    clients.add(client);
    client
        .pipeline()
        .addLast(
            // What one read from the other server brings goes out with one write.
            new FlushConsolidationHandler(FLUSHES, true),
            new HttpServerCodec(),
            new HttpServerKeepAliveHandler(),
            new HttpServerExpectContinueHandler(),
            // Without it, one read gives more messages than were asked for.
            new FlowControlHandler(),
            new GatewayHandler(upstream));
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** The clients' channels. */
  ChannelGroup clients() {
    return clients;
  }

  /** Hangs up on everybody. Not to be called on one of the loops. */
  @Override
  public void close() {
    server.close().syncUninterruptibly();
    clients.close().awaitUninterruptibly();
    upstream.close();
  }

  /** Listens on the port of the first argument, asks the server whose URL is the second. */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: gateway <port> <upstream-url>");
      System.exit(2);
    }
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    InetSocketAddress address = new InetSocketAddress(Integer.parseInt(args[0]));
    Gateway gateway = new Gateway(loops, address, new Upstream(args[1], SILENT_SECONDS));
    System.out.println("http://localhost:" + gateway.address().getPort() + " -> " + args[1]);
    gateway.server.closeFuture().syncUninterruptibly();
  }
}
