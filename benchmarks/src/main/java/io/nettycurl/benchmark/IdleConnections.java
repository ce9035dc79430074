package io.nettycurl.benchmark;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.internal.PlatformDependent;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
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
 * Owned by the main thread. What an idle pooled connection holds: as many bare channels of Netty's
 * are opened first, to the same server, and what they hold is taken off. The server is a process of
 * its own.
 */
public final class IdleConnections {
  private static final int BATCH = 200;
  private static final int SETTLE = 5;
  private static final long BOUND = 4096;

  private IdleConnections() {}

  /** Measures so many connections, 10,000 by default. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    System.out.println("Java " + Runtime.version());
    Process server =
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
      int port = Integer.parseInt(said.readLine());
      pooled(port, BATCH);
      double bare = bare(port, count);
      double pooled = pooled(port, count);
      System.out.printf("a bare channel: %.0f bytes%n", bare);
      System.out.printf("an idle pooled connection: %.0f bytes%n", pooled);
      System.out.printf("beyond the channel: %.0f bytes (bound %d)%n", pooled - bare, BOUND);
      if (pooled - bare > BOUND) {
        System.exit(1);
      }
    } finally {
      server.destroy();
    }
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
      Thread.sleep(100);
    }
    long direct =
        ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider metrics
            ? metrics.metric().usedDirectMemory() + metrics.metric().usedHeapMemory()
            : PlatformDependent.usedDirectMemory();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct;
  }

  private static double bare(int port, int count) throws InterruptedException {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(1, Transport.preferred().newIoHandlerFactory(0));
    try {
      Bootstrap bootstrap =
          new Bootstrap()
              .group(group)
              .channelFactory(Transport.preferred().socket())
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

  @io.netty.channel.ChannelHandler.Sharable
  private static final class Nothing extends ChannelInboundHandlerAdapter {}

  private static double pooled(int port, int count) throws InterruptedException {
    try (CurlMulti multi = CurlMulti.init()) {
      multi.setopt(CurlMultiOpt.MAXCONNECTS, 2 * count);
      long before = used();
      for (int done = 0; done < count; done += BATCH) {
        fetch(multi, "http://127.0.0.1:" + port + "/", Math.min(BATCH, count - done));
      }
      long after = used();
      return (after - before) / (double) count;
    }
  }

  /** Each over a connection of its own, which is kept. */
  private static void fetch(CurlMulti multi, String url, int count) {
    for (int i = 0; i < count; i++) {
      CurlEasy easy = CurlEasy.init();
      easy.setopt(CurlOpt.URL, url);
      easy.setopt(CurlOpt.FRESH_CONNECT, 1);
      easy.setopt(CurlOpt.WRITEFUNCTION, (data, userdata) -> data.remaining());
      multi.addHandle(easy);
    }
    int done = 0;
    while (done < count) {
      multi.perform();
      for (CurlMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
        if (m.result() != CurlCode.OK) {
          throw new IllegalStateException(m.result().toString());
        }
        multi.removeHandle(m.easy());
        done++;
      }
      if (done < count) {
        multi.poll(1000);
      }
    }
  }
}
