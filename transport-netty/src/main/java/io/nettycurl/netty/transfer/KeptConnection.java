package io.nettycurl.netty.transfer;

import io.nettycurl.CurlCode;
import java.nio.ByteBuffer;

/**
 * Owned by the loop. The connection that the application itself speaks on (CONNECT_ONLY), if one
 * transfer has such: from when it is ready until the handle is removed or starts again.
 */
final class KeptConnection {
  private Connection kept;

  void keep(Connection ready) {
    kept = ready;
  }

  boolean is(Connection other) {
    return kept == other;
  }

  CurlCode receive(ByteBuffer into) {
    return kept == null ? CurlCode.UNSUPPORTED_PROTOCOL : handler(kept).receive(into);
  }

  CurlCode send(ByteBuffer from) {
    return kept == null ? CurlCode.UNSUPPORTED_PROTOCOL : handler(kept).send(from);
  }

  /** The application is done with it. */
  void giveUp(Transfer transfer) {
    if (kept != null) {
      Connection used = kept;
      kept = null;
      handler(used).discard();
      transfer.core().pool().release(used, transfer, false, transfer.core().nanoTime());
    }
  }

  private static PlainHandler handler(Connection connection) {
    return (PlainHandler) connection.handler();
  }
}
