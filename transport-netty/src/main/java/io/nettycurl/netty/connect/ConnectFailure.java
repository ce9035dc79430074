package io.nettycurl.netty.connect;

import io.nettycurl.CurlCode;

/** Why a route cannot be planned: a result for the transfer, found before anything was opened. */
public final class ConnectFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final CurlCode code;

  /**
   * A failure.
   *
   * @param code the result of the transfer
   * @param message the same in words
   */
  public ConnectFailure(CurlCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The result of the transfer. */
  public CurlCode code() {
    return code;
  }
}
