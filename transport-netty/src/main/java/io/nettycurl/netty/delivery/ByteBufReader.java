package io.nettycurl.netty.delivery;

import io.netty.buffer.ByteBuf;
import io.nettycurl.spi.BodyReader;
import java.util.function.Consumer;

/** Owned by the transfer it belongs to. A reader that has its bytes in buffers of its own. */
public interface ByteBufReader extends BodyReader {
  /**
   * Gives the next buffer as it is.
   *
   * @param wanted how many bytes are of use now; there may be more
   * @param into gets the buffer, and owns it, if there are bytes; otherwise nothing
   * @return as {@link #read}: how many; 0 at the end; {@code CURL_READFUNC_PAUSE}; {@code
   *     CURL_READFUNC_ABORT}; any other number is a READ_ERROR
   */
  long take(int wanted, Consumer<ByteBuf> into);
}
