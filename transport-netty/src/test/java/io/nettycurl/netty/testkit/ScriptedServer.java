package io.nettycurl.netty.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Any thread. A server on the loopback interface that does just what a script says, byte by byte,
 * on a thread per connection. For bad servers that no real one would be.
 */
public final class ScriptedServer implements AutoCloseable {
  /** What happens on one connection; the connection closes when it returns. */
  @FunctionalInterface
  public interface Script {
    /** Plays the server's part. */
    void play(Peer peer) throws IOException;
  }

  /** One connection, as the script sees it. */
  public static final class Peer {
    private final Socket raw;
    private final int number;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private Peer(Socket socket, int number) throws IOException {
      this.raw = socket;
      this.number = number;
      speakOver(socket);
    }

    private void speakOver(Socket newSocket) throws IOException {
      socket = newSocket;
      in = newSocket.getInputStream();
      out = newSocket.getOutputStream();
    }

    /**
     * Turns TLS on; the client begins.
     *
     * @param context with what to prove who we are
     * @return the socket, for what its session tells
     */
    public SSLSocket startTls(SSLContext context) throws IOException {
      SSLSocket tls =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
      tls.setUseClientMode(false);
      tls.startHandshake();
      speakOver(tls);
      return tls;
    }

    /** Which connection it is, from 1 on. */
    public int number() {
      return number;
    }

    /** The socket, for what is not offered here. */
    public Socket socket() {
      return socket;
    }

    /** Sends text, one byte a character. */
    public void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes. */
    public void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Reads up to and with a line feed; null at the end. */
    public String readLine() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (b == '\n') {
          return line.toString(StandardCharsets.ISO_8859_1);
        }
      }
      return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads a request head, empty line included; null at the end. */
    public String readHead() throws IOException {
      StringBuilder head = new StringBuilder();
      for (String line = readLine(); line != null; line = readLine()) {
        head.append(line);
        if (line.equals("\r\n")) {
          return head.toString();
        }
      }
      return head.length() == 0 ? null : head.toString();
    }

    /** Reads so many bytes. */
    public byte[] read(int count) throws IOException {
      return in.readNBytes(count);
    }

    /** Waits until the client closes. */
    public void readToEnd() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Closes with a reset. */
    public void reset() throws IOException {
      raw.setSoLinger(true, 0);
      raw.close();
    }

    /** Closes the TCP connection; TLS ends without saying so. */
    public void cut() throws IOException {
      raw.close();
    }
  }

  private final ServerSocket listener;
  private final Script script;
  private final AtomicInteger accepted = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private ServerSocket bind() {
    try {
      return new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts to listen.
   *
   * @param script what happens on each connection
   */
  public ScriptedServer(Script script) {
    this.script = script;
    this.listener = bind();
    Thread thread = new Thread(this::accept, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts to listen; every connection is TLS from its first byte.
   *
   * @param context with what to prove who we are
   * @param script what happens on each connection once TLS is on
   */
  public ScriptedServer(SSLContext context, Script script) {
    this(
        peer -> {
          peer.startTls(context);
          script.play(peer);
        });
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        Peer peer = new Peer(socket, accepted.incrementAndGet());
        Thread thread = new Thread(() -> play(peer), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void play(Peer peer) {
    try {
      script.play(peer);
    } catch (IOException e) {
      // The client may go whenever it likes; a script that minds catches it itself.
      return;
    } catch (RuntimeException | Error e) {
      failures.add(e);
    } finally {
      sockets.remove(peer.raw);
      close(peer);
    }
  }

  private static void close(Peer peer) {
    try {
      peer.socket.close();
      peer.raw.close();
    } catch (IOException e) {
      // The client was faster; there is nobody left to say goodbye to.
      return;
    }
  }

  /** The port. */
  public int port() {
    return listener.getLocalPort();
  }

  /** "127.0.0.1:port". */
  public String authority() {
    return "127.0.0.1:" + port();
  }

  /** How many connections there were. */
  public int accepted() {
    return accepted.get();
  }

  /** What scripts threw. */
  public List<Throwable> failures() {
    return failures;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
