package io.nettycurl.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.http.h1.ChunkedDecoder;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Owned by the benchmark's thread. Takes the chunked coding off 64 KiB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChunkedBenchmark {
  private static final int BODY = 64 * 1024;

  /** Bytes in a chunk. */
  @Param({"64", "4096", "65536"})
  private int chunk = 4096;

  private final Pieces pieces = new Pieces();
  private final ChunkedDecoder decoder = new ChunkedDecoder(pieces);
  private ByteBuf bytes;

  /** Puts the body where a socket would. */
  @Setup
  public void fill() {
    bytes = Unpooled.directBuffer(2 * BODY);
    for (int sent = 0; sent < BODY; sent += chunk) {
      bytes.writeCharSequence(Integer.toHexString(chunk) + "\r\n", StandardCharsets.US_ASCII);
      bytes.writeZero(chunk);
      bytes.writeCharSequence("\r\n", StandardCharsets.US_ASCII);
    }
    bytes.writeCharSequence("0\r\n\r\n", StandardCharsets.US_ASCII);
  }

  /** Gives the buffer back. */
  @TearDown
  public void release() {
    bytes.release();
  }

  /** One body. */
  @Benchmark
  public long decode() {
    bytes.readerIndex(0);
    pieces.length = 0;
    decoder.begin(false);
    if (decoder.decode(bytes) != CurlCode.OK || !decoder.complete() || pieces.length != BODY) {
      throw new IllegalStateException(decoder.problem());
    }
    return pieces.length;
  }

  private static final class Pieces implements ChunkedDecoder.Sink {
    private long length;

    @Override
    public CurlCode chunkData(ByteBuf piece) {
      length += piece.readableBytes();
      piece.release();
      return CurlCode.OK;
    }

    @Override
    public CurlCode trailerLine(byte[] line, int offset, int lineLength) {
      return CurlCode.OK;
    }
  }
}
