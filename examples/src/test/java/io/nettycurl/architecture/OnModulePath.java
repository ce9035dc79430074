package io.nettycurl.architecture;

import com.sun.net.httpserver.HttpServer;
import io.nettycurl.CurlCode;
import io.nettycurl.CurlEasy;
import io.nettycurl.netty.spi.ProtocolProvider;
import io.nettycurl.option.CurlOpt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;

/**
 * Owned by the main thread. A program that runs with NettyCurl and Netty as modules: prints the
 * module of each part it finds, and what a transfer brought.
 */
final class OnModulePath {
  private OnModulePath() {}

  public static void main(String[] args) throws IOException {
    System.out.println("api " + CurlEasy.class.getModule().getName());
    for (ProtocolProvider provider : ServiceLoader.load(ProtocolProvider.class)) {
      System.out.println("protocol " + provider.getClass().getModule().getName());
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        request -> {
          byte[] body = "from a server".getBytes(StandardCharsets.US_ASCII);
          request.sendResponseHeaders(200, body.length);
          request.getResponseBody().write(body);
          request.close();
        });
    server.start();
    try {
      System.out.println("body " + fetch("http://127.0.0.1:" + server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static String fetch(String url) {
    StringBuilder body = new StringBuilder();
    try (CurlEasy easy = CurlEasy.init()) {
      easy.setopt(CurlOpt.URL, url);
      easy.setopt(
          CurlOpt.WRITEFUNCTION,
          (data, userdata) -> {
            int length = data.remaining();
            body.append(StandardCharsets.US_ASCII.decode(data));
            return length;
          });
      CurlCode result = easy.perform();
      return result == CurlCode.OK ? body.toString() : result + " " + easy.errorMessage();
    }
  }
}
