package io.nettycurl.netty.transfer;

/** Owned by the loop. What drives the transfers of one loop: how they reach whoever added them. */
public interface Host {
  /**
   * A transfer is over and all it delivered was taken.
   *
   * @param transfer which; its result is set
   */
  void completed(Transfer transfer);

  /** There is something to do on the loop soon: {@link TransferCore#runReady} is to be called. */
  void readySoon();

  /** The first deadline changed: {@link TransferCore#expireTimers} is to be called in time. */
  void deadlineChanged();

  /**
   * Whether the loop's thread is the caller's own for as long as it is in the multi, so that what
   * libcurl waits for, such as a file, may be waited for.
   */
  boolean mayWait();

  /** Something came for an application that speaks itself: ends its wait. */
  void arrived();

  /** Whether nobody may be called now, so that what comes up has to be {@link #putOff}. */
  boolean isPolling();

  /** Whether so much waits for {@link #isPolling} to end that no more is to be read. */
  boolean holdsEnough();

  /**
   * Keeps something for when the user may be called again, in its order among what else is kept.
   *
   * @param event what came up
   */
  void putOff(Runnable event);
}
