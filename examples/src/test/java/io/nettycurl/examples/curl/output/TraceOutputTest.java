package io.nettycurl.examples.curl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nettycurl.CurlSymbols;
import io.nettycurl.examples.curl.TestConsole;
import io.nettycurl.examples.curl.config.GlobalConfig.TraceType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceOutputTest {
  @TempDir Path directory;
  private final TestConsole test = new TestConsole();
  private final TraceOutput trace = new TraceOutput(test.global, test.console, test.messages);

  private void event(long type, String data) {
    trace.debug(null, type, ByteBuffer.wrap(data.getBytes(StandardCharsets.US_ASCII)), null);
  }

  @Test
  void withoutAFileNothingIsLost() {
    test.global.traceType = TraceType.ASCII;
    test.global.traceTarget = "/none/of/that";
    event(CurlSymbols.CURLINFO_TEXT, "first\n");
    event(CurlSymbols.CURLINFO_TEXT, "second\n");
    assertEquals("* first\n* second\n", test.err());
  }

  @Test
  void linesShowTheirDirection() {
    test.global.traceType = TraceType.PLAIN;
    test.global.traceTarget = "%";
    event(CurlSymbols.CURLINFO_TEXT, "Trying\n");
    event(CurlSymbols.CURLINFO_HEADER_OUT, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    event(CurlSymbols.CURLINFO_HEADER_IN, "HTTP/1.1 200 OK\r\n");
    event(CurlSymbols.CURLINFO_DATA_IN, "abc");
    event(CurlSymbols.CURLINFO_DATA_IN, "def");
    event(CurlSymbols.CURLINFO_TEXT, "Done\n");
    event(CurlSymbols.CURLINFO_SSL_DATA_OUT, "x");
    assertEquals(
        "* Trying\n> GET / HTTP/1.1\r\n> Host: a\r\n> \r\n< HTTP/1.1 200 OK\r\n{ [3 bytes data]\n"
            + "* Done\n} [1 bytes data]\n",
        test.err());
  }

  @Test
  void bodiesOnTheTerminalAreNotCountedToo() {
    test.global.traceType = TraceType.PLAIN;
    test.global.traceTarget = "%";
    test.global.bodyOnTerminal = true;
    event(CurlSymbols.CURLINFO_DATA_IN, "abc");
    assertEquals("", test.err());
  }

  @Test
  void dumpsGoToFiles() throws Exception {
    Path file = directory.resolve("t");
    test.global.traceType = TraceType.ASCII;
    test.global.traceTarget = file.toString();
    event(CurlSymbols.CURLINFO_TEXT, "Trying\n");
    event(CurlSymbols.CURLINFO_DATA_OUT, "abc");
    trace.close();
    assertEquals("* Trying\n=> Send data, 3 bytes (0x3)\n0000: abc\n", Files.readString(file));
  }
}
