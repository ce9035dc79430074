package io.nettycurl.netty.transfer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlProxyCode;
import io.nettycurl.netty.connect.ConnectAttempt;
import io.nettycurl.netty.connect.Connector;
import io.nettycurl.netty.loop.BareSocket;
import io.nettycurl.netty.loop.Gate;
import io.nettycurl.netty.loop.LoopBuffers;
import io.nettycurl.netty.pool.PoolKey;
import io.nettycurl.netty.pool.PoolMachine;
import io.nettycurl.netty.spi.ConnectionContext;
import io.nettycurl.netty.spi.ConnectionPlan;
import io.nettycurl.netty.spi.ProtocolHandler;
import io.nettycurl.netty.spi.ProtocolProvider;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. One connection: from when it is begun for a transfer, through its uses by one
 * transfer after the other, until it is closed. Its place in the pool is given up in {@link
 * #closed}, and nowhere else.
 */
final class Connection implements ConnectionContext {
  private TransferCore core;
  private final ProtocolProvider provider;
  private final ConnectionPlan plan;
  private final boolean plain;
  private final PoolKey key;
  private final long id;
  private final long createdAt;
  private long keptUpAt;
  private PoolMachine.Slot<PoolKey> slot;
  private SharedConnections shared;
  private PoolMachine.Slot<PoolKey> placeInShare;
  private boolean parked;
  private ConnectAttempt attempt;
  private Channel channel;
  private ProtocolHandler handler;
  private Transfer user;
  private SocketCloser.Call closeCall;
  private ReadSize readSize;
  private Sockets.Entry place;
  private String applicationProtocol;
  private InetSocketAddress remote;
  private InetSocketAddress local;
  private String remoteIp;
  private String localIp;
  private boolean tls;
  private boolean closing;
  private boolean retired;
  private boolean gone;
  private boolean socketKnown;
  private BareSocket socket;
  private Map<Class<?>, AutoCloseable> attachments = Map.of();
  private boolean tied;
  private int useCount;
  private final MakingEvents events = new MakingEvents(this);

  Connection(
      TransferCore core,
      ProtocolProvider provider,
      ConnectionPlan plan,
      PoolKey key,
      boolean plain,
      long id) {
    this.core = core;
    this.provider = provider;
    this.plan = plan;
    this.plain = plain;
    this.key = key;
    this.id = id;
    this.createdAt = core.nanoTime();
    this.keptUpAt = createdAt;
  }

  void slot(PoolMachine.Slot<PoolKey> place) {
    slot = place;
  }

  PoolMachine.Slot<PoolKey> slot() {
    return slot;
  }

  // Where a share holds it

  void placeInShare(SharedConnections connections, PoolMachine.Slot<PoolKey> placeThere) {
    shared = connections;
    placeInShare = placeThere;
  }

  /** The connections that it is one of; null if no share holds it. */
  SharedConnections shared() {
    return shared;
  }

  /** Its place among those of the share. */
  PoolMachine.Slot<PoolKey> placeInShare() {
    return placeInShare;
  }

  /**
   * Its last user left: gives the loop up, and goes to where all multis of the share look.
   *
   * @param now the time
   * @param max how many the share is to keep
   */
  void park(long now, long max) {
    parked = true;
    core.sockets().left(channel);
    LoopBuffers.takeFrom(channel);
    channel.deregister().addListener(ignored -> shared.park(this, now, max));
  }

  /**
   * Whether it can leave its loop now: nothing of it is still on the way, neither in nor out, and
   * there is nobody who wants to close its socket on that loop. What the loop put before all other
   * handlers is taken away.
   */
  boolean leavesLoop() {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    return closeCall == null && out != null && out.isEmpty() && Gate.release(channel);
  }

  /**
   * Comes to the loop of another multi.
   *
   * @param taker whose
   * @param easy the handle that is to use it
   */
  void adopt(TransferCore taker, CurlEasy easy) {
    core = taker;
    parked = false;
    core.eventLoop().register(channel);
    // not before: the handler would be added by the loop that the channel has left
    core.initChannel(channel, easy);
    place = core.sockets().of(channel);
  }

  /** Ends it where it is parked. */
  void closeParked() {
    closing = true;
    handler.close();
    channel.close();
  }

  PoolKey key() {
    return key;
  }

  ProtocolHandler handler() {
    return handler;
  }

  /** Whose loop it is on. */
  TransferCore core() {
    return core;
  }

  long createdAt() {
    return createdAt;
  }

  boolean isReady() {
    return handler != null && !closing;
  }

  /** Takes no more users; closes with its last. */
  void retire() {
    retired = true;
  }

  boolean isRetired() {
    return retired;
  }

  int capacity() {
    return retired ? 0 : handler.capacity();
  }

  /** Keeps the connection from being forgotten by what stands in between, if it is time to. */
  void upkeep(long now, long intervalNanos) {
    if (isReady() && now - keptUpAt >= intervalNanos) {
      keptUpAt = now;
      handler.upkeep();
    }
  }

  boolean isAlive() {
    return isReady() && !retired && channel.isActive() && handler.alive();
  }

  /** Begins to connect, for its first user. */
  void open(Transfer transfer) {
    user = transfer;
    closeCall = SocketCloser.Call.of(transfer);
    ConnectAttempt begun = core.connector().connect(key.route(), transfer.state(), events);
    if (!gone && handler == null) {
      attempt = begun;
    }
  }

  /** Whose it is at present; null if nobody's. */
  Transfer user() {
    return user;
  }

  /** How much its present user reads at a time. */
  ReadSize readSize() {
    return readSize;
  }

  /** Another transfer takes it over, or joins those that use it. */
  void use(Transfer transfer) {
    user = transfer;
    useCount++;
    core.sockets().used(place, transfer.state().easy());
  }

  /** Nobody uses it for now. */
  void idle() {
    core.sockets().idle(place);
  }

  void unuse(Transfer transfer) {
    if (user == transfer) {
      user = null;
    }
  }

  /**
   * Ends it: says farewell if the protocol has a way to, and sees to it that the channel closes.
   */
  void close() {
    if (closing) {
      return;
    }
    closing = true;
    if (attempt != null && handler == null) {
      attempt.cancel();
    }
    if (handler != null && channel.isActive()) {
      handler.close();
      core.closeLater(channel);
    } else if (channel != null) {
      channel.close();
    }
    if (channel == null) {
      closed();
    }
  }

  /** Closes the channel without a word. */
  void abort() {
    closing = true;
    if (attempt != null && handler == null) {
      attempt.cancel();
    }
    if (channel != null) {
      channel.close();
    }
    if (channel == null) {
      closed();
    }
  }

  private void closed() {
    if (gone) {
      return;
    }
    gone = true;
    if (shared != null) {
      shared.closed(placeInShare);
    }
    if (!parked) {
      core.pool().closed(this);
    }
    attachments.values().forEach(Connection::close);
    attachments = Map.of();
  }

  private static void close(AutoCloseable attachment) {
    try {
      attachment.close();
    } catch (Exception e) {
      throw new IllegalStateException("a protocol's attachment could not be closed", e);
    }
  }

  // What the connector tells, by way of MakingEvents

  /** A channel was opened for it; another one may follow if that comes to nothing. */
  void opened(Channel made) {
    core.initChannel(made, user == null ? null : user.state().easy());
    SocketCloser.attach(made, closeCall, core.sockets());
  }

  void connected(Channel made) {
    remote = Connector.remote(made);
    local = made.localAddress() instanceof InetSocketAddress inet ? inet : null;
  }

  void secured() {
    tls = true;
  }

  void ready(Channel made, String alpn) {
    // An idle connection is not to hold on to what it was made with, nor to its first user.
    attempt = null;
    channel = made;
    readSize = new ReadSize(made);
    place = core.sockets().of(made);
    applicationProtocol = alpn;
    if (gone || closing) {
      made.close();
      closed();
      return;
    }
    SocketCloser.whenGone(made, this::channelClosed);
    handler = plain && !provider.logsIn() ? newPlainHandler() : provider.newHandler(this);
    core.pool().capacity(this);
    if (user != null) {
      user.connected(this);
    }
  }

  /** What comes for the application is kept for it, whether anybody may be called or not. */
  private PlainHandler newPlainHandler() {
    Gate.letThrough(channel);
    return new PlainHandler(channel, core::arrived);
  }

  /** The protocol has logged in, and the application goes on by itself. */
  void handOver() {
    handler.handOver();
    handler = newPlainHandler();
  }

  private void channelClosed() {
    if (!parked && core.isPolling()) {
      core.putOff(this::channelClosed);
    } else {
      closing = true;
      closed();
    }
  }

  void failed(CurlCode code, String message, int osErrno, CurlProxyCode proxyCode) {
    Transfer transfer = user;
    user = null;
    closing = true;
    closed();
    if (transfer != null) {
      transfer.connectFailed(code, message, osErrno, proxyCode);
    }
  }

  // What the protocol asks

  @Override
  public ByteBuf requestBuffer() {
    return core.buffers().forRequest(channel.alloc());
  }

  @Override
  public void sendAtOnce(ByteBuf data) {
    if (!socketKnown) {
      socketKnown = true;
      socket = BareSocket.of(channel);
    }
    if (socket != null) {
      socket.send(data);
    }
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public EventLoop eventLoop() {
    return parked ? channel.eventLoop() : core.eventLoop();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public ConnectionPlan plan() {
    return plan;
  }

  @Override
  public String applicationProtocol() {
    return applicationProtocol;
  }

  @Override
  public boolean tls() {
    return tls;
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return remote;
  }

  @Override
  public InetSocketAddress localAddress() {
    return local;
  }

  /** The peer's address as text; empty for a unix socket. */
  String remoteIp() {
    if (remoteIp == null) {
      remoteIp = ip(remote);
    }
    return remoteIp;
  }

  /** The local address as text; empty for a unix socket. */
  String localIp() {
    if (localIp == null) {
      localIp = ip(local);
    }
    return localIp;
  }

  private static String ip(InetSocketAddress address) {
    return address == null || address.getAddress() == null
        ? ""
        : NetUtil.toAddressString(address.getAddress());
  }

  @Override
  public boolean forwarded() {
    return plan.forwarded();
  }

  @Override
  public boolean proxied() {
    return key.route().proxies().http() != null || key.route().proxies().socks() != null;
  }

  @Override
  public String proxyHost() {
    return forwarded() ? key.route().proxies().http().host() : null;
  }

  @Override
  public int proxyPort() {
    return forwarded() ? key.route().proxies().http().port() : 0;
  }

  @Override
  public String proxyUser() {
    return forwarded() ? key.route().proxies().http().user() : null;
  }

  @Override
  public String proxyPassword() {
    return forwarded() ? key.route().proxies().http().password() : null;
  }

  @Override
  public <T extends AutoCloseable> T attachment(Class<T> type, Supplier<T> factory) {
    AutoCloseable found = attachments.get(type);
    if (found == null && factory != null) {
      if (attachments.isEmpty()) {
        attachments = new HashMap<>();
      }
      found = factory.get();
      attachments.put(type, found);
    }
    return type.cast(found);
  }

  @Override
  public void bind(String binding) {
    if (shared != null) {
      // A share finds its connections without asking for logins, so it must not get this one back.
      tied = true;
    } else if (!gone) {
      core.pool().bind(this, binding);
    }
  }

  /** Whether it is its present user's alone, and ends with it. */
  boolean isTied() {
    return tied;
  }

  @Override
  public void capacityChanged() {
    if (handler != null && !gone && !parked) {
      core.pool().capacity(this);
    }
  }

  @Override
  public int useCount() {
    return useCount;
  }

  @Override
  public void startTls(BiConsumer<CurlCode, String> whenDone) {
    core.connector()
        .startTls(
            channel,
            key.route(),
            user.state(),
            events,
            (code, message) -> {
              tls = code == CurlCode.OK;
              tell(whenDone, code, message);
            });
  }

  @Override
  public void stopTls(boolean sendClose, BiConsumer<CurlCode, String> whenDone) {
    core.connector()
        .stopTls(
            channel,
            sendClose,
            (code, message) -> {
              tls = code != CurlCode.OK;
              tell(whenDone, code, message);
            });
  }

  private void tell(BiConsumer<CurlCode, String> whenDone, CurlCode code, String message) {
    if (core.isPolling()) {
      core.putOff(() -> whenDone.accept(code, message));
    } else {
      whenDone.accept(code, message);
    }
  }

  @Override
  public Runnable openData(String host, int port, boolean secure, DataListener listener) {
    DataAttempt data = new DataAttempt(core, user, closeCall, listener, secure);
    ConnectAttempt begun =
        core.connector().connectData(channel, key.route(), host, port, secure, user.state(), data);
    return data.cancelling(begun);
  }

  @Override
  public void secureData(Channel data) {
    core.connector().secureData(data);
  }

  @Override
  public Runnable acceptData(
      String host, int firstPort, int lastPort, boolean secure, AcceptListener listener) {
    DataAttempt data = new DataAttempt(core, user, closeCall, listener, secure);
    ConnectAttempt begun =
        core.connector()
            .acceptData(
                channel, key.route(), host, firstPort, lastPort, secure, user.state(), data);
    return data.cancelling(begun);
  }
}
