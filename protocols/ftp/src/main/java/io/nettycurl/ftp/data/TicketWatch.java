package io.nettycurl.ftp.data;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;

/**
 * Owned by the loop. Notices when a server's session ticket has come in over a data channel.
 *
 * <p>With TLS 1.3 a ticket serves once, the server sends the next one after each handshake, and
 * BoringSSL throws away what arrives after its own close_notify. A client that only sends would run
 * out of tickets, and servers that insist on resumption would refuse its next data connection. So a
 * short upload waits for the ticket before it says that it is done.
 */
final class TicketWatch extends ChannelInboundHandlerAdapter {
  private static final String TLS_1_3 = "TLSv1.3";

  /** The record of a close_notify takes 24 bytes; a ticket's takes a hundred at least. */
  private static final int LARGEST_ALERT = 64;

  private long bytes;

  TicketWatch() {}

  /** Watches a channel whose handshake is done; null if there is no ticket to wait for. */
  static TicketWatch on(Channel channel) {
    SslHandler ssl = channel.pipeline().get(SslHandler.class);
    if (ssl == null || !TLS_1_3.equals(ssl.engine().getSession().getProtocol())) {
      return null;
    }
    TicketWatch watch = new TicketWatch();
    channel.pipeline().addBefore(channel.pipeline().context(ssl).name(), null, watch);
    return watch;
  }

  /** Whether anything came in since the handshake; what came first was the ticket. */
  boolean hasSeen() {
    return bytes > 0;
  }

  /** Whether there was more than the farewell: a ticket, even if it came too late. */
  boolean hasSeenTicket() {
    return bytes > LARGEST_ALERT;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf data) {
      bytes += data.readableBytes();
    }
    ctx.fireChannelRead(message);
  }
}
