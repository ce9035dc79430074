package io.nettycurl.benchmark;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Immutable. What the process and the calling thread have used so far.
 *
 * @param wall microseconds
 * @param user microseconds of the whole process, with its compiler and collector threads
 * @param sys likewise, in the kernel
 * @param threadUser microseconds of the calling thread
 * @param threadSys likewise, in the kernel
 * @param allocated bytes of the calling thread
 */
public record Usage(
    double wall, double user, double sys, double threadUser, double threadSys, double allocated) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Path PROCESS = Path.of("/proc/self/stat");

  /** Linux counts a process's time in hundredths of a second. */
  private static final double TICK_MICROS = 10_000;

  private static final int USER_FIELD = 11;
  private static final int SYS_FIELD = 12;

  /** What was used up to now. */
  public static Usage now() {
    String[] process = stat(PROCESS);
    double threadUser = THREADS.getCurrentThreadUserTime() / 1e3;
    return new Usage(
        System.nanoTime() / 1e3,
        Long.parseLong(process[USER_FIELD]) * TICK_MICROS,
        Long.parseLong(process[SYS_FIELD]) * TICK_MICROS,
        threadUser,
        THREADS.getCurrentThreadCpuTime() / 1e3 - threadUser,
        THREADS.getCurrentThreadAllocatedBytes());
  }

  /**
   * What was used in between.
   *
   * @param earlier the beginning
   */
  public Usage since(Usage earlier) {
    return new Usage(
        wall - earlier.wall,
        user - earlier.user,
        sys - earlier.sys,
        threadUser - earlier.threadUser,
        threadSys - earlier.threadSys,
        allocated - earlier.allocated);
  }

  @Override
  public String toString() {
    return "wall=%.0f user=%.0f sys=%.0f thread_user=%.0f thread_sys=%.0f allocated=%.0f"
        .formatted(wall, user, sys, threadUser, threadSys, allocated);
  }

  /** Lets {@link #peakResident} begin anew. */
  public static void forgetPeak() {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How much memory the process had at most.
   *
   * @return bytes
   */
  public static long peakResident() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields after the name, which may hold anything. */
  private static String[] stat(Path file) {
    try {
      String line = Files.readString(file);
      return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
