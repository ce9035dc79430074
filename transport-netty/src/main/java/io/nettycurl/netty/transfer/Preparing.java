package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.netty.connect.Offload;
import io.nettycurl.netty.spi.Preparation;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;

/**
 * Owned by the loop. What protocols have to do before the first hop of one transfer, one thing
 * after the other, each where it may be done.
 */
final class Preparing {
  private final Transfer transfer;
  private final TransferCore core;
  private final ArrayDeque<Preparation> left;
  private final int generation;

  Preparing(Transfer transfer, TransferCore core, ArrayDeque<Preparation> left) {
    this.transfer = transfer;
    this.core = core;
    this.left = left;
    this.generation = transfer.generation();
  }

  /** Begins; ends with {@link Transfer#prepared}, possibly before this returns. */
  void begin() {
    Preparation next = left.poll();
    if (next == null) {
      transfer.prepared(CurlCode.OK);
    } else if (core.mayWait()) {
      loaded(next, next.load());
    } else {
      Offload.readFile(() -> loadElsewhere(next));
    }
  }

  private void loadElsewhere(Preparation preparation) {
    CurlCode code;
    try {
      code = preparation.load();
    } catch (RuntimeException e) {
      code = CurlCode.FAILED_INIT;
    }
    CurlCode result = code;
    try {
      core.eventLoop().execute(() -> guarded(() -> loaded(preparation, result)));
    } catch (RejectedExecutionException e) {
      // The loop ended meanwhile, and the transfer with it.
      return;
    }
  }

  private void loaded(Preparation preparation, CurlCode code) {
    for (String note : preparation.notes()) {
      transfer.log().info(note);
    }
    if (code != CurlCode.OK) {
      transfer.prepared(code);
    } else if (preparation.callbackName() != null) {
      transfer.ask(
          preparation.callbackName(),
          preparation::callUser,
          CurlCode.ABORTED_BY_CALLBACK,
          answer -> guarded(() -> answered(answer)));
    } else {
      begin();
    }
  }

  private void answered(CurlCode answer) {
    if (answer == CurlCode.OK) {
      begin();
    } else {
      transfer.prepared(answer);
    }
  }

  /** Nothing if the transfer was removed meanwhile. */
  private void guarded(Runnable step) {
    if (!transfer.isPreparing(generation)) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException e) {
      transfer.broken(e);
    }
  }
}
