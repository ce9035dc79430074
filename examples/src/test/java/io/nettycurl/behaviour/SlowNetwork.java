package io.nettycurl.behaviour;

import io.nettycurl.netty.connect.Offload;
import io.nettycurl.netty.testkit.TestNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Owned by the test's thread. A network on which nothing comes to an end: a port that takes no
 * connection and refuses none, and names that are not looked up until this is closed.
 */
final class SlowNetwork implements AutoCloseable {
  private static final int LOOKUPS_AT_A_TIME = 20;

  private final CountDownLatch over = new CountDownLatch(1);
  private final ServerSocket full;
  private final List<Socket> fillers = new ArrayList<>();

  SlowNetwork() throws IOException {
    for (int i = 0; i < LOOKUPS_AT_A_TIME; i++) {
      Offload.lookUp(this::occupy);
    }
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    full = new ServerSocket(0, 1, loopback);
    // Linux takes one more than the backlog, and drops what comes then.
    for (int i = 0; i < 2; i++) {
      fillers.add(new Socket(loopback, full.getLocalPort()));
    }
  }

  private void occupy() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** "127.0.0.1:port" of the port that leaves everybody waiting. */
  String authority() {
    return "127.0.0.1:" + full.getLocalPort();
  }

  /** A name that nobody gets an answer about; none that the network would be asked for later. */
  String name() {
    return TestNames.UNRESOLVABLE;
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    for (Socket filler : fillers) {
      filler.close();
    }
    full.close();
  }
}
