package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.output.TraceOutput;
import io.nettycurl.examples.curl.output.WriteOut;
import io.nettycurl.examples.curl.source.LibcurlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Owned by the command's thread. All transfers of a command line, one after the other or with -Z.
 */
public final class TransferRun {
  private static final int WAIT_MS = 1000;

  private final GlobalConfig global;
  private final Console console;
  private final Messages messages;
  private final Finisher finisher;
  private final List<Transfer> pending = new ArrayList<>();
  private final LibcurlSource source;

  /**
   * A run.
   *
   * @param global the options
   * @param console the standard streams
   * @param messages where faults are told
   * @param writeOut for -w
   */
  public TransferRun(GlobalConfig global, Console console, Messages messages, WriteOut writeOut) {
    this.global = global;
    this.console = console;
    this.messages = messages;
    this.finisher = new Finisher(global, console, messages, writeOut);
    this.source = global.libcurl == null ? null : new LibcurlSource();
  }

  /** Runs them; the exit code. */
  public CurlCode run() {
    TraceOutput trace = new TraceOutput(global, console, messages);
    try (Handles handles = new Handles(global.parallel, console);
        TransferLoop loop = new TransferLoop(global, console, messages)) {
      TransferSource transfers =
          new TransferSource(
              global,
              console,
              messages,
              new TransferFactory(global, console, messages, trace, handles, source));
      return global.parallel
          ? parallel(transfers, loop, handles)
          : serial(transfers, loop, handles);
    } finally {
      trace.close();
      if (source != null) {
        writeSource();
      }
    }
  }

  private void writeSource() {
    byte[] text = source.text().getBytes(StandardCharsets.US_ASCII);
    try {
      if (global.libcurl.equals("-")) {
        console.out().write(text);
      } else {
        Files.write(Path.of(global.libcurl), text);
      }
    } catch (IOException | InvalidPathException e) {
      messages.warn("Failed to open " + global.libcurl + " to write libcurl code");
    }
  }

  private CurlCode serial(TransferSource transfers, TransferLoop loop, Handles handles) {
    CurlCode result = CurlCode.OK;
    try {
      Transfer transfer = transfers.next();
      if (transfer == null) {
        messages.error("no transfer performed");
        return CurlCode.READ_ERROR;
      }
      while (transfer != null) {
        long startNanos = System.nanoTime();
        result = one(transfer, loop);
        handles.giveBack(transfer.easy);
        if (finisher.ends(result)) {
          return result;
        }
        transfer = transfers.next();
        if (transfer != null) {
          pace(startNanos);
        }
      }
    } catch (TransferException e) {
      return e.code();
    }
    return result;
  }

  /** One transfer, with all its retries. */
  private CurlCode one(Transfer transfer, TransferLoop loop) throws TransferException {
    while (true) {
      CurlCode result = CurlCode.OK;
      if (!transfer.skip) {
        try {
          if (source != null) {
            source.perform();
          }
          loop.start(transfer);
        } catch (TransferException e) {
          finisher.finish(transfer, e.code());
          throw e;
        }
        TransferLoop.Ended ended = loop.nextEnded();
        while (ended == null) {
          loop.drive(WAIT_MS);
          ended = loop.nextEnded();
        }
        result = ended.result();
      }
      Finisher.Outcome outcome = finisher.finish(transfer, result);
      if (!outcome.retry()) {
        return outcome.code();
      }
      sleep(outcome.delayMs());
    }
  }

  /** --rate: not before its time. */
  private void pace(long startNanos) {
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    long waitMs = global.msPerTransfer - tookMs;
    if (waitMs > 0) {
      messages.note("Transfer took " + tookMs + " ms, waits " + waitMs + "ms as set by --rate");
      sleep(waitMs);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CurlCode parallel(TransferSource transfers, TransferLoop loop, Handles handles) {
    ParallelMeter meter = new ParallelMeter(global, console, System.nanoTime());
    CurlCode result = CurlCode.OK;
    boolean stopping = false;
    boolean more = true;
    try {
      while (more || loop.live() > 0 || !pending.isEmpty()) {
        if (!stopping) {
          more = more && fill(transfers, loop, handles);
          startDue(loop);
        }
        if (loop.live() > 0) {
          loop.drive(WAIT_MS);
        } else if (!pending.isEmpty()) {
          sleep(untilNextMs());
        }
        for (TransferLoop.Ended ended = loop.nextEnded(); ended != null; ended = loop.nextEnded()) {
          CurlCode code = settle(ended, meter, stopping, handles);
          result = result == CurlCode.OK ? code : result;
        }
        if (!stopping && finisher.ends(result)) {
          stopping = true;
          more = false;
          pending.clear();
          for (Transfer transfer : loop.running()) {
            transfer.abort = true;
          }
        }
        meter.show(loop.running(), loop.started(), loop.live(), false, System.nanoTime());
      }
    } catch (TransferException e) {
      result = e.code();
    }
    meter.show(loop.running(), loop.started(), loop.live(), true, System.nanoTime());
    return result;
  }

  /** Starts new ones up to the limit; whether there may be more. */
  private boolean fill(TransferSource transfers, TransferLoop loop, Handles handles)
      throws TransferException {
    while (loop.live() + pending.size() < global.parallelMax) {
      Transfer transfer = transfers.next();
      if (transfer == null) {
        return false;
      }
      if (transfer.skip) {
        finisher.finish(transfer, CurlCode.OK);
        handles.giveBack(transfer.easy);
      } else {
        loop.start(transfer);
      }
    }
    return true;
  }

  private void startDue(TransferLoop loop) throws TransferException {
    long now = System.nanoTime();
    for (Transfer transfer : List.copyOf(pending)) {
      if (transfer.notBeforeNanos - now <= 0) {
        pending.remove(transfer);
        loop.start(transfer);
      }
    }
  }

  private long untilNextMs() {
    long now = System.nanoTime();
    long wait = TimeUnit.MILLISECONDS.toNanos(WAIT_MS);
    for (Transfer transfer : pending) {
      wait = Math.min(wait, transfer.notBeforeNanos - now);
    }
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait));
  }

  private CurlCode settle(
      TransferLoop.Ended ended, ParallelMeter meter, boolean stopping, Handles handles) {
    Transfer transfer = ended.transfer();
    Finisher.Outcome outcome = finisher.finish(transfer, ended.result());
    meter.finish(transfer);
    if (outcome.retry() && !stopping) {
      transfer.downloaded = 0;
      transfer.uploaded = 0;
      transfer.notBeforeNanos =
          System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(outcome.delayMs());
      pending.add(transfer);
      return CurlCode.OK;
    }
    handles.giveBack(transfer.easy);
    return outcome.code();
  }
}
