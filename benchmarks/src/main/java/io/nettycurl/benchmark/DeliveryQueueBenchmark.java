package io.nettycurl.benchmark;

import io.nettycurl.netty.delivery.DeliveryQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Owned by the benchmark's thread. What an event costs on its way from a loop to perform, leaving
 * aside what it costs that these are two threads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeliveryQueueBenchmark {
  private static final int BATCH = 64;

  private final DeliveryQueue queue = new DeliveryQueue();
  private long ran;
  private final Runnable event = () -> ran++;

  /** One, as when a loop is not ahead. */
  @Benchmark
  public long one() {
    queue.add(event);
    return queue.drain(1);
  }

  /** As many as come with the events of one poll; the time of one of them. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long batch() {
    for (int i = 0; i < BATCH; i++) {
      queue.add(event);
    }
    return queue.drain(BATCH);
  }
}
