package io.nettycurl.behaviour;

import io.nettycurl.netty.testkit.ScriptedServer;
import io.nettycurl.netty.testkit.ScriptedServer.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Any thread. An HTTP server that keeps every request it gets, and answers as a function says. */
final class RecordingServer implements AutoCloseable {
  /**
   * A request.
   *
   * @param connection on which connection it came, from 1 on
   * @param head the head, its end included
   * @param body the body, a byte a character, without chunks
   */
  record Request(int connection, String head, String body) {
    String method() {
      return head.substring(0, head.indexOf(' '));
    }

    String path() {
      return head.split(" ", 3)[1];
    }

    /** The value of a field; null if there is none. */
    String field(String name) {
      for (String line : head.split("\r\n")) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
          return line.substring(colon + 1).strip();
        }
      }
      return null;
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Function<Request, String> answers;
  private final ScriptedServer server;

  /**
   * A server in clear.
   *
   * @param answers what to answer; empty to close without a word
   */
  RecordingServer(Function<Request, String> answers) {
    this.answers = answers;
    this.server = new ScriptedServer(this::serve);
  }

  /** A server with TLS. */
  RecordingServer(SSLContext context, Function<Request, String> answers) {
    this.answers = answers;
    this.server = new ScriptedServer(context, this::serve);
  }

  /** 200 with a body. */
  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** A redirect. */
  static String redirect(int status, String location) {
    return "HTTP/1.1 "
        + status
        + " There\r\nLocation: "
        + location
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  private void serve(Peer peer) throws IOException {
    for (String head = peer.readHead(); head != null; head = peer.readHead()) {
      String answer = answer(peer, head);
      if (answer.isEmpty()) {
        return;
      }
      peer.send(answer);
    }
  }

  private String answer(Peer peer, String head) throws IOException {
    Request early = new Request(peer.number(), head, "");
    if (early.field("Expect") != null) {
      peer.send("HTTP/1.1 100 Continue\r\n\r\n");
    }
    String body = body(peer, early);
    if (body == null) {
      return "";
    }
    Request request = new Request(peer.number(), head, body);
    requests.add(request);
    return answers.apply(request);
  }

  /** Null if the client went in the middle of it. */
  private static String body(Peer peer, Request request) throws IOException {
    String coding = request.field("Transfer-Encoding");
    if (coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      return chunks(peer);
    }
    String length = request.field("Content-Length");
    if (length == null) {
      return "";
    }
    String body = text(peer.read(Integer.parseInt(length)));
    return body.length() == Integer.parseInt(length) ? body : null;
  }

  private static String chunks(Peer peer) throws IOException {
    StringBuilder body = new StringBuilder();
    for (String line = peer.readLine(); line != null; line = peer.readLine()) {
      int size = Integer.parseInt(line.strip(), 16);
      if (size == 0) {
        peer.readHead();
        return body.toString();
      }
      body.append(text(peer.read(size)));
      peer.readLine();
    }
    return null;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** What came, in order. */
  List<Request> requests() {
    return requests;
  }

  /** The newest request. */
  Request last() {
    return requests.get(requests.size() - 1);
  }

  /** How many connections there were. */
  int connections() {
    return server.accepted();
  }

  int port() {
    return server.port();
  }

  /** "127.0.0.1:port". */
  String authority() {
    return server.authority();
  }

  @Override
  public void close() {
    server.close();
  }
}
