package io.nettycurl.behaviour;

import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Any thread. An FTP server for active mode: one file, "hi", and room for one upload. */
final class ActiveFtpScript implements ScriptedServer.Script {
  private volatile String received;

  /** What was uploaded last. */
  String received() {
    return received;
  }

  @Override
  public void play(Peer peer) throws IOException {
    peer.send("220 hello\r\n");
    Socket data = null;
    for (String line = peer.readLine(); line != null; line = peer.readLine()) {
      String[] words = line.strip().split(" ");
      switch (words[0]) {
        case "USER" -> peer.send("331 password\r\n");
        case "PASS" -> peer.send("230 welcome\r\n");
        case "PWD" -> peer.send("257 \"/\"\r\n");
        case "SIZE" -> peer.send("213 2\r\n");
        case "EPRT" -> {
          String[] place = words[1].split("\\|");
          data = new Socket(place[2], Integer.parseInt(place[3]));
          peer.send("200 connected\r\n");
        }
        case "RETR" -> {
          peer.send("150 coming\r\n");
          data.getOutputStream().write("hi".getBytes(StandardCharsets.US_ASCII));
          data.close();
          peer.send("226 done\r\n");
        }
        case "STOR" -> {
          peer.send("150 go on\r\n");
          received = new String(data.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
          data.close();
          peer.send("226 done\r\n");
        }
        case "QUIT" -> {
          return;
        }
        default -> peer.send("200 fine\r\n");
      }
    }
  }
}
