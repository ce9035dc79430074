package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.option.OptionValues;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.BiConsumer;

/** Owned by its loop. Makes connections: names, happy eyeballs, sockets, proxies, TLS. */
public final class Connector {
  /**
   * A connector with caches of its own.
   *
   * @param loop where everything runs
   */
  public Connector(EventLoop loop) {}

  /** Starts to make a connection. The listener may be called before this returns. */
  public ConnectAttempt connect(Route route, OptionValues options, ConnectListener listener) {
    throw new UnsupportedOperationException();
  }

  /**
   * Starts to make a data channel beside a control connection, through the same proxies.
   *
   * @param control the control connection's channel
   * @param route the control connection's route
   * @param host the host; null for the control connection's peer
   * @param port the port
   * @param tls whether TLS is to resume the control connection's session
   */
  public ConnectAttempt connectData(
      Channel control,
      Route route,
      String host,
      int port,
      boolean tls,
      OptionValues options,
      ConnectListener listener) {
    throw new UnsupportedOperationException();
  }

  /** Turns TLS on on a connection that the protocol asked to (AUTH TLS). */
  public void startTls(
      Channel channel, Route route, OptionValues options, BiConsumer<CurlCode, String> whenDone) {
    throw new UnsupportedOperationException();
  }

  /** Turns TLS off (CCC). */
  public void stopTls(Channel channel, boolean sendClose, BiConsumer<CurlCode, String> whenDone) {
    throw new UnsupportedOperationException();
  }

  /** Puts CURLOPT_RESOLVE's entries into the DNS cache; gives OK or SETOPT_OPTION_SYNTAX. */
  public CurlCode resolveEntries(List<String> entries) {
    return CurlCode.OK;
  }

  /** The peer as the infos tell it: the address connected to; null for a unix socket. */
  public static InetSocketAddress remote(Channel channel) {
    return (InetSocketAddress) channel.remoteAddress();
  }

  /** Gives up the caches and what runs. */
  public void close() {}
}
