package io.nettycurl.netty.loop;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandler;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.util.Map;

/**
 * Owned by the loop. The socket of a channel whose pipeline changes nothing of what is written: a
 * request that the system takes whole needs no place in the channel's queue.
 */
public final class BareSocket {
  private final Channel channel;
  private final Socket socket;

  private BareSocket(Channel channel, Socket socket) {
    this.channel = channel;
    this.socket = socket;
  }

  /**
   * The socket under a channel.
   *
   * @param channel whose pipeline is complete
   * @return null if there is none to be had, or something stands before it, such as TLS
   */
  public static BareSocket of(Channel channel) {
    if (!(channel instanceof UnixChannel unix) || !(unix.fd() instanceof Socket socket)) {
      return null;
    }
    for (Map.Entry<String, ChannelHandler> entry : channel.pipeline()) {
      if (entry.getValue() instanceof ChannelOutboundHandler) {
        return null;
      }
    }
    return new BareSocket(channel, socket);
  }

  /**
   * Sends what the system takes at once; what is left is to be written to the channel, which also
   * tells if something is wrong.
   *
   * @param data the bytes; those sent are read off
   */
  public void send(ByteBuf data) {
    ChannelOutboundBuffer queue = channel.unsafe().outboundBuffer();
    if (queue == null || queue.totalPendingWriteBytes() > 0 || !channel.isActive()) {
      return;
    }
    try {
      data.skipBytes(sendNow(data));
    } catch (IOException e) {
      // The channel's own write meets the same error, and knows whom to tell.
      return;
    }
  }

  private int sendNow(ByteBuf data) throws IOException {
    if (data.hasMemoryAddress()) {
      return socket.sendAddress(data.memoryAddress(), data.readerIndex(), data.writerIndex());
    }
    if (!data.isDirect() || data.nioBufferCount() != 1) {
      return 0;
    }
    var bytes = data.internalNioBuffer(data.readerIndex(), data.readableBytes());
    return socket.send(bytes, bytes.position(), bytes.limit());
  }
}
