package io.nettycurl.netty.spi;

/** Owned by the loop. A timer that can be called off. */
public interface TransferTimer {
  /** Calls it off; does nothing if it ran. */
  void cancel();
}
