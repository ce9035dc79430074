package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.nettycurl.CurlCode;
import io.nettycurl.netty.spi.HeaderKind;
import io.nettycurl.spi.BodyReader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Owned by the loop. How a transfer reaches its user: at once where the callbacks run on the loop's
 * thread, through a queue where they do not.
 */
public interface Delivery {
  /** In place of a reader's answer: it did not get back to where it was to read from. */
  long SEEK_FAILED = Long.MIN_VALUE;

  /** In place of a reader's answer: it did not get over what the peer has already. */
  long SKIP_FAILED = Long.MIN_VALUE + 1;

  /**
   * Immutable. Where a reader has to go before it reads.
   *
   * @param offset bytes from the start
   * @param forward whether it is at its start and may get there by reading; otherwise it has to
   *     start again from there
   */
  record Move(long offset, boolean forward) {}

  /** Gets what a reader answered. */
  @FunctionalInterface
  interface Filled {
    /**
     * On the loop.
     *
     * @param answer the reader's, or {@link #SEEK_FAILED} or {@link #SKIP_FAILED}
     * @param data the bytes, owned by this from now on; null if there are none
     */
    void filled(long answer, ByteBuf data);
  }

  /** A transfer starts. */
  void begin();

  /** What comes from now on answers the next request of the transfer. */
  void nextRequest();

  /** Whether the protocol of the present hop can pause. */
  void pausable(boolean may);

  /** Gives a header line; OK or the result of the transfer. */
  CurlCode header(byte[] line, int offset, int length, HeaderKind kind);

  /** Gives a piece of the body, which is owned by the delivery from now on. */
  CurlCode body(ByteBuf data);

  /** Gives trace text or wire data; only read during the call. OK or the result of the transfer. */
  CurlCode debug(long type, ByteBuf data);

  /** Tells how far the transfer has come. */
  CurlCode progress(long dltotal, long dlnow, long ultotal, long ulnow);

  /**
   * Asks the user something while the transfer is in the multi; the answer may come later, or never
   * if the transfer is removed meanwhile.
   *
   * @param question runs the user's code, where it may; see {@link UserSide#ask}
   * @param answer told on the loop
   * @param <T> the type of the answer
   */
  <T> void ask(Supplier<T> question, Consumer<T> answer);

  /**
   * Tells the user something that does not end with the transfer.
   *
   * @param telling runs the user's code, where it may
   * @param then runs on the loop
   */
  void tell(Runnable telling, Runnable then);

  /**
   * Tells the user something that he hears of even if the transfer is removed meanwhile: in its
   * turn, or at the latest within the removal.
   *
   * @param telling runs the user's code, where it may
   */
  void lastWord(Runnable telling);

  /** Whether no more is to be given for now. */
  boolean isPaused();

  /** Whether all that was given was taken, or the end may be queued behind it. */
  boolean isDrained();

  /** Whether {@link #read} can be answered at once. */
  boolean readsAtOnce();

  /**
   * Has a reader that runs the user's code read, where it may; then runs the task on the loop.
   *
   * @param reader which
   * @param move where to go first; null to go on where it is
   * @param max how many bytes at most
   * @param filled gets the reader's answer
   */
  void read(BodyReader reader, Move move, int max, Filled filled);

  /**
   * The transfer failed: what was given before still counts, but nobody waits for a paused user.
   */
  void failed();

  /** The transfer was removed: gives nothing more. */
  void drop();
}
