package io.nettycurl.netty.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnattendedTest {
  private final EmbeddedChannel channel = new EmbeddedChannel(Unattended.HANDLER);

  @Test
  void nobodyIsWarnedBeforeSomebodyIsThere() {
    channel.pipeline().fireExceptionCaught(new IOException("reset"));
    channel.checkException();
  }

  @Test
  void whoIsThereHearsOfIt() {
    channel.pipeline().addLast(new ChannelInboundHandlerAdapter());
    channel.pipeline().fireExceptionCaught(new IOException("reset"));
    assertEquals("reset", assertThrows(IOException.class, channel::checkException).getMessage());
  }
}
