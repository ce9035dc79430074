package io.nettycurl.mime;

import io.nettycurl.CurlCode;
import io.nettycurl.CurlSymbols;
import java.nio.ByteBuffer;

/**
 * Owned by the {@link MimeBody} it is part of. A piece of a body, read from its start to its end.
 */
interface PartSource {
  /** Nothing is left. */
  long END = 0;

  /** The data cannot be had. */
  long ERROR = -1;

  /** A callback ran in this round already; the next one can have more. */
  long NEXT_ROUND = -2;

  /** Nothing for now, until the transfer goes on. */
  long PAUSE = CurlSymbols.CURL_READFUNC_PAUSE;

  /** The user wants no more of this transfer. */
  long ABORT = CurlSymbols.CURL_READFUNC_ABORT;

  /** One call of the body's read: a callback runs at most once in it. */
  final class Round {
    boolean callbackRan;
  }

  /** How many bytes there are in all; -1 if not known. */
  long length();

  /**
   * Puts bytes into a buffer that has room.
   *
   * @return how many, or one of the codes above; a code other than NEXT_ROUND comes again at the
   *     next call, PAUSE until {@link #resume}
   */
  long read(ByteBuffer into, Round round);

  /** Goes on after PAUSE. */
  default void resume() {}

  /** Starts over. */
  CurlCode rewind();

  /** Whether code of the user's runs in read or rewind. */
  default boolean callsUser() {
    return false;
  }

  /** Gives up what it holds; a rewind opens it again. */
  default void close() {}
}
