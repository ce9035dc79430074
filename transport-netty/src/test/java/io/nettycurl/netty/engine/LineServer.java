package io.nettycurl.netty.engine;

import io.nettycurl.netty.testkit.ScriptedServer;
import java.io.IOException;
import java.util.Arrays;

/** No state. The server's side of {@link LineProtocol}. */
final class LineServer {
  private LineServer() {}

  /** Answers each path "/size" with so many bytes, and each upload with its size as text. */
  static ScriptedServer start() {
    return new ScriptedServer(LineServer::serve);
  }

  static void serve(ScriptedServer.Peer peer) throws IOException {
    for (String line = peer.readLine(); line != null; line = peer.readLine()) {
      if (line.startsWith("PUT ")) {
        int size = Integer.parseInt(line.substring(4).trim());
        String sum = Arrays.hashCode(peer.read(size)) + "";
        peer.send(sum.length() + "\n" + sum);
      } else {
        int size = Integer.parseInt(line.substring(1).trim());
        peer.send(size + "\n");
        peer.send(body(size));
      }
    }
  }

  static byte[] body(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31 + size);
    }
    return bytes;
  }
}
