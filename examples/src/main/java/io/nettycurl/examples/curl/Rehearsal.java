package io.nettycurl.examples.curl;

import com.sun.net.httpserver.HttpServer;
import io.nettycurl.examples.curl.console.Console;
import io.nettycurl.examples.curl.console.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run once by the launcher, on one thread: does with a server of its own what the command does
 * most, so that the JVM can keep an archive of the classes it loads.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Runs it and ends the process. */
  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = "hello\n".getBytes(StandardCharsets.US_ASCII);
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String host = "127.0.0.1:" + server.getAddress().getPort();
    Path file = Files.createTempFile("nettycurl", ".out");
    try {
      run("--version");
      run("--help");
      run("-q", "-sS", "http://" + host + "/a", "-o", file.toString(), "-w", "%{http_code}\\n");
      run("-q", "-v", "-i", "-L", "-H", "X-A: b", "-u", "a:b", "http://" + host + "/b");
      run("-q", "-s", "-d", "a=b", "--compressed", "http://localhost:" + host.split(":")[1] + "/c");
      run("-q", "-Z", "http://" + host + "/[1-3]", "-o", file.toString());
      run("-q", "-sS", "-T", file.toString(), "http://" + host + "/up");
      run("-q", "-k", "-sS", "-m", "2", "https://" + host + "/");
      run("-q", "-sS", file.toUri().toString());
    } finally {
      Files.delete(file);
      server.stop(0);
    }
    System.exit(0);
  }

  private static void run(String... args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    CurlCommand.run(
        args, new Console(InputStream.nullInputStream(), nowhere, nowhere, Terminal.none(79)));
  }
}
