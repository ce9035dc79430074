package io.nettycurl.benchmark;

import io.nettycurl.option.CurlOpt;
import io.nettycurl.option.OptionValues;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Owned by the benchmark's thread. What looking an option up costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OptionBenchmark {
  private final OptionValues values = new OptionValues();

  /** Some set, most not. */
  public OptionBenchmark() {
    values.set(CurlOpt.URL, "http://localhost/");
    values.set(CurlOpt.FOLLOWLOCATION, 1L);
  }

  /** A number that was set. */
  @Benchmark
  public boolean set() {
    return values.on(CurlOpt.FOLLOWLOCATION);
  }

  /** A number that was not. */
  @Benchmark
  public long unset() {
    return values.number(CurlOpt.TIMEOUT_MS);
  }

  /** A string that was set. */
  @Benchmark
  public String string() {
    return values.get(CurlOpt.URL);
  }
}
