package io.nettycurl.netty.engine;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlSymbols;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.NettyOpt;
import io.nettycurl.netty.delivery.DirectDelivery;
import io.nettycurl.netty.delivery.UserSide;
import io.nettycurl.netty.loop.CallerLoop;
import io.nettycurl.netty.loop.Gate;
import io.nettycurl.netty.loop.Transport;
import io.nettycurl.netty.transfer.Host;
import io.nettycurl.netty.transfer.Protocols;
import io.nettycurl.netty.transfer.SharedPool;
import io.nettycurl.netty.transfer.Sockets;
import io.nettycurl.netty.transfer.Transfer;
import io.nettycurl.netty.transfer.TransferCore;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.spi.EasyState;
import java.lang.ref.Cleaner;
import java.nio.channels.SelectableChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the thread inside one of its methods; any thread may be the next. The default way to
 * drive: the loop runs on whoever calls perform and poll, and every callback inside perform.
 */
public final class CallerEngine extends AbstractEngine implements Host {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final long MILLISECOND = 1_000_000L;

  private final CurlMulti multi;
  private final CallerLoop loop;
  private final Gate gate;
  private final TransferCore core;
  private final ArrayDeque<Transfer> toStart = new ArrayDeque<>();
  private final Cleaner.Cleanable net;
  private Readiness readiness;
  private EventMode events;
  private final CallerWait waiting;
  private boolean workLeft;

  /**
   * An engine of its own loop.
   *
   * @param multi the handle it stands behind
   * @param transport what the loop stands on
   * @param protocols who speaks what
   */
  public CallerEngine(CurlMulti multi, Transport transport, Protocols protocols) {
    super(multi);
    this.multi = multi;
    loop = new CallerLoop(transport);
    gate = new Gate(loop);
    core =
        new TransferCore(
            loop,
            this,
            protocols,
            channel -> channel.pipeline().addFirst(Gate.NAME, gate.newHandler()),
            SharedPool.ofOneLoop(handles::running));
    core.aroundUserCalls(
        code -> {
          enterCallback();
          try {
            return code.getAsLong();
          } finally {
            leaveCallback();
          }
        });
    waiting = new CallerWait(this, loop, gate, core);
    net = CLEANER.register(this, new Abandoned(loop));
  }

  /** Gives the system's resources back when a multi was forgotten instead of closed. */
  private record Abandoned(CallerLoop loop) implements Runnable {
    @Override
    public void run() {
      if (loop.enter()) {
        loop.destroy();
        loop.leave();
      }
    }
  }

  // Who may be in

  @Override
  CurlMultiCode admit() {
    if (isClosed()) {
      return CurlMultiCode.BAD_HANDLE;
    }
    if (readiness != null) {
      readiness.askForLoop();
    }
    return loop.enter() ? CurlMultiCode.OK : CurlMultiCode.RECURSIVE_API_CALL;
  }

  @Override
  boolean isInside() {
    return loop.inEventLoop();
  }

  @Override
  void dismiss() {
    loop.leave();
    if (readiness != null) {
      readiness.giveLoopBack();
    }
  }

  // Handles

  @Override
  Transfer transferFor(EasyState easy) {
    if (easy.transfer() instanceof Transfer before && before.belongsTo(core)) {
      return before;
    }
    UserSide user = new UserSide(easy);
    user.around(this::enterCallback, this::leaveCallback);
    return new Transfer(core, easy, new DirectDelivery(user), user);
  }

  @Override
  void begin(Transfer transfer) {
    transfer.added();
    toStart.add(transfer);
  }

  @Override
  void end(Transfer transfer) {
    core.remove(transfer);
    core.runReady();
  }

  // perform

  @Override
  public CurlMultiCode perform() {
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (events != null) {
        events.clearSignal();
        endAllIfDead();
      }
      long budget = settings.number(NettyOpt.WORK_BUDGET);
      workLeft = budget > 0 ? performBudget((int) budget) : performAll(false);
      waiting.performed();
      tellNotifications();
      CurlMultiCode told = tellEvents();
      return told == CurlMultiCode.OK && workLeft ? CurlMultiCode.CALL_MULTI_PERFORM : told;
    } finally {
      dismiss();
    }
  }

  private boolean performAll(boolean somethingIsReady) {
    boolean gated = !gate.isEmpty();
    startAdded(Integer.MAX_VALUE);
    while (gate.drainOne()) {
      core.runReady();
    }
    boolean cutShort = core.takeCutShort();
    if (!gated || !waiting.hasPolled() || cutShort || somethingIsReady || isLeftWaiting()) {
      loop.runIo(2 * core.shared().open());
    }
    settle();
    return false;
  }

  /**
   * Whether the poll before left sockets for later that are to be looked at now. With messages to
   * read they can wait: the caller acts upon these while all of it is in the processor's cache, and
   * his next poll will not sleep.
   */
  private boolean isLeftWaiting() {
    return loop.hasMoreIo() && handles.unread() == 0;
  }

  /** Timers, tasks, and what became possible through them, until there is no more. */
  private void settle() {
    boolean any = true;
    while (any) {
      any = core.expireTimers() > 0;
      any |= loop.runTasks() > 0;
      any |= core.runReady();
      any |= startAdded(Integer.MAX_VALUE) > 0;
    }
  }

  /**
   * Everything that comes in goes through the gate, so that it can be counted out. Tasks count too;
   * they come behind all that is held back, because among them are the ends of channels.
   */
  private boolean performBudget(int budget) {
    int left = budget - startAdded(budget);
    if (gate.isEmpty()) {
      left -= loop.runTasks(left);
      if (left > 0 && !waiting.hasPolled()) {
        loop.pollIo(0);
      }
    }
    while (left > 0 && gate.drainOne()) {
      core.runReady();
      left--;
    }
    core.expireTimers();
    if (gate.isEmpty()) {
      loop.runTasks(left);
    }
    core.runReady();
    return !gate.isEmpty() || !toStart.isEmpty() || loop.hasWork();
  }

  private int startAdded(int most) {
    int count = 0;
    while (count < most && !toStart.isEmpty()) {
      Transfer transfer = toStart.poll();
      count++;
      if (transfer.isAdded()) {
        core.start(transfer);
        core.runReady();
      }
    }
    return count;
  }

  // Event mode

  @Override
  EventMode events() {
    return events;
  }

  @Override
  void eventOptionSet() {
    if (events == null) {
      SignalSocket signal = SignalSocket.open(loop.transport());
      if (signal != null) {
        loop.outsideListener(signal::raise);
      }
      events =
          new EventMode(
              multi,
              settings,
              core.sockets(),
              signal,
              core::now,
              this::enterEventCallback,
              this::leaveEventCallback);
    }
    core.sockets().watched(settings.get(CurlMultiOpt.SOCKETFUNCTION) != null);
  }

  @Override
  CurlMultiCode tellEvents() {
    return events == null ? CurlMultiCode.OK : events.tell(handles.running() > 0, this::deadline);
  }

  private long deadline() {
    if (handles.current() == 0 && core.shared().open() == 0) {
      return EventMode.NEVER;
    }
    if (hasWork()) {
      return EventMode.NOW;
    }
    long task = loop.nextTaskDeadline();
    if (!core.hasDeadline()) {
      return task;
    }
    long timer = core.firstDeadline();
    return task >= 0 && task - timer < 0 ? task : timer;
  }

  private void endAllIfDead() {
    if (events.isDead()) {
      for (Transfer transfer : handles.transfers()) {
        if (!handles.isDone(transfer)) {
          core.kill(transfer, CurlCode.ABORTED_BY_CALLBACK);
        }
      }
    }
  }

  @Override
  public CurlMultiCode socketAction(CurlSocket socket, long bits) {
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (events != null) {
        if (socket == CurlSocket.TIMEOUT) {
          events.timerFired();
        }
        events.clearSignal();
        endAllIfDead();
      }
      workLeft = performAll(true);
      waiting.performed();
      tellNotifications();
      return tellEvents();
    } finally {
      dismiss();
    }
  }

  @Override
  public CurlMultiCode waitFds(List<CurlWaitFd> into) {
    CurlMultiCode code = comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      for (Sockets.Entry entry : core.sockets().all()) {
        long interest = entry.interest();
        long in = (interest & CurlSymbols.CURL_POLL_IN) != 0 ? CurlSymbols.CURL_WAIT_POLLIN : 0;
        long out = (interest & CurlSymbols.CURL_POLL_OUT) != 0 ? CurlSymbols.CURL_WAIT_POLLOUT : 0;
        if (interest != CurlSymbols.CURL_POLL_NONE) {
          into.add(new CurlWaitFd(entry.socket(), in | out));
        }
      }
      return CurlMultiCode.OK;
    } finally {
      goOut();
    }
  }

  // poll

  @Override
  public CurlMultiCode poll(List<CurlWaitFd> extra, int timeoutMs) {
    return waiting.await(extra, timeoutMs, true);
  }

  @Override
  public CurlMultiCode waitFor(List<CurlWaitFd> extra, int timeoutMs) {
    return waiting.await(extra, timeoutMs, false);
  }

  boolean hasWork() {
    return workLeft
        || !gate.isEmpty()
        || !toStart.isEmpty()
        || loop.hasWork()
        || core.hasReady()
        || core.nextDelayNanos() == 0;
  }

  /** For {@link Readiness}, on its own thread, while nobody else is in. */
  boolean watch(long nanos) {
    return waiting.watch(nanos);
  }

  CallerLoop loop() {
    return loop;
  }

  @Override
  public int numfds() {
    return waiting.ready();
  }

  @Override
  public CurlMultiCode wakeup() {
    loop.wakeup();
    return CurlMultiCode.OK;
  }

  @Override
  public long timeout() {
    if (isInside()) {
      return isInCallback() && !isNotifying() ? -1 : delay();
    }
    // while readiness is watched nobody but its own thread is in, which sets no times
    if (readiness != null) {
      return delay();
    }
    if (!loop.enter()) {
      return -1;
    }
    try {
      return delay();
    } finally {
      loop.leave();
    }
  }

  private long delay() {
    if (handles.current() == 0 && core.shared().open() == 0) {
      return -1;
    }
    if (hasWork()) {
      return 0;
    }
    long due = waiting.dueNanos(Long.MAX_VALUE);
    return due == Long.MAX_VALUE ? -1 : (due + MILLISECOND - 1) / MILLISECOND;
  }

  @Override
  public synchronized SelectableChannel readinessChannel() {
    if (isClosed()) {
      return null;
    }
    if (readiness == null) {
      readiness = Readiness.start(this);
    }
    return readiness == null ? null : readiness.channel();
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
      Transfer transfer = (Transfer) easy.transfer();
      if (!transfer.canPause()) {
        return CurlCode.BAD_FUNCTION_ARGUMENT;
      }
      CurlCode code = transfer.pause(bitmask);
      loop.touch();
      if (entered) {
        tellEvents();
      }
      return code;
    } finally {
      if (entered) {
        dismiss();
      }
    }
  }

  /** What is read for others meanwhile waits in the gate. */
  @Override
  CurlCode tryNow(Transfer transfer, Supplier<CurlCode> what) {
    CurlCode code = what.get();
    if (code != CurlCode.AGAIN) {
      return code;
    }
    waiting.pollOnce();
    return what.get();
  }

  @Override
  void withCore(Consumer<TransferCore> task) {
    task.accept(core);
  }

  @Override
  SharedPool shared() {
    return core.shared();
  }

  @Override
  public CurlMultiCode close() {
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      markClosed();
      detachAll();
      core.close();
      loop.runTasks();
      if (events != null) {
        events.close();
      }
      gate.clear();
      loop.destroy();
      net.clean();
    } finally {
      loop.leave();
    }
    if (readiness != null) {
      readiness.close();
    }
    return CurlMultiCode.OK;
  }

  // Host

  @Override
  public void completed(Transfer transfer) {
    handles.done(transfer);
  }

  @Override
  public void readySoon() {
    // perform looks for itself.
  }

  @Override
  public void deadlineChanged() {
    // perform and poll look for themselves.
  }

  @Override
  public boolean mayWait() {
    return true;
  }

  @Override
  public void arrived() {
    waiting.arrived();
  }

  @Override
  public boolean isPolling() {
    return loop.isPolling();
  }

  @Override
  public boolean holdsEnough() {
    return gate.isFull();
  }

  @Override
  public void putOff(Runnable event) {
    gate.putOff(event);
  }
}
