package io.nettycurl.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.util.AttributeKey;
import io.nettycurl.netty.loop.Gate;

/** Owned by the loop. What is remembered about a channel for what may be added to it later. */
final class Link {
  static final AttributeKey<Link> KEY = AttributeKey.valueOf(Link.class, "link");

  /** TLS to the origin. */
  static final String TLS = "tls";

  /** TLS to the HTTP proxy. */
  static final String PROXY_TLS = "proxy-tls";

  /** Waits for a handshake. */
  static final String HANDSHAKE = "tls-handshake";

  /** Keeps what comes too early. */
  static final String HOLD = "hold";

  /** Speaks with a proxy, while it does. */
  static final String TUNNEL = "tunnel";

  private String anchor;

  /** What a data channel has to resume; null while TLS is off. */
  Session session;

  /**
   * Immutable. Under what the TLS session of a connection is kept.
   *
   * @param context holds the sessions
   * @param host the name checked
   * @param port a real port, or a number made up for this connection
   */
  record Session(SslContext context, String host, int port) {}

  private boolean tlsAsked;
  private Runnable startTls;

  private Link() {}

  /** The owner of a data channel wants TLS now. */
  void askTls() {
    tlsAsked = true;
    Runnable start = startTls;
    startTls = null;
    if (start != null) {
      start.run();
    }
  }

  /** Starts TLS as soon as the owner of a data channel wants it, which may be at once. */
  void whenTlsAsked(Runnable start) {
    if (tlsAsked) {
      start.run();
    } else {
      startTls = start;
    }
  }

  /**
   * Remembers a channel right after its owner added what has to stand before everything else.
   *
   * @param channel not yet connected
   */
  static void attach(Channel channel) {
    Link link = new Link();
    var last = channel.pipeline().lastContext();
    link.anchor = last == null ? null : last.name();
    channel.attr(KEY).set(link);
  }

  static Link of(Channel channel) {
    return channel.attr(KEY).get();
  }

  /**
   * Puts a handler behind what belongs to the socket and before what belongs to the protocol.
   *
   * @param channel which
   * @param name one of the names above
   * @param handler what
   */
  void insert(Channel channel, String name, ChannelHandler handler) {
    insertAfter(channel, anchor(channel), name, handler);
  }

  /** The first handler is another one, or none, once the channel has come to another loop. */
  private String anchor(Channel channel) {
    if (anchor == null || anchor.equals(Gate.NAME)) {
      return channel.pipeline().get(Gate.NAME) == null ? null : Gate.NAME;
    }
    return anchor;
  }

  /** The same, and what comes later stands behind it. */
  void insertForGood(Channel channel, String name, ChannelHandler handler) {
    insert(channel, name, handler);
    anchor = name;
  }

  /** The handler that others are put behind; null for none. */
  String anchor() {
    return anchor;
  }

  /**
   * Lets something come up from behind a handler.
   *
   * @param channel which
   * @param base the handler; null for the socket itself
   * @param message what; owned by the pipeline from now on
   */
  static void fireRead(Channel channel, String base, Object message) {
    if (base == null) {
      channel.pipeline().fireChannelRead(message);
    } else {
      channel.pipeline().context(base).fireChannelRead(message);
    }
  }

  /** Puts a handler behind another one. */
  static void insertAfter(Channel channel, String base, String name, ChannelHandler handler) {
    ChannelPipeline pipeline = channel.pipeline();
    if (base == null) {
      pipeline.addFirst(name, handler);
    } else {
      pipeline.addAfter(base, name, handler);
    }
  }
}
