package io.nettycurl.examples.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Owned by a test's thread. A client that reads and writes no faster than it is told to. */
final class GatewayClient implements AutoCloseable {
  private static final int LIMIT_MS = 60_000;

  private final Socket socket;
  private final InputStream in;

  /** Connects. */
  GatewayClient(InetSocketAddress address) throws IOException {
    socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(LIMIT_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends text, one byte a character. */
  void send(String text) {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends bytes. */
  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads up to an empty line, included. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.equals("\r\n"); line = line()) {
      head.append(line);
    }
    return head.append("\r\n").toString();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() == 0 || line.charAt(line.length() - 1) != '\n') {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the end, after: " + line);
      }
      line.append((char) next);
    }
    return line.toString();
  }

  /** Fills it. */
  void read(byte[] into) throws IOException {
    if (in.readNBytes(into, 0, into.length) < into.length) {
      throw new IOException("the end");
    }
  }

  private String text(int length) throws IOException {
    byte[] bytes = new byte[length];
    read(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Reads the body that a head tells of. */
  String body(String head) throws IOException {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        return text(Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()));
      }
    }
    StringBuilder body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  /** Reads until the connection ends. */
  String toEnd() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
