package io.nettycurl.http.h2;

/**
 * Owned by the loop. How much the peer may still send, on a stream or on the whole connection, and
 * how much of what it sent is used up and to be allowed again. Without any effect of its own: what
 * it answers with goes into a WINDOW_UPDATE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.9">RFC 9113, section 6.9</a>
 */
final class ReceiveWindow {
  private int size;
  private int available;
  private int used;
  private boolean held;

  /**
   * A window.
   *
   * @param initial how much the peer may send to begin with
   */
  ReceiveWindow(int initial) {
    size = initial;
    available = initial;
  }

  /** How much the peer may still send. */
  int available() {
    return available;
  }

  /**
   * Counts what came.
   *
   * @param bytes how much, padding included
   * @return false if the peer was not allowed to
   */
  boolean receive(int bytes) {
    available -= bytes;
    return available >= 0;
  }

  /**
   * Counts what is used up. Nothing is given back in small pieces, nor while held.
   *
   * @param bytes how much of what came
   * @return how much to allow the peer now; 0 for nothing
   */
  int use(int bytes) {
    used += bytes;
    return held || used < size / 2 ? 0 : giveBack();
  }

  /**
   * Sets how much may be on the way from now on.
   *
   * @param newSize in bytes; a smaller one than before only slows down what is given back
   * @return how much to allow the peer now; 0 for nothing
   */
  int resize(int newSize) {
    size = newSize;
    return held || available + used >= size ? 0 : giveBack();
  }

  /** Gives nothing back until released. */
  void hold() {
    held = true;
  }

  /**
   * Goes on giving back.
   *
   * @return how much to allow the peer now; 0 for nothing
   */
  int release() {
    held = false;
    return available + used < size || used >= size / 2 ? giveBack() : 0;
  }

  private int giveBack() {
    int increment = Math.max(0, size - available);
    available += increment;
    used = 0;
    return increment;
  }
}
