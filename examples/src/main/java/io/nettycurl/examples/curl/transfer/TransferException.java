package io.nettycurl.examples.curl.transfer;

import io.nettycurl.CurlCode;

/** A transfer could not be set up; why has been told already. */
public final class TransferException extends Exception {
  private static final long serialVersionUID = 1;

  private final CurlCode code;

  /**
   * What goes into the exit code.
   *
   * @param code which
   */
  public TransferException(CurlCode code) {
    super(code.name(), null, false, false);
    this.code = code;
  }

  /** The exit code. */
  public CurlCode code() {
    return code;
  }
}
