package io.nettycurl.examples.curl.option;

/** An option cannot be used as it was given. */
public final class ParameterException extends Exception {
  private static final long serialVersionUID = 1;

  private final ParameterError error;

  /**
   * What is wrong.
   *
   * @param error which
   */
  public ParameterException(ParameterError error) {
    super(error.text(), null, false, false);
    this.error = error;
  }

  /** What is wrong. */
  public ParameterError error() {
    return error;
  }
}
