package io.nettycurl.netty.transfer;

/** Where in its life a transfer is; the order is libcurl's. */
public enum TransferState {
  /** Added, not started. */
  INIT,
  /** Deciding where a hop goes. */
  SETUP,
  /** A limit holds it up. */
  PENDING,
  /** A connection is being made. */
  CONNECTING,
  /** There is a connection; the user is asked. */
  CONNECTED,
  /** The protocol speaks. */
  PERFORMING,
  /** The protocol is done; the user has not taken everything yet. */
  DRAINING,
  /** Over; there is a message. */
  COMPLETED,
  /** Not in the multi. */
  REMOVED
}
