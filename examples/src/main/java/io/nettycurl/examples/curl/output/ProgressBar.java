package io.nettycurl.examples.curl.output;

import io.nettycurl.examples.curl.console.Console;
import java.util.Arrays;

/** Owned by the command's thread. -#: a bar of hash signs, or a fly while no size is known. */
public final class ProgressBar {
  private static final int MAX_WIDTH = 400;
  private static final int MIN_WIDTH = 20;
  private static final long TENTH_NANOS = 100_000_000;
  private static final int WAVE = 200;
  private static final String FLY = "-=O=-";

  private final Console console;
  private final long initialSize;
  private int width;
  private long calls;
  private long previous;
  private long shownNanos;
  private int tick = 150;
  private int position;
  private int move = 1;

  /**
   * A bar.
   *
   * @param console where it shows
   * @param initialSize what is there already of the file; negative if only the server knows
   */
  public ProgressBar(Console console, long initialSize) {
    this.console = console;
    this.initialSize = initialSize;
  }

  /** Whether there is a line to end. */
  public boolean isShown() {
    return calls > 0;
  }

  /** New numbers; shown ten times a second at most. */
  public void update(long dlTotal, long dlNow, long ulTotal, long ulNow, long nowNanos) {
    long totalAll = plus(dlTotal, ulTotal);
    long nowAll = plus(dlNow, ulNow);
    boolean known = dlTotal != 0 || ulTotal != 0;
    long total;
    long point;
    if (initialSize < 0) {
      total = known ? totalAll : Long.MAX_VALUE;
      point = known ? nowAll : Long.MAX_VALUE;
    } else {
      total = plus(totalAll, initialSize);
      point = plus(nowAll, initialSize);
    }
    width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, console.terminal().columns()));
    if (calls > 0) {
      boolean tooSoon = nowNanos - shownNanos < TENTH_NANOS;
      if (total != 0 && (previous == point || tooSoon && point < total) || total == 0 && tooSoon) {
        return;
      }
      if (total == 0) {
        fly(point != previous);
      }
    }
    calls++;
    if (total > 0 && point != previous) {
      bar(Math.max(total, point), point);
    }
    previous = point;
    shownNanos = nowNanos;
  }

  private void bar(long total, long point) {
    double fraction = (double) point / (double) total;
    int barWidth = width - 7;
    int hashes = Math.min(MAX_WIDTH, (int) (barWidth * fraction));
    long tenths = Math.round(fraction * 1000);
    String percent = MeterText.pad(tenths / 10 + "." + tenths % 10, 5);
    console.errPrint(
        "\r" + "#".repeat(hashes) + " ".repeat(barWidth - hashes) + " " + percent + "%");
  }

  private void fly(boolean moved) {
    char[] line = new char[width + 1];
    Arrays.fill(line, ' ');
    line[0] = '\r';
    FLY.getChars(0, FLY.length(), line, position + 1);
    for (int i = 0; i < 4; i++) {
      line[wave(tick + 5 * i)] = '#';
    }
    console.errPrint(new String(line));
    tick = (tick + 2) % WAVE;
    position += moved ? move : 0;
    if (position >= width - 6) {
      move = -1;
      position = width - 6;
    } else if (position < 0) {
      move = 1;
      position = 0;
    }
  }

  /** Where a point on a sine wave is, in columns from 1. */
  private int wave(int at) {
    double height = Math.sin((at % WAVE + 1) / (double) WAVE * 2 * Math.PI) * 0.5 + 0.5;
    return Math.min(width, (int) (height * (width - 2)) + 1);
  }

  private static long plus(long a, long b) {
    return Long.MAX_VALUE - a < b ? Long.MAX_VALUE : a + b;
  }
}
