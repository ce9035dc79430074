package io.nettycurl.examples.curl.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Any thread. Standard input that nobody waits for (-T .): a daemon thread reads it ahead, because
 * Java cannot ask a stream whether it is at its end without waiting there.
 */
final class InputPump {
  private static final int SIZE = 64 * 1024;

  private final InputStream in;
  private final Runnable arrived;
  private final byte[] buffer = new byte[SIZE];
  private int from;
  private int to;
  private boolean ended;

  /**
   * A pump, not yet started.
   *
   * @param in what to read
   * @param arrived run on the pump's thread when there is something to take, or the end
   */
  InputPump(InputStream in, Runnable arrived) {
    this.in = in;
    this.arrived = arrived;
  }

  void start() {
    Thread thread = new Thread(this::run, "curl-stdin");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    byte[] piece = new byte[SIZE];
    int count = 0;
    while (count >= 0) {
      try {
        count = in.read(piece);
      } catch (IOException e) {
        count = -1;
      }
      if (!put(piece, count)) {
        return;
      }
      arrived.run();
    }
  }

  private synchronized boolean put(byte[] piece, int count) {
    try {
      while (from < to) {
        wait();
      }
    } catch (InterruptedException e) {
      return false;
    }
    if (count < 0) {
      ended = true;
    } else {
      System.arraycopy(piece, 0, buffer, 0, count);
      from = 0;
      to = count;
    }
    return true;
  }

  /** Whether a take gives something, be it the end. */
  synchronized boolean isReady() {
    return from < to || ended;
  }

  /** Takes what is there: its length, 0 if nothing has come, -1 at the end. */
  synchronized int take(ByteBuffer into) {
    if (from == to) {
      return ended ? -1 : 0;
    }
    int count = Math.min(into.remaining(), to - from);
    into.put(buffer, from, count);
    from += count;
    if (from == to) {
      notifyAll();
    }
    return count;
  }
}
