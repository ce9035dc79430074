package io.nettycurl.netty.transfer;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Ticker;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlSymbols;
import io.nettycurl.netty.connect.Connector;
import io.nettycurl.netty.loop.LoopBuffers;
import io.nettycurl.netty.loop.Timers;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.loop.Unattended;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Owned by its loop. What all transfers of one loop have in common: pool, connector, timers. The
 * same whoever runs the loop; a driver stands above it as {@link Host}.
 */
public final class TransferCore {
  private static final long FAREWELL_NANOS = 1_000_000_000L;

  private final EventLoop loop;
  private final Ticker ticker;
  private final Host host;
  private final Protocols protocols;
  private final Connector connector;
  private final SharedPool shared;
  private final ConnectionPool pool;
  private final Timers timers = new Timers();
  private final Sockets sockets = new Sockets();
  private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
  private final Consumer<Channel> channelInitializer;
  private final LoopBuffers buffers;
  private UserCalls userCalls = LongSupplier::getAsLong;
  private final AtomicBoolean pumpAsked = new AtomicBoolean();
  private boolean pumpWanted;

  /** What is to happen around user code. */
  @FunctionalInterface
  public interface UserCalls {
    /** Runs user code. */
    long call(LongSupplier code);
  }

  /**
   * The core of a loop.
   *
   * @param loop the loop
   * @param host the driver
   * @param protocols who speaks what
   * @param channelInitializer adds what must come first in each channel's pipeline
   * @param shared what the loops of the multi have in common
   */
  public TransferCore(
      EventLoop loop,
      Host host,
      Protocols protocols,
      Consumer<Channel> channelInitializer,
      SharedPool shared) {
    this.loop = loop;
    this.ticker = Ticker.systemTicker();
    this.host = host;
    this.protocols = protocols;
    this.connector = new Connector(loop, shared.memory());
    this.shared = shared;
    this.pool = new ConnectionPool(this, shared);
    this.channelInitializer = channelInitializer;
    this.buffers = new LoopBuffers(loop::inEventLoop, host::isPolling, host::holdsEnough);
  }

  /**
   * What is to happen around user code.
   *
   * @param calls runs it
   */
  public void aroundUserCalls(UserCalls calls) {
    userCalls = calls;
  }

  // Asked by the driver

  /** Starts a transfer that was added. */
  public void start(Transfer transfer) {
    try {
      transfer.start();
    } catch (RuntimeException e) {
      // A fault in what decides about one transfer must not keep the others from going on.
      transfer.broken(e);
    }
  }

  /** Takes a transfer out, wherever it is. */
  public void remove(Transfer transfer) {
    transfer.remove();
  }

  /** What the loops of the multi have in common. */
  public SharedPool shared() {
    return shared;
  }

  /** The limits changed. */
  public void limitsChanged() {
    pool.limitsChanged();
  }

  /**
   * Gives up what was learnt on another network.
   *
   * @param what {@code CURLMNWC_CLEAR_*} bits
   */
  public void networkChanged(long what) {
    if ((what & CurlSymbols.CURLMNWC_CLEAR_DNS) != 0) {
      connector.forgetNames();
    }
    if ((what & CurlSymbols.CURLMNWC_CLEAR_CONNS) != 0) {
      pool.retireAll();
    }
  }

  /**
   * Keeps connections from being forgotten by what stands in between (curl_easy_upkeep).
   *
   * @param intervalMs how long ago the last time has to be
   */
  public void upkeep(long intervalMs) {
    pool.upkeep(TimeUnit.MILLISECONDS.toNanos(intervalMs));
  }

  /** Does what became possible meanwhile; gives whether anything did. */
  public boolean runReady() {
    boolean any = false;
    while (!ready.isEmpty() || pumpWanted) {
      any = true;
      Runnable task = ready.poll();
      if (task != null) {
        task.run();
      } else {
        pumpWanted = false;
        pool.pump();
      }
    }
    return any;
  }

  /** Whether {@link #runReady} would do something. */
  public boolean hasReady() {
    return pumpWanted || !ready.isEmpty();
  }

  /** Whether channels had more to read than was held back while polling; false from then on. */
  public boolean takeCutShort() {
    return buffers.takeCutShort();
  }

  /** Calls what is due; gives how many were. */
  public int expireTimers() {
    return timers.isEmpty() ? 0 : timers.expire(nanoTime());
  }

  /** Whether something is due at a time. */
  public boolean hasDeadline() {
    return !timers.isEmpty();
  }

  /** When the next thing is due, on the loop's clock; only if {@link #hasDeadline}. */
  public long firstDeadline() {
    return timers.first();
  }

  /** In how many nanoseconds the next thing is due; -1 if nothing is. */
  public long nextDelayNanos() {
    return timers.isEmpty() ? -1 : Math.max(0, timers.first() - nanoTime());
  }

  /** Closes idle connections. */
  public void closeIdleConnections() {
    pool.closeIdle();
  }

  /** Closes all connections and gives everything back. */
  public void close() {
    pool.closeAll();
    ready.clear();
    pumpWanted = false;
    connector.close();
    buffers.close();
  }

  /** Whether the calling thread is the loop's. */
  public boolean inEventLoop() {
    return loop.inEventLoop();
  }

  // Asked by transfers and connections

  EventLoop eventLoop() {
    return loop;
  }

  Transport transport() {
    return Transport.of(loop);
  }

  /** The time of the loop's clock. */
  public long now() {
    return ticker.nanoTime();
  }

  long nanoTime() {
    return ticker.nanoTime();
  }

  Protocols protocols() {
    return protocols;
  }

  Connector connector() {
    return connector;
  }

  ConnectionPool pool() {
    return pool;
  }

  Timers timers() {
    host.deadlineChanged();
    return timers;
  }

  long nextTransferId() {
    return shared.nextTransferId();
  }

  boolean mayWait() {
    return host.mayWait();
  }

  void arrived() {
    host.arrived();
  }

  boolean isPolling() {
    return host.isPolling();
  }

  void putOff(Runnable event) {
    host.putOff(event);
  }

  void ready(Runnable task) {
    ready.add(task);
    host.readySoon();
  }

  void pumpLater() {
    if (!pumpWanted) {
      pumpWanted = true;
      host.readySoon();
    }
  }

  /** One that waits lives here and may go on. Any loop of the multi's. */
  void pumpFromElsewhere() {
    if (pumpAsked.compareAndSet(false, true)) {
      loop.execute(
          () -> {
            pumpAsked.set(false);
            pumpLater();
          });
    }
  }

  void initChannel(Channel channel, CurlEasy easy) {
    buffers.giveTo(channel);
    if (channel.pipeline().get(Unattended.class) == null) {
      channel.pipeline().addFirst(Unattended.HANDLER);
    }
    channelInitializer.accept(channel);
    sockets.opened(channel, easy);
  }

  /** Its sockets. */
  public Sockets sockets() {
    return sockets;
  }

  LoopBuffers buffers() {
    return buffers;
  }

  /** Closes a channel whose protocol may be saying farewell, if it takes too long. */
  void closeLater(Channel channel) {
    if (!channel.isOpen()) {
      return;
    }
    Timers.Entry entry =
        new Timers.Entry() {
          @Override
          protected void expired() {
            if (!SocketCloser.isGivenAway(channel)) {
              channel.close();
            }
          }
        };
    timers().set(entry, nanoTime() + FAREWELL_NANOS);
    channel.closeFuture().addListener(ignored -> loop.execute(() -> timers().clear(entry)));
  }

  /**
   * A transfer that was told to be completed waits for its user all the same.
   *
   * @param transfer which
   */
  public void heldBack(Transfer transfer) {
    if (transfer.isOver()) {
      transfer.heldBack();
    }
  }

  /**
   * Ends a transfer wherever it is, with a code.
   *
   * @param transfer which
   * @param code its result
   */
  public void kill(Transfer transfer, CurlCode code) {
    transfer.kill(code);
  }

  void completed(Transfer transfer) {
    host.completed(transfer);
  }

  long callingUser(LongSupplier code) {
    return userCalls.call(code);
  }
}
