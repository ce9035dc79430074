package io.nettycurl.netty.connect.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.unix.DomainSocketAddress;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.callback.CurlSockAddr;
import io.nettycurl.callback.OpenSocketCallback;
import io.nettycurl.callback.SockOptCallback;
import io.nettycurl.netty.connect.dns.NumericAddress;
import io.nettycurl.netty.loop.NettySocket;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.option.CallbackOptions;
import io.nettycurl.option.OptionValues;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Owned by the loop. Opens sockets as {@link Eyeballs} says until one is connected. */
public final class Race {
  /** Told how it goes, on the loop. */
  public interface Listener {
    /** A channel was made and registered; it is not connected yet. */
    void opened(Channel channel);

    /** An address is about to be tried. */
    void trying(SocketAddress address);

    /** One attempt did not work; others may. */
    void attemptFailed(SocketAddress address, String why);

    /** The race is won; what else was open is closed. */
    void connected(Channel channel);

    /**
     * No address is left.
     *
     * @param code COULDNT_CONNECT; INTERFACE_FAILED if our own end could not be had;
     *     ABORTED_BY_CALLBACK if the application refused the last socket
     * @param osErrno the last attempt's error number, 0 if unknown
     */
    void failed(CurlCode code, int osErrno);

    /** Runs a callback of the user's; told on the loop, not at all once the transfer is gone. */
    <T> void ask(String name, Supplier<T> code, T ifThrown, Consumer<T> answer);
  }

  /**
   * Immutable. How sockets are made.
   *
   * @param loop runs them
   * @param options the transfer's
   * @param local our end; null for any
   * @param localName the addresses of our end's name; empty if it has none
   * @param clock the time in nanoseconds
   */
  public record Setting(
      EventLoop loop,
      OptionValues options,
      LocalEnd local,
      List<InetAddress> localName,
      LongSupplier clock) {}

  private final Setting setting;
  private final Transport transport;
  private final Eyeballs eyeballs;
  private final Listener listener;
  private final Deque<Channel> running = new ArrayDeque<>(2);
  private Future<?> timer;
  private boolean planned;
  private boolean over;
  private CurlCode lastCode = CurlCode.COULDNT_CONNECT;
  private int lastErrno;

  /**
   * A race that has not started.
   *
   * @param setting how sockets are made
   * @param addresses where to
   * @param delayNanos how long an attempt has before the next one starts beside it
   * @param listener told how it goes
   */
  public Race(Setting setting, List<SocketAddress> addresses, long delayNanos, Listener listener) {
    this.setting = setting;
    this.transport = Transport.of(setting.loop());
    this.eyeballs = new Eyeballs(addresses, delayNanos);
    this.listener = listener;
  }

  /**
   * Starts what is due; called again when an attempt ends or has had its time. A socket must not be
   * opened while the loop goes through a batch of events: it may get the number of one that was
   * closed within the same batch, and would take the old one's event for its own.
   */
  public void run() {
    cancelTimer();
    if (!planned) {
      planned = true;
      setting.loop().execute(this::launchDue);
    }
  }

  private void launchDue() {
    planned = false;
    cancelTimer();
    while (!over) {
      SocketAddress address = eyeballs.poll(setting.clock().getAsLong());
      if (address == null) {
        break;
      }
      if (eyeballs.crowded()) {
        drop(running.poll());
      }
      launch(address);
    }
    if (!over) {
      pauseOrFail(eyeballs.untilNext(setting.clock().getAsLong()));
    }
  }

  private void pauseOrFail(long nanos) {
    if (eyeballs.exhausted()) {
      over = true;
      listener.failed(lastCode, lastErrno);
    } else if (nanos >= 0) {
      timer = setting.loop().schedule(this::run, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void launch(SocketAddress address) {
    OpenSocketCallback function = setting.options().get(CallbackOptions.OPENSOCKETFUNCTION);
    if (function == null) {
      begin(address, () -> newChannel(address));
      return;
    }
    Object data = setting.options().get(CallbackOptions.OPENSOCKETDATA);
    CurlSockAddr where = new CurlSockAddr(address, () -> newChannel(address));
    listener.<Object>ask(
        "open socket",
        () -> function.open(CurlSymbols.CURLSOCKTYPE_IPCXN, where, data),
        null,
        made -> given(made, where.address()));
  }

  /** What the application made of an address. */
  private void given(Object made, SocketAddress address) {
    if (made == null) {
      if (!over) {
        attemptFailed(address, "the application opened no socket", CurlCode.COULDNT_CONNECT, 0);
        run();
      }
      return;
    }
    begin(address, () -> adopt(made, address));
  }

  private Channel adopt(Object made, SocketAddress address) {
    Channel channel = transport.adopt(made);
    if (channel == null) {
      throw new IllegalArgumentException("no socket for this event loop: " + made);
    }
    prepare(channel, address);
    // one that is connected already is read from when everybody knows of it
    channel.config().setAutoRead(!channel.isActive());
    return channel;
  }

  private void begin(SocketAddress address, Supplier<Channel> maker) {
    Channel channel;
    try {
      channel = maker.get();
      ChannelFuture registered = setting.loop().register(channel);
      if (registered.cause() != null) {
        throw new IllegalArgumentException(registered.cause());
      }
    } catch (RuntimeException e) {
      // no descriptor left, for example
      attemptFailed(address, e, CurlCode.COULDNT_CONNECT);
      run();
      return;
    }
    if (over) {
      channel.close();
      return;
    }
    running.add(channel);
    listener.opened(channel);
    listener.trying(address);
    if (!over) {
      prepareByUser(channel, address);
    }
  }

  private void prepareByUser(Channel channel, SocketAddress address) {
    SockOptCallback function = setting.options().get(CallbackOptions.SOCKOPTFUNCTION);
    if (function == null) {
      connect(channel, address);
      return;
    }
    Object data = setting.options().get(CallbackOptions.SOCKOPTDATA);
    listener.ask(
        "socket option",
        () -> function.sockopt(NettySocket.of(channel), CurlSymbols.CURLSOCKTYPE_IPCXN, data),
        CurlSymbols.CURL_SOCKOPT_ERROR,
        answer -> prepared(channel, address, answer));
  }

  private void prepared(Channel channel, SocketAddress address, long answer) {
    if (over || !running.contains(channel)) {
      return;
    }
    if (answer == CurlSymbols.CURL_SOCKOPT_OK) {
      connect(channel, address);
    } else if (answer == CurlSymbols.CURL_SOCKOPT_ALREADY_CONNECTED && channel.isActive()) {
      channel.config().setAutoRead(true);
      won(channel);
    } else {
      boolean claimed = answer == CurlSymbols.CURL_SOCKOPT_ALREADY_CONNECTED;
      giveUp(
          channel,
          address,
          claimed ? "not connected" : "aborted by the application",
          claimed ? CurlCode.COULDNT_CONNECT : CurlCode.ABORTED_BY_CALLBACK);
    }
  }

  private void giveUp(Channel channel, SocketAddress address, String why, CurlCode code) {
    running.remove(channel);
    channel.close();
    attemptFailed(address, why, code, 0);
    run();
  }

  private void connect(Channel channel, SocketAddress address) {
    Throwable unbound = bind(channel, address);
    if (unbound != null) {
      running.remove(channel);
      channel.close();
      attemptFailed(address, unbound, CurlCode.INTERFACE_FAILED);
      run();
      return;
    }
    channel.connect(address).addListener(f -> ended(channel, address, (ChannelFuture) f));
  }

  private Channel newChannel(SocketAddress address) {
    Channel channel =
        address instanceof DomainSocketAddress
            ? transport.domainSocket().newChannel()
            : transport.newSocket(((InetSocketAddress) address).getAddress());
    prepare(channel, address);
    return channel;
  }

  private void prepare(Channel channel, SocketAddress address) {
    if (address instanceof DomainSocketAddress) {
      channel.config().setConnectTimeoutMillis(0);
    } else {
      SocketOptions.apply(channel, transport, setting.options());
    }
  }

  private Throwable bind(Channel channel, SocketAddress address) {
    LocalEnd local = setting.local();
    if (local == null || !(address instanceof InetSocketAddress)) {
      return null;
    }
    boolean v6 = Eyeballs.isV6(address);
    boolean tied =
        local.deviceToTie() != null
            && SocketOptions.tieToDevice(channel, transport, local.deviceToTie());
    InetAddress end = local.address(v6, resolvedEnd(v6));
    if (end == null && local.bindsAddress() && !tied) {
      return new java.net.BindException("no such address: " + local.shown());
    }
    if (end == null && local.port() == 0) {
      return null;
    }
    return bindPort(channel, end, local.port(), Math.max(1, local.portRange()));
  }

  private static Throwable bindPort(Channel channel, InetAddress end, int first, int range) {
    Throwable refused = null;
    for (int port = first; port < first + range && port <= 0xffff; port++) {
      ChannelFuture bound = channel.bind(new InetSocketAddress(end, port));
      if (!bound.isDone() || bound.isSuccess()) {
        return null;
      }
      refused = bound.cause();
      if (first == 0) {
        break;
      }
    }
    return refused;
  }

  private InetAddress resolvedEnd(boolean v6) {
    for (InetAddress address : setting.localName()) {
      if (address instanceof java.net.Inet6Address == v6) {
        return address;
      }
    }
    return null;
  }

  private void ended(Channel channel, SocketAddress address, ChannelFuture future) {
    if (over || !running.remove(channel)) {
      return;
    }
    if (future.isSuccess()) {
      won(channel);
      return;
    }
    channel.close();
    attemptFailed(address, future.cause(), CurlCode.COULDNT_CONNECT);
    run();
  }

  private void won(Channel channel) {
    running.remove(channel);
    over = true;
    cancelTimer();
    dropAll();
    listener.connected(channel);
  }

  private void attemptFailed(SocketAddress address, Throwable cause, CurlCode code) {
    String why = cause instanceof ClosedChannelException ? "closed" : ErrorNumbers.text(cause);
    attemptFailed(address, why, code, ErrorNumbers.of(cause));
  }

  private void attemptFailed(SocketAddress address, String why, CurlCode code, int osErrno) {
    eyeballs.ended();
    lastCode = code;
    lastErrno = osErrno;
    listener.attemptFailed(address, why);
  }

  private void drop(Channel channel) {
    if (channel != null) {
      eyeballs.ended();
      channel.close();
    }
  }

  private void dropAll() {
    while (!running.isEmpty()) {
      running.poll().close();
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /** Gives up: closes what is open; the listener hears nothing more. */
  public void cancel() {
    over = true;
    cancelTimer();
    dropAll();
  }

  /**
   * An address as trace texts show it.
   *
   * @param address any
   */
  public static String show(SocketAddress address) {
    if (!(address instanceof InetSocketAddress)) {
      return String.valueOf(address);
    }
    InetSocketAddress inet = (InetSocketAddress) address;
    String text = NumericAddress.text(inet.getAddress());
    return (Eyeballs.isV6(address) ? "[" + text + "]" : text) + ":" + inet.getPort();
  }
}
