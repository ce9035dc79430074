package io.nettycurl.examples.curl.url;

/** A pattern that is none. */
public final class GlobException extends Exception {
  private static final long serialVersionUID = 1;

  /** Longer ones are cut, as curl cuts them. */
  private static final int LONGEST = 511;

  private final int position;

  GlobException(String message, int position) {
    super(message, null, false, false);
    this.position = position;
  }

  /**
   * What is wrong and where, as it follows the code in an error line.
   *
   * @param pattern the pattern
   */
  public String describe(String pattern) {
    if (position == 0) {
      return getMessage();
    }
    String text =
        getMessage()
            + " in position "
            + position
            + ":\n"
            + pattern
            + "\n"
            + " ".repeat(Math.max(1, position - 1))
            + "^";
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
