package io.nettycurl.netty.spi;

import io.netty.buffer.ByteBuf;
import io.netty.channel.FileRegion;
import io.nettycurl.CurlCode;
import java.util.function.Consumer;

/**
 * Owned by the loop. Gives a request body piece by piece, with the user's pauses and rate limit
 * applied, and checks it against the announced length.
 */
public interface BodySource {
  /** Nothing now; {@link Exchange#resumeSend} tells when there may be. */
  int AGAIN = 0;

  /** No more bytes. */
  int END = -1;

  /** Cannot go on: {@link #failure} tells why. */
  int FAILED = -2;

  /** How much of a file goes at a time, before progress is told and limits are asked again. */
  int REGION = 256 * 1024;

  /** How many bytes there are in all; -1 if not known. */
  long length();

  /**
   * Appends bytes to a buffer.
   *
   * @param into the buffer; it grows as needed
   * @param max at most so many
   * @return how many, or {@link #AGAIN}, {@link #END}, {@link #FAILED}
   */
  int read(ByteBuf into, int max);

  /**
   * Takes bytes that are in a buffer already, without a copy.
   *
   * @param max at most so many
   * @return the bytes, owned by the caller from now on; null if there are none to be had this way
   *     at present, so that {@link #read} is to be asked, which tells why
   */
  default ByteBuf take(int max) {
    return null;
  }

  /**
   * Takes bytes that are in a file, for the system to send without a copy. Of use only where
   * nothing has to see or change them: no TLS, no framing, no trace.
   *
   * @param max at most so many
   * @return the bytes, owned by the caller from now on; null as with {@link #take}
   */
  default FileRegion takeRegion(int max) {
    return null;
  }

  /** The result of the transfer after {@link #FAILED}. */
  CurlCode failure();

  /**
   * Starts again from an offset.
   *
   * @param offset bytes from the start
   * @return OK; SEND_FAIL_REWIND if that cannot be done
   */
  CurlCode seek(long offset);

  /**
   * Moves forward before anything was read, over bytes that the peer has already.
   *
   * @param offset bytes from the start
   * @return OK; AGAIN if that cannot be done but by reading them; SEND_FAIL_REWIND if it failed
   */
  default CurlCode skipTo(long offset) {
    return seek(offset) == CurlCode.OK ? CurlCode.OK : CurlCode.AGAIN;
  }

  /**
   * The same for whoever has to know that it is there before he goes on: where the user's code runs
   * on another thread the answer comes later, and the bytes are read over if need be.
   *
   * @param offset bytes from the start
   * @param moved told on the loop, unless the source is closed by then: as {@link #skipTo}
   */
  default void skipTo(long offset, Consumer<CurlCode> moved) {
    moved.accept(skipTo(offset));
  }

  /** Gives up what it holds. */
  void close();
}
