package io.nettycurl.benchmark;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Any thread. Answers everything that comes in one piece with the same few bytes: whoever measures
 * a client wants to see as little as possible of a server.
 */
final class AnswerServer implements AutoCloseable {
  /** Where only half of the body is sent. */
  static final String HALF = "/half";

  private static final ByteBuf WHOLE_ANSWER = answer(5);
  private static final ByteBuf HALF_ANSWER = answer(10);
  private static final int PATH_AT = "GET /".length();
  private static final int BACKLOG = 4096;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Channel channel;

  AnswerServer() {
    channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel child) {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    child.closeFuture().addListener(ignored -> open.decrementAndGet());
                    child.pipeline().addLast(new Answer());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  private static ByteBuf answer(int length) {
    String text = "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nhello";
    return Unpooled.unreleasableBuffer(
        Unpooled.directBuffer().writeBytes(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * Runs one until its input ends; says its port first.
   *
   * @param args none
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] args) throws IOException {
    try (AnswerServer server = new AnswerServer()) {
      System.out.println(server.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /** How many connections there were at the same time. */
  int most() {
    return most.get();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static final class Answer extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      ByteBuf request = (ByteBuf) msg;
      boolean half = request.getByte(request.readerIndex() + PATH_AT) == HALF.charAt(1);
      request.release();
      ctx.writeAndFlush((half ? HALF_ANSWER : WHOLE_ANSWER).duplicate());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
