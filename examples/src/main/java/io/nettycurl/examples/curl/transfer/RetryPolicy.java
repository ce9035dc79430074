package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;
import io.nettycurl.examples.curl.config.OutputConfig.Fail;
import io.nettycurl.examples.curl.config.RetryConfig;

/** Any thread; no state. Whether a transfer is tried again, and after how long. */
final class RetryPolicy {
  private static final long FIRST_SLEEP_MS = 1000;
  private static final long MAX_SLEEP_MS = 600_000;
  private static final int TRANSIENT_FTP = 4;

  /** Why it is worth another try. */
  enum Reason {
    ALL_ERRORS("(retrying all errors)"),
    TIMEOUT(": timeout"),
    CONNECTION_REFUSED(": connection refused"),
    HTTP(": HTTP error"),
    FTP(": FTP error");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** As it follows the word problem. */
    String text() {
      return text;
    }
  }

  private RetryPolicy() {}

  /**
   * Whether an ending is one that another try may change.
   *
   * @param config what the options want
   * @param fail what a bad status means
   * @param result how it ended
   * @param status the last response code
   * @param scheme what was spoken, in lower case
   * @param refused whether a connection was refused
   * @return why; null if it is not
   */
  static Reason reason(
      RetryConfig config, Fail fail, CurlCode result, long status, String scheme, boolean refused) {
    Reason reason = null;
    switch (result) {
      case OPERATION_TIMEDOUT, COULDNT_RESOLVE_HOST, COULDNT_RESOLVE_PROXY, FTP_ACCEPT_TIMEOUT ->
          reason = Reason.TIMEOUT;
      case OK, HTTP_RETURNED_ERROR -> {
        boolean counts = result == CurlCode.OK || fail != Fail.NO;
        boolean http = scheme.equals("http") || scheme.equals("https");
        if (counts && http && isTransient(status)) {
          reason = Reason.HTTP;
        }
      }
      default -> {
        if (config.connectionRefused && result == CurlCode.COULDNT_CONNECT) {
          reason = refused ? Reason.CONNECTION_REFUSED : null;
        } else if (scheme.startsWith("ftp") && status / 100 == TRANSIENT_FTP) {
          reason = Reason.FTP;
        }
      }
    }
    return reason == null && result != CurlCode.OK && config.allErrors ? Reason.ALL_ERRORS : reason;
  }

  private static boolean isTransient(long status) {
    return status == 408
        || status == 429
        || status == 500
        || status == 502
        || status == 503
        || status == 504
        || status == 522
        || status == 524;
  }

  /** The next wait where no delay is given: twice the last, ten minutes at most. */
  static long backOff(long lastMs) {
    return lastMs == 0 ? FIRST_SLEEP_MS : Math.min(lastMs * 2, MAX_SLEEP_MS);
  }

  /** The line that tells about it. */
  static String describe(Reason reason, long sleepMs, long left) {
    long millis = sleepMs % 1000;
    String fraction = millis == 0 ? "" : "." + (1000 + millis + "").substring(1);
    return "Problem "
        + reason.text()
        + ". Retrying in "
        + sleepMs / 1000
        + fraction
        + " second"
        + (sleepMs == 1000 ? "" : "s")
        + ". "
        + left
        + " retr"
        + (left > 1 ? "ies" : "y")
        + " left.";
  }
}
