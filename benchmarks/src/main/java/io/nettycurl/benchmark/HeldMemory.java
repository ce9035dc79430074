package io.nettycurl.benchmark;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.internal.PlatformDependent;
import io.nettycurl.netty.loop.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Owned by the main thread. What things hold, in heap and direct memory together, beyond what as
 * many bare channels of Netty's to the same server do. The server is a process of its own.
 */
final class HeldMemory implements AutoCloseable {
  private static final int SETTLE = 5;
  private static final int SETTLE_MS = 100;

  private final Process server;
  private final int port;

  HeldMemory() throws IOException {
    System.out.println("Java " + Runtime.version());
    server =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                AnswerServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
      port = Integer.parseInt(said.readLine());
    }
  }

  /** The server's address. */
  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** What is in use at the moment, garbage apart. */
  static long used() throws InterruptedException {
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
      Thread.sleep(SETTLE_MS);
    }
    long direct =
        ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider metrics
            ? metrics.metric().usedDirectMemory() + metrics.metric().usedHeapMemory()
            : PlatformDependent.usedDirectMemory();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct;
  }

  /** What a channel without a pipeline holds. */
  double bareChannel(int count) throws InterruptedException {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(1, Transport.preferred().newIoHandlerFactory(0));
    try {
      Bootstrap bootstrap =
          new Bootstrap()
              .group(group)
              .channelFactory(
                  () -> Transport.preferred().newSocket(InetAddress.getLoopbackAddress()))
              .handler(new Nothing());
      List<Channel> channels = new ArrayList<>();
      long before = used();
      for (int i = 0; i < count; i++) {
        channels.add(
            bootstrap
                .connect(InetAddress.getLoopbackAddress(), port)
                .syncUninterruptibly()
                .channel());
      }
      long after = used();
      channels.forEach(Channel::close);
      return (after - before) / (double) count;
    } finally {
      group.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  /** Says what was measured; the process ends with 1 where that is too much. */
  static void report(String what, double bare, double held, long bound) {
    System.out.printf("a bare channel: %.0f bytes%n", bare);
    System.out.printf("%s: %.0f bytes%n", what, held);
    System.out.printf("beyond the channel: %.0f bytes (bound %d)%n", held - bare, bound);
    if (held - bare > bound) {
      System.exit(1);
    }
  }

  @Override
  public void close() {
    server.destroy();
  }

  @ChannelHandler.Sharable
  private static final class Nothing extends ChannelInboundHandlerAdapter {}
}
