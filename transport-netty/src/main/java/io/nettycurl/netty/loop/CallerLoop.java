package io.nettycurl.netty.loop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Owned by the thread that entered it, until it leaves; {@link #execute} and {@link #wakeup} are
 * for any thread. An event loop without a thread of its own: whoever calls {@code perform} or
 * {@code poll} enters, runs it, and leaves, and may be another thread the next time.
 *
 * <p>Netty's ManualIoEventLoop cannot serve: its owner is fixed for good, a wakeup before the wait
 * gets lost on epoll, and it cannot wait without also running tasks.
 */
public final class CallerLoop extends AbstractScheduledEventExecutor implements IoEventLoop {
  private static final Runnable NOTHING = () -> {};

  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Promise<?> termination = new DefaultPromise<Void>(GlobalEventExecutor.INSTANCE);
  private final Transport transport;
  private final IoHandler handler;
  private final WaitContext context = new WaitContext();
  private boolean initialized;
  private boolean polling;
  private boolean fullPoll;
  private volatile Runnable outside = NOTHING;
  private volatile boolean woken;
  private volatile boolean nudged;
  private volatile boolean shuttingDown;

  /**
   * A loop nobody is in.
   *
   * @param transport what it stands on
   */
  public CallerLoop(Transport transport) {
    this.transport = transport;
    this.handler = transport.newIoHandlerFactory(MAX_EVENTS).newHandler(this);
  }

  /**
   * As many as the loop keeps buffers for. What is held back and started anew in one turn is then
   * still in the processor's cache when its turn comes; with 256 it was not.
   */
  private static final int MAX_EVENTS = LoopBuffers.SMALL_KEPT;

  /** What it stands on. */
  public Transport transport() {
    return transport;
  }

  /**
   * Makes the calling thread the owner.
   *
   * @return false if another thread is in, or this one already
   */
  public boolean enter() {
    if (owner.compareAndSet(null, Thread.currentThread())) {
      nudged = false;
      return true;
    }
    return false;
  }

  /** Lets others in. */
  public void leave() {
    owner.set(null);
  }

  /** Whether the loop only waits and reads now, so that nobody may be called. */
  public boolean isPolling() {
    return polling;
  }

  /**
   * Reads and writes what is ready; runs no task.
   *
   * @param channels about how many there are; each has its turn, however much the first ones bring
   */
  public void runIo(int channels) {
    ensureInitialized();
    context.waitNanos = 0;
    int turns = channels / MAX_EVENTS;
    while (handler.run(context) >= MAX_EVENTS && turns > 0) {
      turns--;
    }
    fullPoll = false;
  }

  /** Whether the last poll saw as many events as it can at a time, and nothing ran I/O since. */
  public boolean hasMoreIo() {
    return fullPoll;
  }

  /**
   * Waits for I/O, for a task, or for a wakeup; what is read meets {@link #isPolling()}.
   *
   * @param nanos at most so long; 0 not at all
   * @return how many events there were
   */
  public int pollIo(long nanos) {
    ensureInitialized();
    polling = true;
    try {
      context.waitNanos = nanos;
      int count = handler.run(context);
      fullPoll = count >= MAX_EVENTS;
      return count;
    } finally {
      polling = false;
    }
  }

  /** Runs the tasks that are due; gives how many. */
  public int runTasks() {
    return runTasks(Integer.MAX_VALUE);
  }

  /**
   * Runs tasks that are due.
   *
   * @param most how many at most
   * @return how many
   */
  public int runTasks(int most) {
    fetchFromScheduledTaskQueue(tasks);
    int count = 0;
    while (count < most) {
      Runnable task = tasks.poll();
      if (task == null) {
        break;
      }
      safeExecute(task);
      count++;
    }
    return count;
  }

  /** Whether a task is due. */
  public boolean hasWork() {
    return !tasks.isEmpty() || hasScheduledTasks();
  }

  /** When the next scheduled task is due, on the loop's clock; -1 if none is. */
  public long nextTaskDeadline() {
    return nextScheduledTaskDeadlineNanos();
  }

  /**
   * Who hears when another thread brings a task or ends a wait, whether somebody is in or not.
   *
   * @param listener called on that thread
   */
  public void outsideListener(Runnable listener) {
    outside = listener;
  }

  /** When the next scheduled task is due, as a delay in nanoseconds; -1 if none is. */
  public long nextTaskDelayNanos() {
    return nextScheduledTaskNano();
  }

  /** Ends a wait, or keeps the next one from waiting. Any thread; sticky until consumed. */
  public void wakeup() {
    woken = true;
    handler.wakeup();
    outside.run();
  }

  /** Takes a wakeup, if there was one. */
  public boolean consumeWakeup() {
    if (!woken) {
      return false;
    }
    woken = false;
    return true;
  }

  /** Whether a wakeup is there to be consumed. */
  public boolean isWoken() {
    return woken;
  }

  /** Closes every channel and gives the system's resources back. The caller must be in. */
  public void destroy() {
    if (termination.isDone()) {
      return;
    }
    ensureInitialized();
    shuttingDown = true;
    cancelScheduledTasks();
    runTasks();
    handler.prepareToDestroy();
    runTasks();
    handler.destroy();
    runTasks();
    termination.setSuccess(null);
  }

  private void ensureInitialized() {
    if (!initialized) {
      initialized = true;
      handler.initialize();
    }
  }

  @Override
  public void execute(Runnable task) {
    if (termination.isDone()) {
      throw new RejectedExecutionException("the loop is closed");
    }
    tasks.add(task);
    if (!inEventLoop()) {
      handler.wakeup();
      outside.run();
    }
  }

  /** Ends the wait of whoever is in, and leaves no trace otherwise. Any thread. */
  public void nudge() {
    nudged = true;
    handler.wakeup();
  }

  /** Makes {@link #hasWork} true. Any thread. */
  public void touch() {
    execute(NOTHING);
  }

  @Override
  public IoEventLoop next() {
    return this;
  }

  @Override
  public IoEventLoopGroup parent() {
    return null;
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return owner.get() == thread;
  }

  @Override
  public boolean isCompatible(Class<? extends IoHandle> handleType) {
    return handler.isCompatible(handleType);
  }

  @Override
  public boolean isIoType(Class<? extends IoHandler> handlerType) {
    return handler.getClass().equals(handlerType);
  }

  @Override
  public Future<IoRegistration> register(IoHandle handle) {
    Promise<IoRegistration> promise = newPromise();
    if (inEventLoop()) {
      register(handle, promise);
    } else {
      execute(() -> register(handle, promise));
    }
    return promise;
  }

  private void register(IoHandle handle, Promise<IoRegistration> promise) {
    ensureInitialized();
    try {
      promise.setSuccess(handler.register(handle));
    } catch (Exception e) {
      promise.setFailure(e);
    }
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel) {
    return register(new DefaultChannelPromise(channel, this));
  }

  @Override
  @Deprecated
  public ChannelFuture register(ChannelPromise promise) {
    promise.channel().unsafe().register(this, promise);
    return promise;
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    channel.unsafe().register(this, promise);
    return promise;
  }

  /** Only {@link #destroy} ends the loop; its owner is the multi, nobody else. */
  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    return termination;
  }

  @Override
  @Deprecated
  public void shutdown() {
    shutdownGracefully();
  }

  @Override
  public Future<?> terminationFuture() {
    return termination;
  }

  @Override
  public boolean isShuttingDown() {
    return shuttingDown;
  }

  @Override
  public boolean isShutdown() {
    return termination.isDone();
  }

  @Override
  public boolean isTerminated() {
    return termination.isDone();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return termination.await(timeout, unit);
  }

  /** Tells the I/O part how long it may wait. */
  private final class WaitContext implements IoHandlerContext {
    private long waitNanos;

    @Override
    public boolean canBlock() {
      return waitNanos > 0 && !woken && !nudged && tasks.isEmpty() && !hasScheduledTasks();
    }

    @Override
    public long delayNanos(long currentTimeNanos) {
      return waitNanos;
    }

    @Override
    public long deadlineNanos() {
      return waitNanos == Long.MAX_VALUE ? -1 : ticker().nanoTime() + waitNanos;
    }
  }
}
