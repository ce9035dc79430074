package io.nettycurl.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.nettycurl.CurlCode;
import io.nettycurl.http.h1.ResponseHeadParser;
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

/** Owned by the benchmark's thread. Takes the head of a reply apart, as it comes from a socket. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResponseHeadBenchmark {
  private static final String SHORT =
      "HTTP/1.1 200 OK\r\n"
          + "Server: nginx\r\n"
          + "Date: Sun, 22 Nov 2026 19:07:32 GMT\r\n"
          + "Content-Type: application/octet-stream\r\n"
          + "Content-Length: 1024\r\n"
          + "Last-Modified: Sun, 22 Nov 2026 19:07:32 GMT\r\n"
          + "Connection: keep-alive\r\n"
          + "ETag: \"6b033d74-400\"\r\n"
          + "Accept-Ranges: bytes\r\n"
          + "\r\n";
  private static final String LONG =
      SHORT.substring(0, SHORT.length() - 2)
          + "Set-Cookie: id=0123456789abcdef; Path=/; Secure; HttpOnly\r\n".repeat(8)
          + "Content-Security-Policy: default-src 'self'; img-src *; script-src 'self'\r\n"
          + "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"
          + "\r\n";

  /** Which head: nginx's for a file, or one with cookies and policies. */
  @Param({"short", "long"})
  private String head = "short";

  private final Lines lines = new Lines();
  private final ResponseHeadParser parser = new ResponseHeadParser(lines);
  private ByteBuf bytes;

  /** Puts the head where a socket would. */
  @Setup
  public void fill() {
    byte[] text = (head.equals("short") ? SHORT : LONG).getBytes(StandardCharsets.US_ASCII);
    bytes = Unpooled.directBuffer(text.length).writeBytes(text);
  }

  /** Gives the buffer back. */
  @TearDown
  public void release() {
    bytes.release();
  }

  /** One head. */
  @Benchmark
  public int parse() {
    bytes.readerIndex(0);
    parser.begin(null);
    if (parser.parse(bytes) != CurlCode.OK || !parser.complete()) {
      throw new IllegalStateException(parser.problem());
    }
    return lines.count;
  }

  private static final class Lines implements ResponseHeadParser.Sink {
    private int count;

    @Override
    public CurlCode statusLine(int version, int status, byte[] line, int offset, int length) {
      count += status;
      return CurlCode.OK;
    }

    @Override
    public CurlCode fieldLine(byte[] line, int offset, int length) {
      count += line[offset];
      return CurlCode.OK;
    }

    @Override
    public CurlCode headEnd(byte[] line, int offset, int length) {
      count++;
      return CurlCode.OK;
    }

    @Override
    public CurlCode lastLine(byte[] line, int offset, int length) {
      return CurlCode.OK;
    }
  }
}
