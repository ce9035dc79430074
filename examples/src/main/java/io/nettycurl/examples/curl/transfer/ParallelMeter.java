package io.nettycurl.examples.curl.transfer;

import io.nettycurl.examples.curl.config.GlobalConfig;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.output.MeterText;

/** Owned by the command's thread. The meter of -Z: one line for all transfers. */
final class ParallelMeter {
  private static final String HEAD =
      "DL% UL%  Dled  Uled  Xfers  Live Total     Current  Left    Speed\n";
  private static final long INTERVAL_NANOS = 500_000_000;
  private static final int RECORDS = 10;

  private final GlobalConfig global;
  private final Console console;
  private final long startNanos;
  private final long[] dlRecords = new long[RECORDS];
  private final long[] ulRecords = new long[RECORDS];
  private final long[] timeRecords = new long[RECORDS];
  private int at;
  private boolean wrapped;
  private boolean headShown;
  private boolean shown;
  private long shownNanos;
  private long downloadTotal;
  private long uploadTotal;
  private long downloadedBefore;
  private long uploadedBefore;

  ParallelMeter(GlobalConfig global, Console console, long nowNanos) {
    this.global = global;
    this.console = console;
    this.startNanos = nowNanos;
  }

  /** Counts a transfer that goes away. */
  void finish(Transfer transfer) {
    downloadedBefore += transfer.downloaded;
    uploadedBefore += transfer.uploaded;
    countTotals(transfer);
  }

  private void countTotals(Transfer transfer) {
    if (transfer.downloadTotal > 0 && !transfer.downloadTotalCounted) {
      downloadTotal += transfer.downloadTotal;
      transfer.downloadTotalCounted = true;
    }
    if (transfer.uploadTotal > 0 && !transfer.uploadTotalCounted) {
      uploadTotal += transfer.uploadTotal;
      transfer.uploadTotalCounted = true;
    }
  }

  /**
   * Shows the numbers, twice a second at most.
   *
   * @param transfers the ones under way
   * @param added how many were started
   * @param live how many run
   * @param last whether this ends the line
   */
  void show(Iterable<Transfer> transfers, long added, long live, boolean last, long nowNanos) {
    if (global.noProgress || global.silent) {
      return;
    }
    if (!headShown) {
      headShown = true;
      console.errPrint(HEAD);
    }
    if (last || !shown || nowNanos - shownNanos > INTERVAL_NANOS) {
      shown = true;
      shownNanos = nowNanos;
      console.errPrint(line(transfers, added, live, nowNanos) + (last ? "    \n" : "     "));
    }
  }

  private String line(Iterable<Transfer> transfers, long added, long live, long nowNanos) {
    long downloaded = downloadedBefore;
    long uploaded = uploadedBefore;
    boolean dlKnown = true;
    boolean ulKnown = true;
    for (Transfer transfer : transfers) {
      downloaded += transfer.downloaded;
      uploaded += transfer.uploaded;
      dlKnown &= transfer.downloadTotal > 0;
      ulKnown &= transfer.uploadTotal > 0;
      countTotals(transfer);
    }
    long speed = speed(downloaded, uploaded, nowNanos);
    boolean estimate = dlKnown && speed > 0;
    return "\r"
        + percent(dlKnown, downloaded, downloadTotal)
        + " "
        + percent(ulKnown, uploaded, uploadTotal)
        + " "
        + MeterText.bytes5(downloaded)
        + " "
        + MeterText.bytes5(uploaded)
        + " "
        + MeterText.pad(Long.toString(added), 5)
        + " "
        + MeterText.pad(Long.toString(live), 5)
        + "  "
        + MeterText.time8(estimate ? downloadTotal / speed : 0)
        + " "
        + MeterText.time8((nowNanos - startNanos) / 1_000_000_000)
        + " "
        + MeterText.time8(estimate ? (downloadTotal - downloaded) / speed : 0)
        + " "
        + MeterText.bytes5(speed)
        + " ";
  }

  private static String percent(boolean known, long now, long total) {
    if (!known || total == 0) {
      return "-- ";
    }
    return MeterText.pad(
        Long.toString(now < Long.MAX_VALUE / 100 ? now * 100 / total : now / (total / 100)), 3);
  }

  /** The larger of both directions, over the last ten readings. */
  private long speed(long downloaded, long uploaded, long nowNanos) {
    dlRecords[at] = downloaded;
    ulRecords[at] = uploaded;
    timeRecords[at] = nowNanos;
    at = (at + 1) % RECORDS;
    wrapped |= at == 0;
    long dl = downloaded - (wrapped ? dlRecords[at] : 0);
    long ul = uploaded - (wrapped ? ulRecords[at] : 0);
    long since = nowNanos - (wrapped ? timeRecords[at] : startNanos);
    double seconds = Math.max(1, since / 1_000_000) / 1000.0;
    return Math.max((long) (dl / seconds), (long) (ul / seconds));
  }
}
