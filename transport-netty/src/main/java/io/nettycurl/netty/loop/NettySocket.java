package io.nettycurl.netty.loop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.AttributeKey;
import io.nettycurl.CurlSocket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.util.Map;

/** Owned by the loop. A Netty channel as the application's callbacks see it. */
public final class NettySocket implements CurlSocket {
  private static final AttributeKey<NettySocket> KEY =
      AttributeKey.valueOf(NettySocket.class, "socket");

  private static final Map<SocketOption<?>, ChannelOption<?>> OPTIONS =
      Map.of(
          StandardSocketOptions.SO_RCVBUF, ChannelOption.SO_RCVBUF,
          StandardSocketOptions.SO_SNDBUF, ChannelOption.SO_SNDBUF,
          StandardSocketOptions.SO_KEEPALIVE, ChannelOption.SO_KEEPALIVE,
          StandardSocketOptions.SO_REUSEADDR, ChannelOption.SO_REUSEADDR,
          StandardSocketOptions.SO_LINGER, ChannelOption.SO_LINGER,
          StandardSocketOptions.TCP_NODELAY, ChannelOption.TCP_NODELAY,
          StandardSocketOptions.IP_TOS, ChannelOption.IP_TOS);

  private final Channel channel;

  private NettySocket(Channel channel) {
    this.channel = channel;
  }

  /**
   * The socket of a channel; always the same one.
   *
   * @param channel any
   */
  public static NettySocket of(Channel channel) {
    NettySocket known = channel.attr(KEY).get();
    if (known == null) {
      known = new NettySocket(channel);
      channel.attr(KEY).set(known);
    }
    return known;
  }

  @Override
  public SelectableChannel selectableChannel() {
    return channel instanceof Selectable selectable ? selectable.selectable() : null;
  }

  @Override
  public int fd() {
    return channel instanceof UnixChannel unix && channel.isOpen() ? unix.fd().intValue() : -1;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> boolean setOption(SocketOption<T> option, T value) {
    ChannelOption<T> same = (ChannelOption<T>) OPTIONS.get(option);
    try {
      return same != null && channel.config().setOption(same, value);
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public Channel engineChannel() {
    return channel;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public String toString() {
    return channel.toString();
  }
}
