package io.nettycurl.netty.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BareSocketTest {
  private static final byte[] TEXT = "GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII);

  private EventLoopGroup group;
  private ServerSocket server;
  private Channel channel;
  private Socket peer;

  @BeforeEach
  void connect() throws Exception {
    Transport transport = Transport.preferred();
    assumeFalse(transport == Transport.NIO, "its channels have no number to send to");
    group = new MultiThreadIoEventLoopGroup(1, transport.newIoHandlerFactory(16));
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    channel =
        new Bootstrap()
            .group(group)
            .channelFactory(() -> transport.newSocket(server.getInetAddress()))
            .handler(new ChannelInboundHandlerAdapter())
            .connect(server.getLocalSocketAddress())
            .sync()
            .channel();
    peer = server.accept();
  }

  @AfterEach
  void close() throws Exception {
    if (group != null) {
      channel.close().sync();
      peer.close();
      server.close();
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }
  }

  @Test
  void sendsAtOnce() throws Exception {
    ByteBuf data = channel.alloc().directBuffer().writeBytes(TEXT);
    onLoop(() -> BareSocket.of(channel).send(data));
    assertFalse(data.isReadable());
    data.release();
    assertArrayEquals(TEXT, peer.getInputStream().readNBytes(TEXT.length));
  }

  @Test
  void overtakesNothingThatIsQueued() throws Exception {
    ByteBuf data = channel.alloc().directBuffer().writeBytes(TEXT);
    onLoop(
        () -> {
          BareSocket socket = BareSocket.of(channel);
          channel.write(Unpooled.copiedBuffer(TEXT));
          socket.send(data);
        });
    assertEquals(TEXT.length, data.readableBytes());
    data.release();
  }

  @Test
  void leavesWhatCannotBeSentToTheChannel() throws Exception {
    ByteBuf heap = Unpooled.copiedBuffer(TEXT);
    onLoop(() -> BareSocket.of(channel).send(heap));
    assertTrue(heap.isReadable());
    BareSocket socket = BareSocket.of(channel);
    assertNotNull(socket);
    channel.close().sync();
    ByteBuf late = Unpooled.directBuffer().writeBytes(TEXT);
    onLoop(() -> socket.send(late));
    assertTrue(late.isReadable());
    late.release();
  }

  @Test
  void somethingThatMayChangeTheBytesStandsBefore() {
    channel.pipeline().addLast(new ChannelOutboundHandlerAdapter());
    assertNull(BareSocket.of(channel));
    EmbeddedChannel none = new EmbeddedChannel();
    assertNull(BareSocket.of(none));
    none.close();
  }

  private void onLoop(Runnable task) throws Exception {
    channel.eventLoop().submit(task).sync();
  }
}
