package io.nettycurl.benchmark;

import io.nettycurl.CurlMessage;
import io.nettycurl.CurlMulti;
import io.nettycurl.CurlMultiCode;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Holds nothing. The loop that every user of a multi handle writes. */
final class MultiLoop {
  private static final int WAIT_MS = 1000;

  private MultiLoop() {}

  /**
   * Drives the transfers.
   *
   * @param multi whose
   * @param goesOn asked after each round
   * @param end told of each transfer that is over
   */
  static void drive(CurlMulti multi, BooleanSupplier goesOn, Consumer<CurlMessage> end) {
    while (goesOn.getAsBoolean()) {
      if (multi.perform() != CurlMultiCode.OK) {
        throw new IllegalStateException("perform");
      }
      for (CurlMessage message = multi.infoRead(); message != null; message = multi.infoRead()) {
        end.accept(message);
      }
      if (goesOn.getAsBoolean()) {
        multi.poll(WAIT_MS);
      }
    }
  }

  /** What must not go wrong. */
  static void require(Enum<?> code) {
    if (!"OK".equals(code.name())) {
      throw new IllegalStateException(code.toString());
    }
  }
}
