package io.nettycurl.netty.engine;

import io.netty.channel.EventLoop;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.CurlWaitFd;
import io.nettycurl.netty.CompletionListener;
import io.nettycurl.netty.delivery.DirectDelivery;
import io.nettycurl.netty.delivery.UserSide;
import io.nettycurl.netty.transfer.Protocols;
import io.nettycurl.netty.transfer.SharedPool;
import io.nettycurl.netty.transfer.Transfer;
import io.nettycurl.netty.transfer.TransferCore;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.MultiOption;
import io.nettycurl.spi.EasyState;
import java.nio.channels.SelectableChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the event loop it is bound to, which is a server's own: transfers start when they are
 * added, callbacks and the completion listener run right there, and nobody calls perform. Calls
 * from another thread are refused. The loop is borrowed and never shut down.
 */
public final class EmbeddedEngine extends AbstractEngine {
  private final EventLoop loop;
  private final CompletionListener listener;
  private final EmbeddedHost host;
  private final TransferCore core;

  /**
   * An engine on somebody's loop.
   *
   * @param multi the handle it stands behind
   * @param loop the loop
   * @param protocols who speaks what
   * @param listener told of completions; null to read them with infoRead
   */
  public EmbeddedEngine(
      CurlMulti multi, EventLoop loop, Protocols protocols, CompletionListener listener) {
    super(multi);
    this.loop = loop;
    this.listener = listener;
    this.host = new EmbeddedHost(loop);
    this.core =
        new TransferCore(
            loop, host, protocols, channel -> {}, SharedPool.ofOneLoop(handles::running));
    host.core(core);
    core.aroundUserCalls(
        code -> {
          enterCallback();
          try {
            return code.getAsLong();
          } finally {
            leaveCallback();
          }
        });
  }

  /** Tells of completions behind the present task, so that the listener may call back in. */
  private final class EmbeddedHost extends LoopHost {
    private final ArrayDeque<Transfer> completed = new ArrayDeque<>();

    private EmbeddedHost(EventLoop loop) {
      super(loop);
    }

    /** Nobody waits here: whoever is on the loop asks when he likes. */
    @Override
    public void arrived() {}

    @Override
    public void completed(Transfer transfer) {
      handles.done(transfer);
      if (listener != null) {
        completed.add(transfer);
        loop().execute(this::tellNext);
      }
      if (!notifications.isEmpty()) {
        loop().execute(EmbeddedEngine.this::tellNotifications);
      }
    }

    private void tellNext() {
      completed.poll();
      CurlMessage message = handles.read();
      if (message != null) {
        listener.completed(message);
      }
    }
  }

  @Override
  CurlMultiCode admit() {
    if (isClosed()) {
      return CurlMultiCode.BAD_HANDLE;
    }
    return loop.inEventLoop() && !isInCallback()
        ? CurlMultiCode.OK
        : CurlMultiCode.RECURSIVE_API_CALL;
  }

  @Override
  boolean isInside() {
    return loop.inEventLoop();
  }

  @Override
  void dismiss() {
    // Nobody else can be on the loop.
  }

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
    core.start(transfer);
  }

  @Override
  void end(Transfer transfer) {
    core.remove(transfer);
  }

  /**
   * An application that has a loop of its own beside this one drives by it, and needs no events.
   */
  @Override
  boolean accepts(MultiOption<?> option) {
    return option != CurlMultiOpt.SOCKETFUNCTION
        && option != CurlMultiOpt.SOCKETDATA
        && option != CurlMultiOpt.TIMERFUNCTION
        && option != CurlMultiOpt.TIMERDATA;
  }

  @Override
  public CurlMultiCode socketAction(CurlSocket socket, long events) {
    return admit();
  }

  /** The loop waits by itself. */
  @Override
  public CurlMultiCode waitFds(List<CurlWaitFd> into) {
    return comeIn();
  }

  /** Does nothing but tell: everything happens by itself. */
  @Override
  public CurlMultiCode perform() {
    return admit();
  }

  /** A loop must not wait. */
  @Override
  public CurlMultiCode poll(List<CurlWaitFd> extra, int timeoutMs) {
    return isClosed() ? CurlMultiCode.BAD_HANDLE : CurlMultiCode.RECURSIVE_API_CALL;
  }

  @Override
  public CurlMultiCode waitFor(List<CurlWaitFd> extra, int timeoutMs) {
    return poll(extra, timeoutMs);
  }

  @Override
  public int numfds() {
    return 0;
  }

  /** There is no wait to end. */
  @Override
  public CurlMultiCode wakeup() {
    return CurlMultiCode.WAKEUP_FAILURE;
  }

  @Override
  public long timeout() {
    return -1;
  }

  /** There is no perform to be told of. */
  @Override
  public SelectableChannel readinessChannel() {
    return null;
  }

  @Override
  public CurlCode pause(EasyState easy, int bitmask) {
    Transfer transfer = (Transfer) easy.transfer();
    if (!loop.inEventLoop()) {
      return CurlCode.RECURSIVE_API_CALL;
    }
    return transfer.canPause() ? transfer.pause(bitmask) : CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  @Override
  CurlCode tryNow(Transfer transfer, Supplier<CurlCode> what) {
    return what.get();
  }

  @Override
  public void bringUpToDate(EasyState easy) {
    if (loop.inEventLoop()) {
      super.bringUpToDate(easy);
    }
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
    if (code == CurlMultiCode.OK) {
      markClosed();
      detachAll();
      core.close();
      host.cancelTimer();
    }
    return code;
  }
}
