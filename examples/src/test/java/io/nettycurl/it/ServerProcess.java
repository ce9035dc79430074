package io.nettycurl.it;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** Owned by the test thread. A server as a child process that never outlives this JVM. */
final class ServerProcess implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/sbin", "/bin");
  private static final Duration START = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /**
   * Runs "$@" until it ends by itself or standard input does, which also happens when the JVM is
   * killed: no server is left behind.
   */
  private static final String GUARD =
      """
      ulimit -n "$(ulimit -H -n)"
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      { read -r nothing <&3; kill -9 "$child"; } 2>/dev/null &
      guard=$!
      wait "$child"
      status=$?
      kill "$guard" 2>/dev/null
      exit "$status"
      """;

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** The program, or a skipped test; a failed one where real servers were demanded. */
  static Path program(String name) {
    for (String place : PLACES) {
      Path program = Path.of(place, name);
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    throw unavailable(name + " is not installed");
  }

  /** Skips the test; fails it where real servers were demanded. */
  static RuntimeException unavailable(String reason) {
    if (Boolean.getBoolean("real.servers")) {
      throw new AssertionError(reason + ", but -Dreal.servers=true demands it");
    }
    Assumptions.abort(reason + "; .ci/run installs what is needed");
    return new IllegalStateException(reason);
  }

  /** Starts a server and waits until it accepts connections on all of its ports. */
  static ServerProcess start(Path log, List<String> command, int... ports) throws IOException {
    List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "server"));
    guarded.addAll(command);
    Process process =
        new ProcessBuilder(guarded).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess server = new ServerProcess(process, log);
    try {
      long deadline = System.nanoTime() + START.toNanos();
      for (int port : ports) {
        server.awaitListening(port, deadline);
      }
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /**
   * A port that nobody has. Not one of those that the system gives to clients: one of them might be
   * faster, and whoever knocks there before the server listens might get connected to himself.
   */
  static int freePort() throws IOException {
    IOException trouble = null;
    for (int i = 0; i < 100; i++) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 32_768);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        return socket.getLocalPort();
      } catch (BindException e) {
        trouble = e;
      }
    }
    throw trouble;
  }

  private void awaitListening(int port, long deadline) throws IOException {
    while (!isListening(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("does not listen on port " + port + ":\n" + Files.readString(log));
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
