package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.config.OperationConfig;
import io.nettycurl.examples.curl.config.OutputConfig.Fail;
import io.nettycurl.examples.curl.config.RequestMethod;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Messages;
import io.nettycurl.examples.curl.output.ExtendedAttributes;
import io.nettycurl.examples.curl.output.FinishedTransfer;
import io.nettycurl.examples.curl.output.OutputFile;
import io.nettycurl.examples.curl.output.WriteOut;
import io.nettycurl.info.CurlInfo;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Owned by the command's thread. What follows a transfer: errors told, retries, files closed, -w.
 */
final class Finisher {
  /** errno of a refused connection. */
  private static final long ECONNREFUSED = 111;

  private static final String VERIFICATION_HINT =
      "More details here: https://curl.se/docs/sslcerts.html\n\n"
          + "The certificate of the server could not be verified, so no secure connection was"
          + " made.\nThe page above tells what that means and what can be done about it.\n";

  private final GlobalConfig global;
  private final Console console;
  private final Messages messages;
  private final WriteOut writeOut;

  Finisher(GlobalConfig global, Console console, Messages messages, WriteOut writeOut) {
    this.global = global;
    this.console = console;
    this.messages = messages;
    this.writeOut = writeOut;
  }

  /**
   * What is next.
   *
   * @param code how it ended, all considered
   * @param retry whether it is to be started again
   * @param delayMs after how long
   */
  record Outcome(CurlCode code, boolean retry, long delayMs) {}

  /** Deals with a transfer that came to an end, or never began. */
  Outcome finish(Transfer transfer, CurlCode result) {
    if (transfer.upload != null) {
      transfer.upload.close();
    }
    CurlCode code = result;
    if (!transfer.skip) {
      if (transfer.meter != null) {
        transfer.meter.finish(result != CurlCode.OK, System.nanoTime());
      }
      code = tell(transfer, code);
      code = settleOutput(transfer, code);
      if (mayRetry(transfer)) {
        Outcome retry = retry(transfer, code);
        if (retry != null) {
          return retry;
        }
      }
      if (transfer.bar != null && transfer.bar.isShown()) {
        console.errPrint("\n");
      }
      code = close(transfer, code);
    }
    code = writeOut(transfer, code);
    try {
      transfer.headers.close();
    } catch (IOException e) {
      messages.error("Failed writing headers to " + transfer.config.output.headerFile);
    }
    return new Outcome(code, false, 0);
  }

  private CurlCode tell(Transfer transfer, CurlCode result) {
    OperationConfig config = transfer.config;
    if (!config.errorShown && result != CurlCode.OK && messages.showsErrors()) {
      console.errPrint("curl: (" + result.number() + ") " + errorMessage(transfer, result) + "\n");
      if (result == CurlCode.PEER_FAILED_VERIFICATION) {
        console.errPrint(VERIFICATION_HINT);
      }
    } else if (config.output.fail == Fail.WITH_BODY) {
      long status = transfer.easy.getinfo(CurlInfo.RESPONSE_CODE);
      if (status >= 400) {
        CurlCode code = CurlCode.HTTP_RETURNED_ERROR;
        if (messages.showsErrors()) {
          console.errPrint(
              "curl: (" + code.number() + ") The requested URL returned error: " + status + "\n");
        }
        return code;
      }
    }
    return result;
  }

  private static String errorMessage(Transfer transfer, CurlCode result) {
    if (transfer.abort && result == CurlCode.ABORTED_BY_CALLBACK) {
      return "Transfer aborted due to critical error in another transfer";
    }
    String text = transfer.easy.errorMessage();
    return text.isEmpty() ? result.strerror() : text;
  }

  private CurlCode settleOutput(Transfer transfer, CurlCode result) {
    OutputFile output = transfer.output;
    OperationConfig config = transfer.config;
    if (result == CurlCode.OK && config.output.extendedAttributes && output.ownsStream()) {
      String error = ExtendedAttributes.write(transfer.easy, transfer.url, output.name());
      if (error != null) {
        messages.warn("Error setting extended attributes on '" + output.name() + "': " + error);
      }
    }
    if (result == CurlCode.OK
        && !output.isOpen()
        && transfer.easy.getinfo(CurlInfo.CONDITION_UNMET) == 0
        && !output.open(config.output, messages)) {
      return CurlCode.WRITE_ERROR;
    }
    if (!output.isFile() && !output.discards()) {
      try {
        output.flush();
      } catch (IOException e) {
        if (result == CurlCode.OK) {
          messages.error("Failed writing body");
          return CurlCode.WRITE_ERROR;
        }
      }
    }
    return result;
  }

  private static boolean mayRetry(Transfer transfer) {
    long maxMs = transfer.config.retry.maxTimeMs;
    return transfer.retriesLeft > 0 && (maxMs == 0 || sinceFirstMs(transfer) < maxMs);
  }

  private static long sinceFirstMs(Transfer transfer) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - transfer.retryStartNanos);
  }

  /** The start of another attempt; null if there is to be none. */
  private Outcome retry(Transfer transfer, CurlCode result) {
    String scheme = transfer.easy.getinfo(CurlInfo.SCHEME);
    long status = transfer.easy.getinfo(CurlInfo.RESPONSE_CODE);
    RetryPolicy.Reason reason =
        RetryPolicy.reason(
            transfer.config.retry,
            transfer.config.output.fail,
            result,
            status,
            scheme == null ? "" : scheme.toLowerCase(Locale.ROOT),
            transfer.easy.getinfo(CurlInfo.OS_ERRNO) == ECONNREFUSED);
    if (reason == null) {
      return null;
    }
    long sleepMs = sleep(transfer, reason);
    if (sleepMs < 0) {
      return null;
    }
    messages.warn(RetryPolicy.describe(reason, sleepMs, transfer.retriesLeft));
    transfer.retriesLeft--;
    if (!resetOutput(transfer, result, status, scheme)) {
      return new Outcome(CurlCode.WRITE_ERROR, false, 0);
    }
    transfer.headers.restart();
    transfer.retries++;
    return new Outcome(CurlCode.OK, true, sleepMs);
  }

  /** How long to wait; negative if the server's wish does not fit into --retry-max-time. */
  private long sleep(Transfer transfer, RetryPolicy.Reason reason) {
    long sleepMs = 0;
    long maxMs = transfer.config.retry.maxTimeMs;
    if (reason == RetryPolicy.Reason.HTTP) {
      long afterSeconds = transfer.easy.getinfo(CurlInfo.RETRY_AFTER);
      sleepMs = Math.min(afterSeconds, 0xFFFFFFFFL / 1000) * 1000;
      if (sleepMs > 0 && maxMs > 0 && sinceFirstMs(transfer) + sleepMs > maxMs) {
        messages.warn(
            "The Retry-After: time would make this command line exceed the maximum allowed time"
                + " for retries.");
        return -1;
      }
    }
    if (sleepMs == 0 && transfer.config.retry.delayMs == 0) {
      transfer.retrySleepMs = RetryPolicy.backOff(transfer.retrySleepMs);
    }
    return sleepMs == 0 ? transfer.retrySleepMs : sleepMs;
  }

  private boolean resetOutput(Transfer transfer, CurlCode result, long status, String scheme) {
    OutputFile output = transfer.output;
    if (output.bytes() == 0 || !output.isRegularOpen()) {
      return true;
    }
    try {
      if (goesOn(transfer, result, status, scheme)) {
        messages.note("Keeping " + output.bytes() + " bytes");
        output.keep();
        transfer.config.request.resumeFrom = output.start();
        transfer.easy.setopt(CurlOpt.RESUME_FROM_LARGE, output.start());
      } else {
        messages.note("Throwing away " + output.bytes() + " bytes");
        output.rewind();
      }
      return true;
    } catch (IOException e) {
      messages.error("Failed to truncate file");
      return false;
    }
  }

  /** With -C -, what a GET got so far is kept where the server can send the rest. */
  private static boolean goesOn(Transfer transfer, CurlCode result, long status, String scheme) {
    OperationConfig config = transfer.config;
    boolean plainGet =
        config.request.resume
            && config.request.resumeFromLocal
            && transfer.output.start() == config.request.resumeFrom
            && config.request.customMethod == null
            && transfer.uploadFile == null
            && (config.request.method == RequestMethod.UNSPECIFIED
                || config.request.method == RequestMethod.GET);
    boolean good = result != CurlCode.WRITE_ERROR && result != CurlCode.RANGE_ERROR;
    boolean http = scheme != null && scheme.toLowerCase(Locale.ROOT).startsWith("http");
    if (!plainGet || !good || !http) {
      return false;
    }
    return status == 206 && config.request.resumeFrom > 0
        || status == 200 && "bytes".equals(transfer.headers.headers().first("Accept-Ranges"));
  }

  private CurlCode close(Transfer transfer, CurlCode result) {
    OutputFile output = transfer.output;
    OperationConfig config = transfer.config;
    CurlCode code = result;
    if (output.ownsStream()) {
      try {
        output.close();
      } catch (IOException e) {
        if (code == CurlCode.OK) {
          code = CurlCode.WRITE_ERROR;
          messages.error("curl: (" + code.number() + ") Failed writing body");
        }
      }
      if (code != CurlCode.OK && config.output.removeOnError) {
        remove(output.name());
      }
    }
    if (code == CurlCode.OK && config.output.remoteTime && output.isFile()) {
      remoteTime(transfer);
    }
    return code;
  }

  private void remove(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      messages.warn("Skipping removal; not a regular file: " + name);
      return;
    }
    try {
      Files.delete(file);
      messages.note("Removed output file: " + name);
    } catch (IOException e) {
      messages.warn("Failed removing: " + name);
    }
  }

  private void remoteTime(Transfer transfer) {
    long seconds = transfer.easy.getinfo(CurlInfo.FILETIME_T);
    if (seconds == -1) {
      return;
    }
    String name = transfer.output.name();
    try {
      Files.setLastModifiedTime(Path.of(name), FileTime.from(seconds, TimeUnit.SECONDS));
    } catch (IOException e) {
      messages.warn("Failed to set filetime " + seconds + " on '" + name + "': " + e.getMessage());
    }
  }

  private CurlCode writeOut(Transfer transfer, CurlCode result) {
    String format = transfer.config.output.writeOut;
    if (format == null) {
      return result;
    }
    FinishedTransfer finished =
        new FinishedTransfer(
            transfer.easy,
            result,
            errorMessage(transfer, result),
            transfer.url,
            transfer.urlNumber,
            transfer.output.name(),
            transfer.headers.count(),
            transfer.retries,
            transfer.headers.headers());
    try {
      writeOut.write(format, finished);
      return result;
    } catch (IOException e) {
      return result == CurlCode.OK ? CurlCode.WRITE_ERROR : result;
    }
  }

  /** Whether a code is a fault of the command line or of the machine rather than of a transfer. */
  static boolean isFatal(CurlCode code) {
    return code == CurlCode.FAILED_INIT
        || code == CurlCode.OUT_OF_MEMORY
        || code == CurlCode.UNKNOWN_OPTION
        || code == CurlCode.BAD_FUNCTION_ARGUMENT;
  }

  /** Whether nothing more is to be started after a code. */
  boolean ends(CurlCode code) {
    return isFatal(code) || code != CurlCode.OK && global.failEarly;
  }
}
