package io.nettycurl.netty.connect.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.option.ConnectionOptions;
import io.nettycurl.option.EasyOption;
import io.nettycurl.option.OptionValues;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Immutable. What is asked of a new socket. Each option costs a system call per connection, so only
 * those are set that were asked for and that Netty does not set itself.
 */
public final class SocketOptions {
  private static final int SOL_SOCKET = 1;
  private static final int SO_BINDTODEVICE = 25;
  private static final int INTERFACE_NAME_SIZE = 16;
  private static final int SOL_TCP = 6;
  private static final int TCP_FASTOPEN_CONNECT = 30;

  private static final RawUnixChannelOption BIND_TO_DEVICE =
      new RawUnixChannelOption(
          "nettycurl.SO_BINDTODEVICE", SOL_SOCKET, SO_BINDTODEVICE, INTERFACE_NAME_SIZE);
  private static final IntegerUnixChannelOption FASTOPEN_CONNECT =
      new IntegerUnixChannelOption("nettycurl.TCP_FASTOPEN_CONNECT", SOL_TCP, TCP_FASTOPEN_CONNECT);

  private SocketOptions() {}

  /**
   * Prepares a TCP channel before it connects.
   *
   * @param channel not yet connected
   * @param transport what the loop stands on
   * @param options the transfer's options
   */
  public static void apply(Channel channel, Transport transport, OptionValues options) {
    ChannelConfig config = channel.config();
    // the transfer's own deadline holds, with libcurl's code
    config.setConnectTimeoutMillis(0);
    // Netty has switched it on already
    if (!options.on(ConnectionOptions.TCP_NODELAY)) {
      config.setOption(ChannelOption.TCP_NODELAY, false);
    }
    if (options.on(ConnectionOptions.TCP_KEEPALIVE)) {
      config.setOption(ChannelOption.SO_KEEPALIVE, true);
      keepAliveTimes(config, transport, options);
    }
    if (transport == Transport.EPOLL && options.on(ConnectionOptions.TCP_FASTOPEN)) {
      config.setOption(FASTOPEN_CONNECT, 1);
    }
  }

  private static void keepAliveTimes(
      ChannelConfig config, Transport transport, OptionValues options) {
    set(config, transport, KeepAlive.IDLE, options, ConnectionOptions.TCP_KEEPIDLE);
    set(config, transport, KeepAlive.INTERVAL, options, ConnectionOptions.TCP_KEEPINTVL);
    set(config, transport, KeepAlive.COUNT, options, ConnectionOptions.TCP_KEEPCNT);
  }

  private static void set(
      ChannelConfig config,
      Transport transport,
      KeepAlive what,
      OptionValues options,
      EasyOption<Long> option) {
    int value = (int) Math.min(Integer.MAX_VALUE, options.number(option));
    if (transport == Transport.EPOLL) {
      config.setOption(what.epoll, value);
    } else if (transport == Transport.NIO && what.jdk() != null) {
      config.setOption(NioChannelOption.of(what.jdk()), value);
    }
  }

  /**
   * Ties a socket to an interface, which needs a privilege on older systems.
   *
   * @param channel the socket
   * @param transport what the loop stands on
   * @param device the interface's name
   * @return whether it worked
   */
  public static boolean tieToDevice(Channel channel, Transport transport, String device) {
    byte[] name = device.getBytes(StandardCharsets.UTF_8);
    if (transport != Transport.EPOLL || name.length >= INTERFACE_NAME_SIZE) {
      return false;
    }
    ByteBuffer value = ByteBuffer.allocate(INTERFACE_NAME_SIZE);
    value.put(name).rewind();
    try {
      return channel.config().setOption(BIND_TO_DEVICE, value);
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** The three times of keep-alive probes. */
  private enum KeepAlive {
    IDLE(EpollChannelOption.TCP_KEEPIDLE, "TCP_KEEPIDLE"),
    INTERVAL(EpollChannelOption.TCP_KEEPINTVL, "TCP_KEEPINTERVAL"),
    COUNT(EpollChannelOption.TCP_KEEPCNT, "TCP_KEEPCOUNT");

    final ChannelOption<Integer> epoll;
    private final String name;

    KeepAlive(ChannelOption<Integer> epoll, String name) {
      this.epoll = epoll;
      this.name = name;
    }

    SocketOption<Integer> jdk() {
      return Jdk.OPTIONS.get(name);
    }
  }

  /** The JDK's own, found by name so that the module jdk.net may be absent. */
  private static final class Jdk {
    static final Map<String, SocketOption<Integer>> OPTIONS = find();

    @SuppressWarnings("unchecked")
    private static Map<String, SocketOption<Integer>> find() {
      Map<String, SocketOption<Integer>> found = new HashMap<>();
      try (SocketChannel any = SocketChannel.open()) {
        for (SocketOption<?> option : any.supportedOptions()) {
          if (option.type() == Integer.class) {
            found.put(option.name(), (SocketOption<Integer>) option);
          }
        }
      } catch (IOException e) {
        return Map.of();
      }
      return found;
    }
  }
}
