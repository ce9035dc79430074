package io.nettycurl.benchmark;

import io.nettycurl.netty.pool.PoolMachine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Owned by the benchmark's thread. What it costs to get a kept connection and to give it back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PoolBenchmark {
  /** How many connections to one host are kept. */
  @Param({"1", "1000"})
  private int kept;

  private PoolMachine<String> machine;
  private String key;
  private long now;

  /** Fills the pool. */
  @Setup
  public void fill() {
    machine = new PoolMachine<>();
    key = "http://localhost:80";
    for (int i = 0; i < kept; i++) {
      PoolMachine.Slot<String> slot = machine.opened(key, key, this);
      machine.capacity(slot, 1);
      machine.idled(slot, i);
    }
  }

  /** One exchange's worth. */
  @Benchmark
  public Object takeAndGiveBack() {
    boolean queue = machine.mustQueue(key, key);
    PoolMachine.Slot<String> slot = machine.ask(key, key, queue).slot();
    machine.taken(slot);
    machine.idled(slot, ++now);
    return slot;
  }
}
