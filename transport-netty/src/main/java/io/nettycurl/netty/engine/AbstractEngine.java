package io.nettycurl.netty.engine;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSocket;
import io.nettycurl.info.MultiInfo;
import io.nettycurl.netty.transfer.SharedPool;
import io.nettycurl.netty.transfer.Transfer;
import io.nettycurl.netty.transfer.TransferCore;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.MultiOption;
import io.nettycurl.spi.EasyState;
import io.nettycurl.spi.MultiEngine;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the thread that drives the multi. What the ways to drive have in common: handles,
 * messages, settings, and who may call when.
 */
abstract class AbstractEngine implements MultiEngine {
  final Handles handles = new Handles();
  final EngineSettings settings = new EngineSettings();
  final Notifications notifications;
  private int inCallback;
  private int inEventCallback;
  private Thread notifying;
  private int nested;
  private boolean closed;

  AbstractEngine(CurlMulti multi) {
    this.notifications = new Notifications(multi, settings, handles::has);
    handles.notifications(notifications);
  }

  /** Around every callback: calls back into the multi are refused meanwhile. */
  final void enterCallback() {
    inCallback++;
  }

  final void leaveCallback() {
    inCallback--;
  }

  /** Around the socket and the timer callback, in which even less is allowed. */
  final void enterEventCallback() {
    inCallback++;
    inEventCallback++;
  }

  final void leaveEventCallback() {
    inCallback--;
    inEventCallback--;
  }

  final boolean isInEventCallback() {
    return inEventCallback > 0;
  }

  final boolean isInCallback() {
    return inCallback > 0;
  }

  final boolean isClosed() {
    return closed;
  }

  final void markClosed() {
    closed = true;
  }

  /** A transfer for a handle; its last one if that was this engine's. */
  abstract Transfer transferFor(EasyState easy);

  /** Hands a new transfer to the core. */
  abstract void begin(Transfer transfer);

  /** Takes a transfer out of the core. */
  abstract void end(Transfer transfer);

  /** Whether the calling thread may use the multi now. */
  abstract CurlMultiCode admit();

  /** Whether the calling thread is in the multi already: it calls from within a callback. */
  abstract boolean isInside();

  /** The other half of {@link #admit}. */
  abstract void dismiss();

  /** Lets a call in; from within the notify callback, too, as nothing else goes on there. */
  final CurlMultiCode comeIn() {
    if (notifying == Thread.currentThread() && !closed) {
      nested++;
      return CurlMultiCode.OK;
    }
    return admit();
  }

  final void goOut() {
    if (nested > 0 && notifying == Thread.currentThread()) {
      nested--;
    } else {
      dismiss();
    }
  }

  @Override
  public void bringUpToDate(EasyState easy) {
    ((Transfer) easy.transfer()).bringUpToDate();
  }

  /** Tells the notify callback, at the end of a call that was admitted. */
  final void tellNotifications() {
    if (notifications.isEmpty() || notifying != null) {
      return;
    }
    notifying = Thread.currentThread();
    inCallback++;
    try {
      notifications.tell();
    } finally {
      inCallback--;
      notifying = null;
    }
  }

  /** Whether nothing but the notify callback is under way, in which more is allowed. */
  final boolean isNotifying() {
    return notifying == Thread.currentThread() && inCallback == 1;
  }

  @Override
  public final boolean isCalling() {
    return inCallback > 0;
  }

  /** What the application's own loop is told; null if it has none. */
  EventMode events() {
    return null;
  }

  /** One of the options of event mode was set. */
  void eventOptionSet() {}

  /** Tells the application's own loop what changed: OK, or ABORTED_BY_CALLBACK. */
  CurlMultiCode tellEvents() {
    return CurlMultiCode.OK;
  }

  /** Whether an option means anything in this way to drive. */
  boolean accepts(MultiOption<?> option) {
    return true;
  }

  /** Does something with the core, or with each of several, on its loop, and waits. */
  abstract void withCore(Consumer<TransferCore> task);

  @Override
  public final CurlMultiCode addHandle(EasyState easy) {
    CurlMultiCode code = comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (easy.engine() != null) {
        return CurlMultiCode.ADDED_ALREADY;
      }
      if (events() != null && events().isDead()) {
        if (handles.current() > 0) {
          return CurlMultiCode.ABORTED_BY_CALLBACK;
        }
        events().revive();
      }
      Transfer transfer = transferFor(easy);
      easy.attach(this, transfer);
      easy.errorBuffer().clear();
      handles.add(transfer);
      begin(transfer);
      return tellEvents();
    } finally {
      goOut();
    }
  }

  @Override
  public final CurlMultiCode removeHandle(EasyState easy) {
    CurlMultiCode code = comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (easy.engine() == null) {
        return CurlMultiCode.OK;
      }
      if (easy.engine() != this) {
        return CurlMultiCode.BAD_EASY_HANDLE;
      }
      detach((Transfer) easy.transfer());
      CurlMultiCode told = tellEvents();
      return events() != null && events().isDead() ? CurlMultiCode.OK : told;
    } finally {
      goOut();
    }
  }

  final void detach(Transfer transfer) {
    handles.remove(transfer);
    end(transfer);
    transfer.state().attach(null, transfer);
  }

  final void detachAll() {
    for (Transfer transfer : handles.transfers()) {
      detach(transfer);
    }
  }

  @Override
  public int runningHandles() {
    return handles.running();
  }

  @Override
  public CurlMessage infoRead() {
    return handles.read();
  }

  @Override
  public int msgsInQueue() {
    return handles.unread();
  }

  @Override
  public List<CurlEasy> getHandles() {
    return handles.all();
  }

  @Override
  public final <T> CurlMultiCode setopt(MultiOption<T> option, T value) {
    CurlMultiCode code = comeIn();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      if (!accepts(option)) {
        return CurlMultiCode.UNKNOWN_OPTION;
      }
      CurlMultiCode set = settings.set(option, value);
      if (set == CurlMultiCode.OK) {
        apply(option);
      }
      return set;
    } finally {
      goOut();
    }
  }

  @Override
  public final boolean hasConnection(EasyState easy) {
    Transfer transfer = (Transfer) easy.transfer();
    return transfer.wasConnected() && !handles.isDone(transfer);
  }

  private void apply(MultiOption<?> option) {
    if (option == CurlMultiOpt.NETWORK_CHANGED) {
      long what = settings.number(CurlMultiOpt.NETWORK_CHANGED);
      withCore(core -> core.networkChanged(what));
    } else if (option == CurlMultiOpt.SOCKETFUNCTION || option == CurlMultiOpt.TIMERFUNCTION) {
      eventOptionSet();
    } else {
      shared().limits(settings.limits());
      withCore(TransferCore::limitsChanged);
    }
  }

  @Override
  public final CurlMultiCode notifyEnable(long type, boolean on) {
    return closed ? CurlMultiCode.BAD_HANDLE : notifications.enable(type, on);
  }

  @Override
  public CurlMultiCode assign(CurlSocket socket, Object object) {
    EventMode events = events();
    if (events == null) {
      return CurlMultiCode.BAD_SOCKET;
    }
    if (isInside()) {
      return events.assign(socket, object);
    }
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return code;
    }
    try {
      return events.assign(socket, object);
    } finally {
      dismiss();
    }
  }

  @Override
  public final CurlCode upkeep(EasyState easy) {
    CurlMultiCode code = admit();
    if (code != CurlMultiCode.OK) {
      return CurlCode.RECURSIVE_API_CALL;
    }
    try {
      long interval = easy.options().number(CurlOpt.UPKEEP_INTERVAL_MS);
      withCore(core -> core.upkeep(interval));
      return CurlCode.OK;
    } finally {
      dismiss();
    }
  }

  @Override
  public final CurlCode recv(EasyState easy, ByteBuffer into) {
    Transfer transfer = (Transfer) easy.transfer();
    return speak(transfer, () -> transfer.receive(into));
  }

  @Override
  public final CurlCode send(EasyState easy, ByteBuffer from) {
    Transfer transfer = (Transfer) easy.transfer();
    return speak(transfer, () -> transfer.send(from));
  }

  private CurlCode speak(Transfer transfer, Supplier<CurlCode> what) {
    if (admit() != CurlMultiCode.OK) {
      return CurlCode.RECURSIVE_API_CALL;
    }
    try {
      return tryNow(transfer, what);
    } finally {
      dismiss();
    }
  }

  /**
   * Runs something on the transfer's loop and waits for it; AGAIN may be tried again after some
   * I/O.
   */
  abstract CurlCode tryNow(Transfer transfer, Supplier<CurlCode> what);

  /** What the loops have in common. */
  abstract SharedPool shared();

  @Override
  public long getOfft(MultiInfo info) {
    switch (info) {
      case XFERS_CURRENT:
        return handles.current();
      case XFERS_RUNNING:
        return (long) handles.running() - shared().pending();
      case XFERS_PENDING:
        return shared().pending();
      case XFERS_DONE:
        return handles.unread();
      case XFERS_ADDED:
        return handles.everAdded();
      default:
        return -1;
    }
  }
}
