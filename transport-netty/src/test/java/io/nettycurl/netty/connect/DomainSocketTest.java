package io.nettycurl.netty.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.ConnectHarness.Outcome;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.OptionValues;
import io.nettycurl.option.ProxyOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainSocketTest {
  @TempDir Path dir;
  private final OptionValues options = new OptionValues();

  private Outcome connect(String listenOn) {
    assumeTrue(Epoll.isAvailable(), "no epoll");
    var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    try (ConnectHarness harness = new ConnectHarness(Transport.EPOLL)) {
      Channel listening =
          new ServerBootstrap()
              .group(group)
              .channel(EpollServerDomainSocketChannel.class)
              .childHandler(
                  new ChannelInboundHandlerAdapter() {
                    @Override
                    public boolean isSharable() {
                      return true;
                    }

                    @Override
                    public void channelActive(ChannelHandlerContext ctx) {
                      ctx.writeAndFlush(
                          Unpooled.copiedBuffer(TestServer.GREETING, StandardCharsets.US_ASCII));
                    }
                  })
              .bind(new DomainSocketAddress(listenOn))
              .syncUninterruptibly()
              .channel();
      Outcome outcome = harness.connect(ConnectHarness.PLAIN, "origin.test", 80, options);
      if (outcome.code == CurlCode.OK) {
        outcome.awaitText("\n");
        assertNull(Connector.remote(outcome.channel));
      }
      listening.close().syncUninterruptibly();
      return outcome;
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  @Test
  void inTheFileSystem() {
    String path = dir.resolve("s").toString();
    options.set(ConnectionOptions.UNIX_SOCKET_PATH, path);
    options.set(ProxyOptions.PROXY, "http://ignored.test");
    Outcome outcome = connect(path);
    assertEquals(CurlCode.OK, outcome.code, outcome.message);
  }

  @Test
  void inTheAbstractNamespace() {
    String name = "nettycurl-" + ProcessHandle.current().pid();
    options.set(ConnectionOptions.ABSTRACT_UNIX_SOCKET, name);
    Outcome outcome = connect("\0" + name);
    assertEquals(CurlCode.OK, outcome.code, outcome.message);
  }

  @Test
  void withHaproxyLine() {
    String path = dir.resolve("s").toString();
    options.set(ConnectionOptions.UNIX_SOCKET_PATH, path);
    options.set(ProxyOptions.HAPROXYPROTOCOL, 1L);
    assertEquals(CurlCode.OK, connect(path).code);
  }

  @Test
  void nobodyListens() {
    options.set(ConnectionOptions.UNIX_SOCKET_PATH, dir.resolve("none").toString());
    Outcome outcome = connect(dir.resolve("s").toString());
    assertEquals(CurlCode.COULDNT_CONNECT, outcome.code);
    assertEquals(2, outcome.osErrno);
  }

  @Test
  void pathTooLong() {
    options.set(ConnectionOptions.UNIX_SOCKET_PATH, "/" + "a".repeat(200));
    assertEquals(CurlCode.COULDNT_RESOLVE_HOST, connect(dir.resolve("s").toString()).code);
  }
}
