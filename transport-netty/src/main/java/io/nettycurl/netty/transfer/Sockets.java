package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ServerChannel;
import io.netty.util.AttributeKey;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.loop.NettySocket;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Owned by the loop. The sockets of one loop, and what each is to be waited for with. While
 * somebody watches, those that may be waited for with something else are remembered.
 */
public final class Sockets {
  private static final AttributeKey<Entry> KEY = AttributeKey.valueOf(Sockets.class, "entry");

  private final Set<Entry> all = new LinkedHashSet<>();
  private final ArrayDeque<Entry> changed = new ArrayDeque<>();
  private boolean watched;

  /** None. */
  Sockets() {}

  /** Owned by the loop. One socket. */
  public static final class Entry {
    private final Channel channel;
    private CurlEasy easy;
    private boolean idle;
    private boolean isChanged;
    private boolean gone;
    private long told;
    private Object assigned;

    private Entry(Channel channel, CurlEasy easy) {
      this.channel = channel;
      this.easy = easy;
    }

    /** The socket. */
    public NettySocket socket() {
      return NettySocket.of(channel);
    }

    /** The handle that used it last; null once nobody has to be told of that use any more. */
    public CurlEasy easy() {
      return easy;
    }

    private void forgetHandle() {
      easy = null;
    }

    /** What the application was told to wait for: {@code CURL_POLL_*} bits. */
    public long told() {
      return told;
    }

    /** What the application keeps with it. */
    public Object assigned() {
      return assigned;
    }

    /**
     * Keeps an object of the application's with the socket.
     *
     * @param object any; null for none
     */
    public void assign(Object object) {
      assigned = object;
    }

    /**
     * The application was told what to wait for.
     *
     * @param bits {@code CURL_POLL_*} bits; 0 for nothing
     */
    public void told(long bits) {
      told = bits;
      if (idle && bits == CurlSymbols.CURL_POLL_NONE) {
        forgetHandle();
      }
    }

    /** Whether it is there and this loop's. */
    public boolean isOpen() {
      return !gone && channel.isOpen() && channel.isRegistered();
    }

    /** What it is to be waited for with: {@code CURL_POLL_*} bits; 0 for nothing. */
    public long interest() {
      if (!isOpen()) {
        return CurlSymbols.CURL_POLL_NONE;
      }
      if (channel instanceof ServerChannel) {
        return CurlSymbols.CURL_POLL_IN;
      }
      if (!channel.isActive()) {
        return CurlSymbols.CURL_POLL_OUT;
      }
      boolean reads = channel.config().isAutoRead() && !idle;
      ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
      boolean writes = buffer != null && buffer.size() > 0;
      return (reads ? CurlSymbols.CURL_POLL_IN : 0) | (writes ? CurlSymbols.CURL_POLL_OUT : 0);
    }
  }

  /** A channel was made and registered for a handle. */
  void opened(Channel channel, CurlEasy easy) {
    Entry entry = new Entry(channel, easy);
    channel.attr(KEY).set(entry);
    all.add(entry);
    channel.closeFuture().addListener(ignored -> closedIfHere(entry));
    if (watched) {
      watch(entry);
    }
  }

  /** It may have come to another loop meanwhile, and be closed there. */
  private void closedIfHere(Entry entry) {
    if (of(entry.channel) == entry) {
      closed(entry);
    }
  }

  /**
   * A channel leaves the loop, for another one.
   *
   * @param channel one that was opened here
   */
  void left(Channel channel) {
    Entry entry = channel.attr(KEY).getAndSet(null);
    entry.gone = true;
    closed(entry);
    if (channel.pipeline().get(Watch.class) != null) {
      channel.pipeline().remove(Watch.class);
    }
  }

  private void closed(Entry entry) {
    all.remove(entry);
    note(entry);
  }

  /** The engine has no more to do with a channel that is still open. */
  void letGo(Channel channel) {
    closed(channel.attr(KEY).get());
  }

  /** The entry of a channel that was opened. */
  Entry of(Channel channel) {
    return channel.attr(KEY).get();
  }

  /** A handle uses a channel. */
  void used(Entry entry, CurlEasy easy) {
    entry.easy = easy;
    entry.idle = false;
    note(entry);
  }

  /** Nobody uses a channel, which stays open. */
  void idle(Entry entry) {
    entry.idle = true;
    note(entry);
    if (!watched) {
      entry.forgetHandle();
    }
  }

  /**
   * Whether {@link #takeChanged} is going to be called.
   *
   * @param on from now on
   */
  public void watched(boolean on) {
    if (on && !watched) {
      all.forEach(Sockets.this::watch);
    }
    watched = on;
  }

  private void watch(Entry entry) {
    if (entry.channel.pipeline().get(Watch.class) == null) {
      entry.channel.pipeline().addFirst(new Watch(entry));
    }
    note(entry);
  }

  private void note(Entry entry) {
    if (watched && !entry.isChanged) {
      entry.isChanged = true;
      changed.add(entry);
    }
  }

  /** Looks at a socket again the next time. */
  public void again(Entry entry) {
    note(entry);
  }

  /** Those that may be waited for with something else than before, closed ones included. */
  public List<Entry> takeChanged() {
    List<Entry> taken = new ArrayList<>(changed);
    changed.clear();
    taken.forEach(entry -> entry.isChanged = false);
    return taken;
  }

  /** Those that are open. */
  public List<Entry> all() {
    return List.copyOf(all);
  }

  /**
   * The entry of a socket.
   *
   * @param socket any
   * @return null if it is none of these
   */
  public Entry of(NettySocket socket) {
    Entry entry = socket.engineChannel().attr(KEY).get();
    return entry != null && all.contains(entry) ? entry : null;
  }

  /** Owned by the loop. Notes whatever may change what its channel is to be waited for with. */
  private final class Watch extends ChannelDuplexHandler {
    private final Entry entry;

    private Watch(Entry entry) {
      this.entry = entry;
    }

    @Override
    public void connect(
        ChannelHandlerContext ctx, SocketAddress to, SocketAddress from, ChannelPromise promise) {
      ctx.connect(to, from, promise);
      note(entry);
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
      ctx.read();
      note(entry);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
      ctx.flush();
      note(entry);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      note(entry);
      ctx.fireChannelActive();
    }

    /** Whoever reads this may stop reading. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      note(entry);
      ctx.fireChannelRead(message);
    }
  }
}
