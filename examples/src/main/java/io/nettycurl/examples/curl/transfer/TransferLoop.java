package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.output.ProgressBar;
import io.nettycurl.option.CurlMultiOpt;
import io.nettycurl.option.CurlOpt;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Owned by the command's thread. The multi under all transfers, one at a time or many: starts them,
 * drives them, and says which ended.
 */
final class TransferLoop implements AutoCloseable {
  private final GlobalConfig global;
  private final Console console;
  private final Messages messages;
  private final CurlMulti multi = CurlMulti.init();
  private final Map<Object, Transfer> running = new IdentityHashMap<>();
  private long started;

  TransferLoop(GlobalConfig global, Console console, Messages messages) {
    this.global = global;
    this.console = console;
    this.messages = messages;
    if (global.parallel && global.parallelMaxHost > 0) {
      multi.setopt(CurlMultiOpt.MAX_HOST_CONNECTIONS, global.parallelMaxHost);
    }
  }

  /**
   * An ending.
   *
   * @param transfer which
   * @param result how
   */
  record Ended(Transfer transfer, CurlCode result) {}

  /** How many were started so far. */
  long started() {
    return started;
  }

  /** How many run. */
  int live() {
    return running.size();
  }

  /** The ones that run. */
  Iterable<Transfer> running() {
    return running.values();
  }

  /**
   * Starts one, for the first time or again.
   *
   * @throws TransferException if its input cannot be read, which has been told
   */
  void start(Transfer transfer) throws TransferException {
    openInput(transfer);
    transfer.startNanos = System.nanoTime();
    progress(transfer);
    CurlMultiCode code = multi.addHandle(transfer.easy);
    if (code != CurlMultiCode.OK) {
      throw new TransferException(
          code == CurlMultiCode.OUT_OF_MEMORY
              ? CurlCode.OUT_OF_MEMORY
              : CurlCode.BAD_FUNCTION_ARGUMENT);
    }
    running.put(transfer.easy, transfer);
    transfer.running = true;
    started++;
  }

  private void openInput(Transfer transfer) throws TransferException {
    if (transfer.upload == null) {
      return;
    }
    if (transfer.uploadsStdin()) {
      if (transfer.uploadFile.equals(".")) {
        transfer.upload.readAhead(multi::wakeup);
      }
      return;
    }
    if (!transfer.upload.open(transfer.uploadFile)) {
      messages.usage("cannot open '" + transfer.uploadFile + "'");
      throw new TransferException(CurlCode.READ_ERROR);
    }
    if (transfer.upload.size() >= 0) {
      transfer.easy.setopt(CurlOpt.INFILESIZE_LARGE, transfer.upload.size());
    }
  }

  private void progress(Transfer transfer) {
    boolean hidden = transfer.noProgress || global.silent;
    if (global.parallel) {
      transfer.easy.setopt(CurlOpt.PIPEWAIT, global.parallelImmediate ? 0L : 1L);
    } else if (!hidden) {
      long resumeFrom = transfer.config.request.resumeFrom;
      if (global.progressBar) {
        transfer.bar = new ProgressBar(console, resumeFrom);
      } else {
        transfer.meter = new TransferMeter(console, transfer.startNanos, resumeFrom);
      }
    }
    transfer.easy.setopt(CurlOpt.NOPROGRESS, 0L);
    transfer.easy.setopt(
        CurlOpt.XFERINFOFUNCTION,
        (dlTotal, dlNow, ulTotal, ulNow, data) -> update(transfer, dlTotal, dlNow, ulTotal, ulNow));
  }

  private static long update(
      Transfer transfer, long dlTotal, long dlNow, long ulTotal, long ulNow) {
    transfer.downloadTotal = dlTotal;
    transfer.downloaded = dlNow;
    transfer.uploadTotal = ulTotal;
    transfer.uploaded = ulNow;
    if (transfer.meter != null) {
      transfer.meter.update(dlTotal, dlNow, ulTotal, ulNow, System.nanoTime());
    }
    if (transfer.bar != null) {
      transfer.bar.update(dlTotal, dlNow, ulTotal, ulNow, System.nanoTime());
    }
    return transfer.abort ? 1 : 0;
  }

  /**
   * Lets the transfers go on, for some time at most.
   *
   * @param timeoutMs how long to wait for something to happen
   * @throws TransferException if the whole stack fails
   */
  void drive(int timeoutMs) throws TransferException {
    CurlMultiCode code = multi.perform();
    if (code == CurlMultiCode.OK && multi.msgsInQueue() == 0 && !running.isEmpty()) {
      code = multi.poll(timeoutMs);
      wakeInputs();
    }
    if (code != CurlMultiCode.OK && code != CurlMultiCode.CALL_MULTI_PERFORM) {
      throw new TransferException(
          code == CurlMultiCode.OUT_OF_MEMORY
              ? CurlCode.OUT_OF_MEMORY
              : CurlCode.BAD_FUNCTION_ARGUMENT);
    }
  }

  private void wakeInputs() {
    for (Transfer transfer : running.values()) {
      if (transfer.upload != null) {
        transfer.upload.wake();
      }
    }
  }

  /** The next one that ended; null if none did. */
  Ended nextEnded() {
    CurlMessage message = multi.infoRead();
    while (message != null && message.msg() != CurlSymbols.CURLMSG_DONE) {
      message = multi.infoRead();
    }
    if (message == null) {
      return null;
    }
    Transfer transfer = running.remove(message.easy());
    transfer.running = false;
    multi.removeHandle(message.easy());
    return new Ended(transfer, message.result());
  }

  @Override
  public void close() {
    multi.close();
  }
}
