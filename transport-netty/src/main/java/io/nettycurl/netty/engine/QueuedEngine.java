package io.nettycurl.netty.engine;

import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.delivery.DeliveryQueue;
import io.nettycurl.netty.delivery.QueuedDelivery;
import io.nettycurl.netty.delivery.UserSide;
import io.nettycurl.netty.transfer.Protocols;
import io.nettycurl.netty.transfer.SharedPool;
import io.nettycurl.netty.transfer.Transfer;
import io.nettycurl.netty.transfer.TransferCore;
import io.nettycurl.spi.EasyState;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the thread inside one of its methods; any thread may be the next. Transfers run on the
 * loops of a group, whose threads are not the user's; what they deliver waits in a bounded queue
 * until perform drains it, so every callback still runs inside perform. New transfers go to the
 * loops in turn; one that finds an idle connection on another loop moves there.
 */
public final class QueuedEngine extends AbstractEngine {
  private static final long MILLISECOND = 1_000_000L;

  private final CurlMulti multi;
  private final SharedPool shared = SharedPool.ofLoops(handles::running);
  private final List<LoopSide> loops = new ArrayList<>();
  private final DeliveryQueue queue = new DeliveryQueue();
  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Map<Transfer, QueuedDelivery> deliveries = new HashMap<>();
  private final Set<Transfer> added = new HashSet<>();
  private SignalChannel signal;
  private EventMode events;
  private int turn;

  /**
   * An engine on loops of somebody's group.
   *
   * @param multi the handle it stands behind
   * @param group the loops; borrowed, never shut down
   * @param protocols who speaks what
   */
  public QueuedEngine(CurlMulti multi, List<EventLoop> group, Protocols protocols) {
    super(multi);
    this.multi = multi;
    for (EventLoop loop : group) {
      loops.add(new LoopSide(loop, protocols));
    }
  }

  /** What there is of the multi on one loop. */
  private final class LoopSide extends LoopHost {
    private final TransferCore core;
    private final Queue<Transfer> starting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean startPlanned = new AtomicBoolean();

    private LoopSide(EventLoop loop, Protocols protocols) {
      super(loop);
      core = new TransferCore(loop, this, protocols, channel -> {}, shared);
      core(core);
    }

    /** Nothing for perform to do, but poll has to return. */
    @Override
    public void arrived() {
      queue.add(() -> {});
    }

    /** Any thread. All that are added before the loop gets to it are one task. */
    void start(Transfer transfer) {
      starting.add(transfer);
      if (startPlanned.compareAndSet(false, true)) {
        loop().execute(this::startAll);
      }
    }

    private void startAll() {
      startPlanned.set(false);
      for (Transfer next = starting.poll(); next != null; next = starting.poll()) {
        next.added();
        core.start(next);
      }
    }

    void close() {
      core.close();
      cancelTimer();
    }

    @Override
    public void completed(Transfer transfer) {
      QueuedDelivery delivery = (QueuedDelivery) transfer.delivery();
      delivery.atEnd(() -> completedOnUserSide(transfer, delivery));
    }
  }

  /** Behind everything delivered; a paused writer holds the message back. */
  private void completedOnUserSide(Transfer transfer, QueuedDelivery delivery) {
    if (transfer.state().engine() != this || !transfer.isOver()) {
      return;
    }
    if (transfer.waitsForUser() && delivery.userResult() != CurlCode.OK) {
      // The loop was done before it heard of the callback's answer.
      transfer.failAfterwards(delivery.userResult());
    } else if (transfer.waitsForUser() && !delivery.userDrained()) {
      transfer.onLoop(() -> transfer.core().heldBack(transfer));
      return;
    }
    delivery.userDrop();
    handles.done(transfer);
  }

  @Override
  CurlMultiCode admit() {
    if (isClosed()) {
      return CurlMultiCode.BAD_HANDLE;
    }
    return owner.compareAndSet(null, Thread.currentThread())
        ? CurlMultiCode.OK
        : CurlMultiCode.RECURSIVE_API_CALL;
  }

  @Override
  boolean isInside() {
    return owner.get() == Thread.currentThread();
  }

  @Override
  void dismiss() {
    owner.set(null);
  }

  @Override
  Transfer transferFor(EasyState easy) {
    if (easy.transfer() instanceof Transfer before && before.belongsTo(loops.get(0).core)) {
      deliveries.put(before, (QueuedDelivery) before.delivery());
      return before;
    }
    UserSide user = new UserSide(easy);
    user.around(this::enterCallback, this::leaveCallback);
    QueuedDelivery delivery = new QueuedDelivery(user, queue);
    turn = (turn + 1) % loops.size();
    Transfer transfer = new Transfer(loops.get(turn).core, easy, delivery, user);
    delivery.feedback(
        new QueuedDelivery.Feedback() {
          @Override
          public void aborted(CurlCode code) {
            transfer.abort(code);
          }

          @Override
          public void flowChanged() {
            transfer.updateReceive();
          }
        },
        transfer::onLoop);
    deliveries.put(transfer, delivery);
    return transfer;
  }

  /** The next perform starts it: until then the options are the user's to set. */
  @Override
  void begin(Transfer transfer) {
    added.add(transfer);
    queue.add(
        () -> {
          if (added.remove(transfer)) {
            start(transfer);
          }
        });
  }

  private void start(Transfer transfer) {
    // Asked once: as soon as it is started it may move.
    TransferCore home = transfer.core();
    for (LoopSide side : loops) {
      if (side.core == home) {
        side.start(transfer);
        return;
      }
    }
  }

  /** Waits for the loop to let go: the user may do with the handle what he likes afterwards. */
  @Override
  void end(Transfer transfer) {
    added.remove(transfer);
    await(transfer.core().inEventLoop(), transfer::onLoop, () -> transfer.core().remove(transfer));
    QueuedDelivery delivery = deliveries.remove(transfer);
    if (delivery != null) {
      delivery.userDrop();
    }
  }

  private static void await(boolean here, Executor loop, Runnable task) {
    if (here) {
      task.run();
      return;
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            task.run();
          } finally {
            done.complete(null);
          }
        });
    done.join();
  }

  @Override
  public CurlMultiCode perform() {
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (signal != null) {
        signal.clear();
      }
      endAllIfDead();
      long budget = settings.number(NettyOpt.WORK_BUDGET);
      queue.drain(budget > 0 ? budget : Long.MAX_VALUE);
      if (signal != null && !queue.isEmpty()) {
        signal.raise();
      }
      tellNotifications();
      CurlMultiCode told = tellEvents();
      return told == CurlMultiCode.OK && budget > 0 && !queue.isEmpty()
          ? CurlMultiCode.CALL_MULTI_PERFORM
          : told;
    } finally {
      dismiss();
    }
  }

  @Override
  public CurlMultiCode poll(List<CurlWaitFd> extra, int timeoutMs) {
    if (timeoutMs < 0) {
      return CurlMultiCode.BAD_FUNCTION_ARGUMENT;
    }
    CurlMultiCode code = comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      return extra.isEmpty() ? awaitQueue(timeoutMs) : awaitWith(extra, timeoutMs);
    } finally {
      goOut();
    }
  }

  private CurlMultiCode awaitQueue(int timeoutMs) {
    queue.await(timeoutMs * MILLISECOND);
    queue.consumeWakeup();
    ready = queue.isEmpty() ? 0 : 1;
    return CurlMultiCode.OK;
  }

  private CurlMultiCode awaitWith(List<CurlWaitFd> extra, int timeoutMs) {
    if (extra.stream().anyMatch(fd -> fd.channel() == null)) {
      return CurlMultiCode.BAD_FUNCTION_ARGUMENT;
    }
    SelectableChannel own = readinessChannel();
    if (own == null) {
      return CurlMultiCode.UNRECOVERABLE_POLL;
    }
    boolean due = queue.consumeWakeup() || !queue.isEmpty();
    ready = ExtraChannels.await(own, extra, due ? 0 : timeoutMs);
    queue.consumeWakeup();
    if (ready < 0) {
      return CurlMultiCode.UNRECOVERABLE_POLL;
    }
    ready += queue.isEmpty() ? 0 : 1;
    return CurlMultiCode.OK;
  }

  private int ready;

  @Override
  public CurlMultiCode waitFor(List<CurlWaitFd> extra, int timeoutMs) {
    return handles.current() == 0 && extra.isEmpty() && timeoutMs >= 0
        ? poll(extra, 0)
        : poll(extra, timeoutMs);
  }

  @Override
  public int numfds() {
    return ready;
  }

  @Override
  public CurlMultiCode wakeup() {
    queue.wakeup();
    return CurlMultiCode.OK;
  }

  /** The loop minds its timers itself. */
  @Override
  public long timeout() {
    return queue.isEmpty() ? -1 : 0;
  }

  @Override
  public synchronized SelectableChannel readinessChannel() {
    if (signal == null) {
      signal = SignalChannel.open();
      if (signal != null) {
        queue.listener(signal::raise);
        if (!queue.isEmpty()) {
          signal.raise();
        }
      }
    }
    return signal == null ? null : signal.channel();
  }

  @Override
  public CurlCode pause(EasyState easy, int bitmask) {
    if (isInEventCallback()) {
      return CurlCode.RECURSIVE_API_CALL;
    }
    boolean entered = !isInside();
    if (entered && admit() != CurlMultiCode.OK) {
      return CurlCode.RECURSIVE_API_CALL;
    }
    try {
      return pauseInside((Transfer) easy.transfer(), bitmask);
    } finally {
      if (entered) {
        dismiss();
      }
    }
  }

  private CurlCode pauseInside(Transfer transfer, int bitmask) {
    QueuedDelivery delivery = deliveries.get(transfer);
    if (delivery == null || !transfer.wasConnected() || handles.isDone(transfer)) {
      return CurlCode.BAD_FUNCTION_ARGUMENT;
    }
    CurlCode code = delivery.pauseReceive((bitmask & CurlSymbols.CURLPAUSE_RECV) != 0);
    boolean send = (bitmask & CurlSymbols.CURLPAUSE_SEND) != 0;
    transfer.onLoop(
        () -> {
          if (code != CurlCode.OK) {
            transfer.abort(code);
          } else {
            transfer.pauseChanged(send);
          }
        });
    return code;
  }

  @Override
  public void bringUpToDate(EasyState easy) {
    Transfer transfer = (Transfer) easy.transfer();
    if (!handles.isDone(transfer)) {
      await(transfer.core().inEventLoop(), transfer::onLoop, transfer::bringUpToDate);
    }
  }

  @Override
  CurlCode tryNow(Transfer transfer, Supplier<CurlCode> what) {
    CurlCode[] code = new CurlCode[1];
    await(transfer.core().inEventLoop(), transfer::onLoop, () -> code[0] = what.get());
    return code[0];
  }

  // Event mode: there is one socket for all that happens on the loops

  @Override
  EventMode events() {
    return events;
  }

  @Override
  void eventOptionSet() {
    if (events == null) {
      SignalSocket socket = readinessChannel() == null ? null : SignalSocket.of(signal);
      events =
          new EventMode(
              multi,
              settings,
              null,
              socket,
              System::nanoTime,
              this::enterEventCallback,
              this::leaveEventCallback);
    }
  }

  /** The loops mind their timers themselves. */
  @Override
  CurlMultiCode tellEvents() {
    return events == null
        ? CurlMultiCode.OK
        : events.tell(handles.running() > 0, () -> EventMode.NEVER);
  }

  private void endAllIfDead() {
    if (events != null && events.isDead()) {
      for (Transfer transfer : handles.transfers()) {
        if (!handles.isDone(transfer)) {
          boolean begun = !added.remove(transfer);
          transfer.onLoop(
              () -> {
                if (!begun) {
                  transfer.added();
                }
                transfer.core().kill(transfer, CurlCode.ABORTED_BY_CALLBACK);
              });
        }
      }
    }
  }

  @Override
  public CurlMultiCode socketAction(CurlSocket socket, long bits) {
    CurlMultiCode code = perform();
    return code == CurlMultiCode.CALL_MULTI_PERFORM ? CurlMultiCode.OK : code;
  }

  @Override
  public CurlMultiCode waitFds(List<CurlWaitFd> into) {
    CurlMultiCode code = comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    SelectableChannel own = readinessChannel();
    if (own != null) {
      into.add(new CurlWaitFd(own, CurlSymbols.CURL_WAIT_POLLIN));
    }
    goOut();
    return CurlMultiCode.OK;
  }

  @Override
  void withCore(Consumer<TransferCore> task) {
    for (LoopSide side : loops) {
      await(side.loop().inEventLoop(), side.loop(), () -> task.accept(side.core));
    }
  }

  @Override
  SharedPool shared() {
    return shared;
  }

  @Override
  public CurlMultiCode close() {
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      detachAll();
      markClosed();
      for (LoopSide side : loops) {
        await(side.loop().inEventLoop(), side.loop(), side::close);
      }
      queue.drain(Long.MAX_VALUE);
      if (events != null) {
        events.close();
      }
      if (signal != null) {
        signal.close();
      }
    } finally {
      owner.set(null);
    }
    return CurlMultiCode.OK;
  }
}
