package io.nettycurl.examples.curl.transfer;

import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.output.MeterText;

/**
 * Owned by the command's thread. The meter of one transfer: two head lines, one line that changes.
 */
public final class TransferMeter {
  private static final String HEAD =
      "  % Total    % Received % Xferd  Average Speed  Time    Time    Time   Current\n"
          + "                                 Dload  Upload  Total   Spent   Left   Speed\n";
  private static final long SECOND_US = 1_000_000;
  private static final int RECORDS = 6;

  private final Console console;
  private final long startNanos;
  private final long resumeFrom;
  private final long[] amounts = new long[RECORDS];
  private final long[] times = new long[RECORDS];
  private int records = 1;
  private long lastShownUs;
  private long currentSpeed;
  private boolean headShown;
  private long downloadTotal;
  private long downloaded;
  private long uploadTotal;
  private long uploaded;

  /**
   * A meter that starts now.
   *
   * @param console where it shows
   * @param nowNanos now
   * @param resumeFrom the offset a download goes on from, or 0
   */
  TransferMeter(Console console, long nowNanos, long resumeFrom) {
    this.console = console;
    this.startNanos = nowNanos;
    this.resumeFrom = resumeFrom;
  }

  /** New numbers; shown when there are some, and then once a second. */
  void update(long dlTotal, long dlNow, long ulTotal, long ulNow, long nowNanos) {
    downloadTotal = dlTotal;
    downloaded = dlNow;
    uploadTotal = ulTotal;
    uploaded = ulNow;
    long us = (nowNanos - startNanos) / 1000;
    if (worthIt(us) && due(us, false)) {
      show(us);
    }
  }

  /** Shows the last numbers and ends the line; nothing if a failed transfer never got so far. */
  void finish(boolean failed, long nowNanos) {
    if (failed && !headShown) {
      return;
    }
    long us = (nowNanos - startNanos) / 1000;
    due(us, true);
    show(us);
    console.errPrint("\n");
  }

  /** A transfer that fails at once shows no meter. */
  private boolean worthIt(long us) {
    return headShown || us >= SECOND_US || downloadTotal + downloaded + uploadTotal + uploaded > 0;
  }

  private boolean due(long us, boolean last) {
    long amount = downloaded + uploaded;
    int latest = (records - 1) % RECORDS;
    if (us - times[latest] >= SECOND_US) {
      latest = records % RECORDS;
      records++;
      amounts[latest] = amount;
      times[latest] = us;
    } else if (!last) {
      return !headShown;
    } else if (currentSpeed == 0) {
      amounts[latest] = amount;
      times[latest] = us;
    }
    int oldest = records < RECORDS ? 0 : (latest + 1) % RECORDS;
    long duration = Math.max(1, times[latest] - times[oldest]);
    currentSpeed = (long) ((amounts[latest] - amounts[oldest]) * 1e6 / duration);
    if (!last && headShown && us - lastShownUs < SECOND_US) {
      return false;
    }
    lastShownUs = us;
    return true;
  }

  private void show(long us) {
    StringBuilder out = new StringBuilder(160);
    if (!headShown) {
      headShown = true;
      if (resumeFrom != 0) {
        out.append("** Resuming transfer from byte position ").append(resumeFrom).append('\n');
      }
      out.append(HEAD);
    }
    line(out, us);
    console.errPrint(out.toString());
  }

  private void line(StringBuilder out, long us) {
    long dlSpeed = speed(downloaded, us);
    long ulSpeed = speed(uploaded, us);
    boolean dlKnown = downloadTotal > 0 && dlSpeed > 0;
    boolean ulKnown = uploadTotal > 0 && ulSpeed > 0;
    long totalSeconds =
        Math.max(dlKnown ? downloadTotal / dlSpeed : 0, ulKnown ? uploadTotal / ulSpeed : 0);
    long spent = us / SECOND_US;
    long expected =
        (uploadTotal > 0 ? uploadTotal : uploaded)
            + (downloadTotal > 0 ? downloadTotal : downloaded);
    out.append('\r');
    column(out, percent(expected, downloaded + uploaded), expected);
    column(out, dlKnown ? percent(downloadTotal, downloaded) : 0, downloaded);
    column(out, ulKnown ? percent(uploadTotal, uploaded) : 0, uploaded);
    out.append(MeterText.bytes6(dlSpeed)).append(' ');
    out.append(MeterText.bytes6(ulSpeed)).append(' ');
    out.append(MeterText.time7(totalSeconds)).append(' ');
    out.append(MeterText.time7(spent)).append(' ');
    out.append(MeterText.time7(totalSeconds > 0 ? totalSeconds - spent : 0)).append(' ');
    out.append(MeterText.bytes6(currentSpeed));
  }

  private static void column(StringBuilder out, long percent, long bytes) {
    out.append(MeterText.pad(Long.toString(percent), 3)).append(' ');
    out.append(MeterText.bytes6(bytes)).append(' ');
  }

  private static long percent(long total, long now) {
    if (total > 10_000) {
      return now / (total / 100);
    }
    return total > 0 ? now * 100 / total : 0;
  }

  private static long speed(long bytes, long us) {
    if (us < 1) {
      return bytes * SECOND_US;
    }
    return bytes < Long.MAX_VALUE / SECOND_US
        ? bytes * SECOND_US / us
        : bytes / Math.max(1, us / SECOND_US);
  }
}
