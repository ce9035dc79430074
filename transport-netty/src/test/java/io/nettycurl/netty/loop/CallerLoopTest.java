package io.nettycurl.netty.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.ReferenceCountUtil;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unix sockets, because what is written there is at the other end as soon as it is written. */
class CallerLoopTest {
  private static final int MANY = 300;

  @TempDir private Path folder;
  private final List<SocketChannel> peers = new ArrayList<>();
  private ServerSocketChannel server;
  private CallerLoop loop;
  private int heard;

  @BeforeEach
  void connect() throws Exception {
    Transport transport = Transport.preferred();
    assumeTrue(transport.domainSocket() != null, "it has no unix sockets");
    Path path = folder.resolve("socket");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path), MANY);
    loop = new CallerLoop(transport);
    assertTrue(loop.enter());
    for (int i = 0; i < MANY; i++) {
      Channel channel = transport.domainSocket().newChannel();
      channel.pipeline().addLast(new Counter());
      channel.unsafe().register(loop, channel.newPromise());
      channel.connect(new DomainSocketAddress(path.toFile()));
      loop.runTasks();
      peers.add(server.accept());
    }
    loop.runIo(MANY);
    loop.runTasks();
    for (SocketChannel peer : peers) {
      peer.write(ByteBuffer.wrap(new byte[] {1}));
    }
  }

  @AfterEach
  void close() throws Exception {
    if (loop != null) {
      loop.destroy();
      loop.leave();
      server.close();
      for (SocketChannel peer : peers) {
        peer.close();
      }
    }
  }

  private final class Counter extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      ReferenceCountUtil.release(msg);
      heard++;
    }
  }

  @Test
  void everySocketThatIsReadyHasItsTurn() {
    loop.runIo(MANY);
    assertEquals(MANY, heard);
    assertFalse(loop.hasMoreIo());
  }

  @Test
  void aPollTakesWhatFitsInTheBuffersAndTellsThatThereIsMore() {
    int seen = loop.pollIo(0);
    assertEquals(LoopBuffers.SMALL_KEPT, seen);
    assertEquals(seen, heard);
    assertTrue(loop.hasMoreIo());
    for (int polls = 0; loop.hasMoreIo(); polls++) {
      assertTrue(polls <= MANY / LoopBuffers.SMALL_KEPT);
      loop.pollIo(0);
    }
    assertEquals(MANY, heard);
  }
}
