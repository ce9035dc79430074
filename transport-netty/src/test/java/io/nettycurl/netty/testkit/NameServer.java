package io.nettycurl.netty.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Owned by the test. A name server on the loopback address that knows IPv4 addresses. */
public final class NameServer implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int TYPE_A = 1;

  private final DatagramSocket socket;
  private final Map<String, byte[]> known;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<InetAddress> askers = new CopyOnWriteArrayList<>();

  /**
   * A server.
   *
   * @param known addresses of four bytes by name
   */
  public NameServer(Map<String, byte[]> known) {
    this.known = known;
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "name server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens, as CURLOPT_DNS_SERVERS has it. */
  public String authority() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The names asked for, each as often as it was, whatever the type. */
  public List<String> asked() {
    return asked;
  }

  /** From where it was asked. */
  public List<InetAddress> askers() {
    return askers;
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    while (!socket.isClosed()) {
      try {
        DatagramPacket query = new DatagramPacket(buffer, buffer.length);
        socket.receive(query);
        byte[] answer = answer(buffer);
        askers.add(query.getAddress());
        socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
      } catch (IOException e) {
        return;
      }
    }
  }

  private byte[] answer(byte[] query) {
    StringBuilder name = new StringBuilder();
    int at = HEADER;
    for (int length = query[at]; length > 0; length = query[at]) {
      name.append(name.length() == 0 ? "" : ".")
          .append(new String(query, at + 1, length, StandardCharsets.US_ASCII));
      at += length + 1;
    }
    int type = query[at + 2];
    int end = at + 5;
    asked.add(name.toString());
    byte[] address = known.get(name.toString());
    boolean answers = address != null && type == TYPE_A;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(query, 0, 2);
    out.writeBytes(new byte[] {(byte) 0x81, (byte) (address == null ? 0x83 : 0x80), 0, 1, 0});
    out.write(answers ? 1 : 0);
    out.writeBytes(new byte[4]);
    out.write(query, HEADER, end - HEADER);
    if (answers) {
      out.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 60, 0, 4});
      out.writeBytes(address);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
