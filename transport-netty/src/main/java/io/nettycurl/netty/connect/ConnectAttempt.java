package io.nettycurl.netty.connect;

/** Owned by the loop. A connection being made. */
public interface ConnectAttempt {
  /** Gives up: closes what is open; the listener hears nothing more. */
  void cancel();
}
