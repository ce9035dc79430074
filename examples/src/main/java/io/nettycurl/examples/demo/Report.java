package io.nettycurl.examples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Owned by the fetching thread. Counts per protocol, shown as they grow and as a table. */
final class Report {
  private static final double NANOS = 1e9;
  private static final long LINE_NANOS = 200_000_000;
  private static final int FAILURES_SHOWN = 10;

  /** The counts of one protocol. */
  private static final class Row {
    long files;
    long bytes;
    long connections;
    long failures;
    double seconds;
  }

  private final Map<String, Row> rows = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final int expected;
  private final long startNanos;
  private final boolean live;
  private long shownNanos;

  /**
   * A report.
   *
   * @param expected how many files there will be
   * @param live whether to show a line that changes
   * @param nowNanos now
   */
  Report(int expected, boolean live, long nowNanos) {
    this.expected = expected;
    this.live = live;
    this.startNanos = nowNanos;
  }

  /** Counts a download. */
  void add(Download download, long nowNanos) {
    Row row = rows.computeIfAbsent(download.scheme(), scheme -> new Row());
    row.files++;
    row.bytes += download.bytes();
    row.connections += download.connects();
    row.seconds = (nowNanos - startNanos) / NANOS;
    if (download.failed()) {
      row.failures++;
      failures.add(download.url() + ": " + download.error());
    }
  }

  /** Shows where it is, five times a second. */
  void progress(long nowNanos) {
    if (live && nowNanos - shownNanos >= LINE_NANOS) {
      shownNanos = nowNanos;
      System.err.print("\r" + line(nowNanos));
      System.err.flush();
    }
  }

  private String line(long nowNanos) {
    Row all = total(nowNanos);
    return String.format(
        Locale.ROOT,
        "%d of %d files, %.1f MiB, %.0f files/s, %d connections, %d failures   ",
        all.files,
        expected,
        all.bytes / 1048576.0,
        all.files / Math.max(0.001, all.seconds),
        all.connections,
        all.failures);
  }

  private Row total(long nowNanos) {
    Row all = new Row();
    for (Row row : rows.values()) {
      all.files += row.files;
      all.bytes += row.bytes;
      all.connections += row.connections;
      all.failures += row.failures;
    }
    all.seconds = (nowNanos - startNanos) / NANOS;
    return all;
  }

  /** The table; whether nothing failed. */
  boolean print(long nowNanos) {
    if (live) {
      System.err.println("\r" + line(nowNanos));
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s %7s %10s %9s %12s %9s%n",
        "protocol",
        "files",
        "MiB",
        "files/s",
        "connections",
        "failures");
    rows.forEach(Report::row);
    Row all = total(nowNanos);
    row("all", all);
    for (String failure : failures.subList(0, Math.min(FAILURES_SHOWN, failures.size()))) {
      System.out.println(failure);
    }
    if (failures.size() > FAILURES_SHOWN) {
      System.out.println("... and " + (failures.size() - FAILURES_SHOWN) + " more");
    }
    return all.failures == 0 && all.files == expected;
  }

  private static void row(String name, Row row) {
    System.out.printf(
        Locale.ROOT,
        "%-8s %7d %10.1f %9.0f %12d %9d%n",
        name,
        row.files,
        row.bytes / 1048576.0,
        row.files / Math.max(0.001, row.seconds),
        row.connections,
        row.failures);
  }
}
