package io.nettycurl.spi;

import io.nettycurl.CurlCode;
import java.nio.ByteBuffer;

/**
 * Owned by the transfer it belongs to. Where the bytes of a request body or an upload come from,
 * read without waiting.
 */
public interface BodyReader {
  /** How many bytes there are in all; -1 if not known. */
  long length();

  /**
   * Puts bytes into a buffer from its position on, and moves the position.
   *
   * @param into the buffer
   * @return how many; 0 at the end; {@code CURL_READFUNC_PAUSE} if there are none now; {@code
   *     CURL_READFUNC_ABORT}; any other number is a READ_ERROR
   */
  long read(ByteBuffer into);

  /**
   * Starts again from an offset.
   *
   * @param offset bytes from the start
   * @return OK; SEND_FAIL_REWIND if that cannot be done
   */
  CurlCode seek(long offset);

  /**
   * Whether {@link #seek} has a way to do it. Runs no code of the user's, so that it can be asked
   * where that must not run.
   */
  default boolean seekable() {
    return true;
  }

  /**
   * Moves forward before anything was read, over bytes that the peer has already.
   *
   * @param offset bytes from the start
   * @return OK; AGAIN if that cannot be done but by reading them; SEND_FAIL_REWIND if it failed
   */
  default CurlCode skipTo(long offset) {
    return seek(offset) == CurlCode.OK ? CurlCode.OK : CurlCode.AGAIN;
  }

  /** Whether reading or seeking runs code of the user's, which must happen on the user's thread. */
  boolean callsUser();

  /** Gives up what it holds. */
  default void close() {}
}
